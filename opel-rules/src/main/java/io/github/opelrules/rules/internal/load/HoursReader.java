package io.github.opelrules.rules.internal.load;

import io.github.opelrules.escalate.BankHolidays;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.escalate.StaffedHours.Shift;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.internal.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads when the system coordination centres are staffed. */
final class HoursReader {

    private static final String FORMAT = "opel.hours/1";
    private static final String CENTRES =
            "[{ ics: QXX, shifts: [{ days: every-day, from: \"08:00\", until: \"18:00\" }] }]";
    /** What stands in the place of shifts where there are none: an empty list may be a slip. */
    private static final String NEVER = "none";

    private static final String SHIFTS = "[{ days: every-day, from: \"08:00\", until: \"18:00\" }]";
    private static final String END_OF_DAY = "24:00";

    private final Findings findings;

    HoursReader(Findings findings) {
        this.findings = findings;
    }

    /** The hours, or null where they cannot be used, and then the findings say why. */
    @Nullable
    StaffedHours read(Node root) {
        Fields fields = Formats.fields(
                root, "the staffed hours", FORMAT, findings, List.of("format", "centres", "bankHolidays"));
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
        Map<OdsCode, List<Shift>> shifts = new TreeMap<>();
        for (Node entry : fields.entries("centres", CENTRES)) {
            Fields centre = Fields.of(entry, "a centre", findings, List.of("ics", "shifts"));
            if (centre != null) {
                read(centre, shifts);
            }
        }
        return shifts;
    }

    private void read(Fields centre, Map<OdsCode, List<Shift>> into) {
        OdsCode ics = centre.odsCode("ics", "QXX");
        List<Shift> shifts = new ArrayList<>();
        Node listed = centre.node("shifts", SHIFTS);
        boolean never = listed instanceof Node.Scalar word && word.text().equals(NEVER);
        if (listed != null && !never) {
            for (Node entry : new Values(findings).entries(listed, "shifts", SHIFTS)) {
                Fields shift = Fields.of(entry, "a shift", findings, List.of("days", "from", "until"));
                Shift read = shift == null ? null : shift(shift);
                if (read != null) {
                    shifts.add(read);
                }
            }
        }
        if (ics != null && into.putIfAbsent(ics, shifts) != null) {
            findings.add(
                    FormCode.DUPLICATE_CENTRE,
                    centre.placeOf("ics"),
                    "The centre of " + ics + " is listed twice. Put all its shifts into one entry.");
        }
    }

    private @Nullable Shift shift(Fields fields) {
        StaffedHours.Days days = fields.word("days", StaffedHours.Days.values());
        LocalTime from = time(fields, "from", "08:00");
        LocalTime until = time(fields, "until", "18:00");
        if (days == null || from == null || until == null) {
            return null;
        }
        try {
            return new Shift(days, from, until);
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
