package io.github.opelrules.benchmarks;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.DrawScorer;
import io.github.opelrules.assess.LevelCounts;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.PlainJavaScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The time and memory of one assessment with its reasons: by the rules one by one, by the rules in a batch, by the rules fired every
 * time, from JSON to JSON, and by hand-written plain Java, which gives the same points with the same list of reasons; and of the
 * levels of draws, without reasons.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ScoringBenchmark {

    private static final int VARIED = 20_000;
    private static final int DRAWS = 10_000;

    private final OpelEngine engine = OpelRules.bundled();
    private final PlainJavaScorer plainJava = new PlainJavaScorer();
    private final SituationReport full = Reports.full();
    private final SituationReport threeMissing = Reports.threeMissing();
    private final List<SituationReport> hundred = Reports.hundred();
    private final String json = OpelJson.write(full);
    private final OpelEngine firing =
            OpelRules.builder().bundled().fireEveryTime().build();
    private final List<SituationReport> varied = Reports.varied(VARIED);
    private final DrawScorer scorer = engine.draws(full.organisation(), full.providerType(), full.observedAt());
    private final double[][] columns = Reports.columns(DRAWS);
    private final int[] fewest = new int[DRAWS];
    private final int[] most = new int[DRAWS];
    private final byte[] best = new byte[DRAWS];
    private final byte[] worst = new byte[DRAWS];

    /** One full report, by the rules. */
    @Benchmark
    public Assessment rulesFull() {
        return engine.assess(full);
    }

    /** One full report, by hand. */
    @Benchmark
    public PlainJavaScorer.Result plainJavaFull() {
        return plainJava.score(full);
    }

    /** One report with three readings missing, by the rules. */
    @Benchmark
    public Assessment rulesThreeMissing() {
        return engine.assess(threeMissing);
    }

    /** One report with three readings missing, by hand. */
    @Benchmark
    public PlainJavaScorer.Result plainJavaThreeMissing() {
        return plainJava.score(threeMissing);
    }

    /** One of a hundred reports in one batch, by the rules. */
    @Benchmark
    @OperationsPerInvocation(100)
    public List<Assessment> rulesBatch() {
        return engine.assessAll(hundred);
    }

    /** One of a hundred reports, by hand. */
    @Benchmark
    @OperationsPerInvocation(100)
    public List<PlainJavaScorer.Result> plainJavaBatch() {
        List<PlainJavaScorer.Result> results = new ArrayList<>(hundred.size());
        for (SituationReport report : hundred) {
            results.add(plainJava.score(report));
        }
        return results;
    }

    /** One full report from JSON text to the assessment's JSON text, explanation included. */
    @Benchmark
    public String rulesJsonToJson() {
        return OpelJson.write(engine.assess(OpelJson.readReport(json)));
    }

    /** The whole explanation of one full report, in words. */
    @Benchmark
    public String rulesExplained() {
        return engine.assess(full).explain().toText();
    }

    /** One full report, by the rules, fired every time. */
    @Benchmark
    public Assessment rulesFullFired() {
        return firing.assess(full);
    }

    /** One of 20,000 reports that all differ, by the rules. */
    @Benchmark
    @OperationsPerInvocation(VARIED)
    public void rulesVaried(Blackhole hole) {
        for (SituationReport report : varied) {
            hole.consume(engine.assess(report));
        }
    }

    /** One of 20,000 reports that all differ, by hand. */
    @Benchmark
    @OperationsPerInvocation(VARIED)
    public void plainJavaVaried(Blackhole hole) {
        for (SituationReport report : varied) {
            hole.consume(plainJava.score(report));
        }
    }

    /** The score and level of one draw of 10,000, by the rules. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public LevelCounts levelsOfDraws() {
        return scorer.score(columns, DRAWS, fewest, most, best, worst);
    }
}
