package io.github.opelrules.testkit.conform;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.cases.Expected;
import io.github.opelrules.rules.cases.ReportCase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Examples of what people seldom type and scorers often get wrong, made from a framework's tables: values finer than the precision,
 * zeros at the end, rounded values whose stretch ends or begins on a cut or a step short of it, the ends of what is plausible, and
 * ages to the millisecond, on the days too on which the clocks change, and each way of missing. Each report has one reading of each parameter that has bands.
 * What they expect is read from the tables here, without the engine.
 */
final class GeneratedExamples {

    private static final String FILE = "generated";
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** So many steps of precision: whole numbers, where the precision is a hundredth. */
    private static final BigDecimal ROUNDED = BigDecimal.valueOf(100);

    /** The most digits of a number in a report, its point and its sign with them. */
    private static final int MOST_DIGITS = 30;

    /** More than a number in binary holds. */
    private static final int MOST_DECIMALS = 22;

    private final List<ReportCase> examples = new ArrayList<>();
    private final ScoringTable table;
    private final Instant morning;

    private GeneratedExamples(Framework framework, ScoringTable table) {
        this.table = table;
        morning = framework
                .inForce()
                .startInclusive()
                .atTime(8, 0)
                .atZone(LondonTime.ZONE)
                .toInstant();
    }

    /** They, of all tables that have bands. */
    static List<ReportCase> of(Framework framework) {
        List<ReportCase> all = new ArrayList<>();
        for (ScoringTable table : framework.tables().values()) {
            GeneratedExamples of = new GeneratedExamples(framework, table);
            if (!of.scored().isEmpty()) {
                of.generate();
                all.addAll(of.examples);
            }
        }
        return all;
    }

    private List<Parameter> scored() {
        return table.parameters().stream()
                .filter(parameter -> !parameter.isExpected())
                .toList();
    }

    private void generate() {
        int most = scored().stream()
                .mapToInt(parameter -> parameter.bands().size() - 1)
                .max()
                .orElseThrow();
        for (int i = 0; i < most; i++) {
            aroundCuts(i);
        }
        atTheEndsOfTheDomain();
        ages();
        for (MissingReason reason : MissingReason.values()) {
            add(
                    "readings are missing, " + reason.id(),
                    morning,
                    parameter -> new Answered(
                            Reading.missing(reason), parameter.points(), ReasonCode.valueOf(reason.name())));
        }
    }

    private void aroundCuts(int i) {
        String cuts = " their cuts no. " + (i + 1);
        addExact("readings with zeros at the end are on" + cuts, (parameter, domain) -> withZeros(cut(parameter, i)));
        addExact(
                "readings finer than their precision are below" + cuts,
                (parameter, domain) -> cut(parameter, i).subtract(tenth(domain)));
        addExact(
                "readings finer than their precision are above" + cuts,
                (parameter, domain) -> cut(parameter, i).add(tenth(domain)));
        addExact(
                "readings of many decimals are below" + cuts,
                (parameter, domain) -> cut(parameter, i).subtract(least(domain)));
        addExact(
                "readings of many decimals are above" + cuts,
                (parameter, domain) -> cut(parameter, i).add(least(domain)));
        addRounded(
                "what rounded readings may be ends on" + cuts,
                (parameter, domain) -> cut(parameter, i).subtract(half(domain)));
        addRounded(
                "what rounded readings may be ends a step below" + cuts,
                (parameter, domain) -> cut(parameter, i).subtract(half(domain)).subtract(domain.precision()));
        addRounded(
                "what rounded readings may be begins on" + cuts,
                (parameter, domain) -> cut(parameter, i).add(half(domain)));
        addRounded(
                "what rounded readings may be begins a step above" + cuts,
                (parameter, domain) -> cut(parameter, i).add(half(domain)).add(domain.precision()));
    }

    private void atTheEndsOfTheDomain() {
        addExact("readings are the least that is plausible", (parameter, domain) -> domain.from());
        addExact("readings are the most that is plausible", (parameter, domain) -> domain.upTo());
        addExact(
                "readings of many decimals are below what is plausible",
                (parameter, domain) -> domain.from().subtract(least(domain)));
        addExact(
                "readings of many decimals are above what is plausible",
                (parameter, domain) -> domain.upTo().add(least(domain)));
        addRounded("rounded readings are the least that is plausible", (parameter, domain) -> domain.from());
        addRounded("rounded readings are the most that is plausible", (parameter, domain) -> domain.upTo());
        addRounded(
                "what rounded readings may be ends on the least that is plausible",
                (parameter, domain) -> domain.from().subtract(half(domain)));
        addRounded(
                "what rounded readings may be begins on the most that is plausible",
                (parameter, domain) -> domain.upTo().add(half(domain)));
        addRounded(
                "what rounded readings may be is below what is plausible",
                (parameter, domain) -> domain.from().subtract(half(domain)).subtract(domain.precision()));
        addRounded(
                "what rounded readings may be is above what is plausible",
                (parameter, domain) -> domain.upTo().add(half(domain)).add(domain.precision()));
    }

    private void ages() {
        addAged("readings are as old as they may be", morning, Duration.ZERO);
        addAged("readings are a millisecond older than they may be", morning, Duration.ofMillis(1));
        addAged("readings are a second older than they may be", morning, Duration.ofSeconds(1));
        addAged("readings are a second younger than they may be", morning, Duration.ofSeconds(-1));
        add("readings are from a second after their report", morning, parameter -> {
            Reading reading = new Reading.Measured(best(parameter), null, morning.plusSeconds(1));
            return new Answered(reading, parameter.points(), ReasonCode.IMPLAUSIBLE);
        });
        add("readings are both implausible and too old", morning, parameter -> {
            BigDecimal above = parameter.domain().upTo().add(parameter.domain().precision());
            Reading reading = new Reading.Measured(
                    above, null, morning.minus(parameter.maxAge()).minusSeconds(1));
            return new Answered(reading, parameter.points(), ReasonCode.IMPLAUSIBLE);
        });
        // On the days on which the clocks change, half an hour by the clock and half an hour that passed are not the
        // same.
        Instant before = morning;
        for (int i = 0; i < 2; i++) {
            ZoneOffsetTransition change =
                    Objects.requireNonNull(LondonTime.ZONE.getRules().nextTransition(before));
            Instant after = change.getInstant().plus(Duration.ofMinutes(30));
            String when = change.isGap() ? " when the clocks have gone forward" : " when the clocks have gone back";
            addAged("readings are as old as they may be" + when, after, Duration.ZERO);
            addAged("readings are half an hour older than they may be" + when, after, Duration.ofMinutes(30));
            before = after;
        }
    }

    /** What one parameter reports, what that scores, and why where that is not the band of a value. */
    private record Answered(
            Reading reading, PointsRange points, @Nullable ReasonCode code) {}

    private interface Answering {

        Answered of(Parameter parameter);
    }

    private void addExact(String name, BiFunction<Parameter, Domain, BigDecimal> value) {
        add(name, morning, parameter -> measured(parameter, value.apply(parameter, parameter.domain()), null));
    }

    private void addRounded(String name, BiFunction<Parameter, Domain, BigDecimal> value) {
        add(
                name,
                morning,
                parameter -> measured(
                        parameter,
                        value.apply(parameter, parameter.domain()),
                        parameter.domain().precision().multiply(ROUNDED).stripTrailingZeros()));
    }

    /** Readings of the best value there is, that are by so much older than they may be. */
    private void addAged(String name, Instant at, Duration beyond) {
        add(name, at, parameter -> {
            BigDecimal best = best(parameter);
            Reading reading = new Reading.Measured(
                    best, null, at.minus(parameter.maxAge()).minus(beyond));
            return beyond.compareTo(Duration.ZERO) > 0
                    ? new Answered(reading, parameter.points(), ReasonCode.STALE)
                    : new Answered(reading, points(parameter.touched(Stretch.of(best))), null);
        });
    }

    private void add(String name, Instant at, Answering answering) {
        SituationReport.Builder report =
                SituationReport.of(OdsCode.of("CASE"), table.providerType()).observedAt(at);
        Map<ParameterId, PointsRange> points = new TreeMap<>();
        Map<ParameterId, ReasonCode> codes = new TreeMap<>();
        for (Parameter parameter : scored()) {
            Answered answered = answering.of(parameter);
            report.reading(parameter.id().value(), answered.reading());
            points.put(parameter.id(), answered.points());
            if (answered.code() != null) {
                codes.put(parameter.id(), answered.code());
            }
        }
        PointsRange score = table.parameters().stream()
                .map(parameter -> points.getOrDefault(parameter.id(), parameter.points()))
                .reduce(
                        new PointsRange(0, 0),
                        (sum, one) -> new PointsRange(sum.min() + one.min(), sum.max() + one.max()));
        Expected expected = new Expected(null, score, points, codes, null, Map.of(), new TreeSet<>());
        examples.add(new ReportCase(
                table.providerType() + ": " + name, FILE, examples.size() + 1, true, report.build(), expected));
    }

    private static Answered measured(Parameter parameter, BigDecimal value, @Nullable BigDecimal roundedTo) {
        Reading.Measured reading = new Reading.Measured(value, roundedTo, null);
        Domain domain = parameter.domain();
        if (!domain.touches(reading.stretch())) {
            return new Answered(reading, parameter.points(), ReasonCode.IMPLAUSIBLE);
        }
        List<Band> touched = parameter.touched(domain.plausiblePartOf(reading.stretch()));
        return new Answered(reading, points(touched), touched.size() == 1 ? null : ReasonCode.BANDS_TOUCHED);
    }

    private static PointsRange points(List<Band> touched) {
        return new PointsRange(
                touched.stream().mapToInt(Band::points).min().orElseThrow(),
                touched.stream().mapToInt(Band::points).max().orElseThrow());
    }

    /** The cut of this number, or the last of a parameter that has fewer. */
    private static BigDecimal cut(Parameter parameter, int i) {
        int last = parameter.bands().size() - 2;
        return last < 0
                ? parameter.domain().from()
                : Objects.requireNonNull(parameter
                                .bands()
                                .get(Math.min(i, last))
                                .interval()
                                .upper())
                        .value();
    }

    private static BigDecimal best(Parameter parameter) {
        return parameter.worse() == Parameter.Direction.HIGHER
                ? parameter.domain().from()
                : parameter.domain().upTo();
    }

    private static BigDecimal withZeros(BigDecimal value) {
        return value.setScale(Math.max(value.scale(), 0) + 2);
    }

    private static BigDecimal tenth(Domain domain) {
        return domain.precision().multiply(TENTH);
    }

    private static BigDecimal half(Domain domain) {
        return domain.precision().multiply(ROUNDED).multiply(HALF);
    }

    /** As little as a report can say of a value of this domain. */
    private static BigDecimal least(Domain domain) {
        int whole = Math.max(
                domain.from().toBigInteger().toString().length(),
                domain.upTo().toBigInteger().toString().length());
        return BigDecimal.ONE.movePointLeft(Math.min(MOST_DECIMALS, MOST_DIGITS - whole - 2));
    }
}
