package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
    void one_assessment_runs_on_exactly_those_jars() throws Exception {
        String classPath = String.join(File.pathSeparator, jars())
                + File.pathSeparator
                + Path.of("target", "classes")
                + File.pathSeparator
                + Path.of("target", "test-classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Host.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("8 of 8 points", "\"format\":\"opel.assessment/1\"");
    }

    private static List<String> jars() throws IOException {
        return Arrays.asList(Files.readString(CLASS_PATH).strip().split(File.pathSeparator));
    }

    /** A host in a process of its own. */
    static final class Host {
        public static void main(String[] args) {
            var assessment = OpelRules.bundled()
                    .assess(SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                            .observedAt(Instant.parse("2024-01-08T08:00:00Z"))
                            .reading("ga-bed-occupancy", "98.3")
                            .build());
            System.out.println(assessment.explain().toText());
            System.out.println(OpelJson.write(assessment));
        }
    }
}
