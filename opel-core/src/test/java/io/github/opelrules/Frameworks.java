package io.github.opelrules;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.ExpectedPoints;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.framework.TierRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Small frameworks to test with, and short ways to write their parts: {@code interval("above 15 and up to 30")} reads what
 * {@link Interval#toString()} writes.
 */
public final class Frameworks {

    public static final Citation TOTAL = new Citation(new Source("Example framework", "scoring"), Assurance.PUBLISHED);
    public static final Citation CUTS = new Citation(new Source("Example framework", "levels"), Assurance.CORROBORATED);
    public static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    /** Worse when higher; 6 points at most. */
    public static final Parameter HANDOVER = parameter(
            1,
            "ambulance-handover-mean",
            "mean ambulance handover time",
            "min",
            domain("0", "1440", "0.1"),
            Parameter.Direction.HIGHER,
            band("up to 15", 0),
            band("above 15 and up to 30", 2),
            band("above 30 and up to 60", 4),
            band("above 60", 6));

    /** Worse when lower; 4 points at most. The cut at 95 is unverified, and so is the side of the cut at 76. */
    public static final Parameter FOUR_HOUR = parameter(
            2,
            "ed-four-hour-performance",
            "four-hour performance",
            "%",
            domain("0", "100", "0.1"),
            Parameter.Direction.LOWER,
            new Band(new Interval(unverified("from 95"), null), 0, Assurance.CORROBORATED, bandSource(2)),
            new Band(
                    new Interval(unverifiedSide("from 76"), unverified("below 95")),
                    1,
                    Assurance.CORROBORATED,
                    bandSource(2)),
            new Band(
                    new Interval(edge("above 60"), unverifiedSide("below 76")),
                    2,
                    Assurance.CORROBORATED,
                    bandSource(2)),
            band("up to 60", 4));

    /** Worse when higher; 8 points at most. */
    public static final Parameter OCCUPANCY = parameter(
            3,
            "ga-bed-occupancy",
            "G&A bed occupancy",
            "%",
            domain("0", "130", "0.1"),
            Parameter.Direction.HIGHER,
            band("up to 92", 0),
            band("above 92 and up to 95", 2),
            band("above 95 and up to 98", 4),
            band("above 98", 8));

    /** Worse when higher; 4 points at most. */
    public static final Parameter ESCALATION_BEDS = parameter(
            4,
            "escalation-beds",
            "escalation beds",
            "%",
            domain("0", "100", "0.1"),
            Parameter.Direction.HIGHER,
            band("up to 2", 0),
            band("above 2 and up to 4", 1),
            band("above 4 and up to 6", 2),
            band("above 6", 4));

    /** Announced, with no bands yet. */
    public static final Parameter REFERRED = parameter(
            5,
            "ed-referred",
            "patients referred to a service",
            "%",
            domain("0", "100", "0.1"),
            Parameter.Direction.HIGHER);

    private Frameworks() {}

    /** Four parameters and 22 points for acute providers: OPEL 1 to 5 points, 2 to 11, 3 to 16, 4 above. */
    public static Framework acute() {
        return framework("example-2023-24", "2023-08-01", "2024-12-01", Framework.Status.PUBLISHED, acuteTable());
    }

    /** A draft of five parameters, one of them with no bands yet, whose cuts are shares: 10, 40 and 70 %. */
    public static Framework draft() {
        return framework("example-2024-26", "2024-12-01", null, Framework.Status.DRAFT, draftTable());
    }

    public static ScoringTable acuteTable() {
        return table(totals("5", "11", "16"), HANDOVER, FOUR_HOUR, OCCUPANCY, ESCALATION_BEDS);
    }

    public static ScoringTable draftTable() {
        return table(shares("10", "40", "70"), HANDOVER, FOUR_HOUR, OCCUPANCY, ESCALATION_BEDS, REFERRED);
    }

    public static ScoringTable table(LevelTable levels, Parameter... parameters) {
        return new ScoringTable(ProviderType.ACUTE, List.of(parameters), TOTAL, levels);
    }

    public static Framework framework(
            String id, String from, @Nullable String until, Framework.Status status, ScoringTable table) {
        return new Framework(
                FrameworkId.of(id),
                "1.0.0",
                "Example framework " + id,
                status,
                dates(from, until),
                Assurance.PUBLISHED,
                new Source("Example framework", "all of it"),
                Map.of(table.providerType(), table),
                DIGEST);
    }

    public static Framework framework(ScoringTable table) {
        return framework("example-2023-24", "2023-08-01", "2024-12-01", Framework.Status.PUBLISHED, table);
    }

    /** Acute providers alone count, and every tier is the mean of the one before. */
    public static Framework acuteWithTiers() {
        return withTiers(acute(), Map.of(ProviderType.ACUTE, BigDecimal.ONE), totals("5", "11", "16"));
    }

    /** The mean of an ICS is corroborated, those of region and nation and the weights of provider types are assumed. */
    public static Framework withTiers(Framework old, Map<ProviderType, BigDecimal> pillars, LevelTable levels) {
        Citation ics = new Citation(new Source("Example framework", "ICS score"), Assurance.CORROBORATED);
        Citation assumed = new Citation(new Source("Example library", "the ICS rule once more"), Assurance.ASSUMED);
        return new Framework(
                old.id(),
                old.version(),
                old.title(),
                old.status(),
                old.inForce(),
                old.inForceAssurance(),
                old.source(),
                old.tables(),
                new TierRules(
                        pillars, assumed, Map.of(Tier.ICS, ics, Tier.REGION, assumed, Tier.NATION, assumed), levels),
                old.protocol(),
                old.digest(),
                old.knownIssues(),
                null);
    }

    public static DateRange dates(String from, @Nullable String until) {
        return new DateRange(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    /** Cuts on the points: each level ends at a number, that number included. */
    public static LevelTable totals(String... ends) {
        return new LevelTable(LevelTable.Basis.TOTAL, cuts(ends), CUTS);
    }

    /** Cuts on the share of the available points, in percent. */
    public static LevelTable shares(String... ends) {
        return new LevelTable(LevelTable.Basis.SHARE, cuts(ends), CUTS);
    }

    private static List<LevelCut> cuts(String... ends) {
        List<LevelCut> cuts = new ArrayList<>();
        for (OpelLevel level : OpelLevel.values()) {
            int i = level.ordinal();
            String from = i == 0 ? "" : "above " + ends[i - 1];
            String upTo = i == ends.length ? "" : "up to " + ends[i];
            cuts.add(new LevelCut(
                    level, interval(from.isEmpty() || upTo.isEmpty() ? from + upTo : from + " and " + upTo)));
        }
        return cuts;
    }

    public static Parameter parameter(
            int number, String id, String label, String unit, Domain domain, Parameter.Direction worse, Band... bands) {
        return new Parameter(
                ParameterId.of(id),
                number,
                label,
                "What is measured: " + label,
                unit,
                domain,
                worse,
                Duration.ofHours(24),
                new Source("Example framework", "acute parameter " + number),
                Stream.of(bands)
                        .map(band ->
                                new Band(band.interval(), band.points(), band.pointsAssurance(), bandSource(number)))
                        .toList());
    }

    /** A parameter that could score something although its bands are not known. */
    public static Parameter expecting(ExpectedPoints points, Parameter old) {
        return new Parameter(
                old.id(),
                old.number(),
                old.label(),
                old.definition(),
                old.unit(),
                old.domain(),
                old.worse(),
                old.maxAge(),
                old.source(),
                old.bands(),
                points,
                old.usual(),
                old.sinceMidnight());
    }

    private static Source bandSource(int number) {
        return new Source("Example framework", "bands of acute parameter " + number);
    }

    public static Domain domain(String from, String upTo, String precision) {
        return new Domain(new BigDecimal(from), new BigDecimal(upTo), new BigDecimal(precision));
    }

    public static Band band(String interval, int points) {
        return new Band(
                interval(interval), points, Assurance.CORROBORATED, new Source("Example framework", "some band"));
    }

    /** Reads {@code above 15 and up to 30}, {@code from 3}, {@code below 4.5} or {@code any value}. */
    public static Interval interval(String text) {
        if (text.equals("any value")) {
            return new Interval(null, null);
        }
        String[] edges = text.split(" and ");
        Edge first = edge(edges[0]);
        if (edges.length == 2) {
            return new Interval(first, edge(edges[1]));
        }
        return first.kind().isLower() ? new Interval(first, null) : new Interval(null, first);
    }

    /** Reads {@code from 3}, {@code above 15}, {@code up to 30} or {@code below 4.5}; cut and side are corroborated. */
    public static Edge edge(String text) {
        for (Edge.Kind kind : Edge.Kind.values()) {
            if (text.startsWith(kind + " ")) {
                BigDecimal value = new BigDecimal(text.substring(kind.toString().length() + 1));
                return new Edge(kind, value, Assurance.CORROBORATED, Assurance.CORROBORATED);
            }
        }
        throw new IllegalArgumentException("Not an edge: " + text);
    }

    private static Edge unverified(String text) {
        Edge edge = edge(text);
        return new Edge(edge.kind(), edge.value(), Assurance.UNVERIFIED, edge.sideAssurance());
    }

    private static Edge unverifiedSide(String text) {
        Edge edge = edge(text);
        return new Edge(edge.kind(), edge.value(), edge.assurance(), Assurance.UNVERIFIED);
    }
}
