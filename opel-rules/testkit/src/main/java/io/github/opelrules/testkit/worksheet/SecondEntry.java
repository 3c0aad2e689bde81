package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What two people entered, cell by cell. */
final class SecondEntry {

    /** Of these no two people need say the same. */
    private static final Set<String> OWN =
            Set.of(Sheets.READ_BY, Sheets.READ_ON, Sheets.SECOND, Sheets.ID, Sheets.GRADE);

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

    private void compare(Entry entry, @org.jspecify.annotations.Nullable Entry other) {
        if (other == null) {
            add(entry.place(), "This row stands in " + first + " alone. Look in the document.");
            return;
        }
        for (String heading : entry.sheet().headings()) {
            if (!OWN.contains(heading) && !entry.isSame(heading, other)) {
                add(
                        entry.place(heading),
                        Words.quoted(heading) + " is " + shown(entry.text(heading)) + " here and "
                                + shown(other.text(heading)) + " in " + second + " (" + other.place(heading)
                                + "). Look in the document which is right.");
            }
        }
    }

    private static String shown(String text) {
        return text.isEmpty() ? "empty" : Words.quoted(text);
    }

    private void add(String place, String message) {
        differences.add(new CellFinding(CellCode.DIFFERS.id(), Severity.ERROR, place, message));
    }
}
