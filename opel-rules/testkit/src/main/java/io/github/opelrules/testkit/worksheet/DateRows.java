package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.internal.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sheet Dates: what the framework is called, when it applies, and what is open about it. */
final class DateRows {

    static final String ID = "Id";
    static final String VERSION = "Version";
    static final String TITLE = "Title";
    static final String STATUS = "Status";
    static final String SOURCE = "Document";
    static final String FROM = "In force from";
    static final String UNTIL = "In force until";
    static final String DRAFT_BECAUSE = "Draft because";
    static final String KNOWN_ISSUE = "Known issue";

    /** The items that stand there once. */
    static final List<String> ITEMS = List.of(ID, VERSION, TITLE, STATUS, SOURCE, FROM, UNTIL);

    /** What says where a row comes from and who read it. */
    static final List<String> SIGNED =
            List.of(Sheets.DOCUMENT, Sheets.PLACE, Sheets.GRADE, Sheets.READ_BY, Sheets.READ_ON, Sheets.SECOND);

    private final Cells cells;
    private final Map<String, Entry> items = new HashMap<>();
    private final List<Entry> draftBecause = new ArrayList<>();
    private final List<Entry> knownIssues = new ArrayList<>();

    DateRows(List<Entry> entries, Cells cells) {
        this.cells = cells;
        List<String> known = new ArrayList<>(ITEMS);
        known.addAll(List.of(DRAFT_BECAUSE, KNOWN_ISSUE));
        for (Entry entry : entries) {
            String item = cells.word(entry, Sheets.ITEM, known);
            if (item == null) {
                continue;
            }
            if (item.equals(SOURCE)) {
                cells.reportUnread(entry, SIGNED.subList(2, SIGNED.size()));
            } else if (!item.equals(FROM)) {
                cells.reportUnread(entry, SIGNED);
            }
            if (item.equals(DRAFT_BECAUSE) || item.equals(KNOWN_ISSUE)) {
                if (entry.has(Sheets.VALUE)) {
                    (item.equals(DRAFT_BECAUSE) ? draftBecause : knownIssues).add(entry);
                }
            } else if (items.putIfAbsent(item, entry) != null) {
                cells.error(
                        CellCode.ORDER,
                        entry.place(Sheets.ITEM),
                        Words.quoted(item) + " stands here a second time. Keep one of the two.");
            }
        }
    }

    /** The document that a row means which names none; nothing where none is named here. */
    String document() {
        Entry source = items.get(SOURCE);
        return source == null ? "" : source.text(Sheets.VALUE);
    }

    String id() {
        Entry id = items.get(ID);
        return id == null ? "" : id.text(Sheets.VALUE);
    }

    String title() {
        Entry title = items.get(TITLE);
        return title == null ? "" : title.text(Sheets.VALUE);
    }

    @Nullable
    Entry item(String item) {
        return items.get(item);
    }

    /** The texts of the keys of {@code framework.yaml} that are said here, where they are not what was said before. */
    Map<String, String> changed(DateRows before) {
        Map<String, String> keys = new LinkedHashMap<>();
        change(ID, before, keys, "id", this::idYaml);
        change(VERSION, before, keys, "version", this::versionYaml);
        change(TITLE, before, keys, "title", this::titleYaml);
        change(STATUS, before, keys, "status", this::statusYaml);
        Entry from = required(FROM);
        Entry until = items.get(UNTIL);
        Entry was = before.items.get(FROM);
        Entry wasUntil = before.items.get(UNTIL);
        boolean untilChanged = (until == null ? "" : until.text(Sheets.VALUE))
                .equals(wasUntil == null ? "" : wasUntil.text(Sheets.VALUE));
        if (from != null && !(from.saysTheSameAs(was) && untilChanged)) {
            inForce(from, until, keys);
        }
        Entry source = required(SOURCE);
        if (source != null && !source.saysTheSameAs(before.items.get(SOURCE))) {
            String document = cells.text(source, Sheets.VALUE, "OPEL Framework 2023/24 (PRN00551)");
            String place = cells.optional(source, Sheets.PLACE);
            if (document != null) {
                keys.put(
                        "source",
                        "source: { document: " + Yaml.text(document) + ", place: "
                                + Yaml.text(place.isEmpty() ? "the whole document" : place) + " }");
            }
        }
        issues("draftBecause", draftBecause, before.draftBecause, keys);
        issues("knownIssues", knownIssues, before.knownIssues, keys);
        return keys;
    }

    private interface Written {
        @Nullable
        String yaml(Entry entry, String value);
    }

    private @Nullable Entry required(String item) {
        Entry entry = items.get(item);
        if (entry == null) {
            cells.error(
                    CellCode.EMPTY,
                    Sheets.DATES.title(),
                    "There is no row " + Words.quoted(item)
                            + ". Add it: the item in the first column, and its value beside it.");
        }
        return entry;
    }

    private void change(String item, DateRows before, Map<String, String> keys, String key, Written written) {
        Entry entry = required(item);
        if (entry == null || entry.saysTheSameAs(before.items.get(item))) {
            return;
        }
        String value =
                cells.text(entry, Sheets.VALUE, item.equals(VERSION) ? "1.0.0" : item.toLowerCase(java.util.Locale.UK));
        String yaml = value == null ? null : written.yaml(entry, value);
        if (yaml != null) {
            keys.put(key, yaml);
        }
    }

    private @Nullable String idYaml(Entry entry, String value) {
        try {
            return "id: " + FrameworkId.of(value).value();
        } catch (IllegalArgumentException e) {
            cells.error(CellCode.WORD, entry.place(Sheets.VALUE), String.valueOf(e.getMessage()) + ".");
            return null;
        }
    }

    private @Nullable String versionYaml(Entry entry, String value) {
        if (!Framework.isVersion(value)) {
            cells.error(
                    CellCode.NUMBER,
                    entry.place(Sheets.VALUE),
                    Words.quoted(value) + " is no version. Expected MAJOR.MINOR.PATCH, such as 1.0.0.");
            return null;
        }
        return "version: " + Yaml.quoted(value);
    }

    private String titleYaml(Entry entry, String value) {
        return "title: " + Yaml.text(value);
    }

    private @Nullable String statusYaml(Entry entry, String value) {
        String status = cells.word(entry, Sheets.VALUE, List.of("draft", "published"));
        return status == null ? null : "status: " + status;
    }

    private void inForce(Entry from, @Nullable Entry until, Map<String, String> keys) {
        LocalDate first = cells.day(from, Sheets.VALUE);
        LocalDate end = until == null ? null : cells.day(until, Sheets.VALUE);
        if (!from.has(Sheets.VALUE)) {
            cells.text(from, Sheets.VALUE, "1 April 2026");
        }
        if (first != null && end != null && until != null && !end.isAfter(first)) {
            cells.error(
                    CellCode.NUMBER,
                    until.place(Sheets.VALUE),
                    "It ends on " + end + " and begins on " + first
                            + ". Expected the first day on which it no longer holds, or nothing.");
            return;
        }
        SignOff signOff = cells.signOff(from, document(), "the whole document");
        if (first != null && signOff != null) {
            keys.put(
                    "inForce",
                    "inForce: { from: " + first + (end == null ? "" : ", until: " + end) + ", assurance: "
                            + signOff.gradeYaml() + " }");
        }
    }

    private void issues(String key, List<Entry> now, List<Entry> before, Map<String, String> keys) {
        List<String> texts = now.stream().map(entry -> entry.text(Sheets.VALUE)).toList();
        List<String> were =
                before.stream().map(entry -> entry.text(Sheets.VALUE)).toList();
        if (!texts.equals(were)) {
            StringBuilder yaml = new StringBuilder(texts.isEmpty() ? "" : key + ":");
            texts.forEach(text -> yaml.append("\n  - ").append(Yaml.quoted(text)));
            keys.put(key, yaml.toString());
        }
    }
}
