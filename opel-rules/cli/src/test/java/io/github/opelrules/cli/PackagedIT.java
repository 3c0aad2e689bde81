package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
    void protocols_and_both_frameworks_are_tried_compared_and_printed_from_the_jar_too() throws Exception {
        String rules = folder.resolve("rules").toString();
        assertThat(run("new", "nhse-opel-2023-24", rules)).contains("rules");
        assertThat(run("test", rules, "--coverage", "--mutate")).contains("all hold", "protocol rules");
        assertThat(run("diff", "nhse-opel-2023-24", "nhse-opel-2024-26")).contains("ICS-4-03");
        assertThat(run("rules", rules)).contains("rule \"", "mutual aid");
        Path reports = Files.writeString(folder.resolve("reports.jsonl"), REPORT);
        assertThat(run("replay", "--from", rules, "--to", "nhse-opel-2024-26", "--drafts", reports.toString()))
                .contains("1 report");
    }

    /** Drools' own compiler refers to what it needs, and is not run; all else in the jar finds what it refers to. */
    @Test
    void nothing_refers_to_what_is_left_out_of_the_jar() throws Exception {
        List<Pattern> leftOut = leftOut();
        List<String> found = new ArrayList<>();
        try (ZipFile jar = new ZipFile(System.getProperty("opel.jar"))) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                boolean isOfTheCompiler = entry.getName().startsWith("org/drools/compiler/");
                boolean refers = entry.getName().matches(".*\\.class|META-INF/services/.+");
                if (refers && !isOfTheCompiler) {
                    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                    String paths = text.replace('.', '/');
                    leftOut.stream()
                            .filter(path -> path.matcher(paths).find())
                            .forEach(path -> found.add(entry.getName() + " refers to " + path));
                }
            }
        }

        assertThat(leftOut).hasSizeGreaterThan(20);
        assertThat(found).isEmpty();
    }

    /** What the build leaves out of the jar, of the classes of others. */
    private static List<Pattern> leftOut() throws IOException {
        return Pattern.compile("<exclude>((?:com|org|tools|picocli)/[^<]*)</exclude>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .map(glob -> Pattern.compile(
                        glob.endsWith(".class")
                                ? Pattern.quote(glob.replace(".class", "")) + "(?![\\w$])"
                                : Pattern.quote(glob.replace("*", ""))))
                .toList();
    }

    /** With protocols that were compiled it had 16.8 million bytes, and no worksheets. */
    @Test
    void the_jar_has_not_grown() throws IOException {
        assertThat(Files.size(Path.of(System.getProperty("opel.jar")))).isLessThan(17_000_000);
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
