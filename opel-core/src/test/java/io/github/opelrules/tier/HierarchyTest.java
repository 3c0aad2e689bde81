package io.github.opelrules.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    @Test
    void a_merger_at_midnight_gives_two_hierarchies() {
        Hierarchy merged = new Hierarchy(
                Hierarchy.Weights.RELATIVE,
                List.of(
                        ics("QAA"),
                        ics("QBB"),
                        acute(
                                "RXX",
                                member("QAA", "1", "2022-07-01", "2026-04-01"),
                                member("QBB", "2", "2026-04-01", null))));

        // The last second of 31 March in London, which is an hour ahead of UTC by then, and the first of 1 April.
        assertThat(merged.members(Instant.parse("2026-03-31T22:59:59Z"))).containsOnlyKeys(OdsCode.of("QAA"));
        assertThat(merged.members(Instant.parse("2026-03-31T23:00:00Z"))).containsOnlyKeys(OdsCode.of("QBB"));
        assertThat(merged.members(Instant.parse("2022-06-30T22:59:59Z"))).isEmpty();
        assertThat(merged.daysOfChange()).containsExactly(LocalDate.parse("2022-07-01"), LocalDate.parse("2026-04-01"));
        assertThat(merged.parent(OdsCode.of("RXX"), Instant.parse("2026-03-31T23:00:00Z")))
                .contains(OdsCode.of("QBB"));
    }

    @Test
    void units_are_found_by_their_codes() {
        Hierarchy hierarchy = new Hierarchy(Hierarchy.Weights.EQUAL, List.of(ics("QBB"), ics("QAA")));

        assertThat(hierarchy.unit(OdsCode.of("QBB"))).map(Unit::name).contains("Example QBB");
        assertThat(hierarchy.unit(OdsCode.of("QXX"))).isEmpty();
        assertThat(hierarchy.units()).extracting(unit -> unit.code().value()).containsExactly("QAA", "QBB");
    }

    @Test
    void an_unknown_parent_is_named_with_the_nearest_there_is() {
        assertThat(flaws(ics("QAA"), acute("RXX", member("QAB", "1", "2022-07-01", null))))
                .containsExactly("OPEL-311 1/0 Example RXX (RXX) belongs to QAB, which is no unit of this hierarchy."
                        + " Did you mean \"QAA\"? Add the unit, or correct the code.");
    }

    @Test
    void a_cycle_is_no_hierarchy() {
        assertThat(flaws(
                        unit("QAA", Tier.ICS, null, member("QBB", "1", "2022-07-01", null)),
                        unit("QBB", Tier.ICS, null, member("QAA", "1", "2022-07-01", null))))
                .containsExactly(
                        "OPEL-312 0/0 Example QAA (QAA) belongs to Example QBB (QBB), which belongs to it in turn."
                                + " Correct one of the two.",
                        "OPEL-312 1/0 Example QBB (QBB) belongs to Example QAA (QAA), which belongs to it in turn."
                                + " Correct one of the two.");
    }

    @Test
    void a_unit_belongs_to_one_of_the_next_tier() {
        assertThat(flaws(unit("Y01", Tier.REGION, null), acute("RXX", member("Y01", "1", "2022-07-01", null))))
                .containsExactly(
                        "OPEL-313 1/0 Example RXX (RXX) is a provider and belongs to Example Y01 (Y01), which is"
                                + " a region. Expected an ICS.");
    }

    @Test
    void nobody_belongs_to_two_at_one_time_or_to_nothing_in_between() {
        assertThat(flaws(
                        ics("QAA"),
                        ics("QBB"),
                        acute(
                                "RXX",
                                member("QAA", "1", "2022-07-01", "2026-04-02"),
                                member("QBB", "1", "2026-04-01", null)),
                        acute(
                                "RYY",
                                member("QBB", "1", "2026-04-01", null),
                                member("QAA", "1", "2022-07-01", "2026-03-01"))))
                .containsExactly(
                        "OPEL-314 2/1 Example RXX (RXX) belongs to both QAA and QBB on 2026-04-01. Let the first"
                                + " be over by then: \"until\" is the day after its last one, and the end in a table is its last"
                                + " one.",
                        "OPEL-315 3/0 Example RYY (RYY) belongs to nothing from 2026-03-01 until 2026-04-01. Close the"
                                + " gap, or use another code for what came after it.");
    }

    @Test
    void a_member_does_not_outlast_what_it_belongs_to() {
        assertThat(flaws(
                        unit("Y01", Tier.REGION, null),
                        unit("QAA", Tier.ICS, null, member("Y01", "1", "2022-07-01", "2026-04-01")),
                        acute("RXX", member("QAA", "1", "2022-07-01", null)),
                        acute("RYY", member("QAA", "1", "2020-01-01", "2026-04-01"))))
                .containsExactly(
                        "OPEL-316 2/0 Example RXX (RXX) belongs to Example QAA (QAA) from 2022-07-01, but QAA ends on"
                                + " 2026-04-01. Let the one not outlast the other.",
                        "OPEL-316 3/0 Example RYY (RYY) belongs to Example QAA (QAA) from 2020-01-01 until 2026-04-01,"
                                + " but QAA begins on 2022-07-01. Let the one not outlast the other.");
    }

    @Test
    void shares_add_up_to_one_on_every_day_for_each_provider_type() {
        List<Unit> units = List.of(
                ics("QAA"),
                acute("RAA", member("QAA", "0.6", "2022-07-01", null)),
                acute("RBB", member("QAA", "0.4", "2022-07-01", "2026-04-01")),
                unit("RCC", Tier.PROVIDER, ProviderType.COMMUNITY, member("QAA", "1", "2022-07-01", null)));

        assertThat(flaws(units.toArray(Unit[]::new)))
                .as("only their ratios count")
                .isEmpty();
        assertThat(flaws(Hierarchy.Weights.SHARES, units))
                .containsExactly("OPEL-317 1/0 From 2026-04-01 the weights of the acute members of QAA add up to 0.6."
                        + " Correct them so that they add up to 1, or write \"weights: relative\" where only their"
                        + " ratios count.");
    }

    @Test
    void two_units_never_share_a_code() {
        assertThat(flaws(ics("QAA"), ics("QAA")))
                .containsExactly("OPEL-310 1/-1 Two units have the code QAA. Keep one, with all its memberships.");
    }

    @Test
    void what_is_wrong_never_becomes_a_hierarchy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hierarchy(Hierarchy.Weights.EQUAL, List.of(ics("QAA"), ics("QAA"))))
                .withMessageContaining("Two units have the code QAA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hierarchy(Hierarchy.Weights.EQUAL, List.of()))
                .withMessage("A hierarchy needs at least one unit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unit("RXX", Tier.PROVIDER, null))
                .withMessage("Unit RXX is a provider, and a provider needs a provider type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> member("QAA", "0", "2022-07-01", null))
                .withMessageContaining("A weight is above 0, not 0");
    }

    private static List<String> flaws(Unit... units) {
        return flaws(Hierarchy.Weights.RELATIVE, List.of(units));
    }

    private static List<String> flaws(Hierarchy.Weights weights, List<Unit> units) {
        List<String> flaws = new ArrayList<>();
        for (Hierarchy.Flaw flaw : Hierarchy.flaws(weights, units)) {
            flaws.add(flaw.code().id() + " " + flaw.unit() + "/" + flaw.membership() + " " + flaw.message());
        }
        return flaws;
    }

    private static Unit ics(String code) {
        return unit(code, Tier.ICS, null);
    }

    private static Unit acute(String code, Membership... memberships) {
        return unit(code, Tier.PROVIDER, ProviderType.ACUTE, memberships);
    }

    private static Unit unit(String code, Tier tier, @Nullable ProviderType type, Membership... memberships) {
        return new Unit(OdsCode.of(code), "Example " + code, tier, type, List.of(memberships));
    }

    private static Membership member(String parent, String weight, String from, @Nullable String until) {
        return new Membership(
                OdsCode.of(parent),
                new BigDecimal(weight),
                new DateRange(LocalDate.parse(from), until == null ? null : LocalDate.parse(until)));
    }
}
