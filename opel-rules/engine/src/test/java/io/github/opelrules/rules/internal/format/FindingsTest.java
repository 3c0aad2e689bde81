package io.github.opelrules.rules.internal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.Flaw;
import io.github.opelrules.rules.check.Finding;
import java.time.LocalDate;
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
    void an_error_goes_before_the_warnings_that_are_left_out() {
        for (int line = 1; line <= 150; line++) {
            warn(line);
        }
        findings.add(FormCode.TAB, new Place(200, 3), "a tab");

        assertThat(findings.errors()).isEqualTo(1);
        assertThat(findings.inOrder()).hasSize(101).extracting(Finding::line).contains(99, 200);
        assertThat(findings.inOrder().get(100))
                .hasToString("file.yaml:100:1: warning OPEL-059 From here on, 51 more findings are left out."
                        + " Mend those above, then check again.");
    }

    @Test
    void of_a_file_that_is_read_by_itself_errors_that_are_left_out_count_as_such() {
        for (int line = 1; line <= 103; line++) {
            findings.add(FormCode.TAB, new Place(line, 3), "a tab");
        }

        assertThat(findings.errors()).isEqualTo(103);
        assertThat(findings.inOrder().get(100))
                .hasToString("file.yaml:101:3: OPEL-059 From here on, 3 more findings are left out."
                        + " Mend those above, then check again.");
    }

    @Test
    void a_check_ends_at_its_hundredth_error_in_whichever_file() {
        Inspection inspection = new Inspection(LocalDate.of(2024, 11, 1));
        Findings one = new Findings("one.yaml", inspection);
        Findings other = new Findings("other.yaml", inspection);
        for (int line = 1; line <= 99; line++) {
            (line % 2 == 0 ? one : other).add(FormCode.TAB, new Place(line, 1), "a tab");
            one.warn(FormCode.FILE_NOT_READ, Place.START, "warnings do not count");
        }

        assertThatThrownBy(() -> other.add(FormCode.TAB, new Place(100, 1), "a tab"))
                .isInstanceOf(Inspection.EnoughException.class);
        assertThat(one.errors() + other.errors()).isEqualTo(100);
        assertThat(Inspection.ended(other.inOrder()))
                .hasToString(
                        "other.yaml:100:1: OPEL-059 With 100 errors the check ends here, and what else may be wrong was"
                                + " not looked for. Mend those above, then check again.");
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
