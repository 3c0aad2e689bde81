package io.github.opelrules.assess;

import static io.github.opelrules.Assessments.assess;
import static io.github.opelrules.Assessments.report;
import static io.github.opelrules.Frameworks.band;
import static io.github.opelrules.Frameworks.domain;
import static io.github.opelrules.Frameworks.framework;
import static io.github.opelrules.Frameworks.parameter;
import static io.github.opelrules.Frameworks.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.opelrules.Frameworks;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Library;
import io.github.opelrules.report.MissingReason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    private static final Framework FRAMEWORK = Frameworks.acute();
    private static final Assessment EXACT = assess("41", "61.4", "96.2", "6");
    private static final Assessment RANGE = assess(
            FRAMEWORK,
            report().reading("ambulance-handover-mean", "41")
                    .rounded("ed-four-hour-performance", "60", "1")
                    .reading("ga-bed-occupancy", "96.2", null, "2024-01-07T07:00:00Z")
                    .build());

    private static String headline(Assessment assessment) {
        return assessment.explain().sentence();
    }

    private static List<String> sentences(Assessment assessment, ReasonCode code) {
        return assessment.explain().all(code).stream()
                .map(Explanation::sentence)
                .toList();
    }

    @Test
    void a_known_level_is_explained_in_full() {
        assertThat(EXACT.explain().toText())
                .isEqualTo("""
                        OPEL 3, 12 of 22 points: mean ambulance handover time (4), G&A bed occupancy (4), four-hour performance (2), escalation beds (2). Lowest evidence grade of any value used: corroborated.

                        Readings
                          1. Mean ambulance handover time: 41 min, above 30 and up to 60; 4 of 6 points. Example framework, bands of acute parameter 1; corroborated.
                          2. Four-hour performance: 61.4%, above 60 and below 76; 2 of 4 points. Example framework, bands of acute parameter 2; corroborated.
                          3. G&A bed occupancy: 96.2%, above 95 and up to 98; 4 of 8 points. Example framework, bands of acute parameter 3; corroborated.
                          4. Escalation beds: 6%, above 4 and up to 6; 2 of 4 points. Example framework, bands of acute parameter 4; corroborated.

                        How far it is to the neighbouring levels
                          OPEL 4 begins at 17 points: 5 more.
                          OPEL 2 ends at 11 points: 1 fewer.

                        Single changes that would move the level
                          Mean ambulance handover time falling from 41 to 30 min: OPEL 2.
                          Four-hour performance rising from 61.4 to 76%: OPEL 2.
                          G&A bed occupancy falling from 96.2 to 95%: OPEL 2.
                          Escalation beds falling from 6 to 4%: OPEL 2.

                        By which rules
                          Framework example-2023-24 1.0.0, in force from 2023-08-01 until 2024-12-01.
                          Rule: A reading scores the points of every band it touches. Example, method.
                          Rule: The points of all parameters add up to the score. Example framework, scoring; published.
                          Rule: The score decides the level. Example framework, levels; corroborated.
                          Values below "published" were not read in an NHS England publication and may differ from it.
                          Rule files DIGEST, library VERSION.
                        """.replace("DIGEST", Frameworks.DIGEST).replace("VERSION", Library.VERSION));
    }

    @Test
    void a_range_is_explained_by_what_is_not_known_exactly() {
        assertThat(RANGE.explain().toText()).startsWith("""
                        Between OPEL 2 and OPEL 4, 6 to 20 of 22 points: mean ambulance handover time (4), four-hour performance (2 to 4); 2 of 4 readings missing or not usable. Lowest evidence grade of any value used: corroborated.

                        Readings
                          1. Mean ambulance handover time: 41 min, above 30 and up to 60; 4 of 6 points. Example framework, bands of acute parameter 1; corroborated.
                          2. Four-hour performance: 60% rounded to 1 (59.5 to 60.5), touching "up to 60" and "above 60 and below 76"; 2 to 4 of 4 points. Example framework, acute parameter 2; corroborated.
                          3. G&A bed occupancy: 96.2% is stale, observed 2024-01-07T07:00:00Z, more than 24 hours before the report, so it counts as missing; 0 to 8 of 8 points. Example framework, acute parameter 3; corroborated.
                          4. Escalation beds: not submitted, so unknown; 0 to 4 of 4 points. Example framework, acute parameter 4; corroborated.

                        What is not known exactly could change this
                          G&A bed occupancy, if up to 98%: between OPEL 2 and OPEL 3; if above 98%: between OPEL 3 and OPEL 4.
                          Escalation beds, if up to 2%: between OPEL 2 and OPEL 3; if above 2%: between OPEL 2 and OPEL 4.
                          Four-hour performance: knowing it would not narrow the level by itself.

                        How far it is to the neighbouring levels
                          OPEL 1 ends at 5 points: at least 1 and at most 15 fewer.

                        Single changes that would move the level
                          Mean ambulance handover time falling from 41 to 30 min: between OPEL 1 and OPEL 4.
                          Four-hour performance rising from 60 to 76%: between OPEL 1 and OPEL 4.

                        By which rules
                        """);
    }

    @Test
    void markdown_says_the_same_with_the_readings_in_a_table() {
        assertThat(RANGE.explain().toMarkdown())
                .isEqualTo("""
                        **Between OPEL 2 and OPEL 4, 6 to 20 of 22 points: mean ambulance handover time (4), four-hour performance (2 to 4); 2 of 4 readings missing or not usable. Lowest evidence grade of any value used: corroborated.**

                        ### Readings

                        | No. | Parameter | Finding | Points | Of | Source | Evidence grade |
                        |---:|---|---|---:|---:|---|---|
                        | 1 | mean ambulance handover time | 41 min, above 30 and up to 60 | 4 | 6 | Example framework, bands of acute parameter 1 | corroborated |
                        | 2 | four-hour performance | 60% rounded to 1 (59.5 to 60.5), touching "up to 60" and "above 60 and below 76" | 2 to 4 | 4 | Example framework, acute parameter 2 | corroborated |
                        | 3 | G&A bed occupancy | 96.2% is stale, observed 2024-01-07T07:00:00Z, more than 24 hours before the report, so it counts as missing | 0 to 8 | 8 | Example framework, acute parameter 3 | corroborated |
                        | 4 | escalation beds | not submitted, so unknown | 0 to 4 | 4 | Example framework, acute parameter 4 | corroborated |

                        ### What is not known exactly could change this

                        - G&A bed occupancy, if up to 98%: between OPEL 2 and OPEL 3; if above 98%: between OPEL 3 and OPEL 4.
                        - Escalation beds, if up to 2%: between OPEL 2 and OPEL 3; if above 2%: between OPEL 2 and OPEL 4.
                        - Four-hour performance: knowing it would not narrow the level by itself.

                        ### How far it is to the neighbouring levels

                        - OPEL 1 ends at 5 points: at least 1 and at most 15 fewer.

                        ### Single changes that would move the level

                        - Mean ambulance handover time falling from 41 to 30 min: between OPEL 1 and OPEL 4.
                        - Four-hour performance rising from 60 to 76%: between OPEL 1 and OPEL 4.

                        ### By which rules

                        - Framework example-2023-24 1.0.0, in force from 2023-08-01 until 2024-12-01.
                        - Rule: A reading scores the points of every band it touches. Example, method.
                        - Rule: A reading that cannot be used could score anything its parameter can. This library.
                        - Rule: The points of all parameters add up to the score. Example framework, scoring; published.
                        - Rule: The score decides the level. Example framework, levels; corroborated.
                        - Values below "published" were not read in an NHS England publication and may differ from it.
                        - Rule files DIGEST, library VERSION.
                        """.replace("DIGEST", Frameworks.DIGEST).replace("VERSION", Library.VERSION));
    }

    @Test
    void an_implausible_reading_says_what_is_implausible_about_it() {
        Assessment assessment = assess(
                FRAMEWORK,
                report().reading("ambulance-handover-mean", "1441")
                        .reading("ed-four-hour-performance", "70", null, "2024-01-08T09:00:00Z")
                        .reading("ga-bed-occupancy", "96.2", null, "2024-01-08T08:00:00Z")
                        .reading("escalation-beds", "-0.1", null, "2024-01-08T06:00:00Z")
                        .build());

        assertThat(sentences(assessment, ReasonCode.IMPLAUSIBLE))
                .containsExactly(
                        "1. Mean ambulance handover time: 1441 min is implausible, outside 0 to 1440 min, so it counts as"
                                + " missing; 0 to 6 of 6 points. Example framework, acute parameter 1; corroborated.",
                        "2. Four-hour performance: 70% is implausible, observed 2024-01-08T09:00:00Z and so after the"
                                + " report, so it counts as missing; 0 to 4 of 4 points. Example framework, acute parameter"
                                + " 2; unverified.",
                        "4. Escalation beds: -0.1% is implausible, outside 0 to 100%, so it counts as missing; 0 to 4 of"
                                + " 4 points. Example framework, acute parameter 4; corroborated.");
        assertThat(headline(assessment))
                .isEqualTo(
                        "Between OPEL 1 and OPEL 4, 4 to 18 of 22 points: G&A bed occupancy (4);"
                                + " 3 of 4 readings missing or not usable. Lowest evidence grade of any value used: unverified.");
    }

    @Test
    void a_rounded_reading_at_the_end_of_the_domain_is_cut_off_there() {
        Assessment assessment = assess(
                FRAMEWORK,
                report().rounded("ga-bed-occupancy", "130", "1")
                        .rounded("ambulance-handover-mean", "0", "10")
                        .build());

        assertThat(sentences(assessment, ReasonCode.BAND_MATCHED))
                .containsExactly(
                        "1. Mean ambulance handover time: 0 min rounded to 10 (0 to 5), up to 15;"
                                + " 0 of 6 points. Example framework, bands of acute parameter 1; corroborated.",
                        "3. G&A bed occupancy: 130% rounded to 1 (129.5 to 130), above 98;"
                                + " 8 of 8 points. Example framework, bands of acute parameter 3; corroborated.");
    }

    @Test
    void no_level_is_given_without_saying_why() {
        Assessment assessment = assess(
                Frameworks.draft(),
                report("41", "61.4", "96.2", "6")
                        .observedAt("2025-01-08T08:00:00Z")
                        .reading("ed-referred", "3")
                        .build());

        assertThat(headline(assessment))
                .isEqualTo("Undetermined, 12 of 22 points: mean ambulance handover time (4), G&A bed occupancy (4),"
                        + " four-hour performance (2), escalation beds (2); 1 of 5 readings missing or not usable."
                        + " The bands of parameter 5 ed-referred are not known yet."
                        + " Lowest evidence grade of any value used: corroborated. The framework is a draft.");
        assertThat(sentences(assessment, ReasonCode.BANDS_EXPECTED))
                .containsExactly(
                        "5. Patients referred to a service: 3%, but its bands are announced but not known yet, so"
                                + " nothing can be scored; 0 of 0 points. Example framework, acute parameter 5; published.");
        assertThat(sentences(assessment, ReasonCode.UNDECISIVE_READINGS))
                .containsExactly(
                        "Patients referred to a service: no level can be given until the bands of every parameter"
                                + " are known.");
        assertThat(assessment.explain().all(ReasonCode.MARGINS)).isEmpty();
        assertThat(assessment.explain().all(ReasonCode.SINGLE_CHANGES)).isEmpty();
        assertThat(sentences(assessment, ReasonCode.FRAMEWORK))
                .containsExactly("Framework example-2024-26 1.0.0 (draft), in force from 2024-12-01.");
        assertThat(assessment.explain().code()).isEqualTo(ReasonCode.LEVEL_UNDETERMINED);
    }

    @Test
    void a_parameter_without_bands_is_explained_without_a_reading_too() {
        Assessment assessment =
                assess(Frameworks.draft(), report("41", "61.4", "96.2", "6").build(), Selection.PINNED);

        assertThat(sentences(assessment, ReasonCode.BANDS_EXPECTED))
                .containsExactly(
                        "5. Patients referred to a service: its bands are announced but not known yet, so nothing"
                                + " can be scored; 0 of 0 points. Example framework, acute parameter 5; published.");
        assertThat(sentences(assessment, ReasonCode.FRAMEWORK))
                .containsExactly("Framework example-2024-26 1.0.0 (draft), pinned by the caller.");
    }

    @Test
    void no_points_need_no_drivers() {
        assertThat(headline(assess("0", "100", "0", "0")))
                .isEqualTo("OPEL 1, 0 of 22 points. Lowest evidence grade of any value used: unverified.");
        assertThat(sentences(assess("0", "100", "0", "0"), ReasonCode.MARGIN_DOWN))
                .isEmpty();
        assertThat(sentences(assess("0", "100", "0", "0"), ReasonCode.MARGIN_UP))
                .containsExactly("OPEL 2 begins at 6 points: 6 more.");
        assertThat(sentences(assess("61", "60", "99", "7"), ReasonCode.MARGIN_UP))
                .isEmpty();
    }

    @Test
    void with_every_reading_missing_any_level_is_possible() {
        Assessment assessment = assess(FRAMEWORK, report().build());

        assertThat(headline(assessment))
                .isEqualTo("Between OPEL 1 and OPEL 4, 0 to 22 of 22 points; 4 of 4 readings missing or not usable."
                        + " Lowest evidence grade of any value used: unverified.");
        assertThat(assessment.explain().all(ReasonCode.MARGINS)).isEmpty();
        assertThat(assessment.explain().all(ReasonCode.SINGLE_CHANGES)).isEmpty();
        assertThat(sentences(assessment, ReasonCode.UNCERTAIN_READING))
                .containsExactly(
                        "Mean ambulance handover time, if up to 15 min: between OPEL 1 and OPEL 3; if above 15 and up to"
                                + " 60 min: between OPEL 1 and OPEL 4; if above 60 min: between OPEL 2 and"
                                + " OPEL 4.",
                        "G&A bed occupancy, if up to 95%: between OPEL 1 and OPEL 3; if above 95 and up to 98%:"
                                + " between OPEL 1 and OPEL 4; if above 98%: between OPEL 2 and OPEL 4.");
        assertThat(assessment.explain().all(ReasonCode.UNDECISIVE_READINGS))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.sentence())
                            .isEqualTo("Four-hour performance and escalation beds: knowing any one of them would not"
                                    + " narrow the level by itself.");
                    assertThat(statement.data())
                            .containsExactly(entry("parameters", "ed-four-hour-performance, escalation-beds"));
                });
    }

    @ParameterizedTest
    @CsvSource({"NOT_SUBMITTED, not submitted", "NOT_APPLICABLE, not applicable", "SUPPRESSED, suppressed"})
    void a_missing_reading_says_why_it_is_missing(MissingReason reason, String words) {
        Assessment assessment =
                assess(FRAMEWORK, report().missing("escalation-beds", reason).build());

        assertThat(sentences(assessment, ReasonCode.valueOf(reason.name())))
                .contains("4. Escalation beds: " + words
                        + ", so unknown; 0 to 4 of 4 points. Example framework, acute parameter 4;" + " corroborated.");
    }

    @Test
    void a_shorter_greatest_age_is_said_in_minutes() {
        Parameter hourly = withMaxAge("PT90M");
        Assessment assessment = assess(
                framework(Frameworks.table(totals("1", "2", "3"), hourly)),
                report().reading("escalation-beds", "3", null, "2024-01-08T06:29:59Z")
                        .build());

        assertThat(sentences(assessment, ReasonCode.STALE))
                .containsExactly("4. Escalation beds: 3% is stale, observed 2024-01-08T06:29:59Z, more than 90 minutes"
                        + " before the report, so it counts as missing; 0 to 4 of 4 points. Example framework, acute"
                        + " parameter 4; corroborated.");
    }

    private static Parameter withMaxAge(String maxAge) {
        Parameter beds = Frameworks.ESCALATION_BEDS;
        return new Parameter(
                beds.id(),
                beds.number(),
                beds.label(),
                beds.definition(),
                beds.unit(),
                beds.domain(),
                beds.worse(),
                Duration.parse(maxAge),
                beds.source(),
                beds.bands());
    }

    @Test
    void data_says_to_programs_what_sentences_say_to_people() {
        Explanation explanation = RANGE.explain();

        assertThat(explanation.code()).isEqualTo(ReasonCode.LEVEL_BETWEEN);
        assertThat(explanation.data())
                .containsExactly(
                        entry("organisation", "RXX"),
                        entry("observedAt", "2024-01-08T08:00:00Z"),
                        entry("level", "between OPEL 2 and OPEL 4"),
                        entry("min", "6"),
                        entry("max", "20"),
                        entry("available", "22"),
                        entry("assurance", "corroborated"));
        assertThat(explanation.all(ReasonCode.BAND_MATCHED).get(0).data())
                .containsExactly(
                        entry("parameter", "ambulance-handover-mean"),
                        entry("number", "1"),
                        entry("label", "mean ambulance handover time"),
                        entry("value", "41"),
                        entry("unit", "min"),
                        entry("finding", "41 min, above 30 and up to 60"),
                        entry("bands", "above 30 and up to 60"),
                        entry("min", "4"),
                        entry("max", "4"),
                        entry("ofMaximum", "6"),
                        entry("rule", "A reading scores the points of every band it touches"),
                        entry("document", "Example framework"),
                        entry("place", "bands of acute parameter 1"),
                        entry("assurance", "corroborated"));
        assertThat(explanation.all(ReasonCode.NOT_SUBMITTED).get(0).data()).doesNotContainKeys("value", "unit");
        assertThat(explanation.all(ReasonCode.UNCERTAIN_READING).get(0).data())
                .containsExactly(
                        entry("parameter", "ga-bed-occupancy"),
                        entry("min", "0"),
                        entry("max", "8"),
                        entry("values1", "up to 98"),
                        entry("level1", "between OPEL 2 and OPEL 3"),
                        entry("values2", "above 98"),
                        entry("level2", "between OPEL 3 and OPEL 4"));
        assertThat(explanation.all(ReasonCode.MARGIN_DOWN).get(0).data())
                .containsExactly(
                        entry("level", "OPEL 1"), entry("reachedAt", "5"), entry("min", "1"), entry("max", "15"));
        assertThat(explanation.all(ReasonCode.SINGLE_CHANGE).get(0).data())
                .containsExactly(
                        entry("parameter", "ambulance-handover-mean"),
                        entry("now", "41"),
                        entry("direction", "falls"),
                        entry("value", "30"),
                        entry("band", "above 15 and up to 30"),
                        entry("level", "between OPEL 1 and OPEL 4"));
        assertThat(explanation.all(ReasonCode.FRAMEWORK).get(0).data())
                .containsExactly(
                        entry("id", "example-2023-24"),
                        entry("version", "1.0.0"),
                        entry("status", "published"),
                        entry("pinned", "false"));
        assertThat(explanation.all(ReasonCode.DIGEST).get(0).data())
                .containsExactly(entry("digest", Frameworks.DIGEST), entry("library", Library.VERSION));
        assertThat(explanation.all(ReasonCode.RULE).get(0).data())
                .containsExactly(
                        entry("rule", "A reading scores the points of every band it touches"),
                        entry("citation", "Example, method"));
        assertThat(EXACT.explain().code()).isEqualTo(ReasonCode.LEVEL_EXACT);
    }

    @Test
    void equal_assessments_give_equal_explanations() {
        assertThat(assess("41", "61.4", "96.2", "6").explain()).isEqualTo(EXACT.explain());
        assertThat(assess("41", "61.4", "96.2", "6").explain().toText())
                .isEqualTo(EXACT.explain().toText());
    }

    @Test
    void an_explanation_does_not_change_with_what_it_was_made_from() {
        Map<String, String> data = new HashMap<>(Map.of("key", "value"));
        Explanation explanation = new Explanation(ReasonCode.RULE, "A rule.", data, List.of());

        data.clear();

        assertThat(explanation.data()).containsExactly(entry("key", "value"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> explanation.data().clear());
    }

    @Test
    void data_keeps_its_order_is_found_by_key_and_equals_any_map_with_the_same_entries() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("z", "1");
        given.put("a", "2");
        given.put("m", "3");

        Explanation explanation = new Explanation(ReasonCode.RULE, "A rule.", given, List.of());
        List<String> each = new ArrayList<>();
        explanation.data().forEach((key, value) -> each.add(key + value));

        assertThat(explanation.data()).containsExactly(entry("z", "1"), entry("a", "2"), entry("m", "3"));
        assertThat(each).containsExactly("z1", "a2", "m3");
        assertThat(explanation.value("a")).isEqualTo("2");
        assertThat(explanation.value("b")).isEmpty();
        assertThat(explanation.data()).isEqualTo(given).hasSameHashCodeAs(given);
        assertThat(given).isEqualTo(explanation.data());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> explanation.data().remove("a"));
    }

    @Test
    void parts_of_parts_are_indented_further() {
        Explanation leaf = new Explanation(ReasonCode.RULE, "Leaf.", Map.of(), List.of());
        Explanation branch = new Explanation(ReasonCode.RULE, "Branch.", Map.of(), List.of(leaf));
        Explanation section = new Explanation(ReasonCode.PROVENANCE, "Section", Map.of(), List.of(branch));
        Explanation tree = new Explanation(ReasonCode.LEVEL_EXACT, "Root.", Map.of(), List.of(section));

        assertThat(tree.toText()).isEqualTo("Root.\n\nSection\n  Branch.\n    Leaf.\n");
        assertThat(tree.toMarkdown()).isEqualTo("**Root.**\n\n### Section\n\n- Branch.\n  - Leaf.\n");
        assertThat(tree.all(ReasonCode.RULE)).containsExactly(branch, leaf);
    }

    @Test
    void nothing_in_a_rule_file_turns_into_markdown_or_html() {
        Parameter hostile = parameter(
                1,
                "hostile",
                "<img src=x> | [a](b) *c* _d_ `e` #f ~g~ \\ &lt; # heading",
                "|",
                domain("0", "10", "1"),
                Parameter.Direction.HIGHER,
                band("up to 5", 0),
                band("above 5", 4));
        String markdown = assess(
                        framework(Frameworks.table(totals("1", "2", "3"), hostile)),
                        report().reading("hostile", "7").build())
                .explain()
                .toMarkdown();
        String label = "\\<img src=x\\> \\| \\[a\\](b) \\*c\\* \\_d\\_ \\`e\\` \\#f \\~g\\~ \\\\ \\&lt; \\# heading";

        assertThat(markdown.lines())
                .contains("**OPEL 4, 4 of 4 points: " + label
                        + " (4). Lowest evidence grade of any value used: corroborated.**")
                .contains("| 1 | " + label
                        + " | 7 \\|, above 5 | 4 | 4 | Example framework, bands of acute"
                        + " parameter 1 | corroborated |")
                .contains("- " + label + " falling from 7 to 5 \\|: OPEL 1.")
                .noneMatch(line -> line.startsWith("# "));
    }

    @ParameterizedTest
    @CsvSource({
        "- bed, \\- bed",
        "1. bed, 1\\. bed",
        "12) bed, 12\\) bed",
        "+ bed, \\+ bed",
        "--- , \\---",
        "-3 beds, -3 beds"
    })
    void nothing_begins_a_list_that_is_not_one(String sentence, String escaped) {
        Explanation item = new Explanation(ReasonCode.RULE, sentence, Map.of(), List.of());
        Explanation section = new Explanation(ReasonCode.PROVENANCE, "Section", Map.of(), List.of(item));

        assertThat(new Explanation(ReasonCode.LEVEL_EXACT, "Root.", Map.of(), List.of(section)).toMarkdown())
                .endsWith("\n- " + escaped + "\n");
    }

    @Test
    void a_doubtful_reading_says_so_beside_its_points_and_in_the_headline() {
        Contribution third = EXACT.contributions().get(2);
        Rule rule = new Rule("A reading outside the usual values is doubtful", "This library");
        UsualRange usual = new UsualRange(new BigDecimal("97"), new BigDecimal("120"), Assurance.ASSUMED);
        Contribution doubted = new Contribution(
                third.parameter(),
                third.reading(),
                third.code(),
                third.bands(),
                third.points(),
                third.rule(),
                third.assurance(),
                Doubt.about(new BigDecimal("96.2"), third.parameter(), usual, rule));
        List<Contribution> contributions = new ArrayList<>(EXACT.contributions());
        contributions.set(2, doubted);
        Assessment doubtful = new Assessment(
                EXACT.report(),
                EXACT.framework(),
                EXACT.selection(),
                contributions,
                EXACT.score(),
                EXACT.scoreRule(),
                EXACT.level(),
                EXACT.levelRule(),
                EXACT.assurance());

        assertThat(doubtful.level()).isEqualTo(EXACT.level());
        assertThat(headline(doubtful)).contains("; 1 of 4 readings doubtful");
        assertThat(sentences(doubtful, ReasonCode.DOUBTFUL))
                .containsExactly(
                        "G&A bed occupancy is doubtful: 96.2 is outside the usual 97 to 120%. Usual are 97 to 120%"
                                + " (assumed). The reading scores as it is.");
        assertThat(doubtful.explain().toText())
                .contains("Rule: A reading outside the usual values is doubtful. This library.");
    }
}
