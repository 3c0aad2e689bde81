package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.opelrules.framework.Flaw;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.format.FormCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadFilesTest {

    /** Codes of what cannot be shown by a change of text; {@link FrameworkLoaderTest} and its like show them. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of(
            FormCode.FILE_UNREADABLE.id(),
            FormCode.SIGN_OFF_VOID.id(),
            FormCode.DERIVED_DIFFERS.id(),
            FormCode.FILE_TOO_LARGE.id(),
            FormCode.NOT_UTF_8.id(),
            FormCode.TAB.id(),
            FormCode.BAD_ARCHIVE.id(),
            FormCode.TOO_MANY_FINDINGS.id(),
            FormCode.NOT_JSON.id(),
            FormCode.SUM_DIFFERS.id(),
            FormCode.TOO_MANY.id(),
            FormCode.BAD_CASE.id(),
            FormCode.CASE_FAILED.id(),
            FormCode.FRAMEWORKS_OVERLAP.id(),
            FormCode.FRAMEWORKS_APART.id(),
            FormCode.DUPLICATE_FRAMEWORK.id(),
            FormCode.NOT_AS_SHIPPED.id(),
            FormCode.DUPLICATE_CENTRE.id(),
            FormCode.SHIFTS_CLASH.id(),
            Flaw.Code.ADOPTION_UNKNOWN.id(),
            Flaw.Code.ADOPTION_TWICE.id(),
            Flaw.Code.ADOPTION_OUT_OF_ORDER.id());

    static Stream<BadCase> cases() {
        return BadCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_finding_is_given_with_its_place_and_its_words(BadCase bad) {
        assertThat(findings(bad)).isEqualTo(bad.expected());
    }

    @Test
    void every_code_has_a_case() {
        Set<String> shown = cases().flatMap(bad -> bad.expected().stream())
                .map(finding -> finding.replace(": warning ", ": ").split(" ", 3)[1])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Stream.concat(
                        Stream.of(FormCode.values()).map(FormCode::id),
                        Stream.of(Flaw.Code.values()).map(Flaw.Code::id))
                .filter(code -> !SHOWN_ELSEWHERE.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(known);
    }

    @Test
    void codes_are_unique() {
        List<String> codes = Stream.concat(
                        Stream.of(FormCode.values()).map(FormCode::id),
                        Stream.of(Flaw.Code.values()).map(Flaw.Code::id))
                .toList();

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("OPEL-[0-6]\\d\\d"));
    }

    private static List<String> findings(BadCase bad) {
        RuleCheck check = FrameworkLoader.check(bad.folder());
        boolean loads = check.framework().isPresent();
        assertThat(loads).as("Only warnings let %s load", bad).isEqualTo(check.passes());
        if (!loads) {
            InvalidRulesException thrown =
                    catchThrowableOfType(InvalidRulesException.class, () -> FrameworkLoader.load(bad.folder()));
            assertThat(thrown.findings()).isEqualTo(check.findings());
        }
        assertThat(check.findings()).allMatch(finding -> finding.file().startsWith("folder/"));
        return check.findings().stream()
                .map(finding -> finding.toString().substring("folder/".length()))
                .toList();
    }
}
