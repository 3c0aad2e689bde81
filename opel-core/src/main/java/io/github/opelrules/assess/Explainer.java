package io.github.opelrules.assess;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Overlay;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Library;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says an assessment in words and data. */
final class Explainer {

    private final Assessment assessment;
    private final Outlook outlook;

    Explainer(Assessment assessment) {
        this.assessment = assessment;
        this.outlook = Outlook.of(assessment);
    }

    Explanation explain() {
        ReasonCode code = ReasonCode.LEVEL_EXACT;
        if (assessment.level() instanceof Level.Between) {
            code = ReasonCode.LEVEL_BETWEEN;
        } else if (assessment.level() instanceof Level.Undetermined) {
            code = ReasonCode.LEVEL_UNDETERMINED;
        }
        List<Explanation> sections = new ArrayList<>();
        deviations().ifPresent(sections::add);
        sections.add(readings());
        notifications().ifPresent(sections::add);
        uncertainty().ifPresent(sections::add);
        margins().ifPresent(sections::add);
        singleChanges().ifPresent(sections::add);
        sections.add(provenance());
        Facts facts = new Facts()
                .put("organisation", assessment.report().organisation())
                .put("observedAt", assessment.report().observedAt())
                .put("level", assessment.level())
                .points(assessment.score())
                .put("available", assessment.available())
                .put("assurance", assessment.assurance());
        return new Explanation(code, headline(), facts.data(), sections);
    }

    private String headline() {
        StringBuilder sentence = new StringBuilder(
                        capitalised(assessment.level().toString()))
                .append(", ")
                .append(assessment.score())
                .append(" of ")
                .append(Words.count(assessment.available(), "point"))
                .append(assessment.deviations().isEmpty() ? "" : ", under local deviations");
        List<Contribution> drivers = assessment.topDrivers(Integer.MAX_VALUE);
        if (!drivers.isEmpty()) {
            sentence.append(": ")
                    .append(drivers.stream()
                            .map(driver -> driver.parameter().label() + " (" + driver.points() + ")")
                            .collect(Collectors.joining(", ")));
        }
        int unknown = assessment.unknown().size();
        if (unknown > 0) {
            sentence.append("; ")
                    .append(unknown)
                    .append(" of ")
                    .append(assessment.contributions().size())
                    .append(" readings missing or not usable");
        }
        int doubtful = assessment.doubtful().size();
        if (doubtful > 0) {
            sentence.append("; ")
                    .append(doubtful)
                    .append(" of ")
                    .append(assessment.contributions().size())
                    .append(" readings doubtful");
        }
        sentence.append('.');
        if (assessment.level() instanceof Level.Undetermined undetermined) {
            undetermined
                    .reasons()
                    .forEach(reason -> sentence.append(' ').append(reason).append('.'));
        }
        sentence.append(" Lowest evidence grade of any value used: ")
                .append(assessment.assurance())
                .append('.');
        if (assessment.framework().isDraft()) {
            sentence.append(" The framework is a draft.");
        }
        return sentence.toString();
    }

    private Explanation readings() {
        return heading(
                ReasonCode.READINGS,
                "Readings",
                assessment.contributions().stream().map(this::reading).toList());
    }

    private Explanation reading(Contribution contribution) {
        Parameter parameter = contribution.parameter();
        List<String> bands = bands(contribution);
        String finding = contribution.code().isUnknown() ? whyUnknown(contribution) : whyScored(contribution, bands);
        String points = contribution.points().toString();
        String assurance = contribution.assurance().toString();
        String sentence = parameter.number() + ". " + capitalised(parameter.label()) + ": " + finding + "; " + points
                + " of " + Words.count(parameter.points().max(), "point") + ". "
                + capitalised(contribution.source().toString()) + "; " + assurance + ".";
        Facts facts = new Facts()
                .put("parameter", parameter.id())
                .put("number", parameter.number())
                .put("label", parameter.label());
        if (contribution.reading() instanceof Reading.Measured measured) {
            facts.put("value", measured.value()).put("unit", parameter.unit());
        }
        facts.put("finding", finding)
                .put("bands", String.join("; ", bands))
                .points(contribution.points())
                .put("ofMaximum", parameter.points().max())
                .put("rule", contribution.rule().name())
                .put("document", contribution.source().document())
                .put("place", contribution.source().place())
                .put("assurance", assurance);
        Doubt doubt = contribution.doubt();
        return new Explanation(
                contribution.code(),
                sentence,
                facts.data(),
                doubt == null ? List.of() : List.of(doubtful(parameter, doubt)));
    }

    private static Explanation doubtful(Parameter parameter, Doubt doubt) {
        UsualRange usual = doubt.usual();
        Facts facts = new Facts()
                .put("parameter", parameter.id())
                .put("reason", doubt.reason())
                .put("usual", usual)
                .put("rule", doubt.rule().name())
                .put("assurance", doubt.assurance());
        String sentence = capitalised(parameter.label()) + " is doubtful: " + doubt.reason() + ". Usual are "
                + parameter.withUnit(usual.toString()) + " (" + doubt.assurance() + "). The reading scores as it is.";
        return new Explanation(ReasonCode.DOUBTFUL, sentence, facts.data(), List.of());
    }

    private static String whyScored(Contribution contribution, List<String> bands) {
        String value = measured((Reading.Measured) contribution.reading(), contribution.parameter());
        return bands.size() == 1
                ? value + ", " + bands.get(0)
                : value + ", touching "
                        + Words.list(
                                bands.stream().map(band -> "\"" + band + "\"").toList());
    }

    /** A value as it was reported, with the values that the true one may have where it was rounded. */
    private static String measured(Reading.Measured measured, Quantity quantity) {
        String value = value(measured.value(), quantity);
        BigDecimal roundedTo = measured.roundedTo();
        if (roundedTo == null) {
            return value;
        }
        Stretch stretch = quantity.domain().plausiblePartOf(measured.stretch());
        return value + " rounded to " + roundedTo.toPlainString() + " (" + Words.number(stretch.low()) + " to "
                + Words.number(stretch.high()) + ")";
    }

    private String whyUnknown(Contribution contribution) {
        Parameter parameter = contribution.parameter();
        if (contribution.code() != ReasonCode.BANDS_EXPECTED) {
            return whyUnusable(parameter, contribution.reading(), contribution.code());
        }
        String expected = "its bands are announced but not known yet, so "
                + (parameter.isOpen() ? "nothing can be scored" : "it could score anything");
        return contribution.reading() instanceof Reading.Measured measured
                ? value(measured.value(), parameter) + ", but " + expected
                : expected;
    }

    private String whyUnusable(Quantity quantity, Reading reading, ReasonCode code) {
        if (reading instanceof Reading.Missing missing) {
            return missing.reason() + ", so unknown";
        }
        Reading.Measured measured = (Reading.Measured) reading;
        String value = value(measured.value(), quantity);
        Instant observedAt = measured.observedAt();
        Instant reportedAt = assessment.report().observedAt();
        return switch (code) {
            case STALE ->
                value + " is stale, observed " + observedAt + ", more than " + hours(quantity.maxAge())
                        + " before the report, so it counts as missing";
            default ->
                observedAt != null && observedAt.isAfter(reportedAt)
                        ? value + " is implausible, observed " + observedAt
                                + " and so after the report, so it counts as missing"
                        : value + " is implausible, outside "
                                + quantity.withUnit(quantity.domain().toString())
                                + ", so it counts as missing";
        };
    }

    /** That the rules are not the national ones, and where not. */
    private Optional<Explanation> deviations() {
        List<Deviation> deviations = assessment.deviations();
        Overlay overlay = assessment.framework().overlay().orElse(null);
        if (overlay == null || deviations.isEmpty()) {
            return Optional.empty();
        }
        String title =
                "This is not the national framework: " + assessment.framework() + " departs from " + overlay.extended();
        return Optional.of(heading(
                ReasonCode.DEVIATIONS,
                title,
                deviations.stream().map(this::deviation).toList()));
    }

    private Explanation deviation(Deviation deviation) {
        ParameterId parameter = deviation.parameter();
        Facts facts = new Facts().put("providerType", deviation.providerType()).put("what", deviation.what());
        String what = "the level cuts are";
        if (parameter != null) {
            facts.put("parameter", parameter);
            what = "the bands of "
                    + assessment.table().parameter(parameter).orElseThrow().label() + " are";
        }
        facts.put("reason", deviation.reason()).put("owner", deviation.owner());
        String sentence =
                capitalised(what) + " local: " + ended(deviation.reason()) + " Decided by " + ended(deviation.owner());
        return new Explanation(ReasonCode.DEVIATION, sentence, facts.data(), List.of());
    }

    /** The local thresholds that are met, or may be. */
    private Optional<Explanation> notifications() {
        List<Explanation> parts =
                assessment.notifications().stream().map(this::notification).toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(heading(ReasonCode.NOTIFICATIONS, "Local notifications, which change no level", parts));
    }

    private Explanation notification(Notification notification) {
        Threshold threshold = notification.threshold();
        Quantity quantity = notification.quantity();
        String met = quantity.withUnit(threshold.interval().toString());
        String notice = ended(threshold.notice());
        ReasonCode code;
        String sentence;
        Facts facts = new Facts()
                .put("threshold", threshold.id())
                .put("parameter", quantity.id())
                .put("label", quantity.label())
                .put("notice", threshold.notice())
                .put("values", threshold.interval());
        if (notification.reading() instanceof Reading.Measured measured) {
            facts.put("value", measured.value()).put("unit", quantity.unit());
        }
        String name = capitalised(quantity.label());
        if (notification.code().isUnknown()) {
            code = ReasonCode.THRESHOLD_UNKNOWN;
            sentence = "Cannot be told whether: " + notice + " " + name + " is not known ("
                    + whyUnusable(quantity, notification.reading(), notification.code()) + "); the threshold is " + met
                    + ".";
            facts.put("reason", notification.code());
        } else {
            code = notification.code();
            String value = measured((Reading.Measured) notification.reading(), quantity);
            sentence = code == ReasonCode.THRESHOLD_MET
                    ? notice + " " + name + ": " + value + ", and the threshold is " + met + "."
                    : "Possibly: " + notice + " " + name + ": " + value + ", which may or may not be " + met + ".";
        }
        facts.put("rule", notification.rule().name());
        return new Explanation(code, sentence, facts.data(), List.of());
    }

    /** What the readings that are not known exactly could do to the level, one by one. */
    private Optional<Explanation> uncertainty() {
        List<Contribution> uncertain = assessment.contributions().stream()
                .filter(contribution -> !contribution.isExact())
                .toList();
        if (uncertain.isEmpty()) {
            return Optional.empty();
        }
        List<Explanation> parts = new ArrayList<>();
        List<Parameter> undecisive = new ArrayList<>();
        for (Contribution contribution : uncertain) {
            List<Outcome> outcomes =
                    assessment.level() instanceof Level.Undetermined ? List.of() : outcomes(contribution);
            if (outcomes.size() > 1) {
                parts.add(uncertainReading(contribution, outcomes));
            } else {
                undecisive.add(contribution.parameter());
            }
        }
        if (!undecisive.isEmpty()) {
            parts.add(undecisiveReadings(undecisive));
        }
        return Optional.of(heading(ReasonCode.UNCERTAINTY, "What is not known exactly could change this", parts));
    }

    private static Explanation uncertainReading(Contribution contribution, List<Outcome> outcomes) {
        Parameter parameter = contribution.parameter();
        Facts facts = new Facts().put("parameter", parameter.id()).points(contribution.points());
        List<String> conditions = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            String values =
                    parameter.isExpected() ? "it scores " + outcome.values() : parameter.withUnit(outcome.values());
            conditions.add("if " + values + ": " + outcome.level());
            facts.put("values" + conditions.size(), outcome.values()).put("level" + conditions.size(), outcome.level());
        }
        String sentence = capitalised(parameter.label()) + ", " + String.join("; ", conditions) + ".";
        return new Explanation(ReasonCode.UNCERTAIN_READING, sentence, facts.data(), List.of());
    }

    /** Those that by themselves change nothing, whatever they are: said once for all of them. */
    private Explanation undecisiveReadings(List<Parameter> parameters) {
        boolean one = parameters.size() == 1;
        String finding = "knowing " + (one ? "it" : "any one of them") + " would not narrow the level by itself";
        if (assessment.level() instanceof Level.Exact) {
            finding = "whatever " + (one ? "it is" : "they are") + ", the level stays " + assessment.level();
        } else if (assessment.level() instanceof Level.Undetermined) {
            finding = "no level can be given until the bands of every parameter are known";
        }
        String labels = Words.list(parameters.stream().map(Parameter::label).toList());
        String ids =
                parameters.stream().map(parameter -> parameter.id().value()).collect(Collectors.joining(", "));
        return new Explanation(
                ReasonCode.UNDECISIVE_READINGS,
                capitalised(labels) + ": " + finding + ".",
                new Facts().put("parameters", ids).data(),
                List.of());
    }

    /** The levels that would follow if a reading were known; where its bands are not, if its points were. */
    private List<Outcome> outcomes(Contribution contribution) {
        Parameter parameter = contribution.parameter();
        List<Band> bands = contribution.bands();
        return parameter.isExpected()
                ? outcomes(
                        parameter.points().max() + 1,
                        points -> outlook.levelIf(contribution, points),
                        (first, last) -> new PointsRange(first, last))
                : outcomes(
                        bands.size(),
                        band -> outlook.levelIf(contribution, bands.get(band).points()),
                        (first, last) -> new Interval(
                                bands.get(first).interval().lower(),
                                bands.get(last).interval().upper()));
    }

    /** Neighbours of equal outcome are put together. */
    private static List<Outcome> outcomes(
            int pieces, IntFunction<Level> levelOf, BiFunction<Integer, Integer, Object> valuesOf) {
        List<Outcome> outcomes = new ArrayList<>();
        int first = 0;
        for (int last = 0; last < pieces; last++) {
            Level level = levelOf.apply(last);
            if (last == pieces - 1 || !level.equals(levelOf.apply(last + 1))) {
                outcomes.add(new Outcome(valuesOf.apply(first, last).toString(), level));
                first = last + 1;
            }
        }
        return outcomes;
    }

    private record Outcome(String values, Level level) {}

    private Optional<Explanation> margins() {
        List<Explanation> parts = new ArrayList<>();
        outlook.marginUp().ifPresent(margin -> {
            String sentence = margin.level() + " begins at " + margin.reachedAt() + " points: "
                    + distance(margin.points(), "more");
            parts.add(margin(ReasonCode.MARGIN_UP, margin, sentence));
        });
        outlook.marginDown().ifPresent(margin -> {
            String sentence = margin.level() + " ends at " + margin.reachedAt() + " points: "
                    + distance(margin.points(), "fewer");
            parts.add(margin(ReasonCode.MARGIN_DOWN, margin, sentence));
        });
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(heading(ReasonCode.MARGINS, "How far it is to the neighbouring levels", parts));
    }

    private static String distance(PointsRange points, String direction) {
        return points.isExact()
                ? points + " " + direction + "."
                : "at least " + points.min() + " and at most " + points.max() + " " + direction + ".";
    }

    private static Explanation margin(ReasonCode code, Margin margin, String sentence) {
        Facts facts = new Facts()
                .put("level", margin.level())
                .put("reachedAt", margin.reachedAt())
                .points(margin.points());
        return new Explanation(code, sentence, facts.data(), List.of());
    }

    private Optional<Explanation> singleChanges() {
        List<Explanation> parts =
                outlook.singleChanges().stream().map(this::singleChange).toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(heading(ReasonCode.SINGLE_CHANGES, "Single changes that would move the level", parts));
    }

    private Explanation singleChange(SingleChange change) {
        Parameter parameter = change.parameter();
        BigDecimal now = assessment
                .contribution(parameter.id())
                .map(contribution -> ((Reading.Measured) contribution.reading()).value())
                .orElseThrow();
        String sentence = capitalised(parameter.label()) + (change.rises() ? " rising from " : " falling from ")
                + now.toPlainString() + " to " + value(change.value(), parameter) + ": " + change.level() + ".";
        Facts facts = new Facts()
                .put("parameter", parameter.id())
                .put("now", now)
                .put("direction", change.rises() ? "rises" : "falls")
                .put("value", change.value())
                .put("band", change.band().interval())
                .put("level", change.level());
        return new Explanation(ReasonCode.SINGLE_CHANGE, sentence, facts.data(), List.of());
    }

    private Explanation provenance() {
        List<Explanation> parts = new ArrayList<>();
        Facts framework = new Facts()
                .put("id", assessment.framework().id())
                .put("version", assessment.framework().version())
                .put("status", assessment.framework().status())
                .put("pinned", assessment.pinned());
        assessment
                .framework()
                .overlay()
                .ifPresent(overlay -> framework
                        .put("base", overlay.base())
                        .put("baseVersion", overlay.baseVersion())
                        .put("owner", overlay.owner()));
        if (assessment.selection() instanceof Selection.Adopted adopted) {
            framework.put("adoptedFrom", adopted.from());
        } else if (assessment.selection() instanceof Selection.Kept kept) {
            framework.put("keptUntil", kept.until());
        }
        String local = assessment
                .framework()
                .overlay()
                .map(overlay -> " It extends " + overlay.extended() + ". Its owner: " + ended(overlay.owner()))
                .orElse("");
        parts.add(new Explanation(
                ReasonCode.FRAMEWORK,
                "Framework " + assessment.framework() + (assessment.framework().isDraft() ? " (draft), " : ", ")
                        + whySelected() + "." + local,
                framework.data(),
                List.of()));
        for (String issue : assessment.framework().knownIssues()) {
            parts.add(new Explanation(ReasonCode.KNOWN_ISSUE, "Known issue: " + issue, Map.of(), List.of()));
        }
        Set<Rule> rules = new LinkedHashSet<>();
        assessment.contributions().forEach(contribution -> rules.add(contribution.rule()));
        assessment
                .doubtful()
                .forEach(contribution ->
                        rules.add(Objects.requireNonNull(contribution.doubt()).rule()));
        assessment.notifications().forEach(notification -> rules.add(notification.rule()));
        for (Rule rule : rules) {
            parts.add(rule(rule, rule.citation(), new Facts()));
        }
        parts.add(cited(assessment.scoreRule(), assessment.table().total()));
        parts.add(cited(assessment.levelRule(), assessment.table().levels().citation()));
        if (assessment.assurance() != Assurance.PUBLISHED) {
            parts.add(new Explanation(
                    ReasonCode.ASSURANCE,
                    Assurance.CAUTION,
                    new Facts().put("assurance", assessment.assurance()).data(),
                    List.of()));
        }
        parts.add(new Explanation(
                ReasonCode.DIGEST,
                "Rule files " + assessment.framework().digest() + ", library " + Library.VERSION + ".",
                new Facts()
                        .put("digest", assessment.framework().digest())
                        .put("library", Library.VERSION)
                        .data(),
                List.of()));
        return heading(ReasonCode.PROVENANCE, "By which rules", parts);
    }

    private String whySelected() {
        String organisation = assessment.report().organisation().value();
        String nationally = "in force " + assessment.framework().inForce();
        if (assessment.selection() instanceof Selection.Adopted adopted) {
            return "which " + organisation + " adopted from " + adopted.from() + "; nationally " + nationally;
        }
        if (assessment.selection() instanceof Selection.Kept kept) {
            return "which " + organisation + " keeps until it adopts the next one on " + kept.until() + "; nationally "
                    + nationally;
        }
        return assessment.pinned() ? "pinned by the caller" : nationally;
    }

    /** A rule whose source stands in the table, so that it has a grade. */
    private static Explanation cited(Rule rule, Citation citation) {
        Facts facts = new Facts()
                .put("document", citation.source().document())
                .put("place", citation.source().place())
                .put("assurance", citation.assurance());
        return rule(rule, citation.source() + "; " + citation.assurance(), facts);
    }

    private static Explanation rule(Rule rule, String source, Facts facts) {
        return new Explanation(
                ReasonCode.RULE,
                "Rule: " + rule.name() + ". " + source + ".",
                facts.put("rule", rule.name()).put("citation", rule.citation()).data(),
                List.of());
    }

    private static Explanation heading(ReasonCode code, String title, List<Explanation> parts) {
        return new Explanation(code, title, Map.of(), parts);
    }

    private static List<String> bands(Contribution contribution) {
        List<String> bands = new ArrayList<>();
        for (Band band : contribution.bands()) {
            bands.add(band.interval().toString());
        }
        return bands;
    }

    private static String value(BigDecimal value, Quantity quantity) {
        return quantity.withUnit(value.toPlainString());
    }

    private static String hours(Duration duration) {
        long minutes = duration.toMinutes();
        return minutes % 60 == 0 ? Words.count((int) (minutes / 60), "hour") : Words.count((int) minutes, "minute");
    }

    /** A text of somebody else as a sentence: with a full stop, unless it ends a sentence already. */
    private static String ended(String text) {
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    private static String capitalised(String text) {
        char first = text.charAt(0);
        char upper = Character.toUpperCase(first);
        return first == upper ? text : upper + text.substring(1);
    }

    /** The data of one statement, in the order it is put. */
    private static final class Facts {

        private final List<String> pairs = new ArrayList<>(32);

        /** Each key once. */
        Facts put(String key, @Nullable Object value) {
            pairs.add(key);
            pairs.add(value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
            return this;
        }

        Facts points(PointsRange points) {
            return put("min", points.min()).put("max", points.max());
        }

        Data data() {
            return new Data(pairs);
        }
    }
}
