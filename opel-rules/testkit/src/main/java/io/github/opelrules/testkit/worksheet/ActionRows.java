package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.protocol.Call;
import io.github.opelrules.rules.internal.protocol.RuleMeaning;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import io.github.opelrules.rules.internal.protocol.UnitKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the sheet Actions, and writes what has changed as rules of a protocol. */
final class ActionRows {

    private static final String MUST = "must";
    private static final String CONSIDER = "must consider";
    private static final String INFORMED = "is informed";
    private static final String BY_EXCEPTION = "is informed by exception";
    private static final String STOOD_DOWN = "action is stood down";
    private static final String AID = "mutual aid is proposed";

    /** How somebody has to act. */
    static final List<String> WAYS = List.of(MUST, CONSIDER, INFORMED, BY_EXCEPTION, STOOD_DOWN, AID);

    private static final List<String> ROLES =
            Stream.of(Role.values()).map(Role::title).toList();

    /** {@code ICS at OPEL 3 or above}: what people write for a sentence. */
    private static final Pattern SHORT = Pattern.compile(
            "(?i)(?:the |an? )?((?:acute |community |mental health |NHS 111 )?provider|ICS|region|nation),?"
                    + " (?:(?:is )?(at)|(enters)|(falls below))?:? ?(?:OPEL|level) ?([1-4])( or (?:above|higher|worse))?");

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");

    private final Cells cells;
    private final String document;
    private final Map<String, List<Entry>> rules = new LinkedHashMap<>();
    private final Map<String, List<Entry>> before;

    /**
     * One rule.
     *
     * @param id its id
     * @param entry its first row
     * @param text how it stands in a protocol; null where it is as it was
     */
    record Row(String id, Entry entry, @Nullable String text) {}

    ActionRows(List<Entry> entries, List<Entry> entriesBefore, String document, Cells cells) {
        this.cells = cells;
        this.document = document;
        this.before = new LinkedHashMap<>();
        entriesBefore.forEach(entry -> before.computeIfAbsent(entry.text(Sheets.RULE), id -> new ArrayList<>())
                .add(entry));
        String last = "";
        for (Entry entry : entries) {
            String id = cells.text(entry, Sheets.RULE, "ICS-3-01");
            if (id == null) {
                continue;
            }
            if (!ID.matcher(id).matches()) {
                cells.error(
                        CellCode.WORD,
                        entry.place(Sheets.RULE),
                        Words.quoted(id)
                                + " is no id of a rule. Expected capitals and digits joined by hyphens, such as"
                                + " \"ICS-3-01\".");
                continue;
            }
            if (rules.containsKey(id) && !id.equals(last)) {
                cells.error(
                        CellCode.ORDER,
                        entry.place(Sheets.RULE),
                        Words.quoted(id) + " stands further up too, with other rules between. Keep the rows of one rule"
                                + " together, or give this one an id of its own.");
                continue;
            }
            rules.computeIfAbsent(id, of -> new ArrayList<>()).add(entry);
            last = id;
        }
    }

    /** Writes what a rule calls for into the cells of a row. */
    static void write(Sentence consequence, Map<String, String> row) {
        Call call = RuleMeaning.call(consequence);
        Role role = call.role();
        Duration within = call.within();
        row.put(Sheets.HOW, way(call.kind()));
        row.put(Sheets.WHO, role == null ? "" : role.title());
        row.put(Sheets.WHAT, call.text());
        row.put(Sheets.WITHIN, within == null ? "" : SpokenTime.words(within));
    }

    private static String way(Call.Kind kind) {
        return switch (kind) {
            case MUST -> MUST;
            case MUST_CONSIDER -> CONSIDER;
            case INFORM -> INFORMED;
            case INFORM_BY_EXCEPTION -> BY_EXCEPTION;
            case STAND_DOWN -> STOOD_DOWN;
            case PROPOSE_AID -> AID;
        };
    }

    /** The rules, in the order of the rows. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rules.forEach((id, entries) -> {
            boolean same = same(entries, before.get(id));
            rows.add(new Row(id, entries.get(0), same ? null : text(id, entries)));
        });
        return rows;
    }

    private static boolean same(List<Entry> now, @Nullable List<Entry> were) {
        if (were == null || were.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).saysTheSameAs(were.get(i))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String text(String id, List<Entry> entries) {
        long errors = cells.errors();
        Entry first = entries.get(0);
        String title = cells.text(first, Sheets.TITLE, "Convene the system");
        String when = cells.text(first, Sheets.WHEN, "ICS at OPEL 3 or above");
        SignOff signOff = cells.signOff(first, document, null);
        List<String> consequences = new ArrayList<>();
        entries.stream().skip(1).forEach(entry -> checkRepeated(entry, first));
        for (Entry entry : entries) {
            String consequence = consequence(entry);
            if (consequence != null) {
                consequences.add(consequence);
            }
        }
        if (title == null || when == null || signOff == null || cells.errors() > errors) {
            return null;
        }
        StringBuilder text = new StringBuilder("rule \"")
                .append(id)
                .append(' ')
                .append(title)
                .append("\"\nwhen\n");
        sentences(when)
                .forEach(condition -> text.append("    ").append(condition).append('\n'));
        text.append("then\n");
        consequences.forEach(each -> text.append("    ").append(each).append('\n'));
        text.append("    citing \"")
                .append(signOff.source().document())
                .append("\", \"")
                .append(signOff.source().place())
                .append("\", which ")
                .append(
                        signOff.isSigned()
                                ? '"' + signOff.readers() + "\" read on " + signOff.on()
                                : "is " + signOff.gradeYaml())
                .append("\nend\n");
        return text.toString();
    }

    /** What a further row of a rule says of the whole rule has to be what the first one says. */
    private void checkRepeated(Entry entry, Entry first) {
        for (String heading :
                List.of(Sheets.TITLE, Sheets.WHEN, Sheets.PLACE, Sheets.DOCUMENT, Sheets.READ_BY, Sheets.READ_ON)) {
            if (entry.has(heading) && !entry.isSame(heading, first)) {
                cells.error(
                        CellCode.ORDER,
                        entry.place(heading),
                        Words.quoted(entry.text(heading)) + " differs from the first row of the rule, "
                                + first.place(heading) + ". Leave it empty here, or give the row an id of its own.");
            }
        }
    }

    /** The sentences that conditions stand for, which a semicolon parts. */
    static List<String> sentences(String when) {
        return Stream.of(when.split("\\s*;\\s*", -1)).map(ActionRows::sentence).toList();
    }

    private static String sentence(String condition) {
        Matcher m = SHORT.matcher(condition);
        if (!m.matches()) {
            return PlainWords.plain(condition);
        }
        String subject = UnitKind.singulars().stream()
                .filter(kind -> kind.substring(kind.indexOf(' ') + 1).equalsIgnoreCase(m.group(1)))
                .findFirst()
                .orElse(m.group(1));
        String verb = m.group(3) != null ? "enters" : m.group(4) != null ? "falls below" : "is at";
        boolean above = m.group(6) != null && m.group(4) == null;
        return subject + " " + verb + " OPEL " + m.group(5) + (above ? " or above" : "");
    }

    private @Nullable String consequence(Entry entry) {
        String way = cells.word(entry, Sheets.HOW, WAYS);
        if (way == null) {
            return null;
        }
        boolean acts = way.equals(MUST) || way.equals(CONSIDER);
        boolean somebody = acts || way.equals(INFORMED) || way.equals(BY_EXCEPTION);
        String who = somebody ? cells.word(entry, Sheets.WHO, ROLES) : "";
        String what = way.equals(AID) ? "" : cells.text(entry, Sheets.WHAT, "convene a system call with all providers");
        if (acts && !entry.has(Sheets.WITHIN)) {
            cells.text(entry, Sheets.WITHIN, "30 minutes");
            return null;
        }
        Duration within = acts ? cells.time(entry, Sheets.WITHIN) : null;
        if (!acts && entry.has(Sheets.WITHIN)) {
            cells.error(
                    CellCode.WORD,
                    entry.place(Sheets.WITHIN),
                    "There is a time, and nothing that somebody must do by then: " + Words.quoted(way)
                            + ". Write must or must consider under How, or take the time away.");
            return null;
        }
        if (who == null || what == null || (acts && within == null)) {
            return null;
        }
        String time = within == null ? "" : " within " + SpokenTime.words(within);
        return switch (way) {
            case MUST, CONSIDER -> "the " + who + " " + way + " \"" + what + "\"" + time;
            case INFORMED, BY_EXCEPTION -> "the " + who + " " + way + " that \"" + what + "\"";
            case STOOD_DOWN -> "the action " + what + " is stood down";
            default -> AID;
        };
    }
}
