package io.github.opelrules.testkit.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.RuleSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Scorers that are wrong in one way each, and the clause of the rules by which that is found. */
class PlantedScorersTest {

    private static final ConformanceKit KIT =
            ConformanceKit.of(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24")));
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String ROUNDED = "readings that are rounded";
    private static final String FINER = "readings finer than their precision";
    private static final String FRESH = "readings that are not stale yet";
    private static final String STALE = "readings that are stale";
    private static final String IMPLAUSIBLE = "readings that are implausible";
    private static final String DOUBTFUL = "doubtful readings";
    private static final String NUMBERS = "written otherwise: readings as JSON numbers";
    private static final String ZEROS = "written otherwise: readings with zeros at the end";
    private static final String OFFSETS = "written otherwise: times with offsets";

    @Test
    void the_scorer_without_a_fault_holds_to_every_clause() {
        Conformance conformance = KIT.check(new SecondScorer().answers(KIT.reports()));

        assertThat(conformance.holds()).as(conformance.toText()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void each_fault_is_found_by_its_clause(String fault, String clause, SecondScorer scorer) {
        Conformance conformance = KIT.check(scorer.answers(KIT.reports()));

        assertThat(conformance.clauses().stream().filter(each -> !each.holds()).map(ClauseResult::clause))
                .as(fault)
                .contains(clause);
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(planted()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static Arguments planted(String fault, String clause, SecondScorer scorer) {
        return Arguments.of(fault, clause, scorer);
    }

    private static Stream<Arguments> planted() {
        return Stream.of(rounding(), numbers(), times(), unknown(), doubts(), sums())
                .flatMap(faults -> faults);
    }

    private static Stream<Arguments> rounding() {
        return Stream.of(
                planted("that a value is rounded is ignored", ROUNDED, new SecondScorer() {
                    @Override
                    BigDecimal half(BigDecimal roundedTo) {
                        return BigDecimal.ZERO;
                    }
                }),
                planted("a rounded value lies a full step either way", ROUNDED, new SecondScorer() {
                    @Override
                    BigDecimal half(BigDecimal roundedTo) {
                        return roundedTo;
                    }
                }),
                planted("a rounded value lies a quarter of a step either way", ROUNDED, new SecondScorer() {
                    @Override
                    BigDecimal half(BigDecimal roundedTo) {
                        return super.half(super.half(roundedTo));
                    }
                }),
                planted("a rounded value lies half a unit either way, whatever its step", ROUNDED, new SecondScorer() {
                    @Override
                    BigDecimal half(BigDecimal roundedTo) {
                        return BigDecimal.ONE;
                    }
                }),
                planted("a rounded value was rounded down", ROUNDED, new SecondScorer() {
                    @Override
                    BigDecimal low(BigDecimal number, BigDecimal half) {
                        return number;
                    }
                }),
                planted("the lower end of a rounded value is left out", ROUNDED, new SecondScorer() {
                    @Override
                    int bandOfLow(Table table, BigDecimal low, BigDecimal high) {
                        return band(table, low.equals(high) ? low : low.add(new BigDecimal("1e-25")));
                    }
                }),
                planted("the upper end of a rounded value is left out", ROUNDED, new SecondScorer() {
                    @Override
                    int bandOfHigh(Table table, BigDecimal low, BigDecimal high) {
                        return band(table, low.equals(high) ? high : high.subtract(new BigDecimal("1e-25")));
                    }
                }),
                planted("a rounded value is taken at its highest", ROUNDED, new SecondScorer() {
                    @Override
                    int bandOfLow(Table table, BigDecimal low, BigDecimal high) {
                        return band(table, high);
                    }
                }),
                planted("a rounded value is taken at its lowest", ROUNDED, new SecondScorer() {
                    @Override
                    int bandOfHigh(Table table, BigDecimal low, BigDecimal high) {
                        return band(table, low);
                    }
                }),
                planted("a rounded value that may be implausible is thrown away", ROUNDED, new SecondScorer() {
                    @Override
                    boolean isPlausible(Table table, BigDecimal low, BigDecimal high) {
                        return low.compareTo(table.from()) >= 0 && high.compareTo(table.upTo()) <= 0;
                    }
                }));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(
                planted("values are rounded to hundredths", FINER, new SecondScorer() {
                    @Override
                    BigDecimal number(JsonNode value) {
                        return super.number(value).setScale(2, RoundingMode.HALF_UP);
                    }
                }),
                planted("values are cut off at hundredths", FINER, new SecondScorer() {
                    @Override
                    BigDecimal number(JsonNode value) {
                        return super.number(value).setScale(2, RoundingMode.DOWN);
                    }
                }),
                planted("values are cut off at whole numbers", "bands of ga-bed-occupancy", new SecondScorer() {
                    @Override
                    BigDecimal number(JsonNode value) {
                        return super.number(value).setScale(0, RoundingMode.DOWN);
                    }
                }),
                planted("values are binary numbers", FINER, new SecondScorer() {
                    @Override
                    BigDecimal number(JsonNode value) {
                        return BigDecimal.valueOf(super.number(value).doubleValue());
                    }
                }),
                planted("readings as JSON numbers are taken for 0", NUMBERS, new SecondScorer() {
                    @Override
                    BigDecimal number(JsonNode value) {
                        return value.isNumber() ? BigDecimal.ZERO : super.number(value);
                    }
                }),
                planted("readings as JSON numbers are taken for missing", NUMBERS, new SecondScorer() {
                    @Override
                    boolean isNumber(JsonNode value) {
                        return !value.isNumber();
                    }
                }),
                planted("JSON numbers lose their decimals", NUMBERS, new SecondScorer() {
                    @Override
                    BigDecimal number(JsonNode value) {
                        return value.isNumber() ? BigDecimal.valueOf(value.asLong()) : super.number(value);
                    }
                }),
                planted("a number with zeros at its end is none", ZEROS, new SecondScorer() {
                    @Override
                    boolean isNumber(JsonNode value) {
                        return !value.asString().matches(".*\\..*0");
                    }
                }),
                planted("a cut is compared with its zeros", ZEROS, new SecondScorer() {
                    @Override
                    boolean isAbove(BigDecimal value, Cut cut) {
                        return value.equals(cut.value()) ? !cut.belongsBelow() : value.compareTo(cut.value()) >= 0;
                    }
                }),
                planted("values below nought lose their sign", "bands of ed-attendance-variation", new SecondScorer() {
                    @Override
                    BigDecimal number(JsonNode value) {
                        return super.number(value).abs();
                    }
                }),
                planted("each cut belongs to the band below", "bands of majors-resus-occupancy", new SecondScorer() {
                    @Override
                    boolean isAbove(BigDecimal value, Cut cut) {
                        return value.compareTo(cut.value()) > 0;
                    }
                }),
                planted("each cut belongs to the band above", "bands of ga-bed-occupancy", new SecondScorer() {
                    @Override
                    boolean isAbove(BigDecimal value, Cut cut) {
                        return value.compareTo(cut.value()) >= 0;
                    }
                }),
                planted(
                        "the ends of what is plausible are implausible",
                        "bands of escalation-beds",
                        new SecondScorer() {
                            @Override
                            boolean isPlausible(Table table, BigDecimal low, BigDecimal high) {
                                return high.compareTo(table.from()) > 0 && low.compareTo(table.upTo()) < 0;
                            }
                        }));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                planted("offsets are ignored", OFFSETS, new SecondScorer() {
                    @Override
                    Instant time(String text) {
                        return OffsetDateTime.parse(text).toLocalDateTime().toInstant(ZoneOffset.UTC);
                    }
                }),
                planted("the minutes of offsets are ignored", OFFSETS, new SecondScorer() {
                    @Override
                    Instant time(String text) {
                        return super.time(text.replaceFirst("([+-]\\d\\d):\\d\\d$", "$1:00"));
                    }
                }),
                planted("the sign of offsets is ignored", OFFSETS, new SecondScorer() {
                    @Override
                    Instant time(String text) {
                        return super.time(text.replaceFirst("-(\\d\\d:\\d\\d)$", "+$1"));
                    }
                }),
                planted("a reading as old as it may be is stale", FRESH, new SecondScorer() {
                    @Override
                    boolean isStale(Instant observedAt, Instant at) {
                        return Duration.between(observedAt, at).compareTo(Duration.ofHours(24)) >= 0;
                    }
                }),
                planted("ages are counted in whole hours", STALE, new SecondScorer() {
                    @Override
                    boolean isStale(Instant observedAt, Instant at) {
                        return ChronoUnit.HOURS.between(observedAt, at) > 24;
                    }
                }),
                planted("ages are counted in whole seconds", STALE, new SecondScorer() {
                    @Override
                    boolean isStale(Instant observedAt, Instant at) {
                        return ChronoUnit.SECONDS.between(observedAt, at) > 24 * 60 * 60;
                    }
                }),
                planted("ages are counted in days of the calendar", STALE, new SecondScorer() {
                    @Override
                    boolean isStale(Instant observedAt, Instant at) {
                        return LocalDate.ofInstant(observedAt, LONDON)
                                .plusDays(1)
                                .isBefore(LocalDate.ofInstant(at, LONDON));
                    }
                }),
                planted("ages are read off the clock on the wall", STALE, new SecondScorer() {
                    @Override
                    boolean isStale(Instant observedAt, Instant at) {
                        return LocalDateTime.ofInstant(observedAt, LONDON)
                                .plusHours(24)
                                .isBefore(LocalDateTime.ofInstant(at, LONDON));
                    }
                }),
                planted("the greatest age is twelve hours", FRESH, new SecondScorer() {
                    @Override
                    boolean isStale(Instant observedAt, Instant at) {
                        return super.isStale(observedAt, at.plus(Duration.ofHours(12)));
                    }
                }),
                planted("no reading is ever stale", STALE, new SecondScorer() {
                    @Override
                    boolean isStale(Instant observedAt, Instant at) {
                        return false;
                    }
                }),
                planted("a reading from after its report counts", IMPLAUSIBLE, new SecondScorer() {
                    @Override
                    boolean isFromAfter(Instant observedAt, Instant at) {
                        return false;
                    }
                }));
    }

    private static Stream<Arguments> unknown() {
        return Stream.of(
                planted("what is missing is 0", "readings that are not submitted", new SecondScorer() {
                    @Override
                    Part missing(Table table, String reason) {
                        return new Part(
                                new Points(0, 0), super.missing(table, reason).code());
                    }
                }),
                planted("what is missing is the worst", "readings that are suppressed", new SecondScorer() {
                    @Override
                    Part missing(Table table, String reason) {
                        Part part = super.missing(table, reason);
                        return new Part(
                                new Points(part.points().max(), part.points().max()), part.code());
                    }
                }),
                planted("what does not apply is 0", "ranges of points", new SecondScorer() {
                    @Override
                    Part missing(Table table, String reason) {
                        Part part = super.missing(table, reason);
                        return reason.equals("not-applicable") ? new Part(new Points(0, 0), part.code()) : part;
                    }
                }),
                planted("every way of missing is one", "readings that are suppressed", new SecondScorer() {
                    @Override
                    Part missing(Table table, String reason) {
                        return super.missing(table, "not-submitted");
                    }
                }),
                planted("what is stale is 0", STALE, new SecondScorer() {
                    @Override
                    Part stale(Table table) {
                        return new Part(new Points(0, 0), "STALE");
                    }
                }),
                planted("what is implausible is clipped", IMPLAUSIBLE, new SecondScorer() {
                    @Override
                    Part implausible(Table table, BigDecimal value) {
                        BigDecimal clipped = value.max(table.from()).min(table.upTo());
                        return scored(table, clipped, clipped);
                    }
                }),
                planted("what is stale is not asked whether it is plausible", IMPLAUSIBLE, new SecondScorer() {
                    @Override
                    Part part(Table table, JsonNode reading, Instant at) {
                        Part part = super.part(table, reading, at);
                        return reading.has("observedAt")
                                        && isStale(
                                                time(reading.get("observedAt").asString()), at)
                                ? stale(table)
                                : part;
                    }
                }),
                planted("what is implausible is 0", IMPLAUSIBLE, new SecondScorer() {
                    @Override
                    Part implausible(Table table, BigDecimal value) {
                        return new Part(new Points(0, 0), "IMPLAUSIBLE");
                    }
                }));
    }

    private static Stream<Arguments> doubts() {
        return Stream.of(
                planted("no reading is ever doubtful", DOUBTFUL, new SecondScorer() {
                    @Override
                    boolean isDoubtful(Table table, BigDecimal low, BigDecimal high) {
                        return false;
                    }
                }),
                planted("a reading on the end of what is usual is doubtful", DOUBTFUL, new SecondScorer() {
                    @Override
                    boolean isDoubtful(Table table, BigDecimal low, BigDecimal high) {
                        return high.compareTo(table.usualFrom()) <= 0 || low.compareTo(table.usualUpTo()) >= 0;
                    }
                }),
                planted("a rounded reading is doubtful unless all of it is usual", DOUBTFUL, new SecondScorer() {
                    @Override
                    boolean isDoubtful(Table table, BigDecimal low, BigDecimal high) {
                        return low.compareTo(table.usualFrom()) < 0 || high.compareTo(table.usualUpTo()) > 0;
                    }
                }));
    }

    private static Stream<Arguments> sums() {
        return Stream.of(
                planted("11 points are OPEL 2", "levels", new SecondScorer() {
                    @Override
                    int level(int points) {
                        return super.level(points == 11 ? 12 : points);
                    }
                }),
                planted("23 points are OPEL 2", "levels", new SecondScorer() {
                    @Override
                    int level(int points) {
                        return super.level(points == 23 ? 22 : points);
                    }
                }),
                planted("34 points are OPEL 3", "levels", new SecondScorer() {
                    @Override
                    int level(int points) {
                        return super.level(points == 34 ? 33 : points);
                    }
                }),
                planted("the level is made of a share that is rounded", "levels", new SecondScorer() {
                    @Override
                    int level(int points) {
                        return (int) Math.max(1, Math.round(points * 4 / 44.0));
                    }
                }),
                planted("a range of levels is told at its worst", "ranges of levels", new SecondScorer() {
                    @Override
                    String levels(int best, int worst) {
                        return super.levels(worst, worst);
                    }
                }),
                planted("a range of levels is told at its best", "ranges of levels", new SecondScorer() {
                    @Override
                    String levels(int best, int worst) {
                        return super.levels(best, best);
                    }
                }),
                planted("the last parameter is not added", "sums of points", new SecondScorer() {
                    @Override
                    Points sum(List<Points> parts) {
                        return super.sum(parts.subList(0, parts.size() - 1));
                    }
                }),
                planted("the most points are not added", "ranges of points", new SecondScorer() {
                    @Override
                    Points sum(List<Points> parts) {
                        int min = super.sum(parts).min();
                        return new Points(min, min);
                    }
                }));
    }
}
