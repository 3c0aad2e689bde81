package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DECIMAL;
import static io.github.opelrules.rules.internal.format.Scalars.FLAG;
import static io.github.opelrules.rules.internal.format.Scalars.LEVEL;
import static io.github.opelrules.rules.internal.format.Scalars.PARAMETER;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.wholeNumber;
import static io.github.opelrules.rules.internal.format.Scalars.word;
import static io.github.opelrules.rules.internal.json.ResultForms.ASSURANCE;
import static io.github.opelrules.rules.internal.json.ResultForms.EXPLANATION;
import static io.github.opelrules.rules.internal.json.ResultForms.POINTS;
import static io.github.opelrules.rules.internal.json.ResultForms.PROVIDER_TYPE;
import static io.github.opelrules.rules.internal.json.ResultForms.RANGE;
import static io.github.opelrules.rules.internal.json.ResultForms.REASON;
import static io.github.opelrules.rules.internal.json.ResultForms.RULE;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Doubt;
import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.Margin;
import io.github.opelrules.assess.Notification;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.assess.SingleChange;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Library;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.ObjectForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import io.github.opelrules.rules.internal.format.WrittenShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The OPEL level of one provider, with its reasons: equal assessments give equal text, and nothing tells when it was made. */
public final class AssessmentShape extends Shape<Assessment> {

    /** For writing: no framework is known. */
    public static final Format<Assessment> ASSESSMENT = assessment(List.of());

    private final Key<String> library =
            key("library", TEXT).alwaysWritten().says("The version of the library that calculated this.");
    private final Key<OdsCode> organisation = key("organisation", CODE).says("The provider's ODS code.");
    private final Key<ProviderType> providerType =
            key("providerType", PROVIDER_TYPE).says("What kind of provider it is.");
    private final Key<Instant> observedAt = key("observedAt", UTC).says("When the situation was as reported.");
    private final Key<Instant> recordedAt = key("recordedAt", UTC)
            .optional()
            .says("When this version of the report was recorded. Left out where the report does not say.");
    private final Key<FrameworkShape.Chosen> framework;
    private final Key<Boolean> whatIf;
    private final Key<Level> level;
    private final Key<PointsRange> score;
    private final Key<Integer> available;
    private final Key<Assurance> assurance;
    private final Key<List<ParameterId>> unreported;
    private final Key<List<Contribution>> contributions;
    private final Key<List<Notification>> notifications;
    private final Key<Map<String, Reading>> otherReadings;
    private final Key<Assessment> margins;
    private final Key<List<SingleChange>> singleChanges;
    private final Key<Explanation> explanation;

    private AssessmentShape(Collection<Framework> known) {
        super("assessment");
        framework = key("framework", FrameworkShape.chosen(known)).says("The rules that scored the report.");
        whatIf = key("whatIf", FLAG)
                .optional()
                .derived()
                .says(
                        "The level is not one that counts: the framework was pinned or is a draft. Left out where it counts.");
        level = key("level", LevelForm.OUTCOME).says("As far as it is known. 1 is the least pressure and 4 the most.");
        score = key("score", RANGE).derived().says("The points of all contributions together.");
        available = key("available", POINTS).derived().says("The points that could be scored in all.");
        assurance = key("assurance", ASSURANCE).says("The lowest assurance of any value or rule that was used.");
        unreported = key("unreported", ListForm.of(PARAMETER))
                .optional()
                .says(
                        "The parameters that the report does not name. One that it names as not submitted is not among them.");
        contributions = key("contributions", ListForm.of(new ContributionShape()))
                .says("Each parameter's part, in the order of the framework.");
        notifications = key(
                        "notifications", ListForm.of(new NotificationShape()).orEmpty())
                .optional()
                .says(
                        "The local thresholds that are met, may be met, or of which that cannot be told, where the framework is a local"
                                + " one. They change no points and no level.");
        otherReadings = key("otherReadings", ObjectForm.of("parameters", ReadingShape.READING))
                .optional()
                .says("Readings of local parameters on which no threshold is set.");
        margins = key("margins", new MarginsShape())
                .derived()
                .says(
                        "The score's distance to the neighbouring levels. A direction is left out where there is no such level or none"
                                + " is known.");
        singleChanges = key(
                        "singleChanges", ListForm.of(new SingleChangeShape()).orEmpty())
                .derived()
                .says("For each reading with a value, the nearest changes that would move the level by themselves.");
        explanation = key("explanation", EXPLANATION);
    }

    /** @param known the frameworks that may be named where it is read */
    public static Format<Assessment> assessment(Collection<Framework> known) {
        return new Format<>(
                "opel.assessment/1",
                "the assessment",
                "The OPEL level of one provider, with its reasons",
                new AssessmentShape(known));
    }

    /** The table that scored; null where the framework is not known or scores no such provider. */
    private @Nullable ScoringTable table(In in) {
        FrameworkShape.Chosen chosen = in.orNull(framework);
        ProviderType type = in.orNull(providerType);
        return chosen == null || type == null
                ? null
                : chosen.framework().table(type).orElse(null);
    }

    @Override
    protected @Nullable Assessment make(In in) {
        ScoringTable table = table(in);
        List<Explanation> rules = in.get(explanation).all(ReasonCode.RULE);
        if (table == null || rules.size() < 2) {
            in.wrong(
                    FormCode.BAD_TEXT,
                    table == null ? providerType : explanation,
                    table == null
                            ? in.get(framework).framework().id() + " does not score " + in.get(providerType)
                                    + " providers."
                            : "The explanation does not name the rules that gave the score and the level. Keep all of it.");
            return null;
        }
        List<Contribution> parts = in.get(contributions);
        PointsRange points = new PointsRange(
                parts.stream().mapToInt(part -> part.points().min()).sum(),
                parts.stream().mapToInt(part -> part.points().max()).sum());
        return new Assessment(
                report(in),
                in.get(framework).framework(),
                in.get(framework).selection(),
                parts,
                points,
                rule(rules.get(rules.size() - 2)),
                in.get(level) instanceof Level.Undetermined unknown ? unknown : level(table, points),
                rule(rules.get(rules.size() - 1)),
                in.get(assurance),
                in.get(notifications));
    }

    /** Those that gave the score and the level stand last among the rules of an explanation. */
    private static Rule rule(Explanation cited) {
        return new Rule(cited.value("rule"), cited.value("citation"));
    }

    private static Level level(ScoringTable table, PointsRange points) {
        LevelTable levels = table.levels();
        return Level.between(
                levels.levelOf(points.min(), table.available()), levels.levelOf(points.max(), table.available()));
    }

    private SituationReport report(In in) {
        TreeMap<ParameterId, Reading> readings = new TreeMap<>();
        in.get(contributions).forEach(part -> readings.put(part.parameter().id(), part.reading()));
        in.get(notifications).forEach(each -> readings.put(each.quantity().id(), each.reading()));
        Map<String, Reading> others = in.orNull(otherReadings);
        if (others != null) {
            others.forEach((id, reading) -> readings.put(ParameterId.of(id), reading));
        }
        readings.keySet().removeAll(in.get(unreported));
        return new SituationReport(
                in.get(organisation), in.get(providerType), in.get(observedAt), readings, in.orNull(recordedAt));
    }

    @Override
    protected void take(Assessment assessment, Out out) {
        SituationReport report = assessment.report();
        Set<ParameterId> shown = new LinkedHashSet<>();
        assessment.contributions().forEach(part -> shown.add(part.parameter().id()));
        assessment.notifications().forEach(each -> shown.add(each.quantity().id()));
        out.put(library, Library.VERSION)
                .put(organisation, report.organisation())
                .put(providerType, report.providerType())
                .put(observedAt, report.observedAt())
                .put(recordedAt, report.recordedAt())
                .put(framework, new FrameworkShape.Chosen(assessment.framework(), assessment.selection()))
                .put(whatIf, assessment.isWhatIf())
                .put(level, assessment.level())
                .put(score, assessment.score())
                .put(available, assessment.available())
                .put(assurance, assessment.assurance())
                .put(
                        unreported,
                        shown.stream()
                                .filter(id -> !report.readings().containsKey(id))
                                .toList())
                .put(contributions, assessment.contributions())
                .put(notifications, assessment.framework().overlay().isPresent() ? assessment.notifications() : null)
                .put(otherReadings, others(report, shown))
                .put(margins, assessment)
                .put(singleChanges, assessment.singleChanges())
                .put(explanation, assessment.explain());
    }

    private static @Nullable Map<String, Reading> others(SituationReport report, Set<ParameterId> shown) {
        Map<String, Reading> others = new TreeMap<>();
        report.readings().forEach((id, reading) -> {
            if (!shown.contains(id)) {
                others.put(id.value(), reading);
            }
        });
        return others.isEmpty() ? null : others;
    }

    private final class ContributionShape extends Shape<Contribution> {

        private final Key<ParameterId> parameter = key("parameter", PARAMETER);
        private final Key<Integer> number = key("number", wholeNumber("1", 1, Integer.MAX_VALUE))
                .derived()
                .says("The parameter's number in the framework.");
        private final Key<String> label = key("label", TEXT).derived().says("What people call the parameter.");
        private final Key<String> unit = key("unit", TEXT).derived().says("The unit of its values.");
        private final Key<Reading> reading = key("reading", ReadingShape.READING);
        private final Key<List<Band>> bands = key(
                        "bands", ListForm.of(BandShape.BAND).orEmpty())
                .derived()
                .says(
                        "The bands that the reading touches, in ascending order of their values. All of them where there is no usable"
                                + " reading.");
        private final Key<PointsRange> points = key("points", RANGE).derived().says("The points of those bands.");
        private final Key<Integer> ofMaximum =
                key("ofMaximum", POINTS).derived().says("The most points that the parameter can score.");
        private final Key<ReasonCode> code = key("code", REASON)
                .says(
                        "Why it scores what it does. `BAND_MATCHED`: the reading lies in one band. `BANDS_TOUCHED`: it touches several,"
                                + " because it was rounded or is finer than the bands' precision. `NOT_SUBMITTED`, `NOT_APPLICABLE`,"
                                + " `SUPPRESSED`: there is no value. `STALE`, `IMPLAUSIBLE`: there is one and it cannot be used."
                                + " `BANDS_EXPECTED`: the bands are not known yet.");
        private final Key<Rule> rule = key("rule", RULE).says("The rule of the OPEL method that gave the points.");
        private final Key<Assurance> assurance =
                key("assurance", ASSURANCE).says("The lowest assurance of what was used of the bands.");
        private final Key<Source> source =
                key("source", SourceShape.SOURCE).derived().says("Where the points come from.");
        private final Key<Doubt> doubt = key("doubt", new DoubtShape())
                .optional()
                .says(
                        "That the reading is outside the usual values of its parameter. It scores all the same. Without it, nothing is"
                                + " doubtful.");

        /** For the doubt, which stands in it. */
        @Nullable
        Parameter found(In in) {
            ScoringTable table = table(in);
            ParameterId id = in.orNull(parameter);
            return table != null && id != null && table.quantity(id).orElse(null) instanceof Parameter scored
                    ? scored
                    : null;
        }

        ContributionShape() {
            super("contribution");
            says("One parameter's part in the score.");
        }

        @Override
        protected @Nullable Contribution make(In in) {
            Parameter scored = found(in);
            if (scored == null) {
                if (table(in) == null) {
                    in.fail(); // Another finding says why.
                    return null;
                }
                in.wrong(
                        FormCode.UNKNOWN_PARAMETER,
                        parameter,
                        "The framework scores no "
                                + Words.quoted(in.get(parameter).value()) + ". Keep the text as it was written.");
                return null;
            }
            List<Band> touched = touched(scored, in.get(code), in.get(reading));
            return new Contribution(
                    scored,
                    in.get(reading),
                    in.get(code),
                    touched,
                    touched.isEmpty()
                            ? scored.points()
                            : new PointsRange(
                                    touched.stream()
                                            .mapToInt(Band::points)
                                            .min()
                                            .orElseThrow(),
                                    touched.stream()
                                            .mapToInt(Band::points)
                                            .max()
                                            .orElseThrow()),
                    in.get(rule),
                    in.get(assurance),
                    in.orNull(doubt));
        }

        private List<Band> touched(Parameter scored, ReasonCode why, Reading reading) {
            if (why.isUnknown() || !(reading instanceof Reading.Measured measured)) {
                return scored.bands();
            }
            return scored.bands().stream()
                    .filter(band -> band.interval().touches(measured.stretch()))
                    .toList();
        }

        @Override
        protected void take(Contribution contribution, Out out) {
            Parameter scored = contribution.parameter();
            out.put(parameter, scored.id())
                    .put(number, scored.number())
                    .put(label, scored.label())
                    .put(unit, scored.unit())
                    .put(reading, contribution.reading())
                    .put(bands, contribution.bands())
                    .put(points, contribution.points())
                    .put(ofMaximum, scored.points().max())
                    .put(code, contribution.code())
                    .put(rule, contribution.rule())
                    .put(assurance, contribution.assurance())
                    .put(source, contribution.source())
                    .put(doubt, contribution.doubt());
        }

        private final class DoubtShape extends Shape<Doubt> {

            private final Key<ReasonCode> why = key("code", word(new ReasonCode[] {ReasonCode.DOUBTFUL}, Enum::name));
            private final Key<String> reason =
                    key("reason", TEXT).says("What it may be, or that it is outside the usual values, for people.");
            private final Key<UsualRange> usual =
                    key("usual", new UsualShape()).derived().says("The usual values, both ends included.");
            private final Key<Rule> rule = key("rule", RULE).says("The rule of the OPEL method that found it.");
            private final Key<Assurance> assurance =
                    key("assurance", ASSURANCE).derived().says("How sure the usual values are.");

            DoubtShape() {
                super("doubt");
            }

            @Override
            protected @Nullable Doubt make(In in) {
                Parameter scored = found(in);
                UsualRange range = scored == null ? null : scored.usual();
                if (range == null) {
                    in.wrong(
                            FormCode.KEY_OUT_OF_PLACE,
                            in.place(),
                            "The framework has no usual values here, so nothing can be doubtful. Keep the text as it was written.");
                    return null;
                }
                return new Doubt(in.get(reason), range, in.get(rule));
            }

            @Override
            protected void take(Doubt doubt, Out out) {
                out.put(why, ReasonCode.DOUBTFUL)
                        .put(reason, doubt.reason())
                        .put(usual, doubt.usual())
                        .put(rule, doubt.rule())
                        .put(assurance, doubt.assurance());
            }
        }
    }

    private static final class UsualShape extends Shape<UsualRange> {

        private final Key<BigDecimal> from = key("from", DECIMAL);
        private final Key<BigDecimal> upTo = key("upTo", DECIMAL);

        UsualShape() {
            super("usual");
        }

        @Override
        protected UsualRange make(In in) {
            return new UsualRange(in.get(from), in.get(upTo), Assurance.ASSUMED);
        }

        @Override
        protected void take(UsualRange usual, Out out) {
            out.put(from, usual.from()).put(upTo, usual.upTo());
        }
    }

    private final class NotificationShape extends Shape<Notification> {

        private final Key<String> threshold = key("threshold", PARAMETER.as(ParameterId::value, ParameterId::of))
                .says("The id of the threshold.");
        private final Key<Notification.Certainty> certainty = key(
                        "certainty",
                        word(
                                Notification.Certainty.values(),
                                each -> each.name().toLowerCase(Locale.ROOT)))
                .derived()
                .says(
                        "`certain`: every value that the reading may have meets it. `possible`: some do and others do not. `unknown`:"
                                + " there is no usable reading.");
        private final Key<String> notice = key("notice", TEXT).derived().says("What to tell people.");
        private final Key<ParameterId> parameter =
                key("parameter", PARAMETER).derived().says("The parameter, national or local, that it is about.");
        private final Key<String> label = key("label", TEXT).derived().says("What people call the parameter.");
        private final Key<String> unit = key("unit", TEXT).derived().says("The unit of its values.");
        private final Key<Interval> values =
                key("values", BandShape.VALUES).derived().says("The values that meet the threshold.");
        private final Key<Reading> reading = key("reading", ReadingShape.READING);
        private final Key<ReasonCode> code = key("code", REASON).says("Why it is here.");
        private final Key<Rule> rule = key("rule", RULE).says("The rule that found this.");

        NotificationShape() {
            super("notification");
            says("A local threshold that a reading meets, or may meet, or of which that cannot be told.");
        }

        @Override
        protected @Nullable Notification make(In in) {
            ScoringTable table = table(in);
            if (table != null) {
                for (Threshold each : table.thresholds()) {
                    if (each.id().equals(in.get(threshold))) {
                        return new Notification(
                                each,
                                table.quantity(each.parameter()).orElseThrow(),
                                in.get(reading),
                                in.get(code),
                                in.get(rule));
                    }
                }
            }
            in.wrong(
                    FormCode.BAD_ID,
                    threshold,
                    "The framework has no threshold " + Words.quoted(in.get(threshold))
                            + ". Keep the text as it was written.");
            return null;
        }

        @Override
        protected void take(Notification notification, Out out) {
            Threshold met = notification.threshold();
            out.put(threshold, met.id())
                    .put(certainty, notification.certainty())
                    .put(notice, met.notice())
                    .put(parameter, met.parameter())
                    .put(label, notification.quantity().label())
                    .put(unit, notification.quantity().unit())
                    .put(values, met.interval())
                    .put(reading, notification.reading())
                    .put(code, notification.code())
                    .put(rule, notification.rule());
        }
    }

    /** What is only ever derived of an assessment, and so never made of its text. */
    private static final class MarginsShape extends WrittenShape<Assessment> {

        private final Key<Margin> up =
                key("up", new MarginShape()).optional().says("From the worst possible level to the next worse one.");
        private final Key<Margin> down =
                key("down", new MarginShape()).optional().says("From the best possible level to the next better one.");

        MarginsShape() {
            super("margins");
        }

        @Override
        protected void take(Assessment assessment, Out out) {
            out.put(up, assessment.marginUp().orElse(null))
                    .put(down, assessment.marginDown().orElse(null));
        }
    }

    private static final class MarginShape extends Shape<Margin> {

        private final Key<OpelLevel> level = key("level", LEVEL).says("The neighbouring level.");
        private final Key<Integer> reachedAt = key("reachedAt", POINTS).says("The score at which it is reached.");
        private final Key<PointsRange> points = key("points", RANGE).says("How many points more, or fewer, that is.");

        MarginShape() {
            super("margin");
        }

        @Override
        protected Margin make(In in) {
            return new Margin(in.get(level), in.get(reachedAt), in.get(points));
        }

        @Override
        protected void take(Margin margin, Out out) {
            out.put(level, margin.level()).put(reachedAt, margin.reachedAt()).put(points, margin.points());
        }
    }

    private static final class SingleChangeShape extends WrittenShape<SingleChange> {

        private final Key<ParameterId> parameter = key("parameter", PARAMETER);
        private final Key<Boolean> direction = key(
                        "direction", word(new Boolean[] {true, false}, rises -> rises ? "rises" : "falls"))
                .says("Whether the reading would have to rise or to fall.");
        private final Key<BigDecimal> value = key("value", DECIMAL)
                .says("The nearest value, at the parameter's precision and in its unit, that moves the level.");
        private final Key<Band> band = key("band", BandShape.BAND).says("The band that this value lies in.");
        private final Key<Level> level = key("level", LevelForm.OUTCOME).says("The level that would follow.");

        SingleChangeShape() {
            super("singleChange");
        }

        @Override
        protected void take(SingleChange change, Out out) {
            out.put(parameter, change.parameter().id())
                    .put(direction, change.rises())
                    .put(value, change.value())
                    .put(band, change.band())
                    .put(level, change.level());
        }
    }
}
