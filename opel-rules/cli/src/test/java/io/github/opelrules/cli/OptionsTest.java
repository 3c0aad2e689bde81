package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void those_that_need_no_leave_to_score_are_those_that_are_no_drafts() {
        assertThat(RuleSource.bundled())
                .filteredOn(source ->
                        !OpelRules.load(source).framework().orElseThrow().isDraft())
                .extracting(RuleSource::toString)
                .containsExactlyElementsOf(
                        Options.PUBLISHED.stream().map(RuleSource::toString).toList());
    }

    @Test
    void rules_are_named_by_an_id_where_a_folder_would_do() {
        Result result = Result.of(
                "score",
                "--rules",
                "nhse-opel-2023-24",
                "../../opel-examples/src/main/resources/io/github/opelrules/examples/example_reports.jsonl");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("nhse-opel-2023-24 1.1.0");
    }
}
