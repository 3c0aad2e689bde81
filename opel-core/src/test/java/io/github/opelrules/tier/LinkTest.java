package io.github.opelrules.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.tier.Hierarchy.Link;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {

    private static final OdsCode ICS = OdsCode.of("QAA");
    private static final OdsCode NEAR = OdsCode.of("RAA");
    private static final OdsCode MIDDLE = OdsCode.of("RBB");
    private static final OdsCode FAR = OdsCode.of("RCC");

    private static Link link(OdsCode one, OdsCode other, int minutes) {
        return new Link(one, other, Duration.ofMinutes(minutes));
    }

    private static Unit provider(OdsCode code) {
        DateRange dates = new DateRange(LocalDate.of(2022, 7, 1), null);
        return new Unit(
                code,
                "Trust " + code,
                Tier.PROVIDER,
                ProviderType.ACUTE,
                List.of(new Membership(ICS, BigDecimal.ONE, dates)));
    }

    private static Hierarchy hierarchy(Link... links) {
        return new Hierarchy(
                Hierarchy.Weights.EQUAL,
                List.of(
                        new Unit(ICS, "System", Tier.ICS, null, List.of()),
                        provider(NEAR),
                        provider(MIDDLE),
                        provider(FAR)),
                List.of(links));
    }

    @Test
    void aLinkLeadsInBothDirectionsAndTheNearestNeighbourComesFirst() {
        Hierarchy hierarchy = hierarchy(link(FAR, MIDDLE, 60), link(MIDDLE, NEAR, 20));

        assertThat(hierarchy.linksOf(MIDDLE))
                .extracting(link -> link.from(MIDDLE).orElseThrow())
                .containsExactly(NEAR, FAR);
        assertThat(hierarchy.linksOf(FAR))
                .singleElement()
                .extracting(link -> link.from(FAR).orElseThrow())
                .isEqualTo(MIDDLE);
        assertThat(link(FAR, MIDDLE, 60).from(NEAR)).isEmpty();
        assertThat(link(FAR, MIDDLE, 60)).isEqualTo(link(MIDDLE, FAR, 60));
    }

    @Test
    void aLinkToItselfOrInNoTimeIsRefused() {
        assertThatThrownBy(() -> link(FAR, FAR, 10))
                .hasMessage(
                        "A link leads from a unit to another one and takes some time, but this one leads from RCC to"
                                + " RCC in PT10M");
        assertThatThrownBy(() -> link(FAR, NEAR, 0)).hasMessageEndingWith("leads from RCC to RAA in PT0S");
    }

    @Test
    void aLinkBetweenTwoTiersOrToNothingIsRefused() {
        assertThatThrownBy(() -> hierarchy(link(FAR, ICS, 10)))
                .hasMessage("A link leads from QAA to RCC, and these are not two units of one tier in this hierarchy."
                        + " Correct the codes, or add the unit.");
        assertThatThrownBy(() -> hierarchy(link(FAR, OdsCode.of("RZZ"), 10)))
                .hasMessageStartingWith("A link leads from RCC to RZZ");
    }

    @Test
    void twoLinksBetweenTheSameUnitsAreRefused() {
        assertThatThrownBy(() -> hierarchy(link(FAR, NEAR, 10), link(NEAR, FAR, 12)))
                .hasMessage("Two links lead from RAA to RCC, and a link leads in both directions. Keep one.");
    }

    @Test
    void whatAUnitBelongsToDependsOnTheDay() {
        Hierarchy hierarchy = hierarchy();

        assertThat(hierarchy.parent(NEAR, Instant.parse("2024-01-08T08:00:00Z")))
                .contains(ICS);
        assertThat(hierarchy.parent(NEAR, Instant.parse("2020-01-08T08:00:00Z")))
                .isEmpty();
        assertThat(hierarchy.parent(ICS, Instant.parse("2024-01-08T08:00:00Z"))).isEmpty();
    }
}
