package io.github.opelrules.rules.internal.cases;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.Expected;
import io.github.opelrules.rules.cases.ReportCase;
import io.github.opelrules.rules.cases.ThresholdOutcome;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.Values;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.rules.internal.totals.LevelReadings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads worked examples: reports of one provider type, or of whole systems. */
final class CasesReader {

    private static final String FORMAT = "opel.cases/1";
    private static final List<String> KEYS = List.of(
            "format", "providerType", "system", "links", "teams", "centres", "observedAt", "generated", "cases");
    private static final List<String> CASE_KEYS = List.of("case", "readings", "others", "expect");
    private static final List<String> EXPECT_KEYS =
            List.of("level", "never", "score", "points", "codes", "doubtful", "notify");
    private static final List<String> READING_KEYS = List.of("value", "roundedTo", "observedAt", "age");
    private static final List<String> CODES = List.of(
            "band-matched",
            "bands-touched",
            "not-submitted",
            "not-applicable",
            "suppressed",
            "stale",
            "implausible",
            "bands-expected");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?: to (\\d{1,4}))?");

    /** What the parameters report that a case does not name. */
    enum Others {
        BEST,
        WORST,
        MISSING
    }

    private enum Which {
        NONE,
        ALL
    }

    private enum Truth {
        TRUE,
        FALSE
    }

    private final FrameworkFolder folder;
    private final Framework framework;
    private final Findings findings;
    private Instant observedAt;
    private boolean isGenerated;

    CasesReader(FrameworkFolder folder, Framework framework, Findings findings) {
        this.folder = folder;
        this.framework = framework;
        this.findings = findings;
        this.observedAt = framework
                .inForce()
                .startInclusive()
                .atTime(8, 0)
                .atZone(LondonTime.ZONE)
                .toInstant();
    }

    /** The cases that can be used; of the others the findings say what is wrong. */
    List<Case> read(Node root) {
        Fields fields = Formats.fields(root, "the cases", FORMAT, findings, KEYS);
        if (fields == null) {
            return List.of();
        }
        Instant at = fields.has("observedAt") ? fields.instant("observedAt", "2024-01-08T08:00:00Z") : observedAt;
        isGenerated = fields.has("generated") && fields.word("generated", Truth.values()) == Truth.TRUE;
        if (at == null) {
            return List.of();
        }
        observedAt = at;
        return fields.has("providerType") ? ofReports(fields) : ofSystems(fields);
    }

    private List<Case> ofReports(Fields fields) {
        for (String key : List.of("system", "links", "teams", "centres")) {
            if (fields.has(key)) {
                findings.add(
                        FormCode.KEY_OUT_OF_PLACE,
                        fields.placeOf(key),
                        "Cases are about the reports of one \"providerType\" or about a \"system\". Remove one of the two,"
                                + " or put the cases of systems into a file of their own.");
            }
        }
        ProviderType type = fields.word("providerType", ProviderType.values());
        ScoringTable table = type == null ? null : framework.table(type).orElse(null);
        if (type != null && table == null) {
            findings.add(
                    FormCode.UNKNOWN_WORD,
                    fields.placeOf("providerType"),
                    framework.id() + " does not score " + type + " providers, so it cannot have cases of them.");
        }
        List<Case> cases = new ArrayList<>();
        for (Node entry : fields.entries("cases", "[{ case: …, readings: …, expect: … }]")) {
            Fields one = Fields.of(entry, "a case", findings, CASE_KEYS);
            Case read = one == null || table == null ? null : read(one, table);
            if (read != null) {
                cases.add(read);
            }
        }
        return cases;
    }

    private List<Case> ofSystems(Fields fields) {
        SystemCasesReader reader = new SystemCasesReader(this, folder, framework, findings, observedAt, isGenerated);
        return reader.read(fields);
    }

    private @Nullable Case read(Fields fields, ScoringTable table) {
        int before = findings.errors();
        String name = fields.text("case", "a handover of 15 minutes scores nothing");
        SituationReport report = report(fields, OdsCode.of("CASE"), table, framework, observedAt);
        Fields expect = fields.fields("expect", "{ level: 3, score: 24 }", EXPECT_KEYS);
        Expected expected = expect == null ? null : expected(expect, table);
        return name == null || report == null || expected == null || findings.errors() > before
                ? null
                : new ReportCase(name, findings.file(), fields.place().line(), isGenerated, report, expected);
    }

    /** The report that {@code readings} and {@code others} make, or null where it could not be scored. */
    @Nullable
    SituationReport report(Fields fields, OdsCode organisation, ScoringTable table, Framework scoredBy, Instant at) {
        int before = findings.errors();
        SituationReport.Builder builder =
                SituationReport.of(organisation, table.providerType()).observedAt(at);
        Map<String, Place> places = readings(fields, builder, at);
        Others others = fields.has("others") ? fields.word("others", Others.values()) : Others.MISSING;
        if (others != null) {
            fill(builder, table, others, places.keySet());
        }
        for (ReportProblem problem : builder.problemsUnder(scoredBy)) {
            String where = problem.where().replaceFirst("^readings\\.([^.]+).*$", "$1");
            findings.add(
                    FormCode.BAD_CASE,
                    places.getOrDefault(where, fields.place()),
                    problem.where() + ": " + problem.message());
        }
        return findings.errors() > before ? null : builder.build();
    }

    /** A report of nothing but {@code others}. */
    static SituationReport report(Others others, OdsCode organisation, ScoringTable table, Instant at) {
        SituationReport.Builder builder =
                SituationReport.of(organisation, table.providerType()).observedAt(at);
        fill(builder, table, others, Set.of());
        return builder.build();
    }

    /** A report that comes to a level; null where none does, and then a finding says so. */
    @Nullable
    SituationReport report(OpelLevel level, OdsCode organisation, ScoringTable table, Instant at, Place place) {
        Map<String, String> readings = LevelReadings.of(table, level).orElse(null);
        if (readings == null) {
            findings.add(
                    FormCode.BAD_CASE,
                    place,
                    "No report of a provider of the type " + table.providerType() + " comes to exactly " + level
                            + " by " + framework.id()
                            + ". Give its readings, or declare its level under \"declared\".");
            return null;
        }
        SituationReport.Builder builder =
                SituationReport.of(organisation, table.providerType()).observedAt(at);
        readings.forEach(builder::reading);
        fill(builder, table, Others.BEST, readings.keySet());
        return builder.build();
    }

    private static void fill(SituationReport.Builder builder, ScoringTable table, Others others, Set<String> named) {
        if (others != Others.MISSING) {
            table.quantities()
                    .filter(quantity -> !named.contains(quantity.id().value()))
                    .forEach(quantity -> builder.reading(quantity.id().value(), end(quantity, others == Others.WORST)));
        }
    }

    private Map<String, Place> readings(Fields fields, SituationReport.Builder builder, Instant at) {
        Map<String, Place> places = new HashMap<>();
        Node readings = fields.has("readings") ? fields.node("readings", "{ ga-bed-occupancy: 98.2 }") : null;
        if (readings instanceof Node.Mapping mapping) {
            mapping.entries().forEach((parameter, entry) -> {
                places.put(parameter, entry.place());
                reading(parameter, entry.value(), builder, at);
            });
        } else if (readings != null) {
            Fields.of(readings, "\"readings\"", findings, List.of("ga-bed-occupancy"));
        }
        return places;
    }

    private void reading(String parameter, Node node, SituationReport.Builder builder, Instant at) {
        if (node instanceof Node.Scalar scalar) {
            MissingReason missing = MissingReason.ofId(scalar.text()).orElse(null);
            if (missing == null) {
                builder.reading(parameter, scalar.text());
            } else {
                builder.missing(parameter, missing);
            }
            return;
        }
        Fields reading = Fields.of(node, "a reading", findings, READING_KEYS);
        String value = reading == null ? null : reading.text("value", "61");
        if (reading != null && value != null) {
            builder.reading(
                    parameter,
                    value,
                    reading.has("roundedTo") ? reading.text("roundedTo", "1") : null,
                    reading.has("age") ? observed(reading, at) : observed(reading));
        }
    }

    private static @Nullable String observed(Fields reading) {
        return reading.has("observedAt") ? reading.text("observedAt", "2024-01-08T06:00:00Z") : null;
    }

    private @Nullable String observed(Fields reading, Instant at) {
        if (reading.has("observedAt")) {
            findings.add(
                    FormCode.KEY_OUT_OF_PLACE,
                    reading.placeOf("age"),
                    "A reading has an \"age\", counted back from its report, or an \"observedAt\". Remove one of the two.");
        }
        Duration age = reading.duration("age", "PT25H");
        return age == null ? null : at.minus(age).toString();
    }

    /** The best or the worst value that a parameter can have, a local one as well. */
    private static Reading end(Quantity quantity, boolean worst) {
        boolean highest = worst == (quantity.worse() == Parameter.Direction.HIGHER);
        return Reading.of(highest ? quantity.domain().upTo() : quantity.domain().from());
    }

    private @Nullable Expected expected(Fields fields, ScoringTable table) {
        int before = findings.errors();
        List<OpelLevel> levels = fields.has("level") ? levels(fields) : null;
        SortedSet<OpelLevel> never = never(fields);
        PointsRange score = fields.has("score") ? points(fields.scalar("score", "24"), "score") : null;
        Map<ParameterId, PointsRange> points = new HashMap<>();
        each(fields, "points", "{ ga-bed-occupancy: 8 }", parameters(table), (parameter, scalar) -> {
            PointsRange range = points(scalar, "points");
            if (range != null) {
                points.put(ParameterId.of(parameter), range);
            }
        });
        Map<ParameterId, ReasonCode> codes = codes(fields, table);
        SortedSet<ParameterId> doubtful = fields.has("doubtful") ? doubtful(fields, table) : null;
        Map<String, ThresholdOutcome> notify = notifications(fields, table);
        boolean anything = levels != null
                || score != null
                || doubtful != null
                || !Stream.of(never, points.keySet(), codes.keySet(), notify.keySet())
                        .allMatch(Collection::isEmpty);
        if (!anything) {
            if (findings.errors() == before) {
                addNothingExpected(fields, "a level, a score or points");
            }
            return null;
        }
        return new Expected(levels, score, points, codes, doubtful, notify, never);
    }

    /** {@code never}: the levels that must not be possible. */
    SortedSet<OpelLevel> never(Fields fields) {
        TreeSet<OpelLevel> never = new TreeSet<>();
        if (fields.has("never")) {
            for (Node entry : fields.entries("never", "[1]")) {
                Integer number = new Values(findings).wholeNumber(entry, "never", "1", 1, 4);
                OpelLevel.ofNumber(number == null ? 1 : number).ifPresent(never::add);
            }
        }
        return never;
    }

    /** What is done with each entry below a key. */
    private interface Entry {

        void take(String id, Node.Scalar scalar);
    }

    private static List<String> parameters(ScoringTable table) {
        return table.parameters().stream()
                .map(parameter -> parameter.id().value())
                .toList();
    }

    private void each(Fields fields, String key, String example, List<String> known, Entry entry) {
        Fields entries = fields.has(key) ? fields.fields(key, example, known) : null;
        if (entries == null) {
            return;
        }
        for (String id : known) {
            Node.Scalar scalar = entries.has(id) ? entries.scalar(id, "8") : null;
            if (scalar != null) {
                entry.take(id, scalar);
            }
        }
    }

    /** {@code level}: what is expected of one. */
    @Nullable
    List<OpelLevel> levels(Fields fields) {
        Node.Scalar scalar = fields.scalar("level", "3");
        if (scalar == null) {
            return null;
        }
        if (scalar.text().equals("undetermined")) {
            return List.of();
        }
        Matcher range = RANGE.matcher(scalar.text());
        if (range.matches()) {
            OpelLevel best = level(range.group(1));
            OpelLevel worst = range.group(2) == null ? best : level(range.group(2));
            if (best != null && worst != null && !best.isWorseThan(worst)) {
                return best == worst ? List.of(best) : List.of(best, worst);
            }
        }
        findings.add(
                FormCode.UNKNOWN_WORD,
                scalar.place(),
                Words.quoted(scalar.text())
                        + " is not a level. Expected 1 to 4, a range from best to worst such as \"2 to 4\", or"
                        + " \"undetermined\".");
        return null;
    }

    private static @Nullable OpelLevel level(String number) {
        return OpelLevel.ofNumber(Integer.parseInt(number)).orElse(null);
    }

    private @Nullable PointsRange points(Node.@Nullable Scalar scalar, String name) {
        if (scalar == null) {
            return null;
        }
        Matcher range = RANGE.matcher(scalar.text());
        if (range.matches()) {
            int min = Integer.parseInt(range.group(1));
            int max = range.group(2) == null ? min : Integer.parseInt(range.group(2));
            if (min <= max) {
                return new PointsRange(min, max);
            }
        }
        findings.add(
                FormCode.BAD_NUMBER,
                scalar.place(),
                Words.quoted(scalar.text()) + " is not a number of points. Expected \"" + name
                        + ": 8\", or a range such as \"0 to 8\".");
        return null;
    }

    /** {@code codes}: one for all parameters that can have it, or one for each that is named. */
    private Map<ParameterId, ReasonCode> codes(Fields fields, ScoringTable table) {
        Map<ParameterId, ReasonCode> codes = new HashMap<>();
        if (fields.has("codes") && fields.node("codes", "stale") instanceof Node.Scalar forAll) {
            ReasonCode code = code(forAll);
            if (code != null) {
                table.parameters().stream()
                        .filter(parameter -> parameter.isExpected() == (code == ReasonCode.BANDS_EXPECTED))
                        .forEach(parameter -> codes.put(parameter.id(), code));
            }
            return codes;
        }
        each(fields, "codes", "{ ga-bed-occupancy: stale }", parameters(table), (parameter, scalar) -> {
            ReasonCode code = code(scalar);
            if (code != null) {
                codes.put(ParameterId.of(parameter), code);
            }
        });
        return codes;
    }

    /** {@code doubtful}: the parameters whose readings are, and no others; a word for none of them, or for all that can be. */
    private SortedSet<ParameterId> doubtful(Fields fields, ScoringTable table) {
        SortedSet<ParameterId> doubtful = new TreeSet<>();
        Map<String, ParameterId> usual = new LinkedHashMap<>();
        for (Parameter parameter : table.parameters()) {
            if (parameter.usual() != null) {
                usual.put(parameter.id().value(), parameter.id());
            }
        }
        if (fields.node("doubtful", "none") instanceof Node.Scalar) {
            if (fields.word("doubtful", Which.values()) == Which.ALL) {
                doubtful.addAll(usual.values());
            }
            return doubtful;
        }
        for (Node entry : fields.entries("doubtful", "[ga-bed-occupancy]")) {
            String id = new Values(findings).text(entry, "doubtful", "ga-bed-occupancy");
            ParameterId parameter = id == null ? null : usual.get(id);
            if (parameter != null) {
                doubtful.add(parameter);
            } else if (id != null) {
                findings.add(
                        FormCode.BAD_CASE,
                        entry.place(),
                        Words.quoted(id) + " is no parameter of " + table.providerType()
                                + " providers with usual values, so no reading of it is doubtful."
                                + Words.didYouMean(id, usual.keySet()) + " Expected "
                                + (usual.isEmpty()
                                        ? "\"none\""
                                        : "\"none\", \"all\", or some of: " + String.join(", ", usual.keySet()))
                                + ".");
            }
        }
        return doubtful;
    }

    /** {@code notify}: one outcome for all thresholds, or one for each that is named. */
    private Map<String, ThresholdOutcome> notifications(Fields fields, ScoringTable table) {
        Map<String, ThresholdOutcome> notify = new HashMap<>();
        if (!fields.has("notify")) {
            return notify;
        }
        List<String> thresholds = table.thresholds().stream().map(Threshold::id).toList();
        if (thresholds.isEmpty()) {
            findings.add(
                    FormCode.KEY_OUT_OF_PLACE,
                    fields.placeOf("notify"),
                    framework.id() + " has no thresholds for " + table.providerType()
                            + " providers, so nothing there notifies. Remove \"notify\", or set a threshold in an overlay.");
        } else if (fields.node("notify", "not-met") instanceof Node.Scalar forAll) {
            ThresholdOutcome outcome = outcome(forAll);
            if (outcome != null) {
                thresholds.forEach(threshold -> notify.put(threshold, outcome));
            }
        } else {
            each(fields, "notify", "{ " + thresholds.get(0) + ": met }", thresholds, (threshold, scalar) -> {
                ThresholdOutcome outcome = outcome(scalar);
                if (outcome != null) {
                    notify.put(threshold, outcome);
                }
            });
        }
        return notify;
    }

    private @Nullable ThresholdOutcome outcome(Node.Scalar scalar) {
        return new Values(findings).word(scalar, "notify", ThresholdOutcome.values());
    }

    void addNothingExpected(Fields fields, String atLeast) {
        findings.add(
                FormCode.NO_VALUE,
                fields.place(),
                "Nothing is expected here, so the case proves nothing. Expect at least " + atLeast + ".");
    }

    private @Nullable ReasonCode code(Node.Scalar scalar) {
        return code(scalar, CODES, "why a parameter scores what it scores");
    }

    /** The code of this name, if it is among those that are known in its place. */
    @Nullable
    ReasonCode code(Node.Scalar scalar, List<String> known, String what) {
        if (known.contains(scalar.text())) {
            return ReasonCode.valueOf(scalar.text().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        findings.add(
                FormCode.UNKNOWN_WORD,
                scalar.place(),
                Words.quoted(scalar.text()) + " is not " + what + "." + Words.didYouMean(scalar.text(), known)
                        + " Expected one of: " + String.join(", ", known) + ".");
        return null;
    }
}
