package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build makes for others: the command in one jar, and the library that is installed. */
class PackagedIT {

    private static final String REPORT = "{\"format\": \"opel.report/1\", \"organisation\": \"RXX\","
            + " \"providerType\": \"acute\", \"observedAt\": \"2024-01-08T08:00:00Z\","
            + " \"readings\": {\"ga-bed-occupancy\": \"98.2\"}}";

    @TempDir
    Path folder;

    @Test
    void the_command_scores_from_its_jar_alone() throws Exception {
        Path report = Files.writeString(folder.resolve("report.json"), REPORT);

        assertThat(run("score", report.toString())).contains("RXX", "8 to 44");
    }

    @Test
    void its_bundled_rules_hold_from_the_jar_too() throws Exception {
        assertThat(run("check", "nhse-opel-2023-24")).contains("no error");
        assertThat(run("test", "nhse-opel-2023-24")).contains("all hold");
    }

    @Test
    void the_library_that_is_installed_names_its_dependencies() {
        // Such a POM would take the place of the one that names them.
        assertThat(Path.of("dependency-reduced-pom.xml")).doesNotExist();
    }

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("opel.jar")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isIn(0, 3);
        return output;
    }
}
