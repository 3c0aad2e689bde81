package io.github.opelrules.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CoverageTest {

    static final List<String> BUNDLED = FrameworkFolder.BUNDLED;

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void the_cases_of_what_the_library_ships_touch_everything(String id) {
        Coverage coverage = Coverage.of(RuleSource.bundled(FrameworkId.of(id)).tryCases());

        assertThat(coverage.notCovered()).isEmpty();
        assertThat(coverage.percent()).isEqualTo(100);
        assertThat(coverage.byKind().keySet())
                .as("only local overlays have thresholds")
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Coverage.Kind.THRESHOLD)));
    }

    @Test
    void everything_there_is_of_2023_24_is_counted() {
        assertThat(Coverage.of(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24"))
                                .tryCases())
                        .byKind())
                .isEqualTo(Map.of(
                        Coverage.Kind.BAND, new Coverage.Count(9 * 4, 9 * 4),
                        Coverage.Kind.EDGE, new Coverage.Count(9 * 3 * 3, 9 * 3 * 3),
                        Coverage.Kind.LEVEL, new Coverage.Count(4, 4),
                        Coverage.Kind.LEVEL_EDGE, new Coverage.Count(3 * 2, 3 * 2),
                        Coverage.Kind.MISSING, new Coverage.Count(9 * 5, 9 * 5),
                        // Three ends are ends of the domain too, and nothing plausible lies beyond.
                        Coverage.Kind.USUAL, new Coverage.Count(9 * 4 - 3, 9 * 4 - 3),
                        Coverage.Kind.TIER_LEVEL, new Coverage.Count(4, 4),
                        Coverage.Kind.TIER_RULE, new Coverage.Count(10, 10),
                        Coverage.Kind.PROTOCOL_RULE, new Coverage.Count(18 * 2, 18 * 2)));
    }

    @ParameterizedTest
    @FieldSource("BUNDLED")
    void removing_a_case_uncovers_exactly_what_it_alone_covered(String id) {
        CaseRun run = RuleSource.bundled(FrameworkId.of(id)).tryCases();
        Coverage before = Coverage.of(run);

        for (CaseResult removed : run.results()) {
            List<String> itsOwn = before.items().stream()
                    .filter(item -> item.by().equals(List.of(removed.tried())))
                    .map(Coverage.Item::what)
                    .toList();

            assertThat(Coverage.of(without(removed, run)).notCovered())
                    .extracting(Coverage.Item::what)
                    .isEqualTo(itsOwn);
        }
    }

    @Test
    void a_hundred_per_cent_means_all_and_less_is_listed() {
        CaseRun run = RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).tryCases();
        CaseResult third = run.results().stream()
                .filter(result -> result.tried().name().equals("a mean handover of 60.01 min scores 6"))
                .findFirst()
                .orElseThrow();

        Coverage coverage = Coverage.of(without(third, run));

        assertThat(coverage.percent()).isEqualTo(99);
        assertThat(coverage.toText())
                .startsWith("Coverage: 99 %, 254 of 255\n  bands            36 of 36\n  edges            80 of 81\n")
                .endsWith("Not covered:\n  acute, ambulance-handover-mean: just above the cut 60, 60.01\n");
    }

    @Test
    void without_cases_nothing_is_covered() {
        Coverage coverage = Coverage.of(new CaseRun(
                RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24"))
                        .tryCases()
                        .framework(),
                List.of()));

        assertThat(coverage.percent()).isZero();
        assertThat(coverage.notCovered()).hasSize(255);
    }

    private static CaseRun without(CaseResult removed, CaseRun run) {
        List<CaseResult> rest = new ArrayList<>(run.results());
        rest.remove(removed);
        return new CaseRun(run.framework(), rest);
    }
}
