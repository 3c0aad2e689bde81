package io.github.opelrules.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Adoption;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.check.Verification;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSourceCheckTest {

    @TempDir
    private Path folder;

    @Test
    void the_bundled_framework_passes_without_a_warning() {
        RuleCheck check =
                RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).check();

        assertThat(check.findings()).isEmpty();
        assertThat(check.passes()).isTrue();
        assertThat(check.folder()).isEqualTo("nhse-opel-2023-24");
        assertThat(check.framework())
                .hasValueSatisfying(
                        framework -> assertThat(framework.id()).isEqualTo(FrameworkId.of("nhse-opel-2023-24")));
    }

    @Test
    void what_is_wrong_with_the_form_of_cases_is_found_too() throws IOException {
        EditedCopy.in(folder);
        Path cases = Files.createDirectories(folder.resolve("cases")).resolve("acute.yaml");
        Files.writeString(cases, "format: opel.cases/1\ncases: [");

        RuleCheck check = RuleSource.of(folder).check();

        assertThat(check.passes()).isFalse();
        assertThat(check.findings())
                .extracting(Finding::toString)
                .singleElement(STRING)
                .startsWith(cases + ":2:9: OPEL-008 This is not YAML");
    }

    @Test
    void rules_that_pass_for_those_of_this_library_are_named() throws IOException {
        EditedCopy.in(
                folder, "upTo: 92, points: 0", "upTo: 91, points: 0", "above: 92, upTo: 95", "above: 91, upTo: 95");
        assertThat(RuleSource.of(folder).check().findings()).isEmpty();
        Path manifest = folder.resolve("framework.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("\"2.0.0\"", "\"1.1.0\""));

        RuleCheck check = RuleSource.of(folder).check();

        assertThat(check.passes()).isTrue();
        assertThat(check.findings())
                .extracting(Finding::toString)
                .containsExactly(folder
                        + ":1:1: warning OPEL-070 This is not nhse-opel-2023-24 1.1.0 as the library ships it, though every"
                        + " result will name it so. Give it an id of its own, such as \"local-nhse-opel-2023-24\", or a"
                        + " version of its own.");
    }

    @Test
    void every_value_is_counted_by_its_grade() {
        RuleCheck check =
                RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).check();

        // 27 cuts with their sides, 36 scores and the usual values of nine parameters; the sum; 4 level cuts with their
        // sides;
        // of the tiers the pillars, 3 means, 4 level cuts with their sides and the greatest age; 2 of mutual aid; 2
        // days; 18 rules
        // of the protocol.
        assertThat(check.values()).hasSize(27 + 27 + 36 + 9 + 1 + 4 + 4 + 1 + 3 + 4 + 4 + 1 + 2 + 2 + 18);
        assertThat(check.summary())
                .containsExactly(
                        entry(Assurance.PUBLISHED, 0),
                        entry(Assurance.CORROBORATED, 74),
                        entry(Assurance.UNVERIFIED, 45),
                        entry(Assurance.ASSUMED, 24));
        assertThat(check.worklist()).isEqualTo(check.values());
    }

    @Test
    void the_worklist_goes_through_the_document_parameter_by_parameter() {
        List<GradedValue> worklist =
                RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")).check().worklist();

        assertThat(worklist)
                .filteredOn(value -> value.what().startsWith("ga-bed-occupancy"))
                .extracting(GradedValue::toString)
                .containsExactly(
                        "nhse-opel-2023-24/acute.yaml:150:17: ga-bed-occupancy: cut 92 (unverified)",
                        "nhse-opel-2023-24/acute.yaml:151:28: ga-bed-occupancy: cut 95 (unverified)",
                        "nhse-opel-2023-24/acute.yaml:152:28: ga-bed-occupancy: cut 98 (unverified)",
                        "nhse-opel-2023-24/acute.yaml:150:17: ga-bed-occupancy: side of 92 (unverified)",
                        "nhse-opel-2023-24/acute.yaml:151:28: ga-bed-occupancy: side of 95 (unverified)",
                        "nhse-opel-2023-24/acute.yaml:152:28: ga-bed-occupancy: side of 98 (unverified)",
                        "nhse-opel-2023-24/acute.yaml:150:29: ga-bed-occupancy: 0 points (corroborated)",
                        "nhse-opel-2023-24/acute.yaml:151:40: ga-bed-occupancy: 2 points (assumed)",
                        "nhse-opel-2023-24/acute.yaml:152:40: ga-bed-occupancy: 4 points (assumed)",
                        "nhse-opel-2023-24/acute.yaml:153:30: ga-bed-occupancy: 8 points (corroborated)",
                        "nhse-opel-2023-24/acute.yaml:145:12: ga-bed-occupancy: usual values 40 to 120 (assumed)");
        assertThat(worklist.subList(99, 125))
                .extracting(GradedValue::what)
                .containsExactly(
                        "sum of the points",
                        "level cut 11",
                        "level cut 22",
                        "level cut 33",
                        "level cut 44",
                        "side of level cut 11",
                        "side of level cut 22",
                        "side of level cut 33",
                        "side of level cut 44",
                        "weights of the provider types in an ICS",
                        "mean of an ICS",
                        "mean of a region",
                        "mean of a nation",
                        "tier level cut 11",
                        "tier level cut 22",
                        "tier level cut 33",
                        "tier level cut 44",
                        "side of tier level cut 11",
                        "side of tier level cut 22",
                        "side of tier level cut 33",
                        "side of tier level cut 44",
                        "greatest age of a report that counts",
                        "mutual aid, \"settled\"",
                        "mutual aid, \"full\"",
                        "in force from 2023-08-01",
                        "in force until 2024-12-01");
        assertThat(worklist.subList(125, worklist.size()))
                .allSatisfy(value -> assertThat(value.file()).startsWith("nhse-opel-2023-24/protocol/"))
                .first()
                .hasToString(
                        "nhse-opel-2023-24/protocol/ics.dslr:7:1: ICS-2-01 Leave escalation delegated (unverified)");
        assertThat(worklist.get(0).source()).hasToString("OPEL Framework 2023/24 (PRN00551), acute parameter 1");
    }

    @Test
    void a_sign_off_makes_a_value_published_and_says_who_read_it() {
        copy("nhse-opel-2023-24");
        String signOff = "{ verified: { by: A. Name, on: 2026-11-01, document: OPEL 2023/24, place: page 9 } }";
        edit(
                "acute.yaml",
                "{ 2: unverified, 10: corroborated, 20: corroborated }",
                "{ 2: " + signOff + ", 10: corroborated, 20: corroborated }");

        RuleCheck check = RuleSource.of(folder).check();

        assertThat(check.passes()).isTrue();
        assertThat(check.summary()).containsEntry(Assurance.PUBLISHED, 2);
        assertThat(check.values())
                .filteredOn(value -> value.verification() != null)
                .allSatisfy(value -> {
                    assertThat(value.assurance()).isEqualTo(Assurance.PUBLISHED);
                    assertThat(value.verification())
                            .isEqualTo(new Verification(
                                    "A. Name", LocalDate.parse("2026-11-01"), "OPEL 2023/24", "page 9"))
                            .hasToString("A. Name on 2026-11-01: OPEL 2023/24, page 9");
                })
                .extracting(GradedValue::what)
                .containsExactly("ed-attendance-variation: cut 2", "ed-attendance-variation: side of 2");
        assertThat(check.worklist()).hasSize(check.values().size() - 2);
    }

    @Test
    void the_worklist_follows_the_numbers_of_the_parameters_not_their_order_in_the_file() {
        copy("nhse-opel-2023-24");
        edit("acute.yaml", "    number: 1\n", "    number: 10\n");
        edit("acute.yaml", "    number: 9\n", "    number: 1\n");
        edit("acute.yaml", "    number: 10\n", "    number: 9\n");

        List<GradedValue> worklist = RuleSource.of(folder).check().worklist();

        assertThat(worklist.get(0).what()).isEqualTo("no-criteria-to-reside: cut 10");
        assertThat(worklist.get(98).what()).isEqualTo("ambulance-handover-mean: usual values 3 to 240");
    }

    @Test
    void errors_leave_no_framework_but_the_values_that_could_be_read() {
        copy("nhse-opel-2023-24");
        edit("acute.yaml", "{ upTo: 92, points: 0 }", "{ upTo: 91, points: 0 }");

        RuleCheck check = RuleSource.of(folder).check();

        assertThat(check.passes()).isFalse();
        assertThat(check.framework()).isEmpty();
        assertThat(check.findings()).extracting(Finding::code).containsExactly("OPEL-101");
        assertThat(check.values())
                .extracting(GradedValue::what)
                .contains("ga-bed-occupancy: cut 91", "ga-bed-occupancy: cut 92");
    }

    @Test
    void warnings_let_a_framework_load() {
        copy("nhse-opel-2023-24");
        edit("acute.yaml", "{ above: 92, upTo: 95, points: 2 }", "{ above: 92, upTo: 95, points: 4 }");
        edit("acute.yaml", "points: { 0: corroborated, 2: assumed, 4", "points: { 0: corroborated, 4");

        RuleCheck check = RuleSource.of(folder).check();

        assertThat(check.passes()).isTrue();
        assertThat(check.framework()).isPresent();
        assertThat(check.findings())
                .extracting(finding -> finding.severity() + " " + finding.code() + " " + finding.line())
                .containsExactly("WARNING OPEL-105 152", "WARNING OPEL-070 1");
        assertThat(OpelRules.builder().folder(folder).build()).isNotNull();
    }

    @Test
    void a_bundled_framework_is_named_by_its_id() {
        assertThat(RuleSource.bundled()).extracting(RuleSource::toString).isEqualTo(FrameworkFolder.BUNDLED);
        FrameworkId unknown = FrameworkId.of("nhse-opel-1999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSource.bundled(unknown))
                .withMessageStartingWith("This library ships no framework \"nhse-opel-1999\".");
    }

    @Test
    void rules_in_memory_are_as_those_in_a_folder() throws IOException {
        EditedCopy.in(folder);
        Map<String, byte[]> files = Map.of(
                "mine/framework.yaml", Files.readAllBytes(folder.resolve("framework.yaml")),
                "mine/acute.yaml", Files.readAllBytes(folder.resolve("acute.yaml")));

        RuleSource source = RuleSource.of("table 7", files);

        assertThat(source.check().findings())
                .isEqualTo(RuleSource.of(folder).check().findings());
        assertThat(OpelRules.load(source).framework())
                .isEqualTo(OpelRules.load(RuleSource.of(folder)).framework());
        assertThat(OpelRules.builder().add(source).build().frameworks().frameworks())
                .hasSize(1);
        assertThat(source.path()).isEmpty();
        assertThat(source.cases()).isEmpty();
    }

    @Test
    void files_in_memory_are_held_to_the_limits_of_a_zip() {
        assertThat(found(Map.of("../framework.yaml", new byte[1])))
                .startsWith("table 7:1:1: OPEL-013 ")
                .contains("A file has the name \"../framework.yaml\"");
        assertThat(found(Map.of("framework.yaml", new byte[(1 << 20) + 1])))
                .contains("The file \"framework.yaml\" is larger than 1 MiB");
        assertThat(found(IntStream.rangeClosed(0, 100)
                        .boxed()
                        .collect(Collectors.toMap(i -> i + ".yaml", i -> new byte[1]))))
                .contains("There are 101 files. Expected at most 100");
        assertThat(found(IntStream.rangeClosed(0, 10)
                        .boxed()
                        .collect(Collectors.toMap(i -> i + ".yaml", i -> new byte[1 << 20]))))
                .contains("The files hold more than 10 MiB");
    }

    private static String found(Map<String, byte[]> files) {
        RuleSource source = RuleSource.of("table 7", files);
        assertThatThrownBy(() -> OpelRules.load(source)).isInstanceOf(InvalidRulesException.class);
        return source.check().findings().toString().substring(1);
    }

    @Test
    void an_engine_stands_on_frameworks_that_are_loaded_and_adoptions_that_are_made_in_code() {
        OpelEngine bundled = OpelRules.bundled();
        OpelEngine same = OpelRules.over(bundled.frameworks());
        assertThat(same.frameworks()).isEqualTo(bundled.frameworks());

        Adoption early =
                new Adoption(OdsCode.of("RXX"), FrameworkId.of("nhse-opel-2024-26"), LocalDate.parse("2024-11-01"));
        OpelEngine adopted = OpelRules.builder()
                .frameworks(bundled.frameworks())
                .adoptions(List.of(early))
                .build();
        assertThat(adopted.frameworks()).isEqualTo(bundled.frameworks().withAdoptions(List.of(early)));
        assertThat(OpelRules.over(adopted.frameworks()).frameworks()).isEqualTo(adopted.frameworks());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpelRules.builder()
                        .bundled()
                        .adoptions(List.of(early, early))
                        .build())
                .withMessageContaining("twice");
    }

    @Test
    void frameworks_that_follow_each_other_day_by_day_go_together() {
        RuleCheck first = dated("first", "from: 2023-08-01, until: 2024-12-01");
        RuleCheck second = dated("second", "from: 2024-12-01");

        assertThat(OpelRules.checkTogether(List.of(second, first))).isEmpty();
        assertThat(OpelRules.checkTogether(List.of())).isEmpty();
    }

    @Test
    void two_frameworks_on_one_day_are_an_error() {
        RuleCheck first = dated("first", "from: 2023-08-01, until: 2024-12-02");
        RuleCheck second = dated("second", "from: 2024-12-01");

        assertThat(OpelRules.checkTogether(List.of(second, first)))
                .extracting(this::withoutFolder)
                .containsExactly(
                        "second/framework.yaml:21:18: OPEL-301 On 2024-12-01 both first (from 2023-08-01 until 2024-12-02) and"
                                + " second (from 2024-12-01) are in force for acute providers. End the first on the day the"
                                + " second begins, with \"until: 2024-12-01\".");

        RuleCheck third = dated("third", "from: 2024-12-01, until: 2025-01-01");
        assertThat(OpelRules.checkTogether(List.of(second, third)))
                .extracting(this::withoutFolder)
                .containsExactly(
                        "third/framework.yaml:21:18: OPEL-301 On 2024-12-01 both second (from 2024-12-01) and third (from"
                                + " 2024-12-01 until 2025-01-01) are in force for acute providers. Correct the dates of one of"
                                + " them.");
    }

    @Test
    void days_without_a_framework_between_two_are_a_warning() {
        RuleCheck first = dated("first", "from: 2023-08-01, until: 2024-10-01");
        RuleCheck second = dated("second", "from: 2024-12-01");

        assertThat(OpelRules.checkTogether(List.of(second, first)))
                .extracting(this::withoutFolder)
                .containsExactly(
                        "second/framework.yaml:21:18: warning OPEL-302 On 2024-10-01 no framework is in force for"
                                + " acute providers, between first (from 2023-08-01 until 2024-10-01) and second (from 2024-12-01)."
                                + " If there was no such break, let the first end \"until: 2024-12-01\" or the second begin"
                                + " \"from: 2024-10-01\".");
    }

    @Test
    void a_day_that_the_longer_of_two_earlier_frameworks_covers_is_no_hole() {
        RuleCheck longer = dated("longer", "from: 2023-01-01, until: 2024-01-01");
        RuleCheck shorter = dated("shorter", "from: 2023-02-01, until: 2023-03-01");
        RuleCheck next = dated("next", "from: 2024-01-01");

        assertThat(OpelRules.checkTogether(List.of(longer, shorter, next)))
                .extracting(Finding::code)
                .containsExactly("OPEL-301");
    }

    @Test
    void other_provider_types_can_have_other_days() {
        RuleCheck acute = dated("first", "from: 2023-08-01, until: 2024-12-01");
        edit("acute.yaml", "providerType: acute", "providerType: community");
        RuleCheck community = dated("second", "from: 2024-01-01");

        assertThat(OpelRules.checkTogether(List.of(acute, community))).isEmpty();
    }

    @Test
    void two_frameworks_of_one_id_are_an_error() {
        RuleCheck one = dated("one", "from: 2023-08-01, until: 2024-12-01");

        assertThat(OpelRules.checkTogether(List.of(one, one)))
                .extracting(this::withoutFolder)
                .containsExactly("one/framework.yaml:21:18: OPEL-303 The framework in one has the id one too. Give each"
                        + " its own, in \"id\".");
    }

    @Test
    void a_framework_that_did_not_load_is_left_out_of_the_comparison() {
        RuleCheck first = dated("first", "from: 2023-08-01");
        RuleCheck broken = dated("broken", "from: 2024-13-01");

        assertThat(broken.framework()).isEmpty();
        assertThat(OpelRules.checkTogether(List.of(first, broken))).isEmpty();
    }

    /** A copy of the bundled framework with an id and days of its own. */
    private RuleCheck dated(String id, String days) {
        if (!Files.exists(folder.resolve("acute.yaml"))) {
            copy("nhse-opel-2023-24");
        }
        try {
            Path own = Files.createDirectories(folder.resolve(id));
            Files.copy(folder.resolve("acute.yaml"), own.resolve("acute.yaml"));
            String manifest = Files.readString(folder.resolve("framework.yaml"))
                    .replace("id: nhse-opel-2023-24", "id: " + id)
                    .replace("from: 2023-08-01, until: 2024-12-01", days);
            Files.writeString(own.resolve("framework.yaml"), manifest);
            return RuleSource.of(own).check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String id) {
        for (String file : List.of("framework.yaml", "acute.yaml")) {
            String name = "/io/github/opelrules/rules/frameworks/" + id + "/" + file;
            try (InputStream in = Objects.requireNonNull(RuleSource.class.getResourceAsStream(name), name)) {
                Files.write(folder.resolve(file), in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void edit(String file, String old, String text) {
        try {
            String before = Files.readString(folder.resolve(file), UTF_8);
            assertThat(before).contains(old);
            Files.writeString(folder.resolve(file), before.replace(old, text), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String withoutFolder(Finding finding) {
        return finding.toString().replace(folder + "/", "");
    }
}
