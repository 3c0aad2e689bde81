package io.github.opelrules.testkit.conform;

import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to write a report as JSON. Every way means the same, so every way has to score the same. */
enum Spelling {
    /** As this library writes reports: numbers as text, times in UTC. */
    PLAIN("as this library writes it") {
        @Override
        String spell(String report) {
            return report;
        }
    },

    /** Those that a program which reads numbers in binary still has exactly; the others stay text. */
    NUMBERS("readings as JSON numbers") {
        @Override
        String spell(String report) {
            return eachNumber(report, number -> isExactInBinary(number) ? number : "\"" + number + "\"");
        }
    },

    ZEROS("readings with zeros at the end") {
        @Override
        String spell(String report) {
            return eachNumber(
                    report,
                    number -> "\"" + number + (number.length() > LONGEST ? "" : number.contains(".") ? "00" : ".00")
                            + "\"");
        }
    },

    /** Each time with another offset, so that a program which leaves offsets out gets times apart or together that are not. */
    OFFSETS("times with offsets") {
        @Override
        String spell(String report) {
            int[] times = {0};
            return TIME.matcher(report)
                    .replaceAll(time -> "\"observedAt\":\"" + at(time.group(1), times[0]++ % APART.size()) + "\"");
        }
    };

    /** With both zeros and their point, a number still has the 30 characters that a report allows. */
    private static final int LONGEST = 27;

    private static final Pattern NUMBER = Pattern.compile("(?<=:)\"(-?\\d+(?:\\.\\d+)?)\"");
    private static final Pattern TIME = Pattern.compile("\"observedAt\":\"([^\"]+)\"");
    private static final List<ZoneOffset> APART =
            List.of(ZoneOffset.ofHours(1), ZoneOffset.ofHoursMinutes(5, 30), ZoneOffset.ofHoursMinutes(-3, -30));

    private final String title;

    Spelling(String title) {
        this.title = title;
    }

    /** A report, written so. */
    String write(SituationReport report) {
        return spell(OpelJson.write(report));
    }

    abstract String spell(String report);

    private static String eachNumber(String report, UnaryOperator<String> spelled) {
        int readings = report.indexOf("\"readings\":");
        return report.substring(0, readings)
                + NUMBER.matcher(report.substring(readings))
                        .replaceAll(number -> Matcher.quoteReplacement(spelled.apply(number.group(1))));
    }

    private static boolean isExactInBinary(String number) {
        BigDecimal exact = new BigDecimal(number);
        return new BigDecimal(Double.toString(exact.doubleValue())).compareTo(exact) == 0;
    }

    private static String at(String time, int offset) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.parse(time).atOffset(APART.get(offset)));
    }

    @Override
    public String toString() {
        return title;
    }
}
