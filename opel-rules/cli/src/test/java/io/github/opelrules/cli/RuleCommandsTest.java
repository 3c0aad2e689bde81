package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands for those who write rules. */
class RuleCommandsTest {

    private static final String BUNDLED = "nhse-opel-2023-24";
    private static final String NOTHING_OF_THIS_NAME =
            " is not a folder, not a .zip and not a framework that comes with this program.";

    @TempDir
    private Path temporary;

    private Path copy;

    @BeforeEach
    void nameTheCopy() {
        copy = temporary.resolve("copy");
    }

    private static void assertRefused(Result result, String message) {
        assertThat(result.err()).isEqualTo(message + "\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private void makeTheCopy() {
        assertThat(Result.of("new", BUNDLED, copy.toString()).exitCode()).isZero();
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(copy.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(copy.resolve(file), text.replace(from, to));
    }

    private Path zipOfTheCopy() throws IOException {
        Path zip = temporary.resolve("copy.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : List.of("framework.yaml", "acute.yaml")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(Files.readAllBytes(copy.resolve(name)));
            }
        }
        return zip;
    }

    private static Framework bundled() {
        return OpelRules.bundled().frameworks().frameworks().get(0);
    }

    @Nested
    class New {

        @Test
        void makes_a_copy_with_an_id_of_its_own_and_says_what_next() throws IOException {
            Result result = Result.of("new", BUNDLED, copy.toString());

            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .startsWith(copy + " holds local-nhse-opel-2023-24, a copy of nhse-opel-2023-24: framework.yaml,"
                            + " acute.yaml, protocol/ics.dslr, protocol/provider.dslr, cases/acute.yaml,"
                            + " cases/escalation.yaml and cases/systems.yaml.\nNext:\n")
                    .contains("opel check " + copy + "\n", "opel score --rules " + copy + " report.json\n");
            assertThat(result.exitCode()).isZero();
            try (Stream<Path> files = Files.walk(copy)) {
                assertThat(files.filter(Files::isRegularFile)
                                .map(file -> copy.relativize(file).toString()))
                        .containsExactlyInAnyOrder(
                                "framework.yaml",
                                "acute.yaml",
                                "protocol/ics.dslr",
                                "protocol/provider.dslr",
                                "cases/acute.yaml",
                                "cases/escalation.yaml",
                                "cases/systems.yaml",
                                "schema/opel.cases-1.schema.json",
                                "schema/opel.framework-1.schema.json",
                                "schema/opel.overlay-1.schema.json",
                                "schema/opel.table-1.schema.json");
            }
        }

        @Test
        void the_copy_loads_and_scores_as_the_original_does() {
            makeTheCopy();

            Framework loaded = OpelRules.builder()
                    .folder(copy)
                    .build()
                    .frameworks()
                    .frameworks()
                    .get(0);

            assertThat(loaded.id()).hasToString("local-nhse-opel-2023-24");
            assertThat(loaded.tables()).isEqualTo(bundled().tables());
            assertThat(loaded.inForce()).isEqualTo(bundled().inForce());
        }

        @Test
        void the_first_line_of_each_file_names_the_schema_that_is_there() throws IOException {
            makeTheCopy();

            for (String file : List.of("framework.yaml", "acute.yaml")) {
                String first = Files.readAllLines(copy.resolve(file)).get(0);
                String schema = first.replace("# yaml-language-server: $schema=", "");

                assertThat(schema).startsWith("schema/opel.").isNotEqualTo(first);
                assertThat(copy.resolve(schema)).exists();
            }
        }

        @Test
        void takes_an_id() {
            Result result = Result.of("new", BUNDLED, copy.toString(), "--id", "my-trust-2026");

            assertThat(result.out()).startsWith(copy + " holds my-trust-2026, ");
            assertThat(Result.of("frameworks", "--rules", copy.toString()).out())
                    .startsWith("my-trust-2026 1.1.0: OPEL Framework 2023/24 (local copy)\n");
        }

        @Test
        void writes_into_an_empty_folder_and_makes_those_above_it() throws IOException {
            Files.createDirectory(copy);
            makeTheCopy();

            assertThat(Result.of("new", BUNDLED, copy.resolve("a/b").toString()).exitCode())
                    .isZero();
        }

        @Test
        void refuses_a_folder_that_holds_anything_and_leaves_it_alone() throws IOException {
            makeTheCopy();
            edit("acute.yaml", "upTo: 92", "upTo: 91");
            String before = Files.readString(copy.resolve("acute.yaml"));

            assertRefused(
                    Result.of("new", BUNDLED, copy.toString()),
                    "\"" + copy + "\" is there already and not an empty folder. Name a folder that is not there yet;"
                            + " nothing was written.\nTry \"opel new --help\".");
            assertThat(Files.readString(copy.resolve("acute.yaml"))).isEqualTo(before);

            Path file = copy.resolve("acute.yaml");
            assertThat(Result.of("new", BUNDLED, file.toString()).err())
                    .startsWith("\"" + file + "\" is there already and not an empty folder.");
        }

        @Test
        void refuses_what_it_does_not_know() {
            assertRefused(
                    Result.of("new", "nhse-opel-2023", copy.toString()),
                    "\"nhse-opel-2023\" is not a framework that comes with this program. Did you mean"
                            + " \"nhse-opel-2023-24\"? Those are: nhse-opel-2023-24,"
                            + " nhse-opel-2024-26.\nTry \"opel new --help\".");
            assertRefused(
                    Result.of("new", BUNDLED, copy.toString(), "--id", "My Trust"),
                    "--id: \"My Trust\" is not a framework id: expected lower-case words joined by hyphens, such as"
                            + " \"nhse-opel-2023-24\".\nTry \"opel new --help\".");
            assertRefused(
                    Result.of("new", BUNDLED, copy.toString(), "--id", BUNDLED),
                    "--id: nhse-opel-2023-24 is the id of a framework that comes with this program. Give the copy one of"
                            + " its own, so that nobody takes one for the other. Only what takes the place of a draft, and is no overlay, may"
                            + " keep its id.\nTry \"opel new --help\".");
            assertRefused(Result.of("new", BUNDLED), "Missing required parameter: 'DIR'.\nTry \"opel new --help\".");
            assertThat(copy).doesNotExist();
        }

        @Test
        void refuses_a_folder_that_cannot_be_made() throws IOException {
            Path file = Files.writeString(temporary.resolve("file"), "x");
            String below = file.resolve("copy").toString();

            Result result = Result.of("new", BUNDLED, below);

            assertThat(result.err())
                    .startsWith("\"" + below + "\" cannot be written: ")
                    .endsWith(". Name a folder that you may write to.\nTry \"opel new --help\".\n");
            assertThat(result.exitCode()).isEqualTo(2);
        }
    }

    @Nested
    class Check {

        @Test
        void passes_what_comes_with_the_program_and_sums_up_its_grades() {
            Result result = Result.of("check", BUNDLED);

            assertThat(result.out())
                    .contains("nhse-opel-2023-24 1.1.0: ", " no error.")
                    .containsPattern(
                            "\n[1-9]\\d* values: 0 published, [1-9]\\d* corroborated, [1-9]\\d* unverified, \\d+ assumed\\.\nStatus: in use; none of"
                                    + " its \\d+ values was read\\.\n$");
            assertThat(result.err()).isEmpty();
            assertThat(result.exitCode()).isZero();
        }

        @Test
        void names_each_finding_by_file_line_and_column() throws IOException {
            makeTheCopy();
            edit("acute.yaml", "{ upTo: 92, points: 0 }", "{ upTo: 91, pionts: 0 }");

            Result result = Result.of("check", copy.toString());

            assertThat(result.out())
                    .contains(copy + "/acute.yaml:150:21: error OPEL-020 \"pionts\" is not a key of ")
                    .contains("Did you mean \"points\"?")
                    .containsPattern(
                            "\n" + copy + ": \\d errors?. The rules cannot be used until the errors are mended.\n");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void checks_a_zip_and_several_at_once() throws IOException {
            makeTheCopy();
            Path zip = zipOfTheCopy();
            edit("framework.yaml", "version: \"1.1.0\"", "version: 1.0");

            Result result = Result.of("check", zip.toString(), copy.toString());

            assertThat(result.out())
                    .startsWith("local-nhse-opel-2023-24 1.1.0: ")
                    .contains("\n" + copy + "/framework.yaml:")
                    .contains(": error OPEL-03");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void a_damaged_zip_is_a_finding() throws IOException {
            Path zip = Files.writeString(temporary.resolve("bad.zip"), "PK");

            Result result = Result.of("check", zip.toString());

            assertThat(result.out()).startsWith(zip + ":1:1: error OPEL-013 The .zip cannot be read: ");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void lists_what_is_not_verified_in_the_order_of_the_document() {
            String[] lines = Result.of("check", BUNDLED, "--worklist").out().split("\n");
            List<String> worklist = Stream.of(lines)
                    .dropWhile(line -> !line.equals("Still to verify:"))
                    .skip(1)
                    .toList();

            assertThat(worklist)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line)
                            .matches(
                                    "  nhse-opel-2023-24/(acute\\.yaml|framework\\.yaml|protocol/[a-z]+\\.dslr):\\d+:\\d+: .+"
                                            + " \\((corroborated|unverified|assumed)\\)"));
            assertThat(worklist.get(0)).contains("ambulance-handover-mean");
            assertThat(worklist.get(worklist.size() - 1)).contains("protocol/provider.dslr");
        }

        @Test
        void writes_JSON() throws IOException {
            assertThat(Result.of("check", BUNDLED, "--format", "json", "--worklist")
                            .out())
                    .startsWith("{\"format\":\"opel.check/1\",\"folder\":\"nhse-opel-2023-24\",\"passes\":true,"
                            + "\"framework\":{\"id\":\"nhse-opel-2023-24\",\"version\":\"1.1.0\",\"title\":\"OPEL Framework"
                            + " 2023/24\",\"status\":\"published\",\"from\":\"2023-08-01\",\"until\":\"2024-12-01\","
                            + "\"providerTypes\":[\"acute\"],\"pillars\":{\"acute\":\"1\"},\"digest\":\""
                            + bundled().digest() + "\"},\"findings\":[")
                    .contains("\"values\":{\"published\":0,\"corroborated\":", "\"worklist\":[{\"file\":")
                    .endsWith("]}\n");
            makeTheCopy();
            edit("framework.yaml", "status: published", "status: final");
            Result result = Result.of("check", copy.toString(), "--format", "json");
            assertThat(result.out())
                    .startsWith("{\"format\":\"opel.check/1\",\"folder\":\"" + copy
                            + "\",\"passes\":false,\"findings\":[{\"file\":\"" + copy + "/framework.yaml\",\"line\":")
                    .contains("\"severity\":\"error\",\"code\":\"OPEL-038\",\"message\":\"")
                    .doesNotContain("\"worklist\"");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void writes_SARIF_for_forges() throws IOException {
            makeTheCopy();
            edit("framework.yaml", "tables: [acute.yaml]", "tables: [acut.yaml]");

            Result result = Result.of("check", copy.toString(), "--format", "sarif");

            assertThat(result.out())
                    .isEqualTo("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
                            + "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"opel check\",\"version\":\"0.1.0\",\"rules\":["
                            + "{\"id\":\"OPEL-001\"}]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[{\"ruleId\":"
                            + "\"OPEL-001\",\"level\":\"error\",\"message\":{\"text\":\"There is no file \\\"acut.yaml\\\" in "
                            + copy + ". Add it, or correct the name.\"},\"locations\":[{\"physicalLocation\":"
                            + "{\"artifactLocation\":{\"uri\":\"file://" + copy
                            + "/framework.yaml\"},\"region\":{\"startLine\":24,\"startColumn\":10}}}]}]}]}\n");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void refuses_what_is_not_there() {
            assertRefused(
                    Result.of("check", BUNDLED, "nhse-opel-2023-25"),
                    "\"nhse-opel-2023-25\"" + NOTHING_OF_THIS_NAME + " Did you mean \"nhse-opel-2023-24\"? Those are:"
                            + " nhse-opel-2023-24, nhse-opel-2024-26.\nTry \"opel check --help\".");
            assertRefused(
                    Result.of("check", "a\0b"),
                    "\"a\uFFFDb\"" + NOTHING_OF_THIS_NAME
                            + " Those are: nhse-opel-2023-24,"
                            + " nhse-opel-2024-26.\nTry \"opel check --help\".");
            assertRefused(Result.of("check"), "Missing required parameter: 'DIR|ZIP|ID'.\nTry \"opel check --help\".");
        }
    }

    @Nested
    class Frameworks {

        @Test
        void lists_those_that_come_with_the_program() {
            Result result = Result.of("frameworks");

            assertThat(result.out())
                    .startsWith("nhse-opel-2023-24 1.1.0: OPEL Framework 2023/24\n"
                            + "  status     in use; none of its 143 values was read\n"
                            + "  in force   from 2023-08-01 until 2024-12-01\n"
                            + "  providers  acute\n"
                            + "  systems    weighted mean of acute 1\n"
                            + "  digest     " + bundled().digest() + "\n"
                            + "  evidence   143 values: ")
                    .contains("\nnhse-opel-2024-26 1.1.0: Integrated OPEL framework 2024 to 2026\n"
                            + "  status     draft; none of its 171 values was read\n"
                            + "  in force   from 2024-12-01\n"
                            + "  providers  acute, community, mental-health, nhs-111\n"
                            + "  systems    weighted mean of acute 1, community 1, mental-health 1, nhs-111 1\n")
                    .contains(
                            "\n  known issue: Acute level cuts: published feeds disagree. One site is at OPEL 2 up to 12"
                                    + " points,");
            assertThat(result.exitCode()).isZero();
        }

        @Test
        void lists_others_also_as_JSON() throws IOException {
            makeTheCopy();

            Result result = Result.of(
                    "frameworks",
                    "--rules",
                    copy.toString(),
                    "--rules",
                    zipOfTheCopy().toString(),
                    "--format",
                    "json");

            assertThat(result.out().split("\n"))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .startsWith(
                                    "{\"format\":\"opel.framework-summary/1\",\"framework\":{\"id\":\"local-nhse-opel-2023-24\"")
                            .endsWith("}}"));
            assertThat(Result.of("frameworks", "--format", "json").out().split("\n")[1])
                    .contains("\"pillars\":{\"acute\":\"1\",\"community\":\"1\",")
                    .contains("\"knownIssues\":[\"Acute level cuts: published feeds disagree. One site is at");
        }

        @Test
        void lists_the_sound_ones_and_says_what_is_wrong_with_the_others() throws IOException {
            makeTheCopy();
            Files.delete(copy.resolve("framework.yaml"));

            Result result = Result.of("frameworks", "--rules", copy.toString(), "--rules", BUNDLED);

            assertThat(result.out()).startsWith("nhse-opel-2023-24 1.1.0");
            assertThat(result.err())
                    .isEqualTo(copy + "/framework.yaml:1:1: OPEL-001 There is no file \"framework.yaml\" in " + copy
                            + ". Add it, or correct the name.\n");
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }

    @Nested
    class Rules {

        @Test
        void prints_the_method_and_the_numbers() {
            Result result = Result.of("rules", BUNDLED);

            assertThat(result.out())
                    .startsWith(
                            "=== The method, the same for every framework: scoring.drl ===\n\n// How one provider is")
                    .contains("rule \"A reading scores the points of every band it touches\"\n")
                    .contains(
                            "\n\n=== The numbers of nhse-opel-2023-24 1.1.0 for acute providers: 44 points at most ===\n")
                    .contains("""

                            2. ED 4-hour performance (ed-four-hour-performance), in % from 0 to 100, lower is worse, since midnight
                               usual are 20 to 100%; a reading outside is doubtful   assumed
                               from 95                 0 points   unverified
                               from 76 and below 95    1 point    unverified
                               above 60 and below 76   2 points   corroborated
                               up to 60                4 points   corroborated
                            """)
                    .contains("""

                            Levels, by the points in all
                               OPEL 1   up to 11                corroborated
                               OPEL 2   above 11 and up to 22   corroborated
                               OPEL 3   above 22 and up to 33   corroborated
                               OPEL 4   above 33 and up to 44   corroborated

                            """)
                    .contains(
                            "\n\n=== The method for systems, the same for every framework: tiers.drl ===\n\n// How the levels",
                            "rule \"The score is the weighted mean of the parts\"\n",
                            "\n\n=== The method of mutual aid, the same for every framework: aid.drl ===\n\n// Which neighbours",
                            "rule \"A neighbour that may have no free beds cannot help\"\n",
                            "\n\nWhen a neighbour can help\n   better off for   PT1H        assumed\n"
                                    + "   beds occupied    below 95%   assumed\n")
                    .contains("""

                            === The numbers of nhse-opel-2023-24 1.1.0 for ICS, region and nation ===

                            What is the weighted mean of what
                               in an ICS   its acute providers together, weight 1   corroborated
                               an ICS      its providers                            corroborated
                               a region    its ICSs                                 assumed
                               a nation    its regions                              assumed

                            Levels, by the mean of the points
                               OPEL 1   up to 11                corroborated
                               OPEL 2   above 11 and up to 22   corroborated
                               OPEL 3   above 22 and up to 33   corroborated
                               OPEL 4   above 33 and up to 44   corroborated

                            How long a report, or a level that is declared, counts
                               up to   PT24H   assumed
                            """);
            assertThat(Result.of("rules").out())
                    .startsWith(result.out())
                    .contains("nhse-opel-2024-26 1.1.0 for nhs-111");
        }

        @Test
        void says_where_bands_are_not_known_yet() throws IOException {
            makeTheCopy();
            String text = Files.readString(copy.resolve("acute.yaml"));
            int bands = text.indexOf("    bands:");
            int next = text.indexOf("  - id: ed-four-hour-performance");
            Files.writeString(
                    copy.resolve("acute.yaml"),
                    text.substring(0, bands) + "    bands: expected\n\n" + text.substring(next));
            Path manifest = copy.resolve("framework.yaml");
            Files.writeString(manifest, Files.readString(manifest).replace("status: published", "status: draft"));

            assertThat(Result.of("rules", copy.toString()).out())
                    .contains(
                            "1. mean ambulance handover time (ambulance-handover-mean), in min from 0 to 1440, higher is"
                                    + " worse, since midnight\n   usual are 3 to 240 min; a reading outside is doubtful   assumed\n"
                                    + "   its bands are announced but not known yet\n");
            assertThat(Result.of("rules", "nhse-opel-2024-26").out())
                    .contains("is worse\n   its bands are announced but not known yet; it could score up to 3 points"
                            + "   assumed\n");
        }

        @Test
        void says_what_is_wrong_with_the_files() throws IOException {
            Files.createDirectory(copy);

            Result result = Result.of("rules", copy.toString());

            assertThat(result.err())
                    .startsWith("The rules have 1 problem:\n  " + copy + "/framework.yaml:1:1: OPEL-001 ");
            assertThat(result.out()).isEmpty();
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }

    @Nested
    class Schema {

        @Test
        void lists_every_schema_there_is() {
            assertThat(Result.of("schema").out().lines()).containsExactlyInAnyOrderElementsOf(PublishedSchemas.names());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "opel.framework-1",
                    "opel.table-1",
                    "opel.overlay-1",
                    "opel.report-1",
                    "opel.assessment-1",
                    "opel.diff-1",
                    "opel.replay-1",
                    "opel.record-1",
                    "opel.verify-1",
                    "opel.conform-1",
                    "opel.conformance-1",
                    "opel.check-1",
                    "opel.framework-summary-1",
                    "opel.hierarchy-1",
                    "opel.adoptions-1",
                    "opel.declarations-1",
                    "opel.system-1"
                })
        void prints_one(String name) {
            assertThat(Result.of("schema", name)).isEqualTo(new Result(0, PublishedSchemas.text(name), ""));
        }

        @Test
        void refuses_another() {
            assertRefused(
                    Result.of("schema", "opel.table"),
                    "\"opel.table\" is not a schema. Did you mean \"opel.table-1\"? Known: opel.framework-1, opel.table-1,"
                            + " opel.overlay-1, opel.cases-1, opel.hierarchy-1, opel.adoptions-1, opel.declarations-1, opel.hours-1, opel.report-1, opel.assessment-1, opel.system-1, opel.escalation-state-1, opel.escalation-step-1, opel.escalation-event-1, opel.action-1, opel.action-reply-1, opel.notice-1, opel.declaration-1, opel.diff-1, opel.replay-1, opel.record-1, opel.verify-1, opel.conform-1, opel.conformance-1, opel.check-1, opel.test-1, opel.framework-summary-1.\nTry \"opel schema --help\".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "test",
                "new",
                "frameworks",
                "rules",
                "sentences",
                "cards",
                "schema",
                "replay",
                "verify",
                "conform"
            })
    void every_command_has_help_with_its_exit_codes(String command) {
        Result result = Result.of(command, "--help");

        assertThat(result.out()).contains("Usage: opel " + command + " [-hV]", "Exit codes: 0 ");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void score_takes_a_zip_too() throws IOException {
        makeTheCopy();
        Path report = Files.writeString(
                temporary.resolve("report.json"),
                "{\"format\":\"opel.report/1\",\"organisation\":\"RXX\",\"providerType\":\"acute\","
                        + "\"observedAt\":\"2024-01-08T08:00:00Z\"}");

        Result result = Result.of("score", "--rules", zipOfTheCopy().toString(), report.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Scored by local-nhse-opel-2023-24 1.1.0");
    }

    @Test
    void the_frameworks_that_come_with_the_program_all_load() {
        assertThat(OpelRules.bundled().frameworks().frameworks())
                .extracting(framework -> framework.id().value())
                .containsExactlyElementsOf(FrameworkFolder.BUNDLED);
    }

    @Nested
    class Cases {

        @Test
        void says_that_all_cases_hold() {
            Result result = Result.of("test", BUNDLED);

            assertThat(result.out()).isEqualTo("nhse-opel-2023-24 1.1.0: 159 cases, all hold.\n");
            assertThat(result.exitCode()).isZero();
        }

        @Test
        void prints_a_case_that_does_not_hold_and_exits_with_one() throws IOException {
            makeTheCopy();
            edit("cases/acute.yaml", "level: 4, score: 34", "level: 3, score: 34");

            Result result = Result.of("test", copy.toString());

            assertThat(result.out()).contains("34 points are OPEL 4\n  level: expected OPEL 3, found OPEL 4\n");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void exits_with_one_where_there_is_no_case() throws IOException {
            makeTheCopy();
            removeTheCases();

            Result result = Result.of("test", copy.toString());

            assertThat(result.out()).contains("has no cases, so nothing is tested.");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text", "json", "junit"})
        void fails_in_every_format_where_there_is_no_case(String format) throws IOException {
            makeTheCopy();
            removeTheCases();

            Result result = Result.of("test", copy.toString(), "--format", format, "--mutate", "--threshold", "1");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).isEmpty();
        }

        private void removeTheCases() throws IOException {
            for (String file : List.of("acute", "escalation", "systems")) {
                Files.delete(copy.resolve("cases/" + file + ".yaml"));
            }
        }

        @Test
        void tells_what_is_not_covered_and_fails_below_the_threshold() throws IOException {
            makeTheCopy();
            Files.delete(copy.resolve("cases/systems.yaml"));

            Result told = Result.of("test", copy.toString(), "--coverage");
            Result demanded = Result.of("test", copy.toString(), "--threshold", "95");

            assertThat(told.out())
                    .startsWith("local-nhse-opel-2023-24 1.1.0: 139 cases, all hold.\nCoverage: 94 %, 241 of 255\n")
                    .contains(
                            "\n  levels of tiers  0 of 4\n  rules of tiers   0 of 10\n  protocol rules   36 of 36\nNot covered:\n  tiers: OPEL 1\n")
                    .endsWith("  tiers: the rule \"The unrounded mean decides the level\"\n");
            assertThat(told.exitCode()).isZero();
            assertThat(demanded.out()).endsWith("That is less than the 95 % that were demanded.\n");
            assertThat(demanded.exitCode()).isEqualTo(1);
            assertThat(Result.of("test", copy.toString(), "--threshold", "94").exitCode())
                    .isZero();
        }

        @Test
        void fails_where_no_case_notices_a_changed_number_and_prints_one_that_would() throws IOException {
            makeTheCopy();
            Files.delete(copy.resolve("cases/systems.yaml"));

            Result result = Result.of("test", copy.toString(), "--mutate");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out())
                    .contains("Changed numbers: 324 of 335 noticed; ")
                    .contains("""
                            NOT NOTICED tiers, cut between OPEL 1 and OPEL 2: "up to 11" changed to "up to 11.01". This case would notice it:
                              - case: a reported OPEL 1 counts as the scores 0 to 11
                                system: [{ unit: QXX, is: ics }, { unit: QXX01, is: acute, of: QXX }]
                                declared: { QXX01: 1 }
                                expect: { QXX01: { score: 0 to 11 } }
                            """);
        }

        @Test
        void does_not_change_numbers_while_a_case_fails() throws IOException {
            makeTheCopy();
            edit("cases/acute.yaml", "level: 4, score: 34", "level: 3, score: 34");

            Result result = Result.of("test", copy.toString(), "--mutate");

            assertThat(result.out())
                    .endsWith(
                            "159 cases, 1 fails.\nChanged numbers: not tried, since not all cases hold or there is none.\n");
            assertThat(result.exitCode()).isEqualTo(1);
        }

        @Test
        void writes_json_that_is_valid_under_its_schema() throws IOException {
            makeTheCopy();
            Result whole = Result.of("test", copy.toString(), "--format", "json", "--coverage", "--mutate");
            edit("cases/acute.yaml", "level: 4, score: 34", "level: 3, score: 34");
            Files.delete(copy.resolve("cases/systems.yaml"));
            Result failing = Result.of("test", copy.toString(), "--format", "json", "--threshold", "100");

            var schema = Result.schema("opel.test-1");
            for (Result result : List.of(whole, failing)) {
                assertThat(schema.validate(result.out(), InputFormat.JSON)).isEmpty();
            }
            assertThat(whole.out())
                    .contains("\"passes\":true", "\"mutation\":{\"changes\":335,\"noticed\":335,\"equivalent\":1,");
            assertThat(failing.out())
                    .contains(
                            "\"passes\":false",
                            "\"holds\":false,\"differences\":[\"level: expected OPEL 3, found OPEL 4\"],\"explanation\":\"",
                            "\"coverage\":{\"percent\":94,\"threshold\":100,\"kinds\":[{\"kind\":\"bands\",\"covered\":36,",
                            "\"notCovered\":[\"tiers: OPEL 1\",");
        }

        @Test
        void writes_the_xml_that_build_servers_read() throws IOException {
            makeTheCopy();
            Result whole = Result.of("test", copy.toString(), "--format", "junit", "--coverage", "--mutate");
            edit("cases/acute.yaml", "level: 4, score: 34", "level: 3, score: 34");
            edit("cases/acute.yaml", "case: 34 points are OPEL 4", "case: 34 points are <OPEL> \"4\" & no \u0007 more");
            Result refused = Result.of("test", copy.toString(), "--format", "junit");
            edit("cases/acute.yaml", "\u0007", "bell");
            Result failing = Result.of("test", copy.toString(), "--format", "junit", "--threshold", "100");
            removeTheCases();
            Result empty = Result.of("test", copy.toString(), "--format", "junit");

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(whole.out())
                    .contains(
                            "<testsuite name=\"local-nhse-opel-2023-24 1.1.0\" tests=\"161\" failures=\"0\" errors=\"0\"")
                    .contains(
                            "<testcase classname=\"local-nhse-opel-2023-24.cases.systems\" name=\"a mean of exactly 11 is OPEL 1\">")
                    .contains(
                            "<testcase classname=\"local-nhse-opel-2023-24\" name=\"the cases notice every changed number\">");
            assertThat(failing.out())
                    .contains("tests=\"160\" failures=\"1\" ")
                    .contains("name=\"34 points are &lt;OPEL&gt; &quot;4&quot; &amp; no bell more\"><failure"
                            + " message=\"level: expected OPEL 3, found OPEL 4\" type=\"failure\">" + copy
                            + "/cases/acute.yaml:");
            assertThat(empty.out())
                    .contains("tests=\"1\" failures=\"1\" ", "name=\"there is at least one case\"><failure message=\"");
        }

        @Test
        void writes_cases_for_every_edge_and_level_and_they_hold() {
            makeTheCopy();

            Result printed = Result.of("test", copy.toString(), "--generate");
            Result written = Result.of(
                    "test",
                    copy.toString(),
                    "--generate",
                    "--into",
                    copy.resolve("cases").toString());

            assertThat(printed.out()).startsWith("# Generated from local-nhse-opel-2023-24 1.1.0: ");
            assertThat(written.out()).isEqualTo(copy.resolve("cases/generated-acute.yaml") + "\n");
            assertThat(copy.resolve("cases/generated-acute.yaml")).hasContent(printed.out());
            assertThat(Result.of("test", copy.toString()).out())
                    .isEqualTo("local-nhse-opel-2023-24 1.1.0: 246 cases, all hold.\n");
        }

        @Test
        void refuses_options_that_make_no_sense() throws IOException {
            Path file = Files.writeString(temporary.resolve("file"), "");

            assertRefused(
                    Result.of("test", BUNDLED, "--threshold", "101"),
                    "--threshold: \"101\" is not a whole number from 0 to 100.\nTry \"opel test --help\".");
            assertRefused(
                    Result.of("test", BUNDLED, "--format", "xml"),
                    "--format: \"xml\" is not a format. Known: text, json, junit.\nTry \"opel test --help\".");
            assertRefused(
                    Result.of("test", BUNDLED, "--into", "x"),
                    "--into says where --generate writes. Add --generate.\nTry \"opel test --help\".");
            assertRefused(
                    Result.of("test", BUNDLED, "--generate", "--mutate"),
                    "--generate prints cases and tries none. Leave out --mutate, or --generate.\nTry \"opel test --help\".");
            assertThat(Result.of("test", BUNDLED, "--generate", "--into", file.toString())
                            .err())
                    .contains("cannot be written: ", "Name a folder that you may write to.");
        }

        @Test
        void refuses_what_is_not_there() {
            assertRefused(
                    Result.of("test", "nhse-opel-2023-25"),
                    "\"nhse-opel-2023-25\"" + NOTHING_OF_THIS_NAME + " Did you mean \"nhse-opel-2023-24\"? Those are:"
                            + " nhse-opel-2023-24, nhse-opel-2024-26.\nTry \"opel test --help\".");
        }
    }
}
