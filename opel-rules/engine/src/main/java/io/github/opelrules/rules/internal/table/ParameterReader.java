package io.github.opelrules.rules.internal.table;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.BandTable;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.ExpectedPoints;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LocalParameter;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Ledger;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one table, with their bands. */
public final class ParameterReader {

    private static final List<String> KEYS = List.of(
            "id",
            "number",
            "label",
            "definition",
            "unit",
            "domain",
            "usual",
            "worse",
            "maxAge",
            "since",
            "source",
            "bands",
            "expectedPoints",
            "assurance");
    private static final List<String> LOCAL_KEYS =
            List.of("id", "label", "definition", "unit", "domain", "worse", "maxAge");
    private static final List<String> BAND_KEYS = List.of("from", "above", "upTo", "below", "points", "source");
    public static final String BANDS = "[{ upTo: 15, points: 0 }, { above: 15, points: 2 }]";
    private static final String EXPECTED = "expected";
    private static final String EXPECTED_POINTS = "expectedPoints";
    private static final String USUAL = "usual";

    /** When what is measured begins anew. */
    private enum Since {
        MIDNIGHT
    }

    /** Stands in for a source that is already reported, so that the bands are checked all the same. */
    public static final Source UNKNOWN = new Source("unknown", "unknown");

    private static final int MOST_PARAMETERS = 1000;
    private static final int MOST_POINTS = 100;

    private final Findings findings;
    private final SortedMap<Integer, Ledger> ledgers = new TreeMap<>();
    private final Map<ParameterId, Place> ids = new TreeMap<>();
    private final Map<Integer, Place> numbers = new HashMap<>();

    public ParameterReader(Findings findings) {
        this.findings = findings;
    }

    /** The graded values of the parameters, in the order of their numbers, once they are read. */
    List<GradedValue> values() {
        List<GradedValue> values = new ArrayList<>();
        for (Ledger ledger : ledgers.values()) {
            values.addAll(ledger.values());
        }
        return values;
    }

    /** The parameters that can be used. */
    List<Parameter> read(List<Node> entries) {
        List<Parameter> parameters = new ArrayList<>();
        for (Node entry : entries) {
            Fields fields = Fields.of(entry, "a parameter", findings, KEYS);
            Parameter parameter = fields == null ? null : parameter(fields);
            if (parameter != null) {
                parameters.add(parameter);
            }
        }
        if (numbers.size() == entries.size()) {
            for (Map.Entry<Integer, Place> number : numbers.entrySet()) {
                checkNumber(number.getKey(), entries.size(), number.getValue());
            }
        }
        return parameters;
    }

    /**
     * The local parameters that can be used.
     *
     * @param isTaken says, and reports, whether an id belongs to a parameter that there is already
     */
    public List<LocalParameter> readLocal(List<Node> entries, BiPredicate<ParameterId, Place> isTaken) {
        List<LocalParameter> parameters = new ArrayList<>();
        for (Node entry : entries) {
            Fields fields = Fields.of(entry, "a local parameter", findings, LOCAL_KEYS);
            LocalParameter parameter = fields == null ? null : localParameter(fields);
            if (fields != null && parameter != null && !isTaken.test(parameter.id(), fields.placeOf("id"))) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    private @Nullable LocalParameter localParameter(Fields fields) {
        ParameterId id = id(fields);
        String label = fields.text("label", "patients cared for in corridors");
        String definition = fields.text("definition", "patients cared for in corridors at the time of the report");
        String unit = fields.text("unit", "patients");
        Domain domain = domain(fields);
        Parameter.Direction worse = fields.word("worse", Parameter.Direction.values());
        Duration maxAge = fields.duration("maxAge", "PT24H");
        return id == null
                        || label == null
                        || definition == null
                        || unit == null
                        || domain == null
                        || worse == null
                        || maxAge == null
                ? null
                : new LocalParameter(id, label, definition, unit, domain, worse, maxAge);
    }

    private void checkNumber(int number, int parameters, Place place) {
        if (number > parameters) {
            findings.add(
                    FormCode.NUMBERS_NOT_CONTIGUOUS,
                    place,
                    "The number is " + number + ", but the table has "
                            + Words.count(parameters, "parameter") + ", none of which has the number "
                            + firstUnused() + ". Number them from 1 without a gap.");
        }
    }

    private int firstUnused() {
        int number = 1;
        while (numbers.containsKey(number)) {
            number++;
        }
        return number;
    }

    private @Nullable Parameter parameter(Fields fields) {
        ParameterId id = id(fields);
        Integer number = fields.wholeNumber("number", "1", 1, MOST_PARAMETERS);
        if (number != null) {
            checkFirst(numbers, number, "number", fields);
        }
        String label = fields.text("label", "G&A bed occupancy");
        String definition = fields.text("definition", "general and acute (G&A) bed occupancy");
        String unit = fields.text("unit", "'%'");
        Domain domain = domain(fields);
        Parameter.Direction worse = fields.word("worse", Parameter.Direction.values());
        Duration maxAge = fields.duration("maxAge", "PT24H");
        boolean sinceMidnight = fields.has("since") && fields.word("since", Since.values()) == Since.MIDNIGHT;
        Source source = fields.source();
        String subject = id == null ? "parameter" : id.value();
        Ledger ledger = ledgers.computeIfAbsent(number == null ? MOST_PARAMETERS : number, n -> new Ledger(findings));
        List<Band> bands = bands(fields, domain, worse, source == null ? UNKNOWN : source, subject, ledger);
        ExpectedPoints expectedPoints = expectedPoints(fields, source == null ? UNKNOWN : source, subject, ledger);
        UsualRange usual = usual(fields, domain, source == null ? UNKNOWN : source, subject, ledger);
        if (id == null
                || number == null
                || label == null
                || definition == null
                || unit == null
                || domain == null
                || worse == null
                || maxAge == null
                || source == null
                || bands == null) {
            return null;
        }
        return new Parameter(
                id,
                number,
                label,
                definition,
                unit,
                domain,
                worse,
                maxAge,
                source,
                bands,
                bands.isEmpty() ? expectedPoints : null,
                usual,
                sinceMidnight);
    }

    private @Nullable ParameterId id(Fields fields) {
        Node.Scalar id = fields.scalar("id", "ga-bed-occupancy");
        if (id == null) {
            return null;
        }
        try {
            ParameterId parameterId = ParameterId.of(id.text());
            checkFirst(ids, parameterId, "id", fields);
            return parameterId;
        } catch (IllegalArgumentException e) {
            findings.addBadId(id.place(), e);
            return null;
        }
    }

    private <T> void checkFirst(Map<T, Place> seen, T value, String key, Fields fields) {
        Place before = seen.putIfAbsent(value, fields.placeOf(key));
        if (before != null) {
            findings.add(
                    FormCode.DUPLICATE_PARAMETER,
                    fields.placeOf(key),
                    "The parameter in line " + before.line() + " has the " + key + " " + value
                            + " too. Give each parameter its own.");
        }
    }

    private @Nullable Domain domain(Fields fields) {
        Fields domain =
                fields.fields("domain", "{ from: 0, upTo: 100, precision: 0.1 }", List.of("from", "upTo", "precision"));
        if (domain == null) {
            return null;
        }
        BigDecimal from = domain.number("from", "0");
        BigDecimal upTo = domain.number("upTo", "100");
        BigDecimal precision = domain.number("precision", "0.1");
        if (precision != null && precision.signum() <= 0) {
            findings.add(
                    FormCode.NUMBER_OUT_OF_RANGE,
                    domain.placeOf("precision"),
                    "\"precision\" is " + precision.toPlainString()
                            + ". Expected the finest step of a reading, above 0, such" + " as 0.1.");
            precision = null;
        }
        if (from != null && upTo != null && from.compareTo(upTo) >= 0) {
            findings.add(
                    FormCode.EMPTY_DOMAIN,
                    domain.place(),
                    "A domain from " + from.toPlainString() + " up to " + upTo.toPlainString()
                            + " holds no stretch of values. Let \"from\" be the lower of the two.");
            return null;
        }
        return from == null || upTo == null || precision == null ? null : new Domain(from, upTo, precision);
    }

    private @Nullable List<Band> bands(
            Fields fields,
            @Nullable Domain domain,
            Parameter.@Nullable Direction worse,
            Source source,
            String subject,
            Ledger ledger) {
        Node node = fields.node("bands", BANDS);
        if (isExpected(node)) {
            checkNotGraded(fields);
            return List.of();
        }
        Fields grades = Grades.block(fields, List.of("cuts", "sides", "points"));
        if (node == null) {
            return null;
        }
        int before = findings.errors();
        BandGrades bandGrades = new BandGrades(
                new Grades(grades, "cuts", findings),
                new Grades(grades, "sides", findings),
                new Grades(grades, "points", findings));
        List<Band> bands = bands(node, domain, worse, source, bandGrades, subject, ledger);
        return findings.errors() == before ? bands : null;
    }

    /** Other bands of a parameter, or null where they cannot be used, and then the findings say why. */
    public @Nullable List<Band> bands(Node node, Parameter of, Source source, BandGrades grades) {
        int before = findings.errors();
        String subject = of.id().value();
        List<Band> bands = bands(node, of.domain(), of.worse(), source, grades, subject, new Ledger(findings));
        return findings.errors() == before ? bands : null;
    }

    private List<Band> bands(
            Node node,
            @Nullable Domain domain,
            Parameter.@Nullable Direction worse,
            Source source,
            BandGrades grades,
            String subject,
            Ledger ledger) {
        EdgeReader edges = new EdgeReader(grades.cuts(), grades.sides(), findings);
        List<Place> places = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        int beforeBands = findings.errors();
        for (Node entry : new Values(findings).fewEntries(node, "bands", BANDS + "\" or \"" + EXPECTED)) {
            Fields band = Fields.of(entry, "a band", findings, BAND_KEYS);
            Band read = band == null ? null : band(band, edges, grades.points(), source);
            if (read != null) {
                bands.add(read);
                places.add(entry.place());
            }
        }
        grades.enterInto(ledger, subject);
        if (findings.errors() == beforeBands) {
            boolean whole = domain == null || worse == null || check(domain, worse, bands, places);
            // Which values want a grade is known only when the bands are as they are meant.
            if (whole) {
                grades.reportMisfits();
            }
        }
        return bands;
    }

    /** Whether the bands have no flaws. */
    private boolean check(Domain domain, Parameter.Direction worse, List<Band> bands, List<Place> places) {
        List<Flaw> flaws = BandTable.flaws(domain, worse, bands);
        for (Flaw flaw : flaws) {
            findings.add(flaw.code(), places.get(flaw.index()), flaw.message());
        }
        if (!flaws.isEmpty()) {
            return false;
        }
        for (Flaw warning : BandTable.warnings(domain, bands)) {
            findings.warn(warning.code(), places.get(warning.index()), warning.message());
        }
        return true;
    }

    private @Nullable ExpectedPoints expectedPoints(Fields fields, Source source, String subject, Ledger ledger) {
        if (!fields.has(EXPECTED_POINTS)) {
            return null;
        }
        if (!isExpected(fields.node("bands", BANDS))) {
            findings.add(
                    FormCode.KEY_OUT_OF_PLACE,
                    fields.placeOf(EXPECTED_POINTS),
                    "The bands say what the parameter scores, so nothing is left to expect. Remove \"" + EXPECTED_POINTS
                            + "\", or write \"bands: " + EXPECTED + "\" while they are not known.");
            return null;
        }
        Fields expected =
                fields.fields(EXPECTED_POINTS, "{ upTo: 3, assurance: assumed }", List.of("upTo", "assurance"));
        Integer upTo = expected == null ? null : expected.wholeNumber("upTo", "3", 1, MOST_POINTS);
        Grade grade = expected == null ? null : expected.grade();
        if (expected == null || upTo == null || grade == null) {
            return null;
        }
        ledger.enter(subject + ": up to " + Words.count(upTo, "point"), expected.placeOf("upTo"), grade, source);
        return new ExpectedPoints(upTo, grade.assurance());
    }

    private @Nullable UsualRange usual(
            Fields fields, @Nullable Domain domain, Source source, String subject, Ledger ledger) {
        if (!fields.has(USUAL)) {
            return null;
        }
        Fields usual = fields.fields(
                USUAL, "{ from: 40, upTo: 120, assurance: assumed }", List.of("from", "upTo", "assurance"));
        BigDecimal from = usual == null ? null : usual.number("from", "40");
        BigDecimal upTo = usual == null ? null : usual.number("upTo", "120");
        Grade grade = usual == null ? null : usual.grade();
        if (usual == null || from == null || upTo == null || grade == null) {
            return null;
        }
        if (from.compareTo(upTo) > 0) {
            findings.add(
                    FormCode.EMPTY_DOMAIN,
                    usual.place(),
                    "No value is usual from " + from.toPlainString() + " up to " + upTo.toPlainString()
                            + ". Let \"from\" be the lower of the two.");
            return null;
        }
        UsualRange range = new UsualRange(from, upTo, grade.assurance());
        ledger.enter(subject + ": usual values " + range, usual.place(), grade, source);
        if (domain != null && !range.isWithin(domain)) {
            findings.add(
                    FormCode.NUMBER_OUT_OF_RANGE,
                    usual.place(),
                    "The usual values are " + range + ", and the domain is " + domain
                            + ". Expected a part of the domain: what lies outside the domain counts as missing, and where all of it is"
                            + " usual, remove \"usual\".");
            return null;
        }
        return range;
    }

    private static boolean isExpected(@Nullable Node bands) {
        return bands instanceof Node.Scalar scalar && scalar.text().equals(EXPECTED);
    }

    private void checkNotGraded(Fields fields) {
        if (fields.has("assurance")) {
            findings.add(
                    FormCode.GRADE_UNUSED,
                    fields.placeOf("assurance"),
                    "The bands are expected and not known yet, so there is nothing to grade. Remove \"assurance\".");
        }
    }

    private @Nullable Band band(Fields band, EdgeReader edges, Grades grades, Source parameterSource) {
        Source source = band.has("source") ? band.source() : parameterSource;
        Interval interval = edges.read(band, source == null ? UNKNOWN : source);
        Integer points = band.wholeNumber("points", "2", 0, MOST_POINTS);
        return interval == null || points == null || source == null
                ? null
                : new Band(
                        interval,
                        points,
                        grades.of(BigDecimal.valueOf(points), band.placeOf("points"), source),
                        source);
    }
}
