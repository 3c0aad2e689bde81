package io.github.opelrules.rules.internal.format;

import io.github.opelrules.framework.DateRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a range of days from the keys "from" and "until". */
public final class Dates {

    private final Findings findings;

    public Dates(Findings findings) {
        this.findings = findings;
    }

    /**
     * The days, or null where they cannot be used, and then the findings say why.
     *
     * @param until what the day "until" is, for messages
     */
    @Nullable
    public DateRange range(Fields fields, String fromExample, String untilExample, String until) {
        LocalDate start = fields.date("from", fromExample);
        boolean ends = fields.has("until");
        LocalDate end = ends ? fields.date("until", untilExample) : null;
        if (start == null || (ends && end == null)) {
            return null;
        }
        try {
            return new DateRange(start, end);
        } catch (IllegalArgumentException e) {
            findings.add(
                    FormCode.DATES_REVERSED, fields.placeOf("until"), e.getMessage() + ". \"until\" is " + until + ".");
            return null;
        }
    }

    /**
     * The days from one key to another, or null where they cannot be used, and then the findings say why.
     *
     * @param words what the day "until" is, for messages
     */
    public static @Nullable DateRange range(In in, Key<LocalDate> from, Key<LocalDate> until, String words) {
        try {
            return new DateRange(in.get(from), in.orNull(until));
        } catch (IllegalArgumentException e) {
            in.wrong(FormCode.DATES_REVERSED, until, e.getMessage() + ". \"until\" is " + words + ".");
            return null;
        }
    }
}
