package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code opel} beside {@code opel.jar}, and the archive of classes that it keeps. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final String REPORT = "{\"format\": \"opel.report/1\", \"organisation\": \"RXX\","
            + " \"providerType\": \"acute\", \"observedAt\": \"2024-01-08T08:00:00Z\","
            + " \"readings\": {\"ga-bed-occupancy\": \"98.2\"}}";
    private static final Path JAR = Path.of(System.getProperty("opel.jar"));
    private static final Path OPEL = JAR.resolveSibling("opel");
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    /** How a run ended. */
    private record Run(int exitCode, String output, String complaint) {}

    @TempDir
    Path folder;

    /** Most tests share one, since to make an archive takes a second or two. */
    @TempDir
    static Path shared;

    private Path cache = shared;

    @Test
    void the_first_run_keeps_an_archive_and_the_next_ones_start_from_it() throws Exception {
        cache = anEmptyCache();
        Path report = Files.writeString(folder.resolve("report.json"), REPORT);

        Run first = opel("score", report.toString());

        assertThat(first.output()).contains("RXX", "8 to 44");
        assertThat(first.complaint()).isEmpty();
        Path archive = onlyArchive();
        assertThat(Files.readAllBytes(archive))
                .as("the classes of a run that scored")
                .asString(StandardCharsets.ISO_8859_1)
                .contains("io/github/opelrules/cli/ScoreTable", "org/drools/core");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.getParent())))
                .isEqualTo("rwx------");
        Object made = Files.getAttribute(archive, "unix:ino");
        assertThat(opel("score", report.toString())).isEqualTo(first);
        assertThat(Files.getAttribute(onlyArchive(), "unix:ino"))
                .as("not made again")
                .isEqualTo(made);
        assertThat(classesFrom(archive))
                .as("what the JVM says of where it has classes from")
                .contains("ScoreTable source: shared objects file (top)");
    }

    @Test
    void arguments_come_to_the_command_as_they_were_typed() throws Exception {
        Path report = Files.writeString(folder.resolve("it's a \"report\" of $HOME * \\n.json"), REPORT);

        assertThat(opel("score", report.toString()).output()).contains("8 to 44");
        assertThat(opel("no such 'command'  *", "").complaint()).contains("\"no such 'command'  *\" is not a command");
    }

    @Test
    void exit_codes_are_those_of_the_command() throws Exception {
        assertThat(opel("--version")).isEqualTo(new Run(0, "opel 0.1.0\n", ""));
        assertThat(opel("score", "no-such-file.json").exitCode()).isEqualTo(2);
        assertThat(opel().exitCode()).isEqualTo(2);
        Path refused = Files.writeString(folder.resolve("refused.json"), REPORT.replace("98.2", "a lot"));
        assertThat(opel("score", refused.toString()).exitCode()).isEqualTo(1);
    }

    @Test
    void reports_come_by_standard_input_in_the_first_run_too() throws Exception {
        cache = anEmptyCache();
        assertThat(run(folder, Map.of(), REPORT, OPEL.toString(), "score", "-").output())
                .contains("8 to 44");
        assertThat(run(folder, Map.of(), REPORT, OPEL.toString(), "score", "-").output())
                .contains("8 to 44");
    }

    @Test
    void it_finds_its_jar_from_anywhere_and_through_links() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("else where/bin"));
        Files.createSymbolicLink(elsewhere.resolve("opel-0.1"), OPEL);
        Files.createSymbolicLink(elsewhere.resolve("opel"), Path.of("opel-0.1"));

        assertThat(run(folder, Map.of(), "", elsewhere.resolve("opel").toString(), "--version")
                        .output())
                .isEqualTo("opel 0.1.0\n");
        assertThat(run(
                                folder,
                                Map.of("PATH", elsewhere + ":" + System.getenv("PATH")),
                                "",
                                "sh",
                                "-c",
                                "opel --version")
                        .output())
                .isEqualTo("opel 0.1.0\n");
        assertThat(run(OPEL.getParent(), Map.of(), "", "sh", "opel", "--version")
                        .output())
                .isEqualTo("opel 0.1.0\n");
    }

    @Test
    void first_runs_at_the_same_time_do_not_meet() throws Exception {
        cache = anEmptyCache();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start(folder, Map.of(), OPEL.toString(), "check", "nhse-opel-2023-24"));
        }
        for (Process process : processes) {
            Run run = end(process, "");
            assertThat(run.output()).contains("no error");
            assertThat(run.complaint()).isEmpty();
        }
        assertThat(kept())
                .as("archives, and nothing that was left aside")
                .isNotEmpty()
                .allMatch(name -> name.endsWith(".jsa"));
        assertThat(opel("check", "nhse-opel-2023-24").output()).contains("no error");
    }

    @Test
    void a_damaged_archive_changes_nothing() throws Exception {
        cache = anEmptyCache();
        Run sound = run(folder, Map.of(), REPORT, OPEL.toString(), "score", "-");
        Path archive = onlyArchive();
        byte[] bytes = Files.readAllBytes(archive);

        byte[] changed = bytes.clone();
        Arrays.fill(changed, bytes.length / 2, bytes.length / 2 + 4096, (byte) 'x');
        for (byte[] damaged :
                List.of(changed, new byte[bytes.length], Arrays.copyOf(bytes, bytes.length / 2), new byte[0])) {
            // One that was made again may be of another size, and so of another name.
            Files.delete(onlyArchive());
            Files.write(archive, damaged);
            assertThat(run(folder, Map.of(), REPORT, OPEL.toString(), "score", "-"))
                    .as("%d of %d bytes", damaged.length, bytes.length)
                    .isEqualTo(sound);
        }
        assertThat(Files.size(onlyArchive())).as("one cut short is made again").isGreaterThan(bytes.length / 2);
    }

    @Test
    void without_a_place_for_the_archive_it_runs_all_the_same() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path colon = Files.createDirectory(folder.resolve("a:b"));
        for (String nowhere : List.of(file.toString(), "relative", colon.toString(), "/dev/null/cache")) {
            assertThat(run(folder, Map.of("XDG_CACHE_HOME", nowhere), "", OPEL.toString(), "--version"))
                    .as(nowhere)
                    .isEqualTo(new Run(0, "opel 0.1.0\n", ""));
        }
        assertThat(colon).isEmptyDirectory();
    }

    @Test
    void a_folder_that_others_may_write_to_is_not_trusted() throws Exception {
        cache = anEmptyCache();
        Path open = Files.createDirectory(cache.resolve("opel-rules"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(opel("--version")).isEqualTo(new Run(0, "opel 0.1.0\n", ""));
        assertThat(open).isEmptyDirectory();

        Files.delete(open);
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(open, other);
        assertThat(opel("--version")).isEqualTo(new Run(0, "opel 0.1.0\n", ""));
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void a_folder_of_somebody_else_is_not_trusted() throws Exception {
        cache = anEmptyCache();
        Path other = Files.createDirectory(cache.resolve("opel-rules"));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwx------"));
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a folder away");
        Files.setAttribute(other, "unix:uid", 65534);

        assertThat(opel("--version")).isEqualTo(new Run(0, "opel 0.1.0\n", ""));
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void the_home_folder_has_the_cache_where_no_other_is_named() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        assertThat(run(folder, Map.of("XDG_CACHE_HOME", "", "HOME", home.toString()), "", OPEL.toString(), "--version")
                        .exitCode())
                .isZero();
        assertThat(home.resolve(".cache/opel-rules")).isNotEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(".cache"))))
                .isEqualTo("rwx------");
    }

    @Test
    void java_is_that_of_JAVA_HOME_or_else_of_the_path() throws Exception {
        Path own = Files.createDirectories(folder.resolve("a java/bin"));
        Files.writeString(own.resolve("java"), "#!/bin/sh\necho \"this one: $*\"\n");
        Files.setPosixFilePermissions(own.resolve("java"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(run(folder, Map.of("JAVA_HOME", own.getParent().toString()), "", OPEL.toString(), "score", "a b")
                        .output())
                .startsWith("this one: ")
                .endsWith("-jar " + JAR.toRealPath() + " score a b\n");
        assertThat(run(folder, Map.of("JAVA_HOME", "", "PATH", own + ":" + System.getenv("PATH")), "", OPEL.toString())
                        .output())
                .startsWith("this one: ");
    }

    @Test
    void a_java_that_will_not_do_is_said() throws Exception {
        cache = anEmptyCache();
        Path old = Files.createDirectories(folder.resolve("old/bin"));
        Files.createSymbolicLink(old.resolve("java"), JAVA_HOME.resolve("bin/java"));
        assertThat(run(folder, Map.of("JAVA_HOME", folder.toString()), "", OPEL.toString(), "--version"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "opel: JAVA_HOME is " + folder
                                + ", and there is no bin/java in it. Set it to a Java from 17 on, or unset it.\n"));

        Files.delete(old.resolve("java"));
        Files.writeString(old.resolve("java"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(old.resolve("java"), PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String version : List.of("1.8.0_302", "9", "9.0.4", "11.0.2", "16")) {
            Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"" + version + "\"\n");
            assertThat(run(folder, Map.of("JAVA_HOME", old.getParent().toString()), "", OPEL.toString()))
                    .as(version)
                    .isEqualTo(
                            new Run(
                                    2,
                                    "",
                                    "opel: The Java in " + old.getParent()
                                            + " is older than 17. Install Java 17 or later, or set JAVA_HOME to where it is.\n"));
        }
        for (String version : List.of("17", "17.0.9", "21.0.1", "100")) {
            Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"" + version + "\"\n");
            assertThat(run(folder, Map.of("JAVA_HOME", old.getParent().toString()), "", OPEL.toString())
                            .exitCode())
                    .as(version)
                    .isZero();
        }
        assertThat(kept())
                .as("a JVM that made no archive is not asked again")
                .hasSize(4)
                .allMatch(name -> name.endsWith("-0.jsa"));
    }

    private Path anEmptyCache() throws IOException {
        return Files.createDirectory(folder.resolve("cache"));
    }

    private Run opel(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(OPEL.toString()));
        command.addAll(List.of(arguments));
        return run(folder, Map.of(), "", command.toArray(String[]::new));
    }

    private Run run(Path from, Map<String, String> environment, String input, String... command) throws Exception {
        return end(start(from, environment, command), input);
    }

    private Process start(Path from, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Both outputs are small enough to be read one after the other. */
    private static Run end(Process process, String input) throws Exception {
        try (var typed = process.getOutputStream()) {
            typed.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading.
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output, complaint);
    }

    private String classesFrom(Path archive) throws Exception {
        return run(
                        folder,
                        Map.of(),
                        REPORT,
                        JAVA_HOME.resolve("bin/java").toString(),
                        "-Xlog:class+load",
                        "-XX:+UseSerialGC",
                        "-XX:SharedArchiveFile=" + archive,
                        "-XX:+VerifySharedSpaces",
                        "-jar",
                        JAR.toRealPath().toString(),
                        "score",
                        "-")
                .output();
    }

    private Path onlyArchive() {
        assertThat(kept()).hasSize(1);
        return cache.resolve("opel-rules").resolve(kept().get(0));
    }

    private List<String> kept() {
        try (Stream<Path> files = Files.list(cache.resolve("opel-rules"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
