package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The rules of one framework as a spreadsheet: its parameters with their bands as a document prints them, level cuts, weights, actions
 * and dates. It is written from rules, filled in by people, and read back; {@link WorksheetFill} makes rule files of it.
 */
public final class Worksheet {

    private static final int MOST_BYTES = 10 << 20;

    private final String name;
    private final List<CellSheet> sheets;
    private final boolean decimalCommas;

    Worksheet(String name, List<CellSheet> sheets, boolean decimalCommas) {
        this.name = name;
        this.sheets = List.copyOf(sheets);
        this.decimalCommas = decimalCommas;
    }

    /**
     * What rules say.
     *
     * @param rules rules that are no overlay
     * @throws InvalidRulesException if anything is wrong with the rules
     * @throws IllegalArgumentException if they are an overlay, which has no tables of its own
     */
    public static Worksheet of(RuleSource rules) {
        return new WorksheetOfRules(rules).written(true);
    }

    /**
     * The headings alone, and what is known of a version that is to take the place of rules: nothing but how its systems are made.
     *
     * @param rules rules that are no overlay
     * @throws InvalidRulesException if anything is wrong with the rules
     * @throws IllegalArgumentException if they are an overlay, which has no tables of its own
     */
    public static Worksheet emptyFor(RuleSource rules) {
        return new WorksheetOfRules(rules).written(false);
    }

    /**
     * Reads a file that ends in {@code .xlsx} or {@code .csv}.
     *
     * @throws BadWorksheetException if the file cannot be read, or is no worksheet
     */
    public static Worksheet read(Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadWorksheetException(
                        "It has more than 10 MiB, which no worksheet needs. Remove pictures and sheets"
                                + " that do not belong to it.");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BadWorksheetException("There is no such file. Correct its name.");
        } catch (IOException e) {
            throw new BadWorksheetException(
                    "It cannot be read: " + e.getMessage() + ". Check that it is a file, and who may read it.");
        }
        return read(String.valueOf(file.getFileName()), bytes);
    }

    /**
     * Reads the bytes of an {@code .xlsx} or {@code .csv}.
     *
     * @param name the name of the file, whose ending says which of the two it is
     * @param bytes what stands in it
     * @throws BadWorksheetException if it is no worksheet
     */
    public static Worksheet read(String name, byte[] bytes) {
        Objects.requireNonNull(name, "name");
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return new Worksheet(name, CsvReader.read(bytes), CsvReader.hasDecimalCommas(bytes));
        }
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf) {
            throw new BadWorksheetException(
                    "It is an Excel file of the old kind (.xls), or protected by a password. Open it in Excel, take the"
                            + " password away, and save it as .xlsx.");
        }
        if (!lower.endsWith(".xlsx") && !lower.endsWith(".xlsm")) {
            throw new BadWorksheetException(
                    Words.quoted(name) + " is not called .xlsx or .csv. Save it from Excel as one of the two.");
        }
        return new Worksheet(name, XlsxReader.read(bytes), false);
    }

    /** It as an Excel workbook. */
    public byte[] toXlsx() {
        return XlsxWriter.write(sheets);
    }

    /** It as one CSV file in UTF-8 with a byte order mark, which Excel opens as it is; sheet after sheet. */
    public byte[] toCsv() {
        return CsvWriter.write(sheets);
    }

    List<CellSheet> sheets() {
        return sheets;
    }

    /** Whether a comma stands before decimals, as in a file whose columns a semicolon parts. */
    boolean hasDecimalCommas() {
        return decimalCommas;
    }

    /** The name of its file, or of the rules that it was written from. */
    @Override
    public String toString() {
        return name;
    }
}
