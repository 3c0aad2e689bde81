package io.github.opelrules.rules.internal.system;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.CsvLine;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.PlainText;
import io.github.opelrules.rules.internal.format.YamlReader;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads who belongs to whom from a table in the shape of an export of the Organisation Data Service: one line for each time
 * that a unit belonged to another.
 *
 * <p>The columns are {@code code,name,parent,role,start,end}, and {@code weight} if there are weights. A role is a tier or a
 * provider type. As in ODS, the end is the last day itself.
 */
public final class HierarchyCsv {

    private static final List<String> COLUMNS = List.of("code", "name", "parent", "role", "start", "end", "weight");
    private static final int MUST_HAVE = 6;

    private final Findings findings;
    private final HierarchyFlaws flaws;

    public HierarchyCsv(Findings findings) {
        this.findings = findings;
        this.flaws = new HierarchyFlaws(findings);
    }

    /** A unit as far as it is read. */
    private record Draft(Place place, String name, String role, List<Membership> memberships, List<Place> places) {}

    /** The hierarchy, or null where it cannot be used, and then the findings say why. */
    @Nullable
    public Hierarchy read(byte[] bytes) {
        String text = YamlReader.decode(bytes, findings);
        if (text == null || YamlReader.hasTabs(text, findings) || !PlainText.isPlain(text, findings)) {
            return null;
        }
        List<String> lines = text.lines().toList();
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0), 1);
        boolean weighted = header.contains("weight");
        if (!header.equals(COLUMNS.subList(0, weighted ? COLUMNS.size() : MUST_HAVE))) {
            findings.add(
                    FormCode.UNKNOWN_FORMAT,
                    Place.START,
                    "The columns are " + Words.quoted(String.join(",", header)) + ". Expected \""
                            + String.join(",", COLUMNS.subList(0, MUST_HAVE))
                            + "\", and \",weight\" if there are weights.");
            return null;
        }
        Map<OdsCode, Draft> drafts = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                readLine(cells(lines.get(i), i + 1), new Place(i + 1, 1), header.size(), drafts);
            }
        }
        List<Unit> units = new ArrayList<>();
        drafts.forEach((code, draft) -> {
            Unit unit = unit(code, draft);
            if (unit != null) {
                flaws.enter(draft.place(), draft.places());
                units.add(unit);
            }
        });
        if (units.isEmpty() && findings.errors() == 0) {
            findings.add(FormCode.FILE_EMPTY, Place.START, "There is no unit below the names of the columns.");
        }
        return findings.errors() > 0
                ? null
                : flaws.hierarchy(weighted ? Hierarchy.Weights.RELATIVE : Hierarchy.Weights.EQUAL, units, List.of());
    }

    private void readLine(List<String> cells, Place place, int columns, Map<OdsCode, Draft> drafts) {
        if (cells.size() != columns) {
            findings.add(
                    FormCode.WRONG_KIND,
                    place,
                    "This line has " + Words.count(cells.size(), "cell") + ". Expected " + columns
                            + "; a comma within a cell needs quotes around the cell.");
            return;
        }
        OdsCode code = code(cells.get(0), place);
        if (code == null) {
            return;
        }
        Draft draft = drafts.computeIfAbsent(
                code, key -> new Draft(place, cells.get(1), cells.get(3), new ArrayList<>(), new ArrayList<>()));
        if (!draft.name().equals(cells.get(1)) || !draft.role().equals(cells.get(3))) {
            findings.add(
                    FormCode.DUPLICATE_KEY,
                    place,
                    code + " is " + Words.quoted(cells.get(1)) + ", " + cells.get(3) + " here, and "
                            + Words.quoted(draft.name()) + ", " + draft.role() + " in line "
                            + draft.place().line() + ". Give it one name and role.");
        }
        if (cells.get(2).isEmpty()) {
            return;
        }
        OdsCode parent = code(cells.get(2), place);
        DateRange dates = dates(cells.get(4), cells.get(5), place);
        BigDecimal weight = columns > MUST_HAVE ? weight(cells.get(MUST_HAVE), place) : BigDecimal.ONE;
        if (parent != null && dates != null && weight != null) {
            draft.memberships().add(new Membership(parent, weight, dates));
            draft.places().add(place);
        }
    }

    private @Nullable Unit unit(OdsCode code, Draft draft) {
        ProviderType type = ProviderType.ofId(draft.role()).orElse(null);
        Tier tier = type == null ? Tier.ofId(draft.role()).orElse(null) : Tier.PROVIDER;
        if (tier == null || (tier == Tier.PROVIDER && type == null)) {
            List<String> known = new ArrayList<>();
            for (ProviderType each : ProviderType.values()) {
                known.add(each.id());
            }
            known.addAll(List.of(Tier.ICS.id(), Tier.REGION.id(), Tier.NATION.id()));
            findings.add(
                    FormCode.UNKNOWN_WORD,
                    draft.place(),
                    Words.quoted(draft.role()) + " is not a role." + Words.didYouMean(draft.role(), known)
                            + " Expected one of: " + String.join(", ", known) + ".");
            return null;
        }
        if (draft.name().isBlank()) {
            findings.add(FormCode.NO_VALUE, draft.place(), code + " has no name. Write one in the second column.");
            return null;
        }
        return new Unit(code, draft.name(), tier, type, draft.memberships());
    }

    private @Nullable OdsCode code(String text, Place place) {
        try {
            return OdsCode.of(text);
        } catch (IllegalArgumentException e) {
            findings.addBadId(place, e);
            return null;
        }
    }

    private @Nullable BigDecimal weight(String text, Place place) {
        BigDecimal weight = Forms.isPlainNumber(text) ? new BigDecimal(text) : BigDecimal.ZERO;
        if (weight.signum() > 0) {
            return weight;
        }
        findings.add(
                FormCode.BAD_NUMBER,
                place,
                "The weight is " + Words.quoted(text) + ". Expected a plain number above 0.");
        return null;
    }

    private @Nullable DateRange dates(String start, String end, Place place) {
        LocalDate first = date("start", start, place);
        LocalDate last = end.isEmpty() ? null : date("end", end, place);
        if (first == null || (last == null && !end.isEmpty())) {
            return null;
        }
        if (last != null && last.isBefore(first)) {
            findings.add(FormCode.DATES_REVERSED, place, "The end, " + last + ", is before the start, " + first + ".");
            return null;
        }
        return new DateRange(first, last == null ? null : last.plusDays(1));
    }

    private @Nullable LocalDate date(String column, String text, Place place) {
        try {
            return text.length() == 8 ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            findings.add(
                    FormCode.BAD_DATE,
                    place,
                    "The " + column + " is " + Words.quoted(text)
                            + ", which is not a date. Expected YYYY-MM-DD or YYYYMMDD, such as 2026-04-01.");
            return null;
        }
    }

    private List<String> cells(String line, int number) {
        CsvLine read = CsvLine.of(line);
        if (!read.closed()) {
            findings.add(FormCode.BAD_TEXT, new Place(number, 1), "A quote is opened in this line and never closed.");
        }
        return read.cells().stream().map(String::strip).toList();
    }
}
