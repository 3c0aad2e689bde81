package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Interval;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What two people entered, cell by cell. */
final class SecondEntry {

    /** Of these no two people need say the same. */
    private static final Set<String> OWN =
            Set.of(Sheets.READ_BY, Sheets.READ_ON, Sheets.SECOND, Sheets.ID, Sheets.GRADE);

    private static final Set<String> LIMITS =
            Set.of(Sheets.LOWEST, Sheets.HIGHEST, Sheets.PRECISION, Sheets.USUAL_FROM, Sheets.USUAL_TO);

    private final Worksheet first;
    private final Worksheet second;
    private final List<CellFinding> differences = new ArrayList<>();

    SecondEntry(Worksheet first, Worksheet second) {
        this.first = first;
        this.second = second;
    }

    List<CellFinding> differences() {
        EntryReader reader = new EntryReader(differences);
        for (Sheets sheet : Sheets.values()) {
            Map<String, Entry> mine = keyed(reader.read(first, sheet));
            Map<String, Entry> theirs = keyed(reader.read(second, sheet));
            mine.forEach((key, entry) -> compare(entry, theirs.get(key)));
            theirs.forEach((key, entry) -> {
                if (!mine.containsKey(key)) {
                    add(entry.place(), "This row stands in " + second + " alone. Look in the document.");
                }
            });
        }
        return differences;
    }

    /** Rows by what they are about, and of several about one thing by their order. */
    private static Map<String, Entry> keyed(List<Entry> entries) {
        Map<String, Entry> keyed = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Entry entry : entries) {
            String key = entry.sheet() == Sheets.PARAMETERS
                    ? entry.text(Sheets.PROVIDER) + " " + entry.text(Sheets.NUMBER)
                    : entry.text(entry.sheet().headings().get(0));
            keyed.put(key + " " + times.merge(key, 1, Integer::sum), entry);
        }
        return keyed;
    }

    private void compare(Entry entry, @Nullable Entry other) {
        if (other == null) {
            add(entry.place(), "This row stands in " + first + " alone. Look in the document.");
            return;
        }
        for (String heading : entry.sheet().headings()) {
            boolean same = entry.isSame(heading, other)
                    || meaning(entry, heading, first).equals(meaning(other, heading, second));
            if (!OWN.contains(heading) && !same) {
                add(
                        entry.place(heading),
                        Words.quoted(heading) + " is " + shown(entry.text(heading)) + " here and "
                                + shown(other.text(heading)) + " in " + second + " (" + other.place(heading)
                                + "). Look in the document which is right.");
            }
        }
    }

    /** What a cell means, so that 21 or more is no other band than >=21, and 01/04/2026 no other day than 1 April 2026. */
    private static String meaning(Entry entry, String heading, Worksheet worksheet) {
        Cells cells = new Cells(new ArrayList<>(), worksheet.hasDecimalCommas(), LocalDate.MAX);
        String item = entry.text(Sheets.ITEM);
        Object meant = null;
        if (heading.startsWith("Band")) {
            meant = cells.band(entry, heading, entry.text(Sheets.UNIT));
        } else if (entry.sheet() == Sheets.LEVELS && heading.startsWith("OPEL")) {
            Interval scores =
                    cells.band(entry, heading, entry.text(Sheets.BASIS).equals("share") ? "%" : "points");
            // No score is below 0, so that 0 to 11 is up to 11.
            meant = scores == null ? null : scores.toString().replaceFirst("^from 0 and ", "");
        } else if (heading.equals(Sheets.WHEN)) {
            meant = ActionRows.sentences(entry.text(heading));
        } else if (item.equals(DateRows.FROM) || item.equals(DateRows.UNTIL)) {
            meant = heading.equals(Sheets.VALUE) ? cells.day(entry, heading) : null;
        } else if (heading.equals(Sheets.WITHIN) || heading.equals(Sheets.OLDEST) || item.equals(TierRows.COUNTS)) {
            meant = heading.equals(Sheets.DOCUMENT) || heading.equals(Sheets.PLACE) ? null : cells.time(entry, heading);
        } else if (heading.startsWith("Points") || item.startsWith(TierRows.WEIGHT) || LIMITS.contains(heading)) {
            BigDecimal number = cells.number(entry, heading);
            meant = number == null ? null : Words.number(number);
        }
        return meant == null ? PlainWords.plain(entry.text(heading)) : meant.toString();
    }

    private static String shown(String text) {
        return text.isEmpty() ? "empty" : Words.quoted(text);
    }

    private void add(String place, String message) {
        differences.add(new CellFinding(CellCode.DIFFERS.id(), Severity.ERROR, place, message));
    }
}
