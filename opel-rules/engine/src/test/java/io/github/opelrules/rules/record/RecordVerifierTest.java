package io.github.opelrules.rules.record;

import static io.github.opelrules.rules.record.Records.assertEveryDigitCounts;
import static io.github.opelrules.rules.record.Records.assertHolds;
import static io.github.opelrules.rules.record.Records.summedAnew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.EditedCopy;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordVerifierTest {

    private static final Path OVERLAY = Path.of("src/test/resources/io/github/opelrules/rules/internal/load/overlay");
    private static final OpelEngine BUNDLED = OpelRules.bundled();
    private static final RecordVerifier VERIFIER =
            new RecordVerifier(BUNDLED.frameworks().frameworks());

    @TempDir
    private Path folder;

    private static SituationReport report() {
        return report("RXX", "2024-01-08T08:00:00Z");
    }

    private static SituationReport report(String organisation, String observedAt) {
        return SituationReport.of(OdsCode.of(organisation), ProviderType.ACUTE)
                .observedAt(observedAt)
                .recordedAt("2030-01-01T00:00:00Z")
                .reading("ambulance-handover-mean", "41")
                .rounded("ed-four-hour-performance", "61", "1")
                .reading("ga-bed-occupancy", "98.2", null, "2024-01-08T06:00:00Z")
                .missing("escalation-beds", MissingReason.SUPPRESSED)
                .build();
    }

    private static String record() {
        return OpelJson.writeRecord(BUNDLED.assess(report()));
    }

    /** What somebody does who knows how the sum is made. */
    @Test
    void a_record_has_the_report_the_assessment_and_a_sum() {
        assertThat(record())
                .isEqualTo(summedAnew("{\"format\":\"opel.record/1\",\"report\":" + OpelJson.write(report())
                        + ",\"assessment\":" + OpelJson.write(BUNDLED.assess(report())) + ",\"sum\":"));
    }

    @Test
    void a_record_holds_whatever_chose_its_framework() throws IOException {
        Path adoptions = Files.writeString(folder.resolve("adoptions.yaml"), """
                format: opel.adoptions/1
                adoptions:
                  - { organisation: RXX, framework: nhse-opel-2024-26, from: 2025-06-18 }
                """);
        OpelEngine adopting =
                OpelRules.builder().bundled().allowDrafts().adoptions(adoptions).build();
        String pinned = OpelJson.writeRecord(
                BUNDLED.pinnedTo(FrameworkId.of("nhse-opel-2023-24")).assess(report("RXX", "2026-01-08T08:00:00Z")));
        String kept = OpelJson.writeRecord(adopting.assess(report("RXX", "2025-01-08T08:00:00Z")));
        String adopted = OpelJson.writeRecord(adopting.assess(report("RXX", "2025-07-08T08:00:00Z")));
        String draft = OpelJson.writeRecord(adopting.assess(report("RYY", "2025-07-08T08:00:00Z")));

        assertThat(pinned).contains("\"pinned\":true");
        assertThat(kept).contains("\"keptUntil\":\"2025-06-18\"");
        assertThat(adopted).contains("\"adoptedFrom\":\"2025-06-18\"");
        assertThat(draft).contains("\"status\":\"draft\",\"pinned\":false}");
        assertThat(List.of(record(), pinned, kept, adopted, draft)).allSatisfy(record -> assertHolds(VERIFIER, record));
    }

    @Test
    void a_record_of_local_rules_holds_where_those_are_known() {
        OpelEngine local = OpelRules.builder().folder(OVERLAY).build();
        String record = OpelJson.writeRecord(local.assess(report()));

        assertHolds(new RecordVerifier(local.frameworks().frameworks()), record);
        assertThat(VERIFIER.verify(record).outcome()).isEqualTo(Verdict.Outcome.UNVERIFIABLE);
    }

    @Test
    void several_versions_of_one_framework_can_be_known() throws IOException {
        OpelEngine newer = EditedCopy.engine(
                folder,
                "- { above: 98, points: 8 }",
                "- { above: 98, points: 9 }",
                "8: corroborated",
                "9: corroborated",
                "above: 33, upTo: 44",
                "above: 33, upTo: 45");
        List<Framework> both = Stream.of(BUNDLED, newer)
                .flatMap(engine -> engine.frameworks().frameworks().stream())
                .toList();
        RecordVerifier verifier = new RecordVerifier(both);

        assertHolds(verifier, record());
        assertHolds(verifier, OpelJson.writeRecord(newer.assess(report())));
    }

    @Test
    void every_digit_counts() {
        assertEveryDigitCounts(VERIFIER, record());
    }

    @Test
    void a_changed_result_is_named_with_its_path() {
        Verdict verdict = VERIFIER.verify(record().replace("\"score\":{\"min\":\"14\"", "\"score\":{\"min\":\"13\""));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.DIFFERS);
        assertThat(verdict.details())
                .containsExactly(
                        "was changed after it was written",
                        "$.assessment.score.min is \"13\" in the record and \"14\" when computed again");
    }

    @Test
    void a_changed_reading_is_found_by_what_the_rules_make_of_it() {
        Verdict verdict = VERIFIER.verify(record().replaceFirst("\"98.2\"", "\"97.2\""));

        assertThat(verdict.details())
                .startsWith("was changed after it was written")
                .contains(
                        "$.assessment.score.min is \"14\" in the record and \"10\" when computed again",
                        "$.assessment.contributions[6].reading.value is \"98.2\" in the record and \"97.2\" when computed"
                                + " again");
    }

    @Test
    void who_makes_the_sum_anew_is_found_out_by_the_rules() {
        Verdict verdict =
                VERIFIER.verify(summedAnew(record().replace("\"score\":{\"min\":\"14\"", "\"score\":{\"min\":\"13\"")));

        assertThat(verdict.details())
                .startsWith(
                        "is as it was written, but does not come out the same",
                        "$.assessment.score.min is \"13\" in the record and \"14\" when computed again");
    }

    @Test
    void a_key_that_is_added_or_taken_away_is_named() {
        String record = record();

        assertThat(VERIFIER.verify(record.replace("\"available\":", "\"by\":\"A. Name\",\"available\":"))
                        .details())
                .contains("$.assessment.by is \"A. Name\" in the record and not there when computed again");
        assertThat(VERIFIER.verify(record.replace("\"available\":\"44\",", "")).details())
                .contains("$.assessment.available is not there in the record and \"44\" when computed again");
    }

    @Test
    void the_same_values_in_another_form_are_not_the_same_bytes() {
        assertThat(VERIFIER.verify(record().replace("\"available\":", "\"available\": "))
                        .details())
                .containsExactly(
                        "was changed after it was written",
                        "it holds the same values, but not to the byte: its spacing, its order, or a key that stands twice");
    }

    @Test
    void a_report_that_can_no_longer_be_scored_is_said_to_be_so() {
        Verdict verdict = VERIFIER.verify(record().replaceFirst("\"ga-bed-occupancy\"", "\"ga-bed-ocupancy\""));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.DIFFERS);
        assertThat(verdict.details().get(0))
                .startsWith("cannot be computed again: The report of \"RXX\" has 1 problem:")
                .contains("Did you mean \"ga-bed-occupancy\"?");
    }

    @Test
    void a_record_of_rules_that_are_not_here_is_unverifiable_and_not_wrong() throws IOException {
        OpelEngine other = EditedCopy.engine(folder, "label: G&A bed occupancy", "label: G&A beds");
        String record = OpelJson.writeRecord(other.assess(report()));

        Verdict verdict = VERIFIER.verify(record);

        String digest = other.frameworks().frameworks().get(0).digest();
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.UNVERIFIABLE);
        assertThat(verdict.details())
                .singleElement()
                .asString()
                .startsWith("the rules that made it are not here: \"nhse-opel-2023-24 2.0.0\" with the digest " + digest
                        + ". Here are nhse-opel-2023-24 1.1.0 with sha256:")
                .doesNotContain("changed after");
        assertThat(VERIFIER.verify(record.replace("\"44\"", "\"45\"")).details().get(0))
                .endsWith(", and the record was changed after it was written");
    }

    @Test
    void a_record_of_another_version_of_the_library_is_unverifiable() {
        Verdict verdict = VERIFIER.verify(record().replace("\"library\":\"0.1.0\"", "\"library\":\"0.0.9\""));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.UNVERIFIABLE);
        assertThat(verdict.details().get(0))
                .startsWith("it was made by version \"0.0.9\" of this library, and this is 0.1.0,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "1", "{} {}", "not JSON"})
    void what_is_not_an_object_is_unreadable(String text) {
        assertThat(VERIFIER.verify(text))
                .isEqualTo(new Verdict(
                        Verdict.Outcome.UNREADABLE, List.of("is not one JSON object. Expected a record on each line")));
    }

    @Test
    void another_format_is_unreadable() {
        assertThat(VERIFIER.verify(OpelJson.write(BUNDLED.assess(report()))))
                .isEqualTo(new Verdict(
                        Verdict.Outcome.UNREADABLE,
                        List.of("is not a decision record that this version of the library reads. Expected the format"
                                + " \"opel.record/1\" with a report or a hierarchy, found the format"
                                + " \"opel.assessment/1\"")));
    }

    @Test
    void the_record_of_a_system_holds_and_its_inputs_count_as_the_result_does() throws IOException {
        String record = systemRecord();

        assertHolds(VERIFIER, record);
        for (String change : List.of(
                "\"weight\":0.516 > \"weight\":0.517",
                "\"ga-bed-occupancy\":\"98.6\" > \"ga-bed-occupancy\":\"98.7\"",
                "\"unit\":\"EXB\",\"level\":4 > \"unit\":\"EXB\",\"level\":3",
                "\"at\":\"2024-01-08T09:00:00Z\" > \"at\":\"2024-01-08T09:00:01Z\"",
                "\"declared\":{\"level\":4 > \"declared\":{\"level\":3")) {
            String[] parts = change.split(" > ");
            assertThat(record).contains(parts[0]);
            Verdict verdict = VERIFIER.verify(record.replace(parts[0], parts[1]));
            assertThat(verdict.outcome()).as(change).isEqualTo(Verdict.Outcome.DIFFERS);
            assertThat(verdict.details().get(0)).as(change).matches("(was changed|cannot be computed).*(?s:.*)");
        }
    }

    @Test
    void the_record_of_a_system_of_rules_that_are_not_here_is_unverifiable() throws IOException {
        RecordVerifier draftAlone =
                new RecordVerifier(List.of(BUNDLED.frameworks().frameworks().get(1)));

        assertThat(draftAlone.verify(systemRecord()).outcome()).isEqualTo(Verdict.Outcome.UNVERIFIABLE);
    }

    @Test
    void the_record_of_a_system_has_no_names_and_not_who_declared_a_level_and_why() throws IOException {
        String record = systemRecord();

        assertThat(record)
                .contains("\"declarations\":[{\"unit\":\"EXB\",\"level\":4,\"at\":\"2024-01-08T09:00:00Z\"}]")
                .contains("\"by\":\"a role not recorded\"")
                .doesNotContain("A. Name", "because", "Bristol");
    }

    private static String systemRecord() throws IOException {
        Path examples = Path.of("../../opel-examples/src/main/resources/io/github/opelrules/examples");
        List<Assessment> assessments = Files.readAllLines(examples.resolve("example_reports.jsonl")).stream()
                .map(OpelJson::readReport)
                .map(BUNDLED::assess)
                .toList();
        Instant at = Instant.parse("2024-01-08T09:00:00Z");
        Declaration declared = new Declaration(OdsCode.of("EXB"), OpelLevel.OPEL_4, "A. Name", at, "because");
        return SystemRecord.write(
                BUNDLED,
                SystemFiles.hierarchy(examples.resolve("example_hierarchy.yaml")),
                at,
                assessments,
                List.of(declared));
    }

    @Test
    void records_are_valid_under_their_schema_which_refuses_other_keys() throws IOException {
        Schema schema = PublishedSchemas.schema("opel.record-1");

        assertThat(schema.validate(record(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(systemRecord(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(
                        systemRecord().replace("\"declarations\":[{", "\"declarations\":[{\"by\":\"A. Name\","),
                        InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(
                        systemRecord().replace("\"name\":\"EXB\"", "\"name\":\"A. Name\""), InputFormat.JSON))
                .isNotEmpty();
        for (String place : List.of("\"format\"", "\"readings\"", "\"sum\"", "\"contributions\"")) {
            assertThat(schema.validate(record().replaceFirst(place, "\"who\":\"A. Name\"," + place), InputFormat.JSON))
                    .as(place)
                    .isNotEmpty();
        }
    }

    /** What a provider reports has no room for a sentence; what has room for one is a text of the rules. */
    @Test
    void nothing_in_a_record_has_room_for_a_person() {
        // Those of an overlay's framework, as in an assessment.
        assertThat(freeTexts("opel.record-1")).containsExactlyInAnyOrder("owner", "what", "reason");
        assertThat(freeTexts("opel.report-1")).isEmpty();
        assertThat(freeTexts("opel.assessment-1"))
                .containsExactlyInAnyOrder(
                        "library",
                        // of the rule files
                        "label",
                        "unit",
                        "document",
                        "place",
                        "notice",
                        "owner",
                        "what",
                        "reason",
                        // of the method, and made from all of these
                        "name",
                        "citation",
                        "sentence",
                        "data",
                        "reasons");
        assertThat(Stream.of("opel.record-1", "opel.report-1", "opel.assessment-1")
                        .flatMap(name -> PublishedSchemas.values(name).entrySet().stream())
                        .filter(entry -> entry.getKey().endsWith(".additionalProperties"))
                        .map(Map.Entry::getValue))
                .isNotEmpty()
                .containsOnly("false");
    }

    /** The names of the properties that a schema lets be any text. */
    private static Set<String> freeTexts(String schema) {
        Map<String, String> values = PublishedSchemas.values(schema);
        return values.entrySet().stream()
                .filter(entry ->
                        (entry.getKey().endsWith(".type") && entry.getValue().equals("string"))
                                || entry.getValue().equals("#/$defs/text"))
                .filter(entry -> entry.getKey().contains(".properties."))
                .map(entry -> entry.getKey().replaceAll("\\.(type|\\$ref)$", ""))
                .filter(type -> Stream.of(".pattern", ".format", ".const", ".enum[0]")
                        .noneMatch(limit -> values.containsKey(type + limit)))
                .map(type -> type.substring(type.lastIndexOf(".properties.") + ".properties.".length())
                        .replaceAll("\\..*", ""))
                .collect(Collectors.toSet());
    }

    /** The hierarchy of the guide: two ICSs that belong to nothing. */
    @Test
    void records_hold_of_a_system_whose_ics_have_no_region() throws IOException {
        Hierarchy hierarchy = SystemFiles.hierarchy(Files.writeString(folder.resolve("hierarchy.csv"), """
                code,name,parent,role,start,end,weight
                QXX,Example ICS,,ics,,,
                RXX,Example trust,QXX,acute,20220701,,0.6
                RYY,Another trust,QXX,acute,20220701,20260331,0.4
                RYY,Another trust,QZZ,acute,20260401,,1
                QZZ,Neighbour ICS,,ics,,,
                RZZ,A trust of nobody,,acute,,,
                """));
        Instant at = Instant.parse("2024-01-08T09:00:00Z");
        List<Assessment> assessments = List.of(BUNDLED.assess(report()));

        assertHolds(VERIFIER, SystemRecord.write(BUNDLED, hierarchy, at, assessments, List.of()));
        assertHolds(
                VERIFIER,
                StepRecord.write(
                        BUNDLED,
                        EscalationState.none(),
                        EscalationInputs.of(hierarchy)
                                .withSystem(BUNDLED.aggregate(hierarchy, at, assessments, List.of())),
                        at));
    }

    @Test
    void a_weight_that_a_record_cannot_hold_is_refused_where_it_enters() {
        DateRange always = new DateRange(LocalDate.of(2020, 1, 1), null);
        BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), MathContext.DECIMAL128);

        assertThatThrownBy(() -> new Membership(OdsCode.of("QXX"), third, always))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The weight \"" + third + "\" has more than 30 characters when it is written out, and files and"
                                + " records hold no longer number. Round it.");
        assertThatThrownBy(() -> new Membership(OdsCode.of("QXX"), new BigDecimal("1E+1000000000"), always))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Membership(OdsCode.of("QXX"), third.round(new MathContext(28)), always)
                        .weight()
                        .toPlainString())
                .hasSize(30);
    }

    @Test
    void a_record_of_another_version_of_a_format_is_unverifiable() {
        String record = record();

        assertThat(VERIFIER.verify(record.replace("opel.record/1", "opel.record/2")))
                .isEqualTo(new Verdict(
                        Verdict.Outcome.UNVERIFIABLE,
                        List.of("it has the format \"opel.record/2\", and this version of the library reads"
                                + " \"opel.record/1\": verify it with the version that made it")));
        assertThat(VERIFIER.verify(summedAnew(record.replace("opel.assessment/1", "opel.assessment/17"))))
                .isEqualTo(new Verdict(
                        Verdict.Outcome.UNVERIFIABLE,
                        List.of(
                                "$.assessment has the format \"opel.assessment/17\", and this version of the library reads"
                                        + " \"opel.assessment/1\": verify it with the version that made it")));
        assertThat(VERIFIER.verify(record.replace("opel.report/1", "opel.rapport/1"))
                        .outcome())
                .isEqualTo(Verdict.Outcome.DIFFERS);
    }

    @Test
    void of_many_differences_a_hundred_are_listed() {
        String record = record();
        String keys =
                IntStream.range(0, 5_000).mapToObj(i -> "\"k" + i + "\":1,").collect(Collectors.joining());

        List<String> details = VERIFIER.verify(record.replace("\"available\":", keys + "\"available\":"))
                .details();

        assertThat(details).hasSize(102).last().isEqualTo("and 9900 more differences");
    }
}
