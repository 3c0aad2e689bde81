package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
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
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The bundled framework, and copies of it with something changed. */
final class Edits {

    static final Framework BUNDLED = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));
    static final String OTHER_DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    private Edits() {}

    static Framework tiers(Framework old, @Nullable TierRules tiers) {
        return systems(old, tiers, old.protocol());
    }

    static Framework protocol(Framework old, @Nullable Protocol protocol) {
        return systems(old, old.tiers(), protocol);
    }

    private static Framework systems(Framework old, @Nullable TierRules tiers, @Nullable Protocol protocol) {
        return new Framework(
                old.id(),
                old.version(),
                old.title(),
                old.status(),
                old.inForce(),
                old.inForceAssurance(),
                old.source(),
                old.tables(),
                tiers,
                protocol,
                OTHER_DIGEST,
                old.knownIssues(),
                null);
    }

    static Framework version(Framework old, String version) {
        return framework(old, old.id().value(), version, old.inForce(), old.status(), old.tables());
    }

    static Framework framework(
            Framework old,
            String id,
            String version,
            DateRange inForce,
            Framework.Status status,
            Map<ProviderType, ScoringTable> tables) {
        return new Framework(
                FrameworkId.of(id),
                version,
                old.title(),
                status,
                inForce,
                old.inForceAssurance(),
                old.source(),
                tables,
                old.tiers(),
                old.protocol(),
                OTHER_DIGEST,
                old.knownIssues(),
                null);
    }

    static ScoringTable acute(Framework framework) {
        return framework.table(ProviderType.ACUTE).orElseThrow();
    }

    static Parameter parameter(Framework framework, String id) {
        return acute(framework).parameter(ParameterId.of(id)).orElseThrow();
    }

    static Framework table(Framework old, List<Parameter> parameters, LevelTable levels) {
        int available = parameters.stream()
                .mapToInt(parameter -> parameter.points().max())
                .sum();
        ScoringTable table = new ScoringTable(
                ProviderType.ACUTE, parameters, acute(old).total(), available > 44 ? openEnded(levels) : levels);
        return framework(
                old, old.id().value(), old.version(), old.inForce(), old.status(), Map.of(ProviderType.ACUTE, table));
    }

    /** The last level of the bundled framework ends at 44, and with more points it would not load. */
    private static LevelTable openEnded(LevelTable levels) {
        List<LevelCut> cuts = new ArrayList<>(levels.cuts());
        LevelCut last = cuts.remove(3);
        cuts.add(new LevelCut(last.level(), new Interval(last.interval().lower(), null)));
        return new LevelTable(levels.basis(), cuts, levels.citation());
    }

    static Framework edit(Framework old, String id, UnaryOperator<Parameter> change) {
        List<Parameter> parameters = acute(old).parameters().stream()
                .map(parameter -> parameter.id().value().equals(id) ? change.apply(parameter) : parameter)
                .toList();
        return table(old, parameters, acute(old).levels());
    }

    static Framework without(Framework old, String id) {
        List<Parameter> parameters = acute(old).parameters().stream()
                .filter(parameter -> !parameter.id().value().equals(id))
                .toList();
        return table(old, parameters, acute(old).levels());
    }

    static Framework levels(Framework old, LevelTable.Basis basis, String... ends) {
        List<LevelCut> cuts = new ArrayList<>();
        for (OpelLevel level : OpelLevel.values()) {
            int i = level.ordinal();
            Edge from = i == 0 ? null : edge(Edge.Kind.ABOVE, ends[i - 1]);
            Edge upTo = i == ends.length ? null : edge(Edge.Kind.UP_TO, ends[i]);
            cuts.add(new LevelCut(level, new Interval(from, upTo)));
        }
        return table(
                old,
                acute(old).parameters(),
                new LevelTable(basis, cuts, acute(old).levels().citation()));
    }

    static Edge edge(Edge.Kind kind, String value) {
        return new Edge(kind, new BigDecimal(value), Assurance.UNVERIFIED, Assurance.UNVERIFIED);
    }

    static Parameter bands(Parameter old, List<Band> bands) {
        return parameter(old, old.label(), old.unit(), old.domain(), old.maxAge(), bands);
    }

    static Parameter domain(Parameter old, String from, String upTo) {
        Domain domain = new Domain(
                new BigDecimal(from), new BigDecimal(upTo), old.domain().precision());
        return parameter(old, old.label(), old.unit(), domain, old.maxAge(), old.bands());
    }

    static Parameter maxAge(Parameter old, Duration maxAge) {
        return parameter(old, old.label(), old.unit(), old.domain(), maxAge, old.bands());
    }

    static Parameter parameter(
            Parameter old, String label, String unit, Domain domain, Duration maxAge, List<Band> bands) {
        return new Parameter(
                old.id(),
                old.number(),
                label,
                old.definition(),
                unit,
                domain,
                old.worse(),
                maxAge,
                old.source(),
                bands,
                null,
                old.usual(),
                old.sinceMidnight());
    }

    static Parameter usual(Parameter old, String from, String upTo) {
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
                old.expectedPoints(),
                new UsualRange(new BigDecimal(from), new BigDecimal(upTo), Assurance.ASSUMED),
                old.sinceMidnight());
    }

    /** The parameter with its bands not known. */
    static Parameter expecting(Parameter old, ExpectedPoints points) {
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
                List.of(),
                points,
                old.usual(),
                old.sinceMidnight());
    }

    /** The bands with every edge changed by a rule; the bands are in ascending order and so are their edges. */
    static List<Band> edges(List<Band> bands, UnaryOperator<Edge> change) {
        return bands.stream()
                .map(band -> {
                    Edge lower = band.interval().lower();
                    Edge upper = band.interval().upper();
                    return new Band(
                            new Interval(
                                    lower == null ? null : change.apply(lower),
                                    upper == null ? null : change.apply(upper)),
                            band.points(),
                            band.pointsAssurance(),
                            band.source());
                })
                .toList();
    }

    static Parameter moveCut(Parameter old, String from, String to) {
        return bands(
                old,
                edges(
                        old.bands(),
                        edge -> edge.value().compareTo(new BigDecimal(from)) == 0
                                ? new Edge(edge.kind(), new BigDecimal(to), Assurance.ASSUMED, Assurance.ASSUMED)
                                : edge));
    }

    /** Gives a value that lies on a cut to the band on the other side of it. */
    static Parameter swapSide(Parameter old, String cut) {
        return bands(
                old,
                edges(
                        old.bands(),
                        edge -> edge.value().compareTo(new BigDecimal(cut)) == 0
                                ? new Edge(otherSide(edge.kind()), edge.value(), edge.assurance(), edge.sideAssurance())
                                : edge));
    }

    private static Edge.Kind otherSide(Edge.Kind kind) {
        return switch (kind) {
            case FROM -> Edge.Kind.ABOVE;
            case ABOVE -> Edge.Kind.FROM;
            case UP_TO -> Edge.Kind.BELOW;
            case BELOW -> Edge.Kind.UP_TO;
        };
    }

    static Parameter points(Parameter old, int band, int points) {
        List<Band> bands = new ArrayList<>(old.bands());
        Band was = bands.get(band);
        bands.set(band, new Band(was.interval(), points, was.pointsAssurance(), was.source()));
        return bands(old, bands);
    }

    /** Takes the cut between a band and the next away; both then score what the first did. */
    static Parameter merge(Parameter old, int first) {
        List<Band> bands = new ArrayList<>(old.bands());
        Band next = bands.remove(first + 1);
        Band was = bands.get(first);
        bands.set(
                first,
                new Band(
                        new Interval(was.interval().lower(), next.interval().upper()),
                        was.points(),
                        was.pointsAssurance(),
                        was.source()));
        return bands(old, bands);
    }
}
