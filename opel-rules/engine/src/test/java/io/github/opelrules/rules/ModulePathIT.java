package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is a named module, compiled and run on a module path of the jars that an embedding host gets. */
class ModulePathIT {

    private static final Path JAR = Path.of("target", "opel-rules-" + System.getProperty("project.version") + ".jar");

    private static final String DESCRIPTOR = """
            module host {
                requires io.github.opelrules;
                requires io.github.opelrules.rules;
            }
            """;

    private static final String HOST = """
            package host;

            import io.github.opelrules.OpelEngine;
            import io.github.opelrules.assess.Assessment;
            import io.github.opelrules.escalate.EscalationInputs;
            import io.github.opelrules.escalate.EscalationState;
            import io.github.opelrules.rules.OpelJson;
            import io.github.opelrules.rules.OpelRules;
            import io.github.opelrules.rules.SystemFiles;
            import java.nio.file.Path;
            import java.time.Instant;
            import java.util.List;

            public class Host {
                public static void main(String[] files) {
                    OpelEngine engine = OpelRules.bundled();
                    Assessment assessment = engine.assess(OpelJson.readReport(files[1]));
                    System.out.println(assessment.level());
                    var inputs = EscalationInputs.of(SystemFiles.hierarchy(Path.of(files[0])))
                            .withAssessments(List.of(assessment));
                    var step = engine.advance(EscalationState.none(), inputs, Instant.parse("2024-01-08T08:15:00Z"));
                    System.out.println(step.raised().get(0).rule());
                    System.out.println(Host.class.getModule() + " of " + OpelRules.class.getModule());
                }
            }
            """;

    private static final String HIERARCHY = """
            format: opel.hierarchy/1
            weights: equal
            units:
              - { code: ENG, name: England, tier: nation }
              - { code: Y01, name: A region, tier: region, belongsTo: [{ parent: ENG, from: 2022-07-01 }] }
              - { code: QXX, name: An ICS, tier: ics, belongsTo: [{ parent: Y01, from: 2022-07-01 }] }
              - code: RXX
                name: A hospital
                tier: provider
                providerType: acute
                belongsTo: [{ parent: QXX, from: 2022-07-01 }]
            """;

    private static final String REPORT = "{\"format\": \"opel.report/1\", \"organisation\": \"RXX\","
            + " \"providerType\": \"acute\", \"observedAt\": \"2024-01-08T08:00:00Z\", \"readings\": {"
            + "\"ambulance-handover-mean\": \"95\", \"ed-four-hour-performance\": \"40\","
            + " \"ed-attendance-variation\": \"45\", \"majors-resus-occupancy\": \"160\","
            + " \"median-time-to-treatment\": \"300\", \"ed-over-12-hours\": \"20\", \"ga-bed-occupancy\": \"99\","
            + " \"escalation-beds\": \"10\", \"no-criteria-to-reside\": \"25\"}}";

    @TempDir
    Path folder;

    @Test
    void a_named_module_scores_and_escalates() throws Exception {
        String jars =
                Files.readString(Path.of("target", "runtime-class-path.txt")).strip() + File.pathSeparator + JAR;
        Path classes = compile(jars);
        Path hierarchy = Files.writeString(folder.resolve("hierarchy.yaml"), HIERARCHY);

        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        classes + File.pathSeparator + jars,
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "-m",
                        "host/host.Host",
                        hierarchy.toString(),
                        REPORT)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String output = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(host.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        assertThat(output.lines())
                .containsExactly("OPEL 4", "PRO-3-01", "module host of module io.github.opelrules.rules");
    }

    private Path compile(String jars) throws Exception {
        Path classes = folder.resolve("classes");
        List<String> sources = List.of(
                Files.writeString(folder.resolve("module-info.java"), DESCRIPTOR)
                        .toString(),
                Files.writeString(folder.resolve("Host.java"), HOST).toString());

        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-p", jars, "-d", classes.toString(), sources.get(0), sources.get(1));

        assertThat(result).as("result of javac").isZero();
        return classes;
    }
}
