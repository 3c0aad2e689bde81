package io.github.opelrules.rules.internal.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published was read by somebody with a name, on a day, in a document, at a place. */
class SignOffTest {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 1);
    private static final String SIGN_OFF =
            "{ verified: { by: A. Name, on: 2024-11-01, document: A document, place: page 9 } }";
    private static final String RULE = """
            rule "ACU-4-01 Convene the system"
            when
                an acute provider enters OPEL 2 or above
            then
                the SCC duty manager must "convene a call" within 30 minutes
                citing "A document", "page 5", which "A. Name" read on 2024-11-01
            end
            """;

    private final MemoryFolder folder = MemoryFolder.small();

    @Test
    void a_value_that_was_read_today_is_published() {
        signOffCuts();

        RuleCheck check = FrameworkLoader.check(folder, DAY);

        assertThat(check.findings()).isEmpty();
        assertThat(check.values().stream().filter(value -> value.assurance() == Assurance.PUBLISHED))
                .extracting(GradedValue::verification)
                .isNotEmpty()
                .allMatch(verification ->
                        verification.by().equals("A. Name") && verification.on().equals(DAY));
        assertThat(check.standing()).isEqualTo("in use; 2 of its 20 values were read");
    }

    @Test
    void nobody_has_read_it_tomorrow() {
        signOffCuts();

        assertThat(FrameworkLoader.check(folder, DAY.minusDays(1)).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "folder/acute.yaml:18:55: OPEL-402 It was read on 2024-11-01, and today is 2024-10-31. Expected"
                                + " the day on which somebody read it; until then, give a grade such as unverified.");
    }

    @Test
    void a_rule_of_a_protocol_is_signed_off_in_its_last_line() {
        folder.put("protocol/own.dslr", RULE.getBytes(UTF_8));

        RuleCheck check = FrameworkLoader.check(folder, DAY);

        assertThat(check.passes()).isTrue();
        assertThat(check.framework()
                        .orElseThrow()
                        .protocolRules()
                        .get(0)
                        .citation()
                        .assurance())
                .isEqualTo(Assurance.PUBLISHED);
        assertThat(check.values())
                .anyMatch(value -> value.what().startsWith("ACU-4-01")
                        && String.valueOf(value.verification()).equals("A. Name on 2024-11-01: A document, page 5"));
        assertThat(FrameworkLoader.check(folder, DAY.minusDays(1)).findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .extracting(Finding::code)
                .containsExactly("OPEL-402");
    }

    @Test
    void how_escalation_is_driven_is_signed_off_likewise() {
        folder.replace(
                "framework.yaml",
                "tables:",
                "escalation: { driver: declared, stepDownAfter: PT0S, assurance: " + SIGN_OFF + " }\ntables:");

        assertThat(FrameworkLoader.check(folder, DAY).findings()).isEmpty();
        assertThat(FrameworkLoader.check(folder, DAY.minusDays(1)).findings())
                .extracting(Finding::code)
                .containsExactly("OPEL-402");
    }

    @Test
    void the_day_is_what_the_host_says_or_the_systems(@TempDir Path rules) throws IOException {
        signOffCuts();
        for (String file : List.of("framework.yaml", "acute.yaml")) {
            Files.write(rules.resolve(file), folder.bytes(file));
        }

        assertThat(RuleSource.of(rules).check().passes()).isTrue();
        assertThat(RuleSource.of(rules).check(DAY.minusDays(1)).passes()).isFalse();
        OpelEngine engine = OpelRules.builder().folder(rules).today(DAY).build();
        assertThat(engine.frameworks().frameworks().get(0).id()).isEqualTo(FrameworkId.of("small"));
        OpelRules.Builder dayBefore = OpelRules.builder().folder(rules).today(DAY.minusDays(1));
        assertThatThrownBy(dayBefore::build).isInstanceOf(InvalidRulesException.class);
        assertThatThrownBy(dayBefore::buildReloadable).isInstanceOf(InvalidRulesException.class);
    }

    @Test
    void a_framework_of_which_nothing_was_read_says_so() {
        assertThat(FrameworkLoader.check(folder, DAY).standing()).isEqualTo("in use; none of its 20 values was read");
        assertThat(RuleSource.bundled(FrameworkId.of("nhse-opel-2024-26"))
                        .check()
                        .standing())
                .matches("draft; none of its \\d+ values was read");
    }

    private void signOffCuts() {
        folder.replace(
                "acute.yaml", "cuts: unverified, sides: unverified", "cuts: " + SIGN_OFF + ", sides: unverified");
    }
}
