package io.github.opelrules.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Turns the daily figures of trusts into situation reports, one for each row.
 *
 * <p>The files are NHS England's winter situation reports, reshaped: one row for each trust and day, with the columns below
 * where NHS England published them that winter. A column that a file does not have, and a blank, is not submitted. Figures that
 * are not the day's own stand in for it, which is a choice of these examples: copy this class and make your own.
 */
public final class WinterReports {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    /** The last day of the month whose average bed numbers stand in for those of January 2026. */
    private static final Instant AUGUST_2025 = morningOf("2025-08-31");

    private WinterReports() {}

    /**
     * Prints one report a line, as {@code opel replay} and {@code opel score} read them.
     *
     * @param args files of daily figures by trust, {@code .csv} or {@code .csv.gz}; without any the shipped sample of six trusts
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Path[] files = args.length == 0
                ? new Path[] {Shipped.file("sample_2022_23.csv")}
                : Stream.of(args).map(Path::of).toArray(Path[]::new);
        for (Path file : files) {
            try (Stream<SituationReport> reports = of(file)) {
                reports.forEach(report -> out.print(OpelJson.write(report) + "\n"));
            }
        }
        out.flush();
    }

    /** The reports of a file, read one by one; close the stream after use. */
    static Stream<SituationReport> of(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in);
        return rows.stream().map(WinterReports::report);
    }

    /** The report of a row. */
    static SituationReport report(NamedCsvRecord row) {
        SituationReport.Builder report = SituationReport.of(OdsCode.of(row.getField("ods_code")), ProviderType.ACUTE)
                .observedAt(morningOf(row.getField("date")));
        measured(report, "ambulance-handover-mean", row, "ambulance_handover_mean_min");
        // The month's performance stands in for the day's.
        measured(report, "ed-four-hour-performance", row, "ae_4hr_performance_pct_month");
        measured(report, "ga-bed-occupancy", row, "ga_occupancy_pct");
        measured(report, "no-criteria-to-reside", row, "nctr_remaining_pct_of_ga_occupied");
        String occupied = field(row, "ga_beds_occupied_avg_2025_08_proxy");
        if (!occupied.isBlank()) {
            // They say that they are of August, and the rules find them stale.
            BigDecimal occupancy = percentOf(occupied, row.getField("ga_beds_open_avg_2025_08_proxy"));
            report.reading("ga-bed-occupancy", new Reading.Measured(occupancy, CENT, AUGUST_2025));
            // Patients of the day over beds of August: given as good to the nearest five percentage points, no better.
            BigDecimal share = percentOf(row.getField("nctr_patients_remaining_end_of_day"), occupied);
            report.reading("no-criteria-to-reside", new Reading.Measured(share, BigDecimal.valueOf(5), null));
        }
        return report.build();
    }

    /** A published figure with two decimals. */
    private static void measured(SituationReport.Builder report, String parameter, NamedCsvRecord row, String column) {
        String value = field(row, column);
        if (!value.isBlank()) {
            report.rounded(parameter, value, CENT.toPlainString());
        }
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }

    private static BigDecimal percentOf(String part, String whole) {
        return new BigDecimal(part).multiply(HUNDRED).divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP);
    }

    /** The bed snapshot of the daily situation report is taken at 08:00. */
    private static Instant morningOf(String date) {
        return LocalDate.parse(date).atTime(8, 0).atZone(LondonTime.ZONE).toInstant();
    }
}
