package io.github.opelrules;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reports, and assessments of them worked out by hand: what an engine would return, without an engine. */
public final class Assessments {

    public static final String REPORTED_AT = "2024-01-08T08:00:00Z";

    private static final Rule BANDS =
            new Rule("A reading scores the points of every band it touches", "Example, method");
    private static final Rule UNKNOWN =
            new Rule("A reading that cannot be used could score anything its parameter can", "This library");
    private static final Rule SUM = new Rule("The points of all parameters add up to the score", "Example, method");
    private static final Rule LEVEL = new Rule("The score decides the level", "Example, method");
    private static final Rule NO_LEVEL =
            new Rule("There is no level while a parameter cannot be scored", "This library");

    private Assessments() {}

    /** An acute provider's report of 8 January 2024. */
    public static SituationReport.Builder report() {
        return SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE).observedAt(REPORTED_AT);
    }

    /** A report with values of the four parameters of {@link Frameworks#acute()}, in their order. */
    public static SituationReport.Builder report(
            String handover, String fourHour, String occupancy, String escalationBeds) {
        return report().reading("ambulance-handover-mean", handover)
                .reading("ed-four-hour-performance", fourHour)
                .reading("ga-bed-occupancy", occupancy)
                .reading("escalation-beds", escalationBeds);
    }

    /** What {@link Frameworks#acute()} makes of these values. */
    public static Assessment assess(String handover, String fourHour, String occupancy, String escalationBeds) {
        return assess(
                Frameworks.acute(),
                report(handover, fourHour, occupancy, escalationBeds).build());
    }

    public static Assessment assess(Framework framework, SituationReport report) {
        return assess(framework, report, Selection.NATIONAL);
    }

    public static Assessment assess(Framework framework, SituationReport report, Selection selection) {
        ScoringTable table = framework.table(report.providerType()).orElseThrow();
        List<Contribution> contributions = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        Assurance assurance =
                table.total().assurance().lowest(table.levels().citation().assurance());
        int min = 0;
        int max = 0;
        for (Parameter parameter : table.parameters()) {
            Contribution contribution = contribution(parameter, report);
            contributions.add(contribution);
            assurance = assurance.lowest(contribution.assurance());
            min += contribution.points().min();
            max += contribution.points().max();
            if (parameter.isOpen()) {
                expected.add(
                        "The bands of parameter " + parameter.number() + " " + parameter.id() + " are not known yet");
            }
        }
        Level level = expected.isEmpty()
                ? Level.between(table.levelOf(min), table.levelOf(max))
                : new Level.Undetermined(expected);
        return new Assessment(
                report,
                framework,
                selection,
                contributions,
                new PointsRange(min, max),
                SUM,
                level,
                expected.isEmpty() ? LEVEL : NO_LEVEL,
                assurance);
    }

    private static Contribution contribution(Parameter parameter, SituationReport report) {
        Reading reading = report.reading(parameter.id());
        if (parameter.isExpected()) {
            return unknown(parameter, reading, ReasonCode.BANDS_EXPECTED);
        }
        if (!(reading instanceof Reading.Measured measured)) {
            return unknown(
                    parameter,
                    reading,
                    ReasonCode.valueOf(((Reading.Missing) reading).reason().name()));
        }
        Instant observedAt = measured.observedAt() == null ? report.observedAt() : measured.observedAt();
        Duration age = Duration.between(observedAt, report.observedAt());
        if (age.isNegative() || !parameter.domain().touches(measured.stretch())) {
            return unknown(parameter, reading, ReasonCode.IMPLAUSIBLE);
        }
        if (age.compareTo(parameter.maxAge()) > 0) {
            return unknown(parameter, reading, ReasonCode.STALE);
        }
        Stretch stretch = parameter.domain().plausiblePartOf(measured.stretch());
        List<Band> touched = parameter.touched(stretch);
        Assurance assurance =
                touched.stream().map(band -> assurance(band, stretch)).reduce(Assurance.PUBLISHED, Assurance::lowest);
        return new Contribution(
                parameter,
                reading,
                touched.size() == 1 ? ReasonCode.BAND_MATCHED : ReasonCode.BANDS_TOUCHED,
                touched,
                points(touched),
                BANDS,
                assurance);
    }

    /** The side of a cut counts only for values that reach the cut. */
    private static Assurance assurance(Band band, Stretch values) {
        return Stream.of(band.interval().lower(), band.interval().upper())
                .filter(Objects::nonNull)
                .map(edge -> edge.value().compareTo(values.low()) >= 0
                                && edge.value().compareTo(values.high()) <= 0
                        ? edge.assurance().lowest(edge.sideAssurance())
                        : edge.assurance())
                .reduce(band.pointsAssurance(), Assurance::lowest);
    }

    private static Contribution unknown(Parameter parameter, Reading reading, ReasonCode code) {
        return new Contribution(
                parameter, reading, code, parameter.bands(), parameter.points(), UNKNOWN, parameter.assurance());
    }

    private static PointsRange points(List<Band> bands) {
        return new PointsRange(
                bands.stream().mapToInt(Band::points).min().orElse(0),
                bands.stream().mapToInt(Band::points).max().orElse(0));
    }
}
