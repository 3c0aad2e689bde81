package io.github.opelrules.testkit.conform;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * OPEL 2023/24 for acute providers as another program scores it: from a line of JSON to a line of JSON. It is written from the table
 * and the guide alone and shares no code with this library. Each of its decisions can be overridden by one that is wrong.
 */
class SecondScorer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Each parameter, its plausible values, its points with the cuts between them, and its usual values. */
    private static final List<Table> TABLES = List.of(
            table("ambulance-handover-mean", 0, 1440, "0 <=15 2 <=30 4 <=60 6", "3", "240"),
            table("ed-four-hour-performance", 0, 100, "4 <=60 2 <76 1 <95 0", "20", "100"),
            table("ed-attendance-variation", -100, 900, "0 <=2 1 <=10 2 <=20 4", "-80", "80"),
            table("majors-resus-occupancy", 0, 500, "0 <80 2 <=100 4 <=120 6", "10", "250"),
            table("median-time-to-treatment", 0, 1440, "0 <60 1 <90 2 <120 4", "5", "480"),
            table("ed-over-12-hours", 0, 100, "0 <=2 1 <=5 2 <=10 4", "0", "60"),
            table("ga-bed-occupancy", 0, 150, "0 <=92 2 <=95 4 <=98 8", "40", "120"),
            table("escalation-beds", 0, 100, "0 <=2 1 <=4 2 <=6 4", "0", "25"),
            table("no-criteria-to-reside", 0, 100, "0 <=10 1 <=13 2 <=15 4", "0.4", "50"));

    /** A cut, which belongs to the band below it or to the one above. */
    record Cut(BigDecimal value, boolean belongsBelow) {}

    record Table(
            String id,
            BigDecimal from,
            BigDecimal upTo,
            List<Cut> cuts,
            List<Integer> points,
            BigDecimal usualFrom,
            BigDecimal usualUpTo) {

        Points any() {
            return new Points(
                    points.stream().min(Integer::compare).orElseThrow(),
                    points.stream().max(Integer::compare).orElseThrow());
        }
    }

    record Points(int min, int max) {}

    /** What one parameter scores, why, and whether its reading is doubtful. */
    record Part(Points points, String code, boolean doubtful) {

        Part(Points points, String code) {
            this(points, code, false);
        }
    }

    private static Table table(String id, int from, int upTo, String bands, String usualFrom, String usualUpTo) {
        String[] words = bands.split(" ");
        List<Cut> cuts = new ArrayList<>();
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (i % 2 == 0) {
                points.add(Integer.valueOf(words[i]));
            } else {
                cuts.add(new Cut(new BigDecimal(words[i].replaceAll("[<=]", "")), words[i].contains("=")));
            }
        }
        return new Table(
                id,
                BigDecimal.valueOf(from),
                BigDecimal.valueOf(upTo),
                cuts,
                points,
                new BigDecimal(usualFrom),
                new BigDecimal(usualUpTo));
    }

    final List<String> answers(List<String> reports) {
        return reports.stream().map(this::answer).toList();
    }

    private String answer(String line) {
        JsonNode report = JSON.readTree(line);
        Instant at = time(report.path("observedAt").asString());
        List<String> parts = new ArrayList<>();
        List<Points> all = new ArrayList<>();
        for (Table table : TABLES) {
            Part part = part(table, report.path("readings").path(table.id()), at);
            all.add(part.points());
            parts.add("{\"parameter\":\"" + table.id() + "\",\"points\":" + text(part.points()) + ",\"code\":\""
                    + part.code() + "\"" + (part.doubtful() ? ",\"doubt\":{\"code\":\"DOUBTFUL\"}" : "") + "}");
        }
        Points score = sum(all);
        int best = level(score.min());
        int worst = level(score.max());
        return "{\"level\":" + levels(best, worst) + ",\"score\":" + text(score) + ",\"contributions\":["
                + String.join(",", parts) + "]}";
    }

    private static String text(Points points) {
        return "{\"min\":" + points.min() + ",\"max\":" + points.max() + "}";
    }

    String levels(int best, int worst) {
        return best == worst
                ? "{\"kind\":\"exact\",\"level\":" + best + "}"
                : "{\"kind\":\"between\",\"best\":" + best + ",\"worst\":" + worst + "}";
    }

    Part part(Table table, JsonNode reading, Instant at) {
        if (reading.isMissingNode()) {
            return missing(table, "not-submitted");
        }
        if (reading.has("missing")) {
            return missing(table, reading.get("missing").asString());
        }
        JsonNode value = reading.isObject() ? reading.get("value") : reading;
        if (!isNumber(value)) {
            return missing(table, "not-submitted");
        }
        BigDecimal number = number(value);
        BigDecimal half = reading.has("roundedTo") ? half(number(reading.get("roundedTo"))) : BigDecimal.ZERO;
        BigDecimal low = low(number, half);
        BigDecimal high = number.add(half);
        Instant observedAt =
                reading.has("observedAt") ? time(reading.get("observedAt").asString()) : at;
        if (!isPlausible(table, low, high) || isFromAfter(observedAt, at)) {
            return implausible(table, number);
        }
        if (isStale(observedAt, at)) {
            return stale(table);
        }
        Part scored = scored(table, low.max(table.from()), high.min(table.upTo()));
        return new Part(scored.points(), scored.code(), isDoubtful(table, low, high));
    }

    Part scored(Table table, BigDecimal low, BigDecimal high) {
        int first = bandOfLow(table, low, high);
        int last = bandOfHigh(table, low, high);
        List<Integer> touched = table.points().subList(Math.min(first, last), Math.max(first, last) + 1);
        Points points = new Points(
                touched.stream().min(Integer::compare).orElseThrow(),
                touched.stream().max(Integer::compare).orElseThrow());
        return new Part(points, touched.size() == 1 ? "BAND_MATCHED" : "BANDS_TOUCHED");
    }

    int bandOfLow(Table table, BigDecimal low, BigDecimal high) {
        return band(table, low);
    }

    int bandOfHigh(Table table, BigDecimal low, BigDecimal high) {
        return band(table, high);
    }

    final int band(Table table, BigDecimal value) {
        return (int) table.cuts().stream().filter(cut -> isAbove(value, cut)).count();
    }

    boolean isAbove(BigDecimal value, Cut cut) {
        int comparison = value.compareTo(cut.value());
        return comparison > 0 || (comparison == 0 && !cut.belongsBelow());
    }

    boolean isNumber(JsonNode value) {
        return true;
    }

    BigDecimal number(JsonNode value) {
        return new BigDecimal(value.asString());
    }

    BigDecimal half(BigDecimal roundedTo) {
        return roundedTo.multiply(new BigDecimal("0.5"));
    }

    BigDecimal low(BigDecimal number, BigDecimal half) {
        return number.subtract(half);
    }

    Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    boolean isPlausible(Table table, BigDecimal low, BigDecimal high) {
        return high.compareTo(table.from()) >= 0 && low.compareTo(table.upTo()) <= 0;
    }

    boolean isDoubtful(Table table, BigDecimal low, BigDecimal high) {
        return high.compareTo(table.usualFrom()) < 0 || low.compareTo(table.usualUpTo()) > 0;
    }

    boolean isFromAfter(Instant observedAt, Instant at) {
        return observedAt.isAfter(at);
    }

    boolean isStale(Instant observedAt, Instant at) {
        return Duration.between(observedAt, at).compareTo(Duration.ofHours(24)) > 0;
    }

    Part missing(Table table, String reason) {
        return new Part(table.any(), reason.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Part implausible(Table table, BigDecimal value) {
        return new Part(table.any(), "IMPLAUSIBLE");
    }

    Part stale(Table table) {
        return new Part(table.any(), "STALE");
    }

    Points sum(List<Points> parts) {
        return new Points(
                parts.stream().mapToInt(Points::min).sum(),
                parts.stream().mapToInt(Points::max).sum());
    }

    int level(int points) {
        return points <= 11 ? 1 : points <= 22 ? 2 : points <= 33 ? 3 : 4;
    }
}
