package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Flaw;
import io.github.opelrules.rules.check.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private final Findings findings = new Findings("file.yaml");

    private void warn(int line) {
        findings.warn(Flaw.Code.BAND_SAME_POINTS, new Place(line, 1), "warning");
    }

    @Test
    void a_hundred_findings_are_all_listed_in_the_order_of_the_file() {
        for (int line = 100; line > 0; line--) {
            warn(line);
        }

        assertThat(findings.inOrder()).hasSize(100).extracting(Finding::line).isSorted();
        assertThat(findings.errors()).isZero();
    }

    @Test
    void of_more_than_a_hundred_the_rest_is_counted() {
        for (int line = 1; line <= 101; line++) {
            warn(line);
        }

        List<Finding> listed = findings.inOrder();

        assertThat(listed).hasSize(101);
        assertThat(listed.get(100))
                .hasToString("file.yaml:101:1: warning OPEL-059 From here on, 1 more finding is left out."
                        + " Mend those above, then check again.");
    }

    @Test
    void an_error_that_is_left_out_still_counts_as_one() {
        for (int line = 1; line <= 150; line++) {
            warn(line);
        }
        findings.add(FormCode.TAB, new Place(200, 3), "a tab");

        assertThat(findings.errors()).isEqualTo(1);
        assertThat(findings.inOrder().get(100))
                .hasToString("file.yaml:101:1: OPEL-059 From here on, 51 more findings are left out."
                        + " Mend those above, then check again.");
    }

    @Test
    void a_refused_id_ends_in_one_mark_whether_or_not_the_refusal_asks_a_question() {
        Findings findings = new Findings("folder/file.yaml");
        findings.addBadId(Place.START, new IllegalArgumentException("\"qxx\" is no code. Did you mean \"QXX\"?"));
        findings.addBadId(Place.START, new IllegalArgumentException("\"a b\" is no id"));

        assertThat(findings.inOrder())
                .extracting(Finding::message)
                .containsExactly("\"qxx\" is no code. Did you mean \"QXX\"?", "\"a b\" is no id.");
    }
}
