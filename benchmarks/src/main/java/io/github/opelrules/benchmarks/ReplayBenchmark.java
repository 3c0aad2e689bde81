package io.github.opelrules.benchmarks;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.testkit.replay.Replay;
import io.github.opelrules.testkit.replay.ReplayResult;
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

/** The time to score one report by two frameworks and count what differs; two assessments are in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReplayBenchmark {

    private static final int REPORTS = 1000;

    private final OpelEngine engine =
            OpelRules.builder().bundled().allowDrafts().build();
    private final OpelEngine before = engine.pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
    private final OpelEngine after = engine.pinnedTo(FrameworkId.of("nhse-opel-2024-26"));
    private final List<SituationReport> reports = Reports.varied(REPORTS);

    /** One of a thousand full reports. */
    @Benchmark
    @OperationsPerInvocation(REPORTS)
    public ReplayResult replayed() {
        return Replay.between(before, after).addAll(reports.iterator()).result();
    }
}
