package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.EditedCopy;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.rules.record.StepRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    private Path folder;

    private Path reports(int count) throws IOException {
        String lines = IntStream.range(0, count)
                .mapToObj(i -> "{\"format\":\"opel.report/1\",\"organisation\":\"R" + (10 + i % 90)
                        + "\",\"providerType\":\"acute\",\"observedAt\":\"2024-01-08T08:00:00Z\",\"readings\":"
                        + "{\"ga-bed-occupancy\":\"" + (80 + i % 20) + "." + i % 7 + "\"}}\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("reports.jsonl"), lines);
    }

    private Path records(String rules, int count) throws IOException {
        Result scored = Result.of(
                "score", "--rules", rules, "--format", "record", reports(count).toString());
        assertThat(scored.err()).isEmpty();
        return Files.writeString(folder.resolve("records.jsonl"), scored.out());
    }

    private Path records(int count) throws IOException {
        Result scored = Result.of("score", "--format", "record", reports(count).toString());
        assertThat(scored.err()).isEmpty();
        return Files.writeString(folder.resolve("records.jsonl"), scored.out());
    }

    @Test
    void finds_one_changed_digit_in_ten_thousand_records() throws IOException {
        Path records = records(1_000);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.addAll(Files.readAllLines(records));
        }
        assertThat(lines).hasSize(10_000);
        String changed = lines.get(6_665).replaceFirst("\"score\":\\{\"min\":\"\\d\"", "\"score\":{\"min\":\"9\"");
        assertThat(changed).isNotEqualTo(lines.get(6_665));
        lines.set(6_665, changed);
        Files.write(records, lines);

        Result result = Result.of("verify", records.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .isEqualTo(records + ":6666: was changed after it was written\n  $.assessment.score.min is \"9\" in the"
                        + " record and \"0\" when computed again\n10000 records: 9999 computed again to the byte, 1 not, 0"
                        + " unverifiable here.\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void says_that_all_hold() throws IOException {
        Result result = Result.of("verify", records(3).toString());

        assertThat(result)
                .isEqualTo(new Result(0, "3 records: 3 computed again to the byte, 0 not, 0 unverifiable here.\n", ""));
    }

    @Test
    void names_the_first_differences_and_how_many_more_there_are() throws IOException {
        Path records = records(1);
        Files.writeString(records, Files.readString(records).replaceFirst("\"80.0\"", "\"99.0\""));

        assertThat(Result.of("verify", records.toString()).out())
                .startsWith(records + ":1: was changed after it was written\n  $.assessment.score.min is ")
                .containsPattern("\n  and \\d+ more\n");
    }

    @Test
    void records_of_other_rules_are_unverifiable_until_those_are_named() throws IOException {
        Path other = EditedCopy.in(folder.resolve("other"), "label: G&A bed occupancy", "label: G&A beds");
        Path records = records(other.toString(), 2);

        Result without = Result.of("verify", records.toString());

        assertThat(without.out())
                .startsWith(
                        records + ":1: unverifiable: the rules that made it are not here: \"nhse-opel-2023-24 2.0.0\"")
                .endsWith("\n2 records: 0 computed again to the byte, 0 not, 2 unverifiable here.\n");
        assertThat(without.exitCode()).isEqualTo(3);
        assertThat(Result.of("verify", "--rules", other.toString(), records.toString()))
                .isEqualTo(new Result(0, "2 records: 2 computed again to the byte, 0 not, 0 unverifiable here.\n", ""));
    }

    @Test
    void what_cannot_be_read_is_named() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        Path report = reports(1);

        assertThat(Result.of("verify", empty.toString()))
                .isEqualTo(new Result(
                        2,
                        "0 records: 0 computed again to the byte, 0 not, 0 unverifiable here.\n",
                        empty + ": is empty. Expected at least one record.\n"));
        assertThat(Result.of("verify", report.toString()).out())
                .startsWith(report + ":1: is not a decision record that this version of the library reads.");
        assertThat(Result.of("verify", "--rules", "nope", report.toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void writes_json_that_is_valid_under_its_schema() throws IOException {
        Path records = records(3);
        String untouched =
                Result.of("verify", "--format", "json", records.toString()).out();
        Path other = EditedCopy.in(folder.resolve("other"), "label: G&A bed occupancy", "label: G&A beds");
        String text = Files.readString(records);
        Files.writeString(
                records,
                text.replaceFirst("\"80.0\"", "\"99.0\"") + "no record\n"
                        + Files.readString(records(other.toString(), 1)));

        Result broken = Result.of("verify", "--format", "json", records.toString());
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        Result unread = Result.of("verify", "--format", "json", empty.toString());

        assertThat(untouched)
                .isEqualTo("{\"format\":\"opel.verify/1\",\"library\":\"" + Library.VERSION
                        + "\",\"holds\":true,\"faults\":[],\"records\":"
                        + "{\"holds\":3,\"differs\":0,\"unverifiable\":0,\"unreadable\":0},\"notHolding\":[]}\n");
        assertThat(broken.out())
                .contains(
                        "\"holds\":false,\"faults\":[],\"records\":{\"holds\":2,\"differs\":1,\"unverifiable\":1,\"unreadable\":1}",
                        "{\"place\":\"" + records
                                + ":1\",\"outcome\":\"differs\",\"details\":[\"was changed after it was"
                                + " written\",\"$.assessment.score.min is ",
                        "{\"place\":\"" + records
                                + ":4\",\"outcome\":\"unreadable\",\"details\":[\"is not one JSON object.",
                        "{\"place\":\"" + records
                                + ":5\",\"outcome\":\"unverifiable\",\"details\":[\"the rules that made it"
                                + " are not here: ");
        assertThat(broken.out()).as("all differences, not only the first").doesNotContain(" more\"");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(unread.out())
                .contains("\"holds\":false,\"faults\":[\"" + empty + ": is empty. Expected at least one record.\"],");
        assertThat(unread.err()).isEqualTo(empty + ": is empty. Expected at least one record.\n");
        assertThat(unread.exitCode()).isEqualTo(2);
        Schema schema = Result.schema("opel.verify-1");
        for (String json : List.of(untouched, broken.out(), unread.out())) {
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(json.replaceFirst("\"differs\":", "\"other\":1,\"differs\":"), InputFormat.JSON))
                    .isNotEmpty();
        }
        assertThat(Result.of("verify", "--format", "xml", records.toString()).err())
                .startsWith("--format: \"xml\" is not a format. Known: text, json.\n");
    }

    @Test
    void a_system_has_a_record_too() throws IOException {
        String examples = "../../opel-examples/src/main/resources/io/github/opelrules/examples/";
        Result scored = Result.of(
                "score",
                "--format",
                "record",
                "--hierarchy",
                examples + "example_hierarchy.yaml",
                examples + "example_reports.jsonl");
        Path records = Files.writeString(folder.resolve("systems.jsonl"), scored.out());

        assertThat(scored.out())
                .startsWith("{\"format\":\"opel.record/1\",\"at\":\"2024-01-08T08:00:00Z\",\"hierarchy\":");
        assertThat(Result.of("verify", records.toString()).out())
                .isEqualTo("1 record: 1 computed again to the byte, 0 not, 0 unverifiable here.\n");
    }

    @Test
    void so_has_a_step_of_an_escalation() throws IOException {
        Path hierarchy =
                Path.of("../../opel-examples/src/main/resources/io/github/opelrules/examples/example_hierarchy.yaml");
        EscalationInputs inputs = EscalationInputs.of(SystemFiles.hierarchy(hierarchy));
        Instant now = Instant.parse("2024-01-08T08:00:00Z");
        String record = StepRecord.write(OpelRules.bundled(), EscalationState.none(), inputs, now);
        Path records = folder.resolve("steps.jsonl");
        Files.writeString(records, record + "\n" + record.replace("\"minutes\":45", "\"minutes\":44") + "\n");

        Result result = Result.of("verify", records.toString());

        assertThat(result.out())
                .startsWith(records + ":2: was changed after it was written\n")
                .endsWith("\n2 records: 1 computed again to the byte, 1 not, 0 unverifiable here.\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void long_records_are_read_and_one_that_no_record_can_be_is_left_out_and_named() throws IOException {
        Path records = records(1);
        String record = Files.readString(records);
        String long1 = record.stripTrailing() + " ".repeat(1_600_000) + "\n";
        Files.writeString(
                records, record + "x".repeat(10_000_001) + "\n" + long1 + "x".repeat(10_000_001) + "\n" + record);

        Result result = Result.of("verify", records.toString());

        assertThat(result)
                .isEqualTo(new Result(
                        2,
                        "3 records: 3 computed again to the byte, 0 not, 0 unverifiable here.\n",
                        records
                                + ": cannot be read: line 2 and 1 more line are longer than 10000000 characters, which no"
                                + " record is.\n"));
    }
}
