package io.github.opelrules.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.cases.OneFile;
import io.github.opelrules.rules.internal.cases.CaseFiles;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedCasesTest {

    @ParameterizedTest
    @CsvSource({"nhse-opel-2023-24, 9", "nhse-opel-2024-26, 8"})
    void the_engine_gives_what_the_tables_say_at_every_edge_and_level(String id, int parameters) {
        Framework framework = FrameworkLoader.load(FrameworkFolder.bundled(id));
        Map<String, String> files = GeneratedCases.of(framework);
        assertThat(files).containsOnlyKeys("generated-acute.yaml");

        CaseRun run = run(framework, files.get("generated-acute.yaml"));

        assertThat(run.failures()).isEmpty();
        assertThat(run.results())
                .hasSize(parameters * 9 + 6)
                .allMatch(result -> result.tried().isGenerated());
        assertThat(Coverage.of(run).byKind().get(Coverage.Kind.EDGE))
                .hasToString(parameters * 9 + " of " + parameters * 9);
        assertThat(Coverage.of(run).byKind().get(Coverage.Kind.LEVEL_EDGE)).hasToString("6 of 6");
    }

    @Test
    void they_say_what_they_are_and_do_not_count_against_changed_numbers() {
        Framework framework = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));
        String file = GeneratedCases.of(framework).get("generated-acute.yaml");

        assertThat(file)
                .startsWith(
                        "# Generated from nhse-opel-2023-24 1.1.0: these cases show what its tables say, and not that"
                                + " they are right.\nformat: opel.cases/1\nproviderType: acute\ngenerated: true\ncases:\n"
                                + "  - case: ambulance-handover-mean of 14.99 scores 0\n")
                .contains("""
                          - case: 12 points are OPEL 2
                            readings: { ambulance-handover-mean: 60.01, majors-resus-occupancy: 120.01 }
                            others: best
                            expect: { level: 2, score: 12 }
                        """);

        MutationRun mutation = MutationRun.of(run(framework, file));
        assertThat(mutation.survivors()).hasSize(mutation.mutants());
    }

    private static CaseRun run(Framework framework, String text) {
        CaseFiles files = CaseFiles.of(OneFile.of("cases/generated-acute.yaml", text), framework);
        assertThat(files.findings()).isEmpty();
        return CaseRun.of(framework, List.copyOf(files.cases()));
    }
}
