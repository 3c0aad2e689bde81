package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.check.Finding;
import org.junit.jupiter.api.Test;

/** Slips that somebody makes who edits the bundled framework, and the whole answer to each. */
class TenMistakesTest {

    private final MemoryFolder folder = MemoryFolder.bundled();

    @Test
    void a_wrong_edge() {
        folder.replace("acute.yaml", "{ above: 92, upTo: 95, points: 2 }", "{ from: 92, upTo: 95, points: 2 }");

        assertAnswer("folder/acute.yaml:151:9: OPEL-102 92 is in two bands, \"up to 92\" and \"from 92 and up to "
                + "95\". Let the second begin \"above 92\", or the first end \"below 92\".");
    }

    @Test
    void a_gap_by_changing_one_number() {
        folder.replace("acute.yaml", "{ above: 2, upTo: 10, points: 1 }", "{ above: 3, upTo: 10, points: 1 }");

        assertAnswer("folder/acute.yaml:76:9: OPEL-101 2.01 is in no band, between \"up to 2\" and \"above 3 and up "
                + "to 10\". Let the first end \"up to 3\", or the second begin \"above 2\", or add a band "
                + "\"above 2 and up to 3\".");
    }

    @Test
    void a_comma_for_a_point() {
        folder.replace("acute.yaml", "{ upTo: 92, points: 0 }", "{ upTo: 92,5, points: 0 }");

        assertAnswer("folder/acute.yaml:150:20: OPEL-035 \"upTo\" is followed by \",5\", and a comma ends a number. "
                + "Write a point for decimals: \"upTo: 92.5\".");
    }

    @Test
    void a_percent_sign() {
        folder.replace("acute.yaml", "{ upTo: 92, points: 0 }", "{ upTo: 92%, points: 0 }");

        assertAnswer("folder/acute.yaml:150:17: OPEL-035 \"upTo\" is \"92%\", which is not a plain number. Take "
                + "away the percent sign, which \"unit\" says already. Expected digits, with a point where there "
                + "are decimals, such as 15.");
    }

    @Test
    void a_wrong_indent() {
        folder.replace("acute.yaml", "    label: G&A bed occupancy", "     label: G&A bed occupancy");

        assertAnswer("folder/acute.yaml:141:11: OPEL-008 This is not YAML: the key here begins in column 6, and the "
                + "one in the line above in column 5. Keys that belong together begin in the same column: give "
                + "both the same number of spaces.");
    }

    @Test
    void a_wrong_indent_of_a_band() {
        folder.replace("acute.yaml", "      - { above: 92,", "     - { above: 92,");

        assertAnswer("folder/acute.yaml:151:6: OPEL-008 This is not YAML: the key here begins in column 8, and the "
                + "one in the line above in column 9. Keys that belong together begin in the same column: give "
                + "both the same number of spaces.");
    }

    @Test
    void a_misspelt_key() {
        folder.replace("acute.yaml", "{ upTo: 92, points: 0 }", "{ upto: 92, points: 0 }");

        assertAnswer("folder/acute.yaml:150:11: OPEL-020 \"upto\" is not a key of a band. Did you mean \"upTo\"? "
                + "Known: from, above, upTo, below, points, source.");
    }

    @Test
    void a_version_without_quotes() {
        folder.replace("framework.yaml", "version: \"1.1.0\"", "version: 1.1");

        assertAnswer("folder/framework.yaml:16:10: OPEL-030 The version \"1.1\" stands without quotes, so that YAML "
                + "could take it for a number. Write it in quotes: version: \"1.1.0\".");
    }

    @Test
    void a_date_in_words_or_day_first() {
        folder.replace("framework.yaml", "from: 2023-08-01", "from: 01/08/2023");
        folder.replace("framework.yaml", "until: 2024-12-01", "until: 1 December 2024");

        assertAnswer(
                "folder/framework.yaml:21:18: OPEL-032 \"from\" is \"01/08/2023\", which is not a day. If it "
                        + "is day, month and year, write 2023-08-01. Expected year, month and day as YYYY-MM-DD, such as "
                        + "2023-08-01.",
                "folder/framework.yaml:21:37: OPEL-032 \"until\" is \"1 December 2024\", which is not a day. "
                        + "Expected year, month and day as YYYY-MM-DD, such as 2024-12-01.");
    }

    @Test
    void a_deleted_band() {
        folder.replace("acute.yaml", "      - { above: 92, upTo: 95, points: 2 }\n", "");

        assertAnswer("folder/acute.yaml:151:9: OPEL-101 92.01 is in no band, between \"up to 92\" and \"above 95 "
                + "and up to 98\". Let the first end \"up to 95\", or the second begin \"above 92\", or add a "
                + "band \"above 92 and up to 95\".");
    }

    @Test
    void a_deleted_last_band() {
        folder.replace("acute.yaml", "      - { above: 98, points: 8 }\n", "");

        assertAnswer("folder/acute.yaml:152:9: OPEL-101 150 is in no band. Extend the band \"above 95 and up to "
                + "98\" to it, or add a band \"above 98\", or end the domain earlier.");
    }

    @Test
    void swapped_points() {
        folder.replace("acute.yaml", "{ above: 92, upTo: 95, points: 2 }", "{ above: 92, upTo: 95, points: 4 }");
        folder.replace("acute.yaml", "{ above: 95, upTo: 98, points: 4 }", "{ above: 95, upTo: 98, points: 2 }");

        assertAnswer("folder/acute.yaml:152:9: OPEL-104 \"above 92 and up to 95\" scores 4 and \"above 95 and up to "
                + "98\" scores 2, but higher values are declared worse, and a worse value must not score less. "
                + "Swap the points or change the direction.");
    }

    @Test
    void pasted_typographic_quotes() {
        folder.replace("framework.yaml", "version: \"1.1.0\"", "version: “1.0.1”");
        folder.replace("framework.yaml", "title: OPEL Framework 2023/24", "title: “OPEL Framework 2023/24”");
        folder.replace("framework.yaml", "status: published", "status: ‘published’");

        assertAnswer(
                "folder/framework.yaml:16:10: OPEL-030 The version \"1.0.1\" stands in typographic quotes, "
                        + "which YAML takes for letters. Write straight ones: version: \"1.0.1\".",
                "folder/framework.yaml:17:8: OPEL-039 \"title\" stands in typographic quotes, which YAML takes "
                        + "for letters. Write straight ones: title: \"OPEL Framework 2023/24\".",
                "folder/framework.yaml:18:9: OPEL-038 \"‘published’\" is not known for \"status\". Take away "
                        + "the typographic quotes. Known: published, draft.");
    }

    private void assertAnswer(String... answers) {
        assertThat(FrameworkLoader.check(folder).findings())
                .extracting(Finding::toString)
                .containsExactly(answers);
    }
}
