package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.BandTable;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.ExpectedPoints;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the sheet Parameters, and writes what has changed as it stands in a table. */
final class ParameterRows {

    static final String EXPECTED = "expected";
    private static final List<String> TYPES =
            Stream.of(ProviderType.values()).map(ProviderType::id).toList();
    private static final int MOST_POINTS = 100;
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private final Cells cells;
    private final Framework framework;
    private final String document;
    private final Map<String, Entry> before = new HashMap<>();
    private final Map<ProviderType, List<Row>> rows = new EnumMap<>(ProviderType.class);
    private final Map<String, List<String>> assumed = new TreeMap<>();
    private final Map<ProviderType, Integer> numbers = new EnumMap<>(ProviderType.class);
    private final Map<ProviderType, Map<String, Entry>> ids = new EnumMap<>(ProviderType.class);

    /**
     * One parameter.
     *
     * @param id its id
     * @param number its number
     * @param entry its row
     * @param yaml how it stands in a table; null where it is as it was
     */
    record Row(String id, int number, Entry entry, @Nullable String yaml) {}

    /** A band with its cell. */
    private record Printed(Interval interval, int points, String place, String words) {

        String quoted() {
            return Words.quoted(words) + " (" + place.substring(place.indexOf('!') + 1) + ")";
        }
    }

    ParameterRows(List<Entry> entries, List<Entry> entriesBefore, Framework framework, String document, Cells cells) {
        this.cells = cells;
        this.framework = framework;
        this.document = document;
        for (Entry entry : entriesBefore) {
            before.put(entry.text(Sheets.PROVIDER) + " " + entry.text(Sheets.ID), entry);
        }
        for (Entry entry : entries) {
            int found = cells.findings();
            add(entry);
            cells.keepFew(found, entry);
        }
    }

    /** What was taken for plausible where nothing is said, with the cells that could say it. */
    Map<String, List<String>> assumed() {
        return assumed;
    }

    /** The parameters of each provider type, in the order of the rows. */
    Map<ProviderType, List<Row>> rows() {
        return rows;
    }

    private void add(Entry entry) {
        if (!entry.has(Sheets.PROVIDER) && !entry.has(Sheets.LABEL)) {
            cells.error(
                    CellCode.OUTSIDE,
                    entry.cells().values().iterator().next().place(),
                    "This row has no provider type and no label, so it is no parameter. Complete it, or remove what stands"
                            + " there; notes belong on a sheet of their own.");
            return;
        }
        String word = cells.word(entry, Sheets.PROVIDER, TYPES);
        String label = cells.text(entry, Sheets.LABEL, "G&A bed occupancy");
        Integer number = cells.whole(entry, Sheets.NUMBER, 1, 1000);
        if (word == null) {
            return;
        }
        ProviderType type = ProviderType.ofId(word).orElseThrow();
        if (number != null) {
            checkNumber(entry, number, type);
        }
        if (label == null) {
            return;
        }
        String id = id(entry, label);
        if (id == null) {
            return;
        }
        Entry twin = ids.computeIfAbsent(type, of -> new HashMap<>()).putIfAbsent(id, entry);
        if (twin != null) {
            cells.error(
                    CellCode.ORDER,
                    entry.place(entry.has(Sheets.ID) ? Sheets.ID : Sheets.LABEL),
                    Words.quoted(id) + " stands at " + twin.place()
                            + " too. Give each parameter of a provider type its own id and label.");
        }
        List<Row> ofType = rows.computeIfAbsent(type, of -> new ArrayList<>());
        Entry was = before.get(type.id() + " " + id);
        boolean same = entry.saysTheSameAs(was);
        String yaml = same ? null : yaml(entry, was, type, id, number == null ? 1 : number, label);
        ofType.add(new Row(id, number == null ? 0 : number, entry, yaml));
    }

    private void checkNumber(Entry entry, int number, ProviderType type) {
        Integer last = numbers.put(type, number);
        int expected = last == null ? 1 : last + 1;
        if (number != expected) {
            cells.error(
                    CellCode.ORDER,
                    entry.place(Sheets.NUMBER),
                    "The number is " + number + (last == null ? ", and this is the first row" : " and follows " + last)
                            + " of "
                            + type + " providers. Expected " + expected
                            + ": the rows in the document's order, numbered from 1 without a gap.");
        }
    }

    private @Nullable String id(Entry entry, String label) {
        String id = cells.optional(entry, Sheets.ID);
        if (id.isEmpty()) {
            String ascii = Normalizer.normalize(label, Normalizer.Form.NFD)
                    .replace("%", " percent ")
                    .replaceAll("[&'\\u2019]", "")
                    .replaceAll("[^A-Za-z0-9]+", " ")
                    .strip()
                    .toLowerCase(Locale.UK);
            id = ascii.replace(' ', '-');
        }
        if (!ParameterId.isId(id)) {
            cells.error(
                    CellCode.WORD,
                    entry.place(entry.has(Sheets.ID) ? Sheets.ID : Sheets.LABEL),
                    "The id " + Words.quoted(id)
                            + " is of another form. Expected lower-case words joined by hyphens, such as"
                            + " \"ga-bed-occupancy\", under " + Words.quoted(Sheets.ID) + ".");
            return null;
        }
        return id;
    }

    private @Nullable Parameter parameterBefore(ProviderType type, String id) {
        return framework
                .table(type)
                .flatMap(table -> table.parameter(ParameterId.of(id)))
                .orElse(null);
    }

    private @Nullable String yaml(
            Entry entry, @Nullable Entry was, ProviderType type, String id, int number, String label) {
        long errors = cells.errors();
        Parameter parameter = was == null ? null : parameterBefore(type, id);
        String definition = cells.optional(entry, Sheets.DEFINITION);
        String unit = cells.text(entry, Sheets.UNIT, "%");
        String worse = cells.word(entry, Sheets.WORSE, List.of("higher", "lower"));
        checkUnit(entry, unit);
        checkNegative(entry, label + " " + definition);
        boolean expected = PlainWords.plain(entry.text(Sheets.band(1))).equalsIgnoreCase(EXPECTED);
        List<Printed> bands = expected || unit == null ? List.of() : bands(entry, unit);
        SignOff signOff = cells.signOff(entry, document, null);
        Domain domain = domain(entry, unit == null ? "" : unit, bands);
        String usual = usual(entry, domain, parameter);
        String since = since(entry, label + " " + definition);
        Duration oldest = cells.time(entry, Sheets.OLDEST);
        if (domain != null && worse != null && !expected && cells.errors() == errors) {
            check(bands, domain, worse);
        }
        boolean numbersChanged = was != null && !sameNumbers(entry, was);
        if (numbersChanged && was != null && signOff != null && signOff.isSigned()) {
            if (entry.isSame(Sheets.READ_ON, was) && entry.isSame(Sheets.READ_BY, was)) {
                cells.error(
                        CellCode.SIGN_OFF,
                        entry.place(Sheets.READ_ON),
                        signOff.by() + " read other numbers on " + signOff.on()
                                + " than stand here now. Have the row read again and write the day, or take name and day"
                                + " away.");
            }
        }
        if (signOff == null || worse == null || unit == null || domain == null || cells.errors() > errors) {
            return null;
        }
        StringBuilder yaml = new StringBuilder();
        yaml.append("  - id: ").append(id).append('\n');
        yaml.append("    number: ").append(number).append('\n');
        yaml.append("    label: ").append(Yaml.text(label)).append('\n');
        yaml.append("    definition: ")
                .append(Yaml.text(definition.isEmpty() ? label : definition))
                .append('\n');
        yaml.append("    unit: ").append(Yaml.text(unit)).append('\n');
        yaml.append("    domain: { from: ")
                .append(Yaml.number(domain.from()))
                .append(", upTo: ")
                .append(Yaml.number(domain.upTo()))
                .append(", precision: ")
                .append(Yaml.number(domain.precision()))
                .append(" }\n");
        yaml.append(usual);
        yaml.append("    worse: ").append(worse).append('\n');
        yaml.append("    maxAge: ").append(oldest == null ? "PT24H" : oldest).append('\n');
        yaml.append(since);
        yaml.append("    source: ").append(signOff.sourceYaml()).append('\n');
        if (expected) {
            yaml.append("    bands: expected\n").append(expectedPoints(entry, was, parameter, signOff));
        } else {
            yaml.append("    bands:\n");
            for (Printed band : bands) {
                yaml.append("      - { ")
                        .append(edges(band.interval()))
                        .append("points: ")
                        .append(band.points())
                        .append(" }")
                        .append(Yaml.printed(band.words()))
                        .append('\n');
            }
            yaml.append(assurance(bands, parameter, signOff, was != null && entry.isSame(Sheets.GRADE, was)));
        }
        return cells.errors() > errors ? null : yaml.toString();
    }

    private void checkUnit(Entry entry, @Nullable String unit) {
        if (unit != null
                && (unit.matches("[<>=\\d].*") || List.of("higher", "lower").contains(unit))) {
            cells.error(
                    CellCode.WORD,
                    entry.place(Sheets.UNIT),
                    Words.quoted(unit)
                            + " is no unit. Expected such as \"%\", \"min\" or \"patients\"; if cells have moved by"
                            + " a column, move them back.");
        }
    }

    /** A reading below what is plausible counts as missing; where values can be negative, nobody can guess how far. */
    private void checkNegative(Entry entry, String words) {
        String lower = words.toLowerCase(Locale.UK);
        if (!entry.has(Sheets.LOWEST) && (lower.contains("negative") || lower.contains("variation"))) {
            cells.error(
                    CellCode.EMPTY,
                    entry.place(Sheets.LOWEST),
                    "The definition says that values can be negative, and readings below " + Words.quoted(Sheets.LOWEST)
                            + " count as missing. Fill in the lowest plausible value, such as -100.");
        }
    }

    private static boolean sameNumbers(Entry entry, Entry was) {
        boolean same = entry.isSame(Sheets.UNIT, was) && entry.isSame(Sheets.WORSE, was);
        for (int band = 1; band <= Sheets.BANDS; band++) {
            same &= entry.isSame(Sheets.band(band), was) && entry.isSame(Sheets.points(band), was);
        }
        return same;
    }

    private List<Printed> bands(Entry entry, String unit) {
        List<Printed> bands = new ArrayList<>();
        boolean ended = false;
        for (int i = 1; i <= Sheets.BANDS; i++) {
            String heading = Sheets.band(i);
            boolean has = entry.has(heading);
            if (!has && !entry.has(Sheets.points(i))) {
                ended = true;
                continue;
            }
            if (ended) {
                cells.error(
                        CellCode.EMPTY,
                        entry.place(heading),
                        Words.quoted(heading)
                                + " stands after an empty band. Move it to the left, or fill in what is missing.");
                return bands;
            }
            if (!has) {
                cells.error(
                        CellCode.EMPTY,
                        entry.place(heading),
                        "There are points and no band. Type the band as the document prints it.");
                continue;
            }
            Interval interval = cells.band(entry, heading, unit);
            Integer points = cells.whole(entry, Sheets.points(i), 0, MOST_POINTS);
            if (interval != null && points != null) {
                bands.add(new Printed(interval, points, entry.place(heading), entry.text(heading)));
            }
        }
        if (bands.isEmpty()) {
            cells.error(
                    CellCode.EMPTY,
                    entry.place(Sheets.band(1)),
                    "There is no band. Type the bands as the document prints them, or \"" + EXPECTED
                            + "\" where they are announced and not printed yet.");
        }
        return bands;
    }

    private @Nullable Domain domain(Entry entry, String unit, List<Printed> bands) {
        long errors = cells.errors();
        BigDecimal from = cells.number(entry, Sheets.LOWEST);
        BigDecimal upTo = cells.number(entry, Sheets.HIGHEST);
        BigDecimal precision = cells.number(entry, Sheets.PRECISION);
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Printed band : bands) {
            for (Edge edge : edgesOf(band.interval())) {
                least = least.min(edge.value());
                most = most.max(edge.value());
            }
        }
        if (cells.errors() > errors) {
            return null;
        }
        BigDecimal highest = upTo != null ? upTo : highest(unit, most);
        BigDecimal lowest = from != null ? from : least.signum() < 0 ? lowest(unit, least, highest) : BigDecimal.ZERO;
        if (precision != null && precision.signum() <= 0) {
            cells.error(
                    CellCode.NUMBER,
                    entry.place(Sheets.PRECISION),
                    "The precision is " + precision.toPlainString()
                            + ". Expected the finest step of a reading, above 0.");
            return null;
        }
        if (lowest.compareTo(highest) >= 0) {
            cells.error(
                    CellCode.NUMBER,
                    entry.place(Sheets.LOWEST),
                    "The lowest plausible value is " + lowest.toPlainString() + " and the highest "
                            + highest.toPlainString() + ". Let the lowest be the lower of the two.");
            return null;
        }
        if (from == null || upTo == null) {
            String place = entry.place(from == null ? Sheets.LOWEST : Sheets.HIGHEST);
            assumed.computeIfAbsent(
                            lowest.toPlainString() + " up to " + highest.toPlainString(), range -> new ArrayList<>())
                    .add(place.substring(place.indexOf('!') + 1));
        }
        return new Domain(lowest, highest, precision == null ? precision(bands) : precision);
    }

    private static BigDecimal highest(String unit, BigDecimal most) {
        BigDecimal usual = BigDecimal.valueOf(
                switch (PlainWords.plain(unit).toLowerCase(Locale.UK)) {
                    case "%" -> 100;
                    case "min", "mins", "minutes" -> 1440;
                    case "h", "hours" -> 720;
                    default -> 10_000;
                });
        return most.compareTo(usual) < 0 ? usual : most.multiply(BigDecimal.TEN);
    }

    private static BigDecimal lowest(String unit, BigDecimal least, BigDecimal highest) {
        BigDecimal usual = unit.equals("%") ? BigDecimal.valueOf(-100) : highest.negate();
        return least.compareTo(usual) > 0 ? usual : least.multiply(BigDecimal.TEN);
    }

    /** The step between neighbours such as 4 to 6 and 7 to 9; a hundredth where all of them meet. */
    private static BigDecimal precision(List<Printed> bands) {
        List<Printed> ascending = ascending(bands);
        BigDecimal step = null;
        for (int i = 1; i < ascending.size(); i++) {
            Edge end = ascending.get(i - 1).interval().upper();
            Edge begin = ascending.get(i).interval().lower();
            if (end != null
                    && begin != null
                    && end.kind().isInclusive()
                    && begin.kind().isInclusive()) {
                BigDecimal gap = begin.value().subtract(end.value());
                if (gap.signum() > 0) {
                    step = step == null ? gap : step.min(gap);
                }
            }
        }
        if (step == null) {
            return HUNDREDTH;
        }
        // A larger gap is one, and is found below.
        for (BigDecimal fine : List.of(BigDecimal.ONE, new BigDecimal("0.1"))) {
            if (step.compareTo(fine) >= 0) {
                return fine;
            }
        }
        return HUNDREDTH.min(step);
    }

    private static List<Printed> ascending(List<Printed> bands) {
        Comparator<Printed> byStart = Comparator.comparing(
                band -> band.interval().lower() == null
                        ? null
                        : band.interval().lower().value(),
                Comparator.nullsFirst(Comparator.naturalOrder()));
        return bands.stream().sorted(byStart).toList();
    }

    private static List<Edge> edgesOf(Interval interval) {
        return Stream.of(interval.lower(), interval.upper())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Reports values that no band holds, or two do, and bands that do not go together, in the document's words. */
    private void check(List<Printed> printed, Domain domain, String worse) {
        List<Band> bands = printed.stream()
                .map(band -> new Band(band.interval(), band.points(), Assurance.ASSUMED, new Source("this", "this")))
                .toList();
        Parameter.Direction direction = worse.equals("higher") ? Parameter.Direction.HIGHER : Parameter.Direction.LOWER;
        List<Flaw> flaws = BandTable.flaws(domain, direction, bands);
        for (Flaw flaw : flaws) {
            Printed at = printed.get(flaw.index());
            String beside = beside(at, ascending(printed));
            switch (flaw.code()) {
                case BAND_GAP ->
                    cells.error(
                            CellCode.GAP,
                            at.place(),
                            at.quoted() + " leaves a gap to what stands beside it, " + beside + ": " + flaw.message()
                                    + " Look which of them the document means; whole counts such as 4 to 6 and 7 to 9 need "
                                    + Words.quoted(Sheets.PRECISION) + " empty or 1, and " + Words.quoted(Sheets.LOWEST)
                                    + " and " + Words.quoted(Sheets.HIGHEST) + " say how far values go.");
                case BAND_OVERLAP ->
                    cells.error(
                            CellCode.OVERLAP,
                            at.place(),
                            at.quoted() + " overlaps what stands beside it, " + beside + ": " + flaw.message()
                                    + " Look which of them the document means, and write it with a sign, such as \">15 to"
                                    + " 30\" or \"15 to <30\".");
                default -> cells.error(CellCode.BANDS, at.place(), at.quoted() + ": " + flaw.message());
            }
        }
        if (flaws.isEmpty()) {
            for (Flaw flaw : BandTable.warnings(domain, bands)) {
                Printed at = printed.get(flaw.index());
                cells.warn(CellCode.BANDS, at.place(), at.quoted() + ": " + flaw.message());
            }
        }
    }

    private static String beside(Printed band, List<Printed> ascending) {
        int at = ascending.indexOf(band);
        List<String> neighbours = new ArrayList<>();
        for (int i : new int[] {at - 1, at + 1}) {
            if (i >= 0 && i < ascending.size()) {
                neighbours.add(ascending.get(i).quoted());
            }
        }
        return neighbours.isEmpty() ? "of which there is none" : Words.list(neighbours);
    }

    private String usual(Entry entry, @Nullable Domain domain, @Nullable Parameter parameter) {
        BigDecimal from = cells.number(entry, Sheets.USUAL_FROM);
        BigDecimal to = cells.number(entry, Sheets.USUAL_TO);
        if (from == null && to == null) {
            return "";
        }
        if (from == null || to == null) {
            cells.error(
                    CellCode.EMPTY,
                    entry.place(from == null ? Sheets.USUAL_FROM : Sheets.USUAL_TO),
                    "Usual values have two ends. Add the other, or leave both out.");
            return "";
        }
        UsualRange range = from.compareTo(to) > 0 ? null : new UsualRange(from, to, Assurance.ASSUMED);
        if (range == null || (domain != null && !range.isWithin(domain))) {
            cells.error(
                    CellCode.NUMBER,
                    entry.place(Sheets.USUAL_FROM),
                    "The usual values from " + from.toPlainString() + " to " + to.toPlainString()
                            + " are no part of the plausible ones" + (domain == null ? "" : ", " + domain)
                            + ". Expected a part of them, the lower number first.");
            return "";
        }
        UsualRange was = parameter == null ? null : parameter.usual();
        boolean same = was != null
                && was.from().compareTo(from) == 0
                && was.upTo().compareTo(to) == 0
                && was.assurance() != Assurance.PUBLISHED;
        Assurance grade = was != null && same ? was.assurance() : Assurance.ASSUMED;
        return "    usual: { from: " + Yaml.number(from) + ", upTo: " + Yaml.number(to) + ", assurance: " + grade
                + " }\n";
    }

    private String since(Entry entry, String words) {
        boolean said = words.toLowerCase(Locale.UK).contains("since midnight");
        if (!entry.has(Sheets.SINCE)) {
            return said ? "    since: midnight\n" : "";
        }
        String since = cells.word(entry, Sheets.SINCE, List.of("yes", "no"));
        return "yes".equals(since) ? "    since: midnight\n" : "";
    }

    private String expectedPoints(Entry entry, @Nullable Entry was, @Nullable Parameter parameter, SignOff signOff) {
        String heading = Sheets.points(1);
        String text = PlainWords.plain(cells.optional(entry, heading)).toLowerCase(Locale.UK);
        if (text.isEmpty()) {
            return "";
        }
        String number = text.replaceFirst("^up to ", "");
        if (!number.matches("[1-9]\\d?|100")) {
            cells.error(
                    CellCode.NUMBER,
                    entry.place(heading),
                    Words.quoted(text)
                            + " stands beside bands that are expected. Expected nothing, or the most points that it"
                            + " could score, such as \"up to 3\".");
            return "";
        }
        ExpectedPoints before = parameter == null ? null : parameter.expectedPoints();
        boolean same = was != null && entry.isSame(heading, was) && entry.isSame(Sheets.GRADE, was);
        String grade = same && before != null && before.assurance() != Assurance.PUBLISHED
                ? before.assurance().id()
                : signOff.gradeYaml();
        return "    expectedPoints: { upTo: " + number + ", assurance: " + grade + " }\n";
    }

    static String edges(Interval interval) {
        StringBuilder edges = new StringBuilder();
        for (Edge edge : edgesOf(interval)) {
            edges.append(edge.kind().key())
                    .append(": ")
                    .append(Yaml.number(edge.value()))
                    .append(", ");
        }
        return edges.toString();
    }

    /** The grades: what somebody signs for, what the row says, or else what each value had, and unverified where it is new. */
    private static String assurance(
            List<Printed> bands, @Nullable Parameter before, SignOff signOff, boolean gradeKept) {
        String indent = "    assurance:\n";
        if (signOff.isSigned() || (signOff.grade() != null && !(gradeKept && before != null))) {
            String grade = signOff.gradeYaml();
            return indent + "      cuts: " + grade + "\n      sides: " + grade + "\n      points: " + grade + "\n";
        }
        Map<BigDecimal, String> cuts = new TreeMap<>();
        Map<BigDecimal, String> sides = new TreeMap<>();
        Map<Integer, String> points = new TreeMap<>();
        Map<String, Assurance> were = new LinkedHashMap<>();
        if (before != null) {
            for (Band band : before.bands()) {
                for (Edge edge : edgesOf(band.interval())) {
                    String cut = Words.number(edge.value());
                    were.put("cut " + cut, edge.assurance());
                    were.put(
                            "side " + cut + (edge.kind() == Edge.Kind.UP_TO || edge.kind() == Edge.Kind.ABOVE),
                            edge.sideAssurance());
                }
                were.put("points " + band.points(), band.pointsAssurance());
            }
        }
        for (Printed band : bands) {
            for (Edge edge : edgesOf(band.interval())) {
                String cut = Words.number(edge.value());
                boolean below = edge.kind() == Edge.Kind.UP_TO || edge.kind() == Edge.Kind.ABOVE;
                cuts.put(new BigDecimal(cut), kept(were.get("cut " + cut)));
                sides.put(new BigDecimal(cut), kept(were.get("side " + cut + below)));
            }
            points.put(band.points(), kept(were.get("points " + band.points())));
        }
        return indent + grades("cuts", cuts) + grades("sides", sides) + grades("points", points);
    }

    private static String kept(@Nullable Assurance was) {
        return (was == null || was == Assurance.PUBLISHED ? Assurance.UNVERIFIED : was).id();
    }

    static <T> String grades(String key, Map<T, String> grades) {
        if (grades.values().stream().distinct().count() <= 1) {
            String all = grades.isEmpty()
                    ? Assurance.UNVERIFIED.id()
                    : grades.values().iterator().next();
            return "      " + key + ": " + all + "\n";
        }
        StringBuilder each = new StringBuilder();
        grades.forEach((value, grade) -> each.append(each.length() == 0 ? "" : ", ")
                .append(value instanceof BigDecimal number ? number.toPlainString() : value)
                .append(": ")
                .append(grade));
        return "      " + key + ": { " + each + " }\n";
    }
}
