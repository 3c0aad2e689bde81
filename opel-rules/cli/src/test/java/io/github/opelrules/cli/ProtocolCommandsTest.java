package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolCommandsTest {

    @TempDir
    private Path temporary;

    @Test
    void sentences_prints_the_dictionary_with_an_example_of_each_and_what_fills_them() {
        Result result = Result.of("sentences");

        assertThat(result.out())
                .startsWith(
                        "=== The first line under \"when\": of which unit a rule is ===\n\n--- Levels of one unit ---\n"
                                + "\"enters\" is so once, at the moment at which")
                .containsOnlyOnce("\"enters\" is so once")
                .contains(
                        "\n{unit} enters OPEL {level} or above\n    the ICS enters OPEL 3 or above\n",
                        "\n=== Further lines under \"when\": what else holds of that unit ===\n",
                        "\nmutual aid is proposed\n    mutual aid is proposed\n",
                        "\n{notice}: critical incident, industrial action, public event\n",
                        "\n{time}: such as 45 minutes, 1 hour, 2 hours and 30 minutes, 1 day\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void cards_say_for_each_unit_and_level_who_must_do_what_within_what_time_and_why() {
        Result result = Result.of("cards", "nhse-opel-2024-26", "--format", "markdown");

        assertThat(result.out())
                .startsWith("""
                        # Action cards: Integrated OPEL framework 2024 to 2026 (nhse-opel-2024-26 1.1.0)

                        Values below "published" were not read in an NHS England publication and may differ from it. An action that is not acknowledged in time is escalated to the next role.""")
                .contains("\n## A provider at OPEL 2\n\n| When | Who | What | Within | Rule | Source |\n")
                .contains("""

                        ## A community provider at OPEL 4

                        | When | Who | What | Within | Rule | Source |
                        |---|---|---|---|---|---|
                        | a community provider enters OPEL 4 | SCC duty manager | review all other actions of the ICS for OPEL 4 | 1 hour | CHS-4-01 | Integrated OPEL framework 2024 to 2026, a CHS provider at OPEL 4 (the time is assumed) (unverified) |
                        | a community provider enters OPEL 4 | ICB executive | consider enacting the other actions of the ICS for OPEL 4 | 2 hours | CHS-4-01 | Integrated OPEL framework 2024 to 2026, a CHS provider at OPEL 4 (the time is assumed) (unverified) |
                        """)
                .contains(
                        "| a provider enters OPEL 4 | – | mutual aid is proposed | – | PRO-4-01 |",
                        "| NHS England region | is informed by exception that a provider is at OPEL 4 | – | PRO-4-02 |",
                        "| the ICS is at OPEL 3 or above and its SCC is not staffed | ICB director on call |",
                        "\n## The nation at any level\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void cards_of_every_framework_are_printed_where_none_is_named() {
        assertThat(Result.of("cards").out()).contains("(nhse-opel-2023-24 1.1.0)\n", "(nhse-opel-2024-26 1.1.0)\n");
    }

    @Test
    void cards_need_rules_without_errors_and_a_known_format() throws IOException {
        Path copy = temporary.resolve("copy");
        Result.of("new", "nhse-opel-2023-24", copy.toString());
        Path file = copy.resolve("protocol/ics.dslr");
        Files.writeString(file, Files.readString(file).replace("the ICS enters", "the ICS entres"));

        Result broken = Result.of("cards", copy.toString());

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).contains("OPEL-093 \"the ICS entres OPEL 4\" is not a sentence that protocols know.");
        assertThat(Result.of("cards", "--format", "html").err())
                .startsWith("--format: \"html\" is not a format. Known: markdown.");
    }

    @Test
    void a_framework_without_a_protocol_has_no_cards() throws IOException {
        Path copy = temporary.resolve("copy");
        Result.of("new", "nhse-opel-2023-24", copy.toString());
        Files.delete(copy.resolve("protocol/ics.dslr"));
        Files.delete(copy.resolve("protocol/provider.dslr"));

        assertThat(Result.of("cards", copy.toString()).out())
                .isEqualTo("local-nhse-opel-2023-24 1.1.0 has no escalation protocol.\n");
    }

    @Test
    void rules_prints_the_sentences_and_the_drools_rules_that_they_stand_for() {
        assertThat(Result.of("rules", "nhse-opel-2023-24").out())
                .contains("""

                        === The escalation protocol of nhse-opel-2023-24 1.1.0: it follows the calculated levels ===

                        A unit steps down as soon as its level does. For 4 hours after midnight, a restart of what is measured since midnight lowers no level by itself.   assumed

                        ICS-2-01 Leave escalation delegated   OPEL Framework, version 2 (December 2018), delegation at OPEL 1 and 2 (the time is assumed) (unverified)
                           the ICS is at OPEL 2
                           → the SCC duty manager must "run operations and escalation as they are delegated" within 2 hours
                        """)
                .contains(
                        "\n=== The Drools rules that these sentences stand for ===\n\npackage ",
                        "\n    $unit : UnitFact( is(UnitKind.ICS), isAt(OpelLevel.OPEL_2) )\nthen\n",
                        "        Call.must(Role.SCC_DUTY_MANAGER, \"run operations and escalation as they are delegated\","
                                + " Duration.parse(\"PT2H\")) ) ) );\nend\n");
    }
}
