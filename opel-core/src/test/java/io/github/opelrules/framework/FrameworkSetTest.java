package io.github.opelrules.framework;

import static io.github.opelrules.Frameworks.acuteTable;
import static io.github.opelrules.Frameworks.framework;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameworkSetTest {

    private static final Framework FIRST = Frameworks.acute();
    private static final Framework DRAFT = Frameworks.draft();
    private static final FrameworkSet SET = new FrameworkSet(List.of(DRAFT, FIRST));

    private static final String KNOWN =
            "example-2023-24 (from 2023-08-01 until 2024-12-01);" + " example-2024-26 (from 2024-12-01, draft)";

    private static Framework inForce(String instant) {
        return SET.inForce(ProviderType.ACUTE, Instant.parse(instant), true);
    }

    @Test
    void frameworks_stand_in_the_order_of_their_first_days() {
        assertThat(SET.frameworks()).containsExactly(FIRST, DRAFT);
    }

    @Test
    void a_framework_is_in_force_from_its_first_instant_to_its_last() {
        assertThat(inForce("2023-07-31T23:00:00Z")).isEqualTo(FIRST);
        assertThat(inForce("2024-11-30T23:59:59.999999999Z")).isEqualTo(FIRST);
        assertThat(inForce("2024-12-01T00:00:00Z")).isEqualTo(DRAFT);
        assertThat(inForce("2030-01-01T00:00:00Z")).isEqualTo(DRAFT);
    }

    @Test
    void before_the_first_there_is_none_and_never_the_nearest() {
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> inForce("2023-07-31T22:59:59.999999999Z"))
                .withMessage("No framework for acute providers was in force at 2023-07-31T22:59:59.999999999Z. Known: "
                        + KNOWN + ". Pin one by its id to score the report by it all the same.");
    }

    @Test
    void a_provider_type_that_no_framework_scores_has_none() {
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> SET.inForce(ProviderType.MENTAL_HEALTH, Instant.parse("2024-01-08T08:00:00Z"), true))
                .withMessageStartingWith(
                        "No framework for mental-health providers was in force at 2024-01-08T08:00:00Z. Known: ");
    }

    @Test
    void a_draft_scores_only_where_drafts_are_allowed() {
        Instant time = Instant.parse("2025-01-08T08:00:00Z");
        String mend =
                "not enough is known of it to score operationally. Allow drafts, or pin another framework by its id."
                        + " Known: " + KNOWN + ".";

        assertThat(SET.inForce(ProviderType.ACUTE, time, true)).isEqualTo(DRAFT);
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> SET.inForce(ProviderType.ACUTE, time, false))
                .withMessage(
                        "Only a draft was in force for acute providers at 2025-01-08T08:00:00Z, example-2024-26 (from"
                                + " 2024-12-01): " + mend);
        assertThat(SET.pinned(DRAFT.id(), true)).isEqualTo(DRAFT);
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> SET.pinned(DRAFT.id(), false))
                .withMessage("example-2024-26 is a draft: " + mend);
    }

    @Test
    void a_framework_can_be_pinned_by_its_id() {
        assertThat(SET.pinned(FIRST.id(), false)).isEqualTo(FIRST);
    }

    @Test
    void an_unknown_id_is_answered_with_the_nearest_that_there_is() {
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> SET.pinned(FrameworkId.of("exmaple-2023-24"), false))
                .withMessage("No framework has the id \"exmaple-2023-24\". Did you mean \"example-2023-24\"? Known: "
                        + KNOWN + ".");
        assertThatExceptionOfType(NoFrameworkException.class)
                .isThrownBy(() -> SET.pinned(FrameworkId.of("something-else-altogether"), false))
                .withMessage("No framework has the id \"something-else-altogether\". Known: " + KNOWN + ".");
    }

    @Test
    void two_frameworks_in_force_at_once_are_refused() {
        Framework early = framework("example-early", "2024-11-30", null, Framework.Status.PUBLISHED, acuteTable());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameworkSet(List.of(early, FIRST)))
                .withMessage(
                        "Both example-2023-24 (from 2023-08-01 until 2024-12-01) and example-early (from 2024-11-30)"
                                + " are in force for [acute] on some days. End the first, with \"until\", on the day the second"
                                + " begins.");
    }

    @Test
    void frameworks_of_different_provider_types_may_be_in_force_at_once() {
        ScoringTable acute = acuteTable();
        ScoringTable community =
                new ScoringTable(ProviderType.COMMUNITY, acute.parameters(), acute.total(), acute.levels());
        Framework other = framework("example-community", "2023-08-01", null, Framework.Status.PUBLISHED, community);
        FrameworkSet set = new FrameworkSet(List.of(FIRST, other));
        Instant time = Instant.parse("2024-01-08T08:00:00Z");

        assertThat(set.inForce(ProviderType.ACUTE, time, false)).isEqualTo(FIRST);
        assertThat(set.inForce(ProviderType.COMMUNITY, time, false)).isEqualTo(other);
    }

    @Test
    void two_frameworks_do_not_share_an_id() {
        Framework again = framework("example-2023-24", "2030-01-01", null, Framework.Status.PUBLISHED, acuteTable());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameworkSet(List.of(FIRST, again)))
                .withMessage("Two frameworks have the id example-2023-24");
    }

    @Test
    void at_least_one_framework_is_needed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameworkSet(List.of()))
                .withMessage("At least one framework is needed");
    }
}
