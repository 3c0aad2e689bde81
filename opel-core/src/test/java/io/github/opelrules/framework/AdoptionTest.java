package io.github.opelrules.framework;

import static io.github.opelrules.Frameworks.acuteTable;
import static io.github.opelrules.Frameworks.framework;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which framework an organisation used when. Nationally: the first until 2024-12-01, the draft from then on. */
class AdoptionTest {

    private static final Framework FIRST = Frameworks.acute();
    private static final Framework DRAFT = Frameworks.draft();
    private static final FrameworkSet NATIONAL = new FrameworkSet(List.of(FIRST, DRAFT));
    private static final OdsCode LATE = OdsCode.of("RXX01");
    private static final OdsCode EARLY = OdsCode.of("RYY01");
    private static final FrameworkSet SET =
            NATIONAL.withAdoptions(List.of(adoption(LATE, DRAFT, "2025-06-18"), adoption(EARLY, DRAFT, "2024-10-01")));

    private static Adoption adoption(OdsCode organisation, Framework framework, String from) {
        return new Adoption(organisation, framework.id(), LocalDate.parse(from));
    }

    private static FrameworkSet.Selected select(FrameworkSet set, OdsCode organisation, String at) {
        return set.select(organisation, ProviderType.ACUTE, Instant.parse(at), true);
    }

    @Test
    void the_days_of_change_are_national_ones_and_those_on_which_somebody_adopts() {
        assertThat(NATIONAL.daysOfChange())
                .containsExactly(LocalDate.parse("2023-08-01"), LocalDate.parse("2024-12-01"));
        assertThat(SET.daysOfChange())
                .containsExactly(
                        LocalDate.parse("2023-08-01"),
                        LocalDate.parse("2024-10-01"),
                        LocalDate.parse("2024-12-01"),
                        LocalDate.parse("2025-06-18"));
    }

    private static List<String> flaws(Adoption... adoptions) {
        return NATIONAL.flaws(List.of(adoptions)).stream()
                .map(flaw -> flaw.code().id() + " " + flaw.index() + " " + flaw.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "RXX01, 2024-11-30T23:59:59Z, example-2023-24, National[]",
        "RXX01, 2024-12-01T00:00:00Z, example-2023-24, Kept[until=2025-06-18]",
        "RXX01, 2025-06-17T22:59:59Z, example-2023-24, Kept[until=2025-06-18]",
        "RXX01, 2025-06-17T23:00:00Z, example-2024-26, Adopted[from=2025-06-18]",
        "RXX01, 2030-01-01T00:00:00Z, example-2024-26, Adopted[from=2025-06-18]",
        "RYY01, 2024-09-30T22:59:59Z, example-2023-24, National[]",
        "RYY01, 2024-09-30T23:00:00Z, example-2024-26, Adopted[from=2024-10-01]",
        "RYY01, 2024-12-01T00:00:00Z, example-2024-26, Adopted[from=2024-10-01]",
        "RXX,   2024-11-30T23:59:59Z, example-2023-24, National[]",
        "RXX,   2024-12-01T00:00:00Z, example-2024-26, National[]",
    })
    void an_organisation_uses_a_framework_from_the_day_it_adopts_it_and_until_then_the_one_before(
            String organisation, String at, String framework, String selection) {
        FrameworkSet.Selected selected = select(SET, OdsCode.of(organisation), at);

        assertThat(selected.framework().id()).hasToString(framework);
        assertThat(selected.selection()).hasToString(selection);
    }

    @Test
    void a_framework_that_follows_without_an_adoption_begins_on_its_national_day() {
        Framework second = framework("second", "2024-12-01", "2026-04-01", Framework.Status.PUBLISHED, acuteTable());
        Framework third = framework("third", "2026-04-01", null, Framework.Status.PUBLISHED, acuteTable());
        FrameworkSet set = new FrameworkSet(List.of(FIRST, second, third))
                .withAdoptions(List.of(adoption(LATE, second, "2025-06-18"), adoption(EARLY, third, "2024-06-01")));

        assertThat(select(set, LATE, "2026-03-31T12:00:00Z").framework()).isEqualTo(second);
        assertThat(select(set, LATE, "2026-04-01T12:00:00Z"))
                .isEqualTo(new FrameworkSet.Selected(third, Selection.NATIONAL));
        assertThat(select(set, EARLY, "2025-01-01T12:00:00Z").framework())
                .as("one adopted early is not left for an earlier one that begins nationally meanwhile")
                .isEqualTo(third);
    }

    @Test
    void a_framework_that_ended_is_kept_only_until_the_next_is_adopted() {
        Framework second = framework("second", "2025-02-01", "2026-04-01", Framework.Status.PUBLISHED, acuteTable());
        FrameworkSet set = new FrameworkSet(List.of(FIRST, second))
                .withAdoptions(List.of(adoption(LATE, second, "2025-06-18"), adoption(EARLY, second, "2025-01-01")));

        assertThat(select(set, LATE, "2025-01-15T12:00:00Z").selection())
                .isEqualTo(new Selection.Kept(LocalDate.parse("2025-06-18")));
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> select(set, LATE, "2026-04-01T12:00:00Z"))
                .withMessage(
                        "No framework for acute providers was in force at 2026-04-01T12:00:00Z for RXX01. RXX01 adopts"
                                + " second from 2025-06-18. Known: example-2023-24 (from 2023-08-01 until 2024-12-01); second (from"
                                + " 2025-02-01 until 2026-04-01). Pin one by its id to score the report by it all the same.");
        assertThat(select(set, EARLY, "2024-12-15T12:00:00Z").selection())
                .isEqualTo(new Selection.Kept(LocalDate.parse("2025-01-01")));
    }

    @Test
    void an_adoption_of_a_framework_after_the_next_keeps_nothing_in_force() {
        Framework second = framework("second", "2025-02-01", "2026-04-01", Framework.Status.PUBLISHED, acuteTable());
        Framework third = framework("third", "2026-04-01", null, Framework.Status.PUBLISHED, acuteTable());
        FrameworkSet set = new FrameworkSet(List.of(FIRST, second, third))
                .withAdoptions(List.of(adoption(LATE, third, "2026-06-01")));

        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> select(set, LATE, "2025-01-15T12:00:00Z"))
                .withMessageStartingWith(
                        "No framework for acute providers was in force at 2025-01-15T12:00:00Z for RXX01.");
        assertThat(select(set, LATE, "2026-05-01T12:00:00Z"))
                .isEqualTo(new FrameworkSet.Selected(second, new Selection.Kept(LocalDate.parse("2026-06-01"))));
    }

    @Test
    void no_framework_is_in_force_before_the_first_is_adopted() {
        FrameworkSet set = NATIONAL.withAdoptions(List.of(adoption(LATE, FIRST, "2024-01-01")));

        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> select(set, LATE, "2023-12-31T12:00:00Z"))
                .withMessageStartingWith(
                        "No framework for acute providers was in force at 2023-12-31T12:00:00Z for RXX01. RXX01"
                                + " adopts example-2023-24 from 2024-01-01. Known: ");
        assertThat(select(set, LATE, "2024-12-01T00:00:00Z").selection()).isEqualTo(Selection.NATIONAL);
    }

    @Test
    void a_draft_that_is_adopted_scores_only_where_drafts_are_allowed() {
        Instant before = Instant.parse("2025-06-01T08:00:00Z");
        Instant after = Instant.parse("2025-06-18T08:00:00Z");

        assertThat(SET.select(LATE, ProviderType.ACUTE, before, false).framework())
                .isEqualTo(FIRST);
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> SET.select(LATE, ProviderType.ACUTE, after, false))
                .withMessageStartingWith("RXX01 adopts example-2024-26 from 2025-06-18, and that is a draft: ");
    }

    @Test
    void every_flaw_is_found_with_how_to_mend_it() {
        assertThat(flaws(
                        new Adoption(LATE, FrameworkId.of("exmaple-2024-26"), LocalDate.parse("2025-06-18")),
                        adoption(EARLY, DRAFT, "2025-06-18"),
                        adoption(EARLY, DRAFT, "2025-06-19"),
                        adoption(EARLY, FIRST, "2024-12-01"),
                        adoption(LATE, DRAFT, "2024-01-01"),
                        adoption(LATE, FIRST, "2024-01-01")))
                .containsExactly(
                        "OPEL-071 0 No framework has the id \"exmaple-2024-26\". Did you mean \"example-2024-26\"? Known:"
                                + " example-2023-24 (from 2023-08-01 until 2024-12-01); example-2024-26 (from 2024-12-01,"
                                + " draft).",
                        "OPEL-072 2 RYY01 adopts example-2024-26 twice, from 2025-06-18 and from 2025-06-19. Keep one of the"
                                + " two.",
                        "OPEL-073 3 RYY01 adopts example-2023-24 from 2024-12-01, but that applies from 2023-08-01 until"
                                + " 2024-12-01. Adopt it before it ends, or remove the line.",
                        "OPEL-073 5 RXX01 adopts example-2024-26 from 2024-01-01, not after it adopts example-2023-24, from"
                                + " 2024-01-01, but example-2023-24 is the earlier framework. Correct one of the two days.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NATIONAL.withAdoptions(List.of(adoption(EARLY, FIRST, "2024-12-01"))))
                .withMessageStartingWith("RYY01 adopts example-2023-24 from 2024-12-01, but that applies");
    }
}
