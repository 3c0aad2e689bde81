package io.github.opelrules.benchmarks;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The levels of a system of the size of England: 200 providers in 42 ICSs and 7 regions, assessed beforehand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class SystemBenchmark {

    private final OpelEngine engine = OpelRules.bundled();
    private final Hierarchy hierarchy = Systems.england();
    private final List<SituationReport> reports = Reports.varied(Systems.PROVIDERS);
    private final Instant at = reports.get(0).observedAt();
    private final List<Assessment> assessments = engine.assessAll(reports);

    /** All levels, from the providers' to the nation's. */
    @Benchmark
    public SystemAssessment aggregated() {
        return engine.aggregate(hierarchy, at, assessments, List.of());
    }

    /** The same, as JSON text with a sentence for each unit. */
    @Benchmark
    public String aggregatedToJson() {
        return OpelJson.write(engine.aggregate(hierarchy, at, assessments, List.of()));
    }
}
