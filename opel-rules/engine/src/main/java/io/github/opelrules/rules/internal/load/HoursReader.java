package io.github.opelrules.rules.internal.load;

import io.github.opelrules.escalate.BankHolidays;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Values;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads which team staffs which system coordination centre at which hours. */
final class HoursReader {

    private static final String FORMAT = "opel.hours/1";
    private static final String SHIFTS = "[{ by: own, days: every-day, from: \"08:00\", until: \"18:00\" }]";
    private static final String CENTRES = "[{ ics: [QXX], shifts: " + SHIFTS + " }]";
    private static final String TEAMS = "[evening-desk]";
    /** What the own team of each ICB is called. */
    private static final String OWN = "own";
    /** What stands in the place of shifts where there are none: an empty list may be a slip. */
    private static final String NEVER = "none";

    private static final String END_OF_DAY = "24:00";

    private final Findings findings;

    HoursReader(Findings findings) {
        this.findings = findings;
    }

    /** The hours, or null where they cannot be used, and then the findings say why. */
    @Nullable
    StaffedHours read(Node root) {
        Fields fields = Formats.fields(
                root, "the staffed hours", FORMAT, findings, List.of("format", "teams", "centres", "bankHolidays"));
        if (fields == null) {
            return null;
        }
        BankHolidays bankHolidays = BankHolidays.england();
        for (Node entry :
                fields.has("bankHolidays") ? fields.entries("bankHolidays", "[2027-06-07]") : List.<Node>of()) {
            LocalDate day = new Values(findings).date(entry, "bankHolidays", "2027-06-07");
            bankHolidays = day == null ? bankHolidays : bankHolidays.with(day);
        }
        return new StaffedHours(centres(fields), bankHolidays);
    }

    /** The shifts of each centre. */
    Map<OdsCode, List<Shift>> centres(Fields fields) {
        String[] teams = teams(fields);
        Map<OdsCode, List<Shift>> shifts = new TreeMap<>();
        for (Node entry : fields.entries("centres", CENTRES)) {
            Fields centre = Fields.of(entry, "a centre", findings, List.of("ics", "shifts"));
            if (centre != null) {
                read(centre, teams, shifts);
            }
        }
        return shifts;
    }

    /** What may be said of whom a shift is by. */
    private String[] teams(Fields fields) {
        Set<String> teams = new LinkedHashSet<>(List.of(OWN));
        for (Node entry : fields.has("teams") ? fields.entries("teams", TEAMS) : List.<Node>of()) {
            String id = new Values(findings).text(entry, "teams", TEAMS);
            if (id != null && id.equals(OWN)) {
                findings.add(
                        FormCode.UNKNOWN_WORD,
                        entry.place(),
                        "\"own\" is always the own team of the ICB. Take it away, or give this team another id.");
            } else if (id != null && !Forms.isId(id)) {
                findings.add(
                        FormCode.BAD_ID,
                        entry.place(),
                        Words.quoted(id) + " is not the id of a team: expected lower-case words joined by hyphens, such"
                                + " as evening-desk.");
            } else if (id != null) {
                teams.add(id);
            }
        }
        return teams.toArray(String[]::new);
    }

    private void read(Fields centre, String[] teams, Map<OdsCode, List<Shift>> into) {
        Node listed = centre.node("shifts", SHIFTS);
        boolean never = listed instanceof Node.Scalar word && word.text().equals(NEVER);
        List<Shift> shifts = listed == null || never ? List.of() : shifts(listed, teams);
        for (Node entry : centre.entries("ics", "[QXX]")) {
            OdsCode ics = odsCode(entry);
            if (ics != null && into.putIfAbsent(ics, ofIcs(ics, shifts)) != null) {
                findings.add(
                        FormCode.DUPLICATE_CENTRE,
                        entry.place(),
                        "The centre of " + ics + " is listed twice. Name it once, with all its shifts.");
            }
        }
    }

    private @Nullable OdsCode odsCode(Node entry) {
        String text = new Values(findings).text(entry, "ics", "QXX");
        try {
            return text == null ? null : OdsCode.of(text);
        } catch (IllegalArgumentException e) {
            findings.addBadId(entry.place(), e);
            return null;
        }
    }

    /** The shifts of a centre, of which those that are its own are the own ones of this ICB. */
    private static List<Shift> ofIcs(OdsCode ics, List<Shift> shifts) {
        return shifts.stream()
                .map(shift -> shift.by().id().equals(OWN)
                        ? new Shift(Team.ownOf(ics), shift.days(), shift.from(), shift.until())
                        : shift)
                .toList();
    }

    private List<Shift> shifts(Node listed, String[] teams) {
        List<Shift> shifts = new ArrayList<>();
        for (Node entry : new Values(findings).entries(listed, "shifts", SHIFTS)) {
            Fields fields = Fields.of(entry, "a shift", findings, List.of("by", "days", "from", "until"));
            Shift shift = fields == null ? null : shift(fields, teams);
            Optional<Shift> other = Optional.ofNullable(shift)
                    .flatMap(one -> shifts.stream().filter(one::clashesWith).findFirst());
            if (other.isPresent()) {
                findings.add(
                        FormCode.SHIFTS_CLASH,
                        entry.place(),
                        "Two teams are on at once: " + shift + ", and above, " + other.get()
                                + ". Say who is on: let one of the shifts begin when the other ends.");
            } else if (shift != null) {
                shifts.add(shift);
            }
        }
        return shifts;
    }

    private @Nullable Shift shift(Fields fields, String[] teams) {
        String by = fields.word("by", teams);
        StaffedHours.Days days = fields.word("days", StaffedHours.Days.values());
        LocalTime from = time(fields, "from", "08:00");
        LocalTime until = time(fields, "until", "18:00");
        if (by == null || days == null || from == null || until == null) {
            return null;
        }
        try {
            return new Shift(new Team(by), days, from, until);
        } catch (IllegalArgumentException e) {
            findings.add(FormCode.DATES_REVERSED, fields.placeOf("until"), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable LocalTime time(Fields fields, String key, String example) {
        String text = fields.text(key, "\"" + example + "\"");
        if (text == null) {
            return null;
        }
        try {
            boolean full = text.length() == END_OF_DAY.length();
            return key.equals("until") && text.equals(END_OF_DAY)
                    ? LocalTime.MIDNIGHT
                    : LocalTime.parse(full ? text : "?");
        } catch (DateTimeException e) {
            findings.add(
                    FormCode.BAD_DATE,
                    fields.placeOf(key),
                    Words.quoted(text) + " is not a time of day. Expected hours and minutes, such as \"" + example
                            + "\"" + (key.equals("until") ? ", or \"24:00\" for the end of the day." : "."));
            return null;
        }
    }
}
