package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.record.RecordVerifier;
import io.github.opelrules.rules.record.StepRecord;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an embedding host gets, and no more: the build writes that class path down, and a process of its own runs on it. */
class MinimalClassPathTest {

    private static final Path CLASS_PATH = Path.of("target", "runtime-class-path.txt");
    private static final Pattern VERSION = Pattern.compile("-\\d.*");

    @Test
    void an_embedding_host_gets_exactly_these_jars() throws IOException {
        List<String> names = jars().stream()
                .map(jar ->
                        VERSION.matcher(Path.of(jar).getFileName().toString()).replaceFirst(""))
                .filter(name -> !name.startsWith("opel-core") && !name.equals("classes"))
                .sorted()
                .toList();

        assertThat(names)
                .containsExactly(
                        "drools-base",
                        "drools-canonical-model",
                        "drools-compiler",
                        "drools-core",
                        "drools-kiesession",
                        "drools-model-compiler",
                        "drools-util",
                        "drools-wiring-api",
                        "drools-wiring-static",
                        "jackson-core",
                        "jspecify",
                        "kie-api",
                        "kie-internal",
                        "kie-memory-compiler",
                        "slf4j-api",
                        "snakeyaml-engine");
    }

    @Test
    void one_assessment_and_one_step_run_on_exactly_those_jars() throws Exception {
        assertThat(run(Host.class))
                .contains("8 of 8 points", "\"format\":\"opel.assessment/1\"", "\"format\":\"opel.escalation-step/1\"");
    }

    @Test
    void an_edited_protocol_runs_reloads_is_tried_and_verified_on_exactly_those_jars(@TempDir Path folder)
            throws Exception {
        OpelEngine here = Escalations.engine(folder, Escalations.shipped("escalation/test.dslr"), "");
        String record = StepRecord.write(
                here, EscalationState.none(), EscalationInputs.of(Escalations.HIERARCHY), Escalations.MONDAY);
        Path records = Files.writeString(folder.resolve("records.jsonl"), record);
        Path rules = folder.resolve("nhse-opel-2023-24");
        Files.createDirectories(rules.resolve("cases"));
        Files.writeString(rules.resolve("cases/own.yaml"), """
                format: opel.cases/1
                observedAt: "2024-01-08T10:00:00Z"
                system:
                  - { unit: EXA, is: ics }
                  - { unit: EXA01, is: acute, of: EXA }
                cases:
                  - case: the trust enters OPEL 4
                    steps:
                      - reports: { EXA01: 4 }
                        expect: { inForce: { EXA01: 4 } }
                """);

        assertThat(run(HostWithProtocol.class, rules.toString(), records.toString()))
                .isEqualToIgnoringNewLines("""
                        8 points at least
                        2024-01-08T08:15:00Z
                        nhse-opel-2023-24 1.1.0: 1 case, all hold.
                        HOLDS
                        """);
    }

    private static String run(Class<?> host, String... arguments) throws Exception {
        String classPath = String.join(File.pathSeparator, jars())
                + File.pathSeparator
                + Path.of("target", "classes")
                + File.pathSeparator
                + Path.of("target", "test-classes");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath, host.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static List<String> jars() throws IOException {
        return Arrays.asList(Files.readString(CLASS_PATH).strip().split(File.pathSeparator));
    }

    /** A host in a process of its own. */
    static final class Host {
        public static void main(String[] args) {
            OpelEngine engine = OpelRules.bundled();
            Assessment assessment = assessment(engine);
            System.out.println(assessment.explain().toText());
            System.out.println(OpelJson.write(assessment));
            System.out.println(OpelJson.write(step(engine, assessment)));
        }

        static Assessment assessment(OpelEngine engine) {
            return engine.assess(SituationReport.of(OdsCode.of("RA1"), ProviderType.ACUTE)
                    .observedAt(Instant.parse("2024-01-08T08:00:00Z"))
                    .reading("ga-bed-occupancy", "98.3")
                    .build());
        }

        static EscalationStep step(OpelEngine engine, Assessment assessment) {
            return engine.advance(
                    EscalationState.none(),
                    EscalationInputs.of(Escalations.HIERARCHY).withAssessments(List.of(assessment)),
                    Instant.parse("2024-01-08T08:15:00Z"));
        }
    }

    /** A host with a protocol of its own, in a process of its own. */
    static final class HostWithProtocol {
        public static void main(String[] args) {
            ReloadableEngine engine =
                    OpelRules.builder().folder(Path.of(args[0])).buildReloadable();
            Assessment assessment = Host.assessment(engine);
            System.out.println(assessment.score().min() + " points at least");
            System.out.println(Host.step(engine, assessment).state().at());
            engine.reload();
            System.out.println(RuleSource.of(Path.of(args[0])).tryCases().verdict());
            try {
                System.out.println(new RecordVerifier(engine.frameworks().frameworks())
                        .verify(Files.readString(Path.of(args[1])))
                        .outcome());
            } catch (IOException e) {
                System.out.println(e);
            }
        }
    }
}
