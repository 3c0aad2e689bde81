package io.github.opelrules.assess;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.internal.Library;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        sections.add(readings());
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
        return new Explanation(code, headline(), facts.map, sections);
    }

    private String headline() {
        StringBuilder sentence = new StringBuilder(
                        capitalised(assessment.level().toString()))
                .append(", ")
                .append(assessment.score())
                .append(" of ")
                .append(Words.count(assessment.available(), "point"));
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
        sentence.append('.');
        if (assessment.level() instanceof Level.Undetermined undetermined) {
            undetermined
                    .reasons()
                    .forEach(reason -> sentence.append(' ').append(reason).append('.'));
        }
        sentence.append(" Lowest assurance of any value used: ")
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
        String finding = contribution.code().isUnknown() ? whyUnknown(contribution) : whyScored(contribution);
        String sentence = parameter.number() + ". " + capitalised(parameter.label()) + ": " + finding + "; "
                + contribution.points() + " of "
                + Words.count(parameter.points().max(), "point") + ".";
        String provenance = contribution.source() + "; " + contribution.assurance() + ".";
        Facts facts = new Facts()
                .put("parameter", parameter.id())
                .put("number", parameter.number())
                .put("label", parameter.label());
        if (contribution.reading() instanceof Reading.Measured measured) {
            facts.put("value", measured.value()).put("unit", parameter.unit());
        }
        facts.put("finding", finding)
                .put("bands", bands(contribution.bands()))
                .points(contribution.points())
                .put("ofMaximum", parameter.points().max())
                .put("rule", contribution.rule().name())
                .put("document", contribution.source().document())
                .put("place", contribution.source().place())
                .put("assurance", contribution.assurance());
        return new Explanation(contribution.code(), sentence + " " + capitalised(provenance), facts.map, List.of());
    }

    private static String whyScored(Contribution contribution) {
        Parameter parameter = contribution.parameter();
        Reading.Measured measured = (Reading.Measured) contribution.reading();
        BigDecimal roundedTo = measured.roundedTo();
        String value = value(measured.value(), parameter);
        if (roundedTo != null) {
            Stretch stretch = parameter.domain().plausiblePartOf(measured.stretch());
            value += " rounded to " + roundedTo.toPlainString() + " (" + shortest(stretch.low()) + " to "
                    + shortest(stretch.high()) + ")";
        }
        if (contribution.bands().size() == 1) {
            return value + ", " + contribution.bands().get(0).interval();
        }
        List<String> bands = contribution.bands().stream()
                .map(band -> "\"" + band.interval() + "\"")
                .toList();
        return value + ", touching " + Words.list(bands);
    }

    private String whyUnknown(Contribution contribution) {
        Parameter parameter = contribution.parameter();
        if (contribution.reading() instanceof Reading.Missing missing) {
            return contribution.code() == ReasonCode.BANDS_EXPECTED
                    ? bandsExpected(parameter)
                    : missing.reason() + ", so unknown";
        }
        Reading.Measured measured = (Reading.Measured) contribution.reading();
        String value = value(measured.value(), parameter);
        Instant observedAt = measured.observedAt();
        Instant reportedAt = assessment.report().observedAt();
        return switch (contribution.code()) {
            case BANDS_EXPECTED -> value + ", but " + bandsExpected(parameter);
            case STALE ->
                value + " is stale, observed " + observedAt + ", more than " + hours(parameter.maxAge())
                        + " before the report, so it counts as missing";
            default ->
                observedAt != null && observedAt.isAfter(reportedAt)
                        ? value + " is implausible, observed " + observedAt
                                + " and so after the report, so it counts as missing"
                        : value + " is implausible, outside "
                                + parameter.withUnit(parameter.domain().toString())
                                + ", so it counts as missing";
        };
    }

    private static String bandsExpected(Parameter parameter) {
        return "its bands are announced but not known yet, so "
                + (parameter.isOpen() ? "nothing can be scored" : "it could score anything");
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
        return new Explanation(ReasonCode.UNCERTAIN_READING, sentence, facts.map, List.of());
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
                new Facts().put("parameters", ids).map,
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
        assessment.marginUp().ifPresent(margin -> {
            String sentence = margin.level() + " begins at " + margin.reachedAt() + " points: "
                    + distance(margin.points(), "more");
            parts.add(margin(ReasonCode.MARGIN_UP, margin, sentence));
        });
        assessment.marginDown().ifPresent(margin -> {
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
        return new Explanation(code, sentence, facts.map, List.of());
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
        return new Explanation(ReasonCode.SINGLE_CHANGE, sentence, facts.map, List.of());
    }

    private Explanation provenance() {
        List<Explanation> parts = new ArrayList<>();
        Facts framework = new Facts()
                .put("id", assessment.framework().id())
                .put("version", assessment.framework().version())
                .put("status", assessment.framework().status())
                .put("pinned", assessment.pinned());
        if (assessment.selection() instanceof Selection.Adopted adopted) {
            framework.put("adoptedFrom", adopted.from());
        } else if (assessment.selection() instanceof Selection.Kept kept) {
            framework.put("keptUntil", kept.until());
        }
        parts.add(new Explanation(
                ReasonCode.FRAMEWORK,
                "Framework " + assessment.framework() + (assessment.framework().isDraft() ? " (draft), " : ", ")
                        + whySelected() + ".",
                framework.map,
                List.of()));
        for (String issue : assessment.framework().knownIssues()) {
            parts.add(new Explanation(ReasonCode.KNOWN_ISSUE, "Known issue: " + issue, Map.of(), List.of()));
        }
        Set<Rule> rules = new LinkedHashSet<>();
        assessment.contributions().forEach(contribution -> rules.add(contribution.rule()));
        for (Rule rule : rules) {
            parts.add(rule(rule, rule.citation(), new Facts()));
        }
        parts.add(cited(assessment.scoreRule(), assessment.table().total()));
        parts.add(cited(assessment.levelRule(), assessment.table().levels().citation()));
        if (assessment.assurance() != Assurance.PUBLISHED) {
            parts.add(new Explanation(
                    ReasonCode.ASSURANCE,
                    Assurance.CAUTION,
                    new Facts().put("assurance", assessment.assurance()).map,
                    List.of()));
        }
        parts.add(new Explanation(
                ReasonCode.DIGEST,
                "Rule files " + assessment.framework().digest() + ", library " + Library.VERSION + ".",
                new Facts().put("digest", assessment.framework().digest()).put("library", Library.VERSION).map,
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
                facts.put("rule", rule.name()).put("citation", rule.citation()).map,
                List.of());
    }

    private static Explanation heading(ReasonCode code, String title, List<Explanation> parts) {
        return new Explanation(code, title, Map.of(), parts);
    }

    private static String bands(List<Band> bands) {
        return bands.stream().map(band -> band.interval().toString()).collect(Collectors.joining("; "));
    }

    /** Halving a step may leave noughts behind that nobody reported. */
    private static String shortest(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String value(BigDecimal value, Parameter parameter) {
        return parameter.withUnit(value.toPlainString());
    }

    private static String hours(Duration duration) {
        long minutes = duration.toMinutes();
        return minutes % 60 == 0 ? Words.count((int) (minutes / 60), "hour") : Words.count((int) minutes, "minute");
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The data of one statement, in the order it is put. */
    private static final class Facts {

        private final Map<String, String> map = new LinkedHashMap<>();

        Facts put(String key, @Nullable Object value) {
            map.put(key, value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
            return this;
        }

        Facts points(PointsRange points) {
            return put("min", points.min()).put("max", points.max());
        }
    }
}
