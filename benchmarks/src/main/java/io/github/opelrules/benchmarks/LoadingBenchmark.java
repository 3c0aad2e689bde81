package io.github.opelrules.benchmarks;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The time to load and check the rule files that this library ships: in a process that runs, and as its first act. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadingBenchmark {

    /** A new engine over the bundled frameworks, all files read and checked anew. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    @Fork(2)
    public OpelEngine load() {
        return OpelRules.bundled();
    }

    /** The same files read and checked by a process that has read none before. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(15)
    public Framework firstLoad() {
        return FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));
    }
}
