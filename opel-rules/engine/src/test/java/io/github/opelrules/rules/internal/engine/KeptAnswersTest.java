package io.github.opelrules.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Notification;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.PlainJavaScorer;
import io.github.opelrules.rules.internal.drools.CompiledDrl;
import io.github.opelrules.rules.internal.engine.fact.ScoredParameter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An answer that is kept is the one that the rules would give again. */
class KeptAnswersTest {

    private static final int REPORTS = 100_000;
    private static final List<Edges.Table> TABLES = Edges.tables();
    private static final ScoringRules RULES = ScoringRules.shared();
    private static final Path DRL = Path.of("src/main/resources/io/github/opelrules/rules/internal/engine/scoring.drl");

    /** What the rules said of one parameter, apart from the reading. */
    private record ReportFacts(
            ReasonCode code,
            List<Band> bands,
            PointsRange points,
            Rule rule,
            Assurance assurance,
            boolean doubtful,
            List<String> notices) {}

    @Test
    void random_reports_get_equal_records_and_equal_json_whether_the_rules_fire_or_not() {
        TABLES.parallelStream().forEach(table -> {
            Answers kept = new Answers(table.table(), RULES, true);

            assertThat(scoredOtherwise(table, kept, RULES, REPORTS / TABLES.size()))
                    .as("%s", table)
                    .isEmpty();
            assertThat(kept.bytes()).as("%s", table).isPositive().isLessThan(Room.WHOLE);
        });
    }

    /** The first of so many random reports that the kept answers score, or write, otherwise than the rules fired for each. */
    private static Optional<SituationReport> scoredOtherwise(
            Edges.Table table, Answers kept, ScoringRules rules, int reports) {
        Answers fired = new Answers(table.table(), rules, false);
        Random random = new Random(7);
        return Stream.generate(() -> Edges.random(table, random))
                .limit(reports)
                .filter(report -> {
                    Assessment one = kept.assess(report, table.selected());
                    Assessment other = fired.assess(report, table.selected());
                    return !one.equals(other) || !OpelJson.write(one).equals(OpelJson.write(other));
                })
                .findFirst();
    }

    @Test
    void all_readings_of_one_key_get_one_answer() {
        for (Edges.Table table : TABLES) {
            for (Map.Entry<ParameterId, Map<Long, Set<ReportFacts>>> parameter :
                    answers(table, RULES, Ruler::of).entrySet()) {
                parameter
                        .getValue()
                        .forEach((key, answers) -> assertThat(answers)
                                .as("%s %s key %s", table, parameter.getKey(), key)
                                .hasSize(1));
                int edges = table.edges().get(parameter.getKey()).size();
                int cells = 2 * edges + 1;
                int pairs = cells * (cells + 1) / 2 - edges;
                assertThat(parameter.getValue())
                        .as("every key is asked of %s %s", table, parameter.getKey())
                        .hasSize(MissingReason.values().length + 5 * (cells + pairs));
            }
        }
    }

    @Test
    void a_rule_that_looks_at_more_than_the_key_is_caught() throws Exception {
        // It tells 15.00 from 15.
        ScoringRules planted = rules("$bands.size() == 1", "$bands.size() == 1 && $values.low().scale() < 2");
        Edges.Table table = TABLES.get(0);

        assertThat(torn(answers(table, planted, Ruler::of))).isTrue();
        assertThat(scoredOtherwise(table, new Answers(table.table(), planted, true), planted, 2000))
                .isPresent();
        assertThat(scoredOtherwiseByPlainJava(table, new Answers(table.table(), planted, true)))
                .isPresent();
    }

    @Test
    void a_key_with_one_edge_missing_is_caught() {
        Edges.Table table = TABLES.get(0);
        for (int i = 0; i < 5; i++) {
            int which = i;

            assertThat(torn(answers(table, RULES, parameter -> without(which, parameter))))
                    .as("edge %s", i)
                    .isTrue();
            Answers kept = new Answers(table.table(), RULES, true, parameter -> without(which, parameter));
            assertThat(scoredOtherwise(table, kept, RULES, 2000))
                    .as("edge %s", i)
                    .isPresent();
            // The second edge is that of usual values, of which plain Java knows nothing.
            Answers again = new Answers(table.table(), RULES, true, parameter -> without(which, parameter));
            assertThat(scoredOtherwiseByPlainJava(table, again).isPresent())
                    .as("edge %s", i)
                    .isEqualTo(i != 1);
        }
        assertThat(scoredOtherwiseByPlainJava(table, new Answers(table.table(), RULES, true)))
                .as("with no edge missing")
                .isEmpty();
    }

    /** The first of 2,000 random reports that these answers score otherwise than the scorer that shares no code with them. */
    private static Optional<SituationReport> scoredOtherwiseByPlainJava(Edges.Table table, Answers answers) {
        PlainJavaScorer plainJava = new PlainJavaScorer();
        Random random = new Random(7);
        return Stream.generate(() -> Edges.random(table, random))
                .limit(2000)
                .filter(report -> {
                    Assessment assessment = answers.assess(report, table.selected());
                    List<String> found = assessment.contributions().stream()
                            .map(part -> part.code() + " " + part.points().min() + " "
                                    + part.points().max())
                            .toList();
                    List<String> expected = plainJava.score(report).reasons().stream()
                            .map(reason -> reason.code() + " " + reason.min() + " " + reason.max())
                            .toList();
                    return !found.equals(expected);
                })
                .findFirst();
    }

    private static Ruler without(int which, ScoredParameter parameter) {
        SortedSet<BigDecimal> edges = Ruler.edges(parameter);
        if (parameter.toString().equals("ambulance-handover-mean")) {
            edges.remove(List.copyOf(edges).get(which));
        }
        return new Ruler(edges);
    }

    private static boolean torn(Map<ParameterId, Map<Long, Set<ReportFacts>>> answers) {
        return answers.values().stream().flatMap(keys -> keys.values().stream()).anyMatch(said -> said.size() > 1);
    }

    static ScoringRules rules(String right, String wrong) throws Exception {
        String drl = Files.readString(DRL);
        assertThat(drl).contains(right);
        return new ScoringRules(CompiledDrl.of(drl.replace(right, wrong)));
    }

    /** What the rules, fired each time, say of several readings of each key. */
    private static Map<ParameterId, Map<Long, Set<ReportFacts>>> answers(
            Edges.Table table, ScoringRules rules, java.util.function.Function<ScoredParameter, Ruler> rulers) {
        Answers fired = new Answers(table.table(), rules, false);
        List<Quantity> quantities = table.table().quantities().toList();
        List<List<Reading>> readings =
                quantities.stream().map(quantity -> readings(table, quantity)).toList();
        int most = readings.stream().mapToInt(List::size).max().orElseThrow();
        Map<ParameterId, Map<Long, Set<ReportFacts>>> answers = new TreeMap<>();
        List<ParameterAnswers> keys = quantities.stream()
                .map(quantity -> {
                    ScoredParameter parameter = new ScoredParameter(
                            quantity,
                            table.table().thresholds().stream()
                                    .filter(one -> one.parameter().equals(quantity.id()))
                                    .toList(),
                            null);
                    return new ParameterAnswers(parameter, rulers.apply(parameter));
                })
                .toList();
        for (int i = 0; i < most; i++) {
            SituationReport.Builder builder = Edges.report(table.table());
            for (int q = 0; q < quantities.size(); q++) {
                List<Reading> own = readings.get(q);
                builder.reading(quantities.get(q).id().value(), own.get(i % own.size()));
            }
            Assessment assessment = fired.assess(builder.build(), table.selected());
            for (int q = 0; q < quantities.size(); q++) {
                ParameterId id = quantities.get(q).id();
                long key = keys.get(q).key(assessment.report().reading(id), Edges.AT);
                answers.computeIfAbsent(id, one -> new HashMap<>())
                        .computeIfAbsent(key, one -> new HashSet<>())
                        .add(said(assessment, id));
            }
        }
        return answers;
    }

    private static ReportFacts said(Assessment assessment, ParameterId id) {
        List<String> notices = assessment.notifications().stream()
                .filter(one -> one.quantity().id().equals(id))
                .map(KeptAnswersTest::notice)
                .toList();
        return assessment
                .contribution(id)
                .map(part -> said(part, notices))
                .orElseGet(() -> new ReportFacts(
                        ReasonCode.RULE,
                        List.of(),
                        new PointsRange(0, 0),
                        new Rule("none", "none"),
                        Assurance.PUBLISHED,
                        false,
                        notices));
    }

    private static ReportFacts said(Contribution part, List<String> notices) {
        return new ReportFacts(
                part.code(), part.bands(), part.points(), part.rule(), part.assurance(), part.doubt() != null, notices);
    }

    private static String notice(Notification one) {
        return one.threshold().id() + one.code() + one.rule();
    }

    /** Several readings for each pair of cells, each age and each reason. */
    private static List<Reading> readings(Edges.Table table, Quantity quantity) {
        List<Reading> readings = new ArrayList<>();
        for (MissingReason reason : MissingReason.values()) {
            readings.add(Reading.missing(reason));
        }
        List<List<BigDecimal>> cells = cells(table.of(quantity));
        List<Instant> times = times(quantity.maxAge());
        int which = 0;
        for (int low = 0; low < cells.size(); low++) {
            for (BigDecimal value : cells.get(low)) {
                for (Instant time : times) {
                    readings.add(new Reading.Measured(value, null, time));
                }
            }
            for (int high = low; high < cells.size(); high++) {
                for (int i = 0; i < 3; i++) {
                    for (int age = 0; age < 5; age++) {
                        BigDecimal first = cells.get(low).get(i % 3);
                        BigDecimal last = cells.get(high).get((low == high ? i + 1 : i) % 3);
                        BigDecimal step = last.subtract(first).abs();
                        if (step.signum() > 0) {
                            BigDecimal middle = first.add(last).multiply(new BigDecimal("0.5"));
                            // Two times of each kind of age stand beside each other; each is taken in its turn.
                            readings.add(new Reading.Measured(middle, step, times.get(2 * age + which++ % 2)));
                        }
                    }
                }
            }
        }
        return readings;
    }

    private static List<Instant> times(Duration most) {
        Instant at = Edges.AT;
        List<Instant> times = new ArrayList<>();
        times.addAll(List.of(at.plusNanos(1), at.plus(Duration.ofDays(2))));
        times.add(null);
        times.addAll(List.of(at, at.minusNanos(1), at.minus(most).plusNanos(1)));
        times.addAll(List.of(at.minus(most), at.minus(most)));
        times.addAll(List.of(at.minus(most).minusNanos(1), at.minus(most).minus(Duration.ofDays(40))));
        return times;
    }

    private static List<List<BigDecimal>> cells(List<BigDecimal> edges) {
        BigDecimal least = BigDecimal.ONE.movePointLeft(20);
        List<List<BigDecimal>> cells = new ArrayList<>();
        BigDecimal before = edges.get(0).subtract(BigDecimal.valueOf(1000));
        for (BigDecimal edge : edges) {
            cells.add(
                    List.of(before.add(edge).multiply(new BigDecimal("0.5")), before.add(least), edge.subtract(least)));
            cells.add(List.of(edge, edge.setScale(edge.scale() + 1), edge.setScale(edge.scale() + 3)));
            before = edge;
        }
        cells.add(List.of(before.add(BigDecimal.ONE), before.add(least), before.add(BigDecimal.valueOf(1_000_000))));
        return cells;
    }

    @Test
    void the_largest_table_keeps_what_there_is_room_for_and_asks_the_rest_each_time() {
        Edges.Table table = Edges.tables(largest()).findFirst().orElseThrow();
        Answers kept = new Answers(table.table(), RULES, true);
        Answers fired = new Answers(table.table(), RULES, false);
        Random random = new Random(3);
        long before = used();
        List<SituationReport> reports = new ArrayList<>();
        for (int i = 0; kept.bytes() < Room.WHOLE - 4000; i++) {
            SituationReport report = Edges.random(table, random);
            Assessment assessment = kept.assess(report, table.selected());
            if (i % 100 == 0) {
                assertThat(assessment).isEqualTo(fired.assess(report, table.selected()));
                reports.add(report);
            }
        }

        assertThat(used() - before)
                .as("what it says that it takes is at least what it takes")
                .isLessThan(Room.WHOLE);
        for (int i = 0; i < 200; i++) {
            reports.add(Edges.random(table, random));
        }
        for (SituationReport report : reports) {
            assertThat(kept.assess(report, table.selected())).isEqualTo(fired.assess(report, table.selected()));
        }
        assertThat(kept.bytes()).isLessThanOrEqualTo(Room.WHOLE);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** 31 parameters, of which each can score all points from 0 to 100. */
    private static Framework largest() {
        Framework old = TABLES.get(0).selected().framework();
        ScoringTable acute = TABLES.get(0).table();
        Parameter sample = acute.parameters().get(0);
        List<Band> bands = new ArrayList<>();
        for (int points = 0; points <= 100; points++) {
            Edge lower = points == 0 ? null : edge(Edge.Kind.ABOVE, points);
            Edge upper = points == 100 ? null : edge(Edge.Kind.UP_TO, points + 1);
            bands.add(new Band(new Interval(lower, upper), points, Assurance.PUBLISHED, sample.source()));
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int number = 1; number <= 31; number++) {
            parameters.add(new Parameter(
                    ParameterId.of("p" + number),
                    number,
                    sample.label(),
                    sample.definition(),
                    sample.unit(),
                    sample.domain(),
                    sample.worse(),
                    sample.maxAge(),
                    sample.source(),
                    bands));
        }
        List<LevelCut> cuts = new ArrayList<>(acute.levels().cuts());
        LevelCut last = cuts.remove(3);
        cuts.add(new LevelCut(last.level(), new Interval(last.interval().lower(), null)));
        Citation citation = acute.levels().citation();
        ScoringTable table = new ScoringTable(
                acute.providerType(),
                parameters,
                acute.total(),
                new LevelTable(acute.levels().basis(), cuts, citation));
        return new Framework(
                old.id(),
                old.version(),
                old.title(),
                old.status(),
                old.inForce(),
                old.inForceAssurance(),
                old.source(),
                Map.of(acute.providerType(), table),
                old.tiers(),
                old.protocol(),
                old.digest(),
                old.knownIssues(),
                null);
    }

    private static Edge edge(Edge.Kind kind, int value) {
        return new Edge(kind, BigDecimal.valueOf(value), Assurance.PUBLISHED, Assurance.PUBLISHED);
    }
}
