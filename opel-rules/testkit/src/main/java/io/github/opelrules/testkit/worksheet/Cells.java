package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Source;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding.Severity;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import io.github.opelrules.testkit.worksheet.SheetCell.Kind;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads cells as what they have to be; what they are not becomes a finding with its cell, and null comes back. */
final class Cells {

    /** Days as people in the UK write them, and as Excel shows them there. */
    private static final List<DateTimeFormatter> DAYS = List.of(
            days("uuuu-MM-dd"),
            days("d/M/uuuu"),
            twoDigitYears("d/M/"),
            days("d.M.uuuu"),
            days("d MMMM uuuu"),
            days("d MMM uuuu"),
            days("d-MMM-uuuu"),
            twoDigitYears("d-MMM-"));

    /** What Excel makes of 4-6 or 4/6 in a CSV file. */
    private static final Pattern AS_A_DAY =
            Pattern.compile("(?i)\\d{1,2}[-/ ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([-/ ]\\d{2,4})?"
                    + "|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ]\\d{2,4}"
                    + "|\\d{1,2}/\\d{1,2}/\\d{2,4}");

    /** More findings of one row help nobody. */
    private static final int FEW = 4;

    private final List<CellFinding> findings;
    private final boolean decimalCommas;
    private final LocalDate today;

    Cells(List<CellFinding> findings, boolean decimalCommas, LocalDate today) {
        this.findings = findings;
        this.decimalCommas = decimalCommas;
        this.today = today;
    }

    private static DateTimeFormatter days(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter twoDigitYears(String before) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(before)
                .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    void error(CellCode code, String place, String message) {
        boolean known = code == CellCode.EMPTY
                && findings.stream().anyMatch(found -> found.place().equals(place));
        if (known) {
            return; // What is wrong with the cell is said; it is not empty.
        }
        findings.add(new CellFinding(code.id(), Severity.ERROR, place, message));
    }

    void warn(CellCode code, String place, String message) {
        findings.add(new CellFinding(code.id(), Severity.WARNING, place, message));
    }

    /**
     * Keeps the first of many findings of one row, which most likely have one reason.
     *
     * @param before how many findings there were before the row
     */
    void keepFew(int before, Entry entry) {
        int found = findings.size() - before;
        if (found > FEW) {
            findings.subList(before + FEW - 1, findings.size()).clear();
            error(
                    CellCode.OUTSIDE,
                    entry.place(),
                    "This row has " + (found - FEW + 1)
                            + " findings more. If its cells have moved by a column, move them back; otherwise mend the first"
                            + " ones and fill again.");
        }
    }

    /** How many findings there are so far. */
    int findings() {
        return findings.size();
    }

    /** How many errors there are so far. */
    long errors() {
        return findings.stream().filter(CellFinding::isError).count();
    }

    /** A text; nothing where the cell is empty. */
    String optional(Entry entry, String heading) {
        SheetCell cell = entry.cell(heading);
        if (cell == null) {
            return "";
        }
        if (cell.kind() == Kind.DATE) {
            error(
                    CellCode.OTHER_THAN_SHOWN,
                    cell.place(),
                    "The cell holds the day " + cell.text()
                            + ", which Excel makes of such as 4-6. Format the cell as text"
                            + " and type again what the document says.");
            return "";
        }
        return cell.text();
    }

    /** A text that has to be there. */
    @Nullable
    String text(Entry entry, String heading, String example) {
        String text = optional(entry, heading);
        if (text.isEmpty() && !entry.has(heading)) {
            error(
                    CellCode.EMPTY,
                    entry.place(heading),
                    Words.quoted(heading) + " is empty. Expected such as " + Words.quoted(example) + ".");
        }
        return text.isEmpty() ? null : text;
    }

    /** One of some words. */
    @Nullable
    String word(Entry entry, String heading, List<String> words) {
        String text = text(entry, heading, words.get(0));
        if (text == null) {
            return null;
        }
        String plain = PlainWords.plain(text).toLowerCase(Locale.UK);
        for (String word : words) {
            if (word.toLowerCase(Locale.UK).equals(plain)) {
                return word;
            }
        }
        error(
                CellCode.WORD,
                entry.place(heading),
                Words.quoted(text) + " is not what " + Words.quoted(heading) + " can be."
                        + Words.didYouMean(text, words) + " Expected " + String.join(", ", words) + ".");
        return null;
    }

    /** A number; null where the cell is empty or holds none. */
    @Nullable
    BigDecimal number(Entry entry, String heading) {
        SheetCell cell = entry.cell(heading);
        if (cell == null || isTurned(cell, "a plain number")) {
            return null;
        }
        try {
            return PrintedNumber.parse(PlainWords.plain(cell.text()), decimalCommas);
        } catch (IllegalArgumentException e) {
            error(CellCode.NUMBER, cell.place(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A whole number in a range. */
    @Nullable
    Integer whole(Entry entry, String heading, int least, int most) {
        if (!entry.has(heading)) {
            error(
                    CellCode.EMPTY,
                    entry.place(heading),
                    Words.quoted(heading) + " is empty. Expected a whole number from " + least + " to " + most + ".");
            return null;
        }
        BigDecimal number = number(entry, heading);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            error(
                    CellCode.NUMBER,
                    entry.place(heading),
                    Words.quoted(entry.text(heading)) + " stands under " + Words.quoted(heading)
                            + ". Expected a whole number from " + least + " to " + most + ".");
            return null;
        }
        return number.intValueExact();
    }

    /** A day; null where the cell is empty or holds none. */
    @Nullable
    LocalDate day(Entry entry, String heading) {
        SheetCell cell = entry.cell(heading);
        if (cell == null) {
            return null;
        }
        LocalDate day = cell.kind() == Kind.NUMBER ? null : day(PlainWords.plain(cell.text()));
        if (day != null) {
            return day;
        }
        error(
                CellCode.NUMBER,
                cell.place(),
                Words.quoted(cell.text()) + " is no day. Expected the day before the month, such as 1 April 2026,"
                        + " 01/04/2026 or 2026-04-01.");
        return null;
    }

    private static @Nullable LocalDate day(String text) {
        ParsePosition begin = new ParsePosition(0);
        for (DateTimeFormatter days : DAYS) {
            TemporalAccessor parsed = days.parseUnresolved(text, begin);
            if (parsed != null && begin.getIndex() == text.length()) {
                return resolved(text, days);
            }
            begin = new ParsePosition(0);
        }
        return null;
    }

    /** The day, unless there is no such one, as on 31 February. */
    private static @Nullable LocalDate resolved(String text, DateTimeFormatter days) {
        try {
            return LocalDate.parse(text, days);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A length of time in words; null where the cell is empty or holds none. */
    @Nullable
    Duration time(Entry entry, String heading) {
        SheetCell cell = entry.cell(heading);
        if (cell == null) {
            return null;
        }
        try {
            return SpokenTime.parse(cell.kind() == Kind.DATE ? "" : PlainWords.plain(cell.text()));
        } catch (IllegalArgumentException e) {
            error(
                    CellCode.NUMBER,
                    cell.place(),
                    Words.quoted(cell.text())
                            + " is no length of time. Expected such as \"45 minutes\", \"1 hour\" or \"2 hours and 30"
                            + " minutes\".");
            return null;
        }
    }

    /** A stretch of values as the document prints it. */
    @Nullable
    Interval band(Entry entry, String heading, String unit) {
        SheetCell cell = entry.cell(heading);
        if (cell == null || isTurned(cell, "a band as the document prints it, such as 4 to 6")) {
            return null;
        }
        try {
            return PrintedBand.parse(cell.text(), unit, decimalCommas);
        } catch (IllegalArgumentException e) {
            error(CellCode.BAND, cell.place(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Reports cells of a row that say nothing there, so that nobody takes them for read. */
    void reportUnread(Entry entry, List<String> headings) {
        for (String heading : headings) {
            if (entry.has(heading)) {
                error(
                        CellCode.OUTSIDE,
                        entry.place(heading),
                        Words.quoted(entry.text(heading)) + " stands under " + Words.quoted(heading)
                                + ", and nothing of the kind is read in this row. Remove it.");
            }
        }
    }

    /** Whether Excel turned what was typed into a day or a percentage, which is then reported. */
    private boolean isTurned(SheetCell cell, String expected) {
        boolean day = cell.kind() == Kind.DATE || AS_A_DAY.matcher(cell.text()).matches();
        if (day) {
            error(
                    CellCode.OTHER_THAN_SHOWN,
                    cell.place(),
                    "The cell holds the day " + cell.text() + ", which Excel makes of such as 4-6 or 4/6. Expected "
                            + expected + ": format the cell as text, and type it again.");
        } else if (cell.kind() == Kind.PERCENT) {
            BigDecimal held = new BigDecimal(cell.text().replace("%", "")).movePointLeft(2);
            error(
                    CellCode.OTHER_THAN_SHOWN,
                    cell.place(),
                    "The cell shows " + cell.text() + " and holds " + Words.number(held)
                            + ", so that it is not told which of the two is meant. Expected " + expected
                            + ": format the cell as text, and type it again.");
        }
        return day || cell.kind() == Kind.PERCENT;
    }

    /**
     * Where a row comes from and who read it; null where that cannot be told.
     *
     * @param document the document that is meant where the row names none
     * @param anyPlace a place that will do where the row names none; null where it has to name one
     */
    @Nullable
    SignOff signOff(Entry entry, String document, @Nullable String anyPlace) {
        long before = errors();
        String named = optional(entry, Sheets.DOCUMENT);
        String place =
                anyPlace != null && !entry.has(Sheets.PLACE) ? anyPlace : text(entry, Sheets.PLACE, "page 2, row 7");
        String by = optional(entry, Sheets.READ_BY);
        LocalDate on = day(entry, Sheets.READ_ON);
        String second = optional(entry, Sheets.SECOND);
        Assurance grade = grade(entry);
        if (named.isEmpty() && document.isEmpty()) {
            error(
                    CellCode.EMPTY,
                    entry.place(Sheets.DOCUMENT),
                    "No document is named here, and none on the sheet Dates. Name it at "
                            + Words.quoted(DateRows.SOURCE) + " there.");
        }
        if (by.isEmpty() != (on == null) && errors() == before) {
            error(
                    CellCode.SIGN_OFF,
                    entry.place(by.isEmpty() ? Sheets.READ_BY : Sheets.READ_ON),
                    by.isEmpty()
                            ? "There is the day on which somebody read it, and no name. Add the name."
                            : by + " read it, and it is not said on which day. Add the day.");
        }
        if (on != null && on.isAfter(today)) {
            error(
                    CellCode.SIGN_OFF,
                    entry.place(Sheets.READ_ON),
                    "The day " + on + " is still to come, today is " + today + ". Nobody can have read it then.");
        }
        if (!second.isEmpty() && by.isEmpty()) {
            error(
                    CellCode.SIGN_OFF,
                    entry.place(Sheets.READ_BY),
                    second + " is the second reader, and there is no first. Add the name of the first and the day.");
        } else if (!second.isEmpty() && second.equalsIgnoreCase(by)) {
            error(
                    CellCode.SIGN_OFF,
                    entry.place(Sheets.SECOND),
                    second + " is the first reader too. A second reader is somebody else.");
        }
        if (grade == Assurance.PUBLISHED && by.isEmpty()) {
            error(
                    CellCode.SIGN_OFF,
                    entry.place(Sheets.READ_BY),
                    "The grade is published, and nobody says that they read it. Add who read it and when, or another"
                            + " grade, such as unverified.");
        }
        boolean unnamed = named.isEmpty() && document.isEmpty();
        return errors() > before || place == null || unnamed
                ? null
                : new SignOff(new Source(named.isEmpty() ? document : named, place), grade, by, on, second);
    }

    private @Nullable Assurance grade(Entry entry) {
        String text = optional(entry, Sheets.GRADE).toLowerCase(Locale.UK);
        if (text.isEmpty() || text.equals(SignOff.VARIOUS)) {
            return null;
        }
        Assurance grade = Assurance.ofId(text).orElse(null);
        if (grade == null) {
            error(
                    CellCode.WORD,
                    entry.place(Sheets.GRADE),
                    Words.quoted(text) + " is no grade. Expected published, corroborated, unverified or assumed.");
        }
        return grade;
    }
}
