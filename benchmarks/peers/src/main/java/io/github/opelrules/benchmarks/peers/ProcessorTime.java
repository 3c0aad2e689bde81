package io.github.opelrules.benchmarks.peers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of the whole process for one operation, garbage collection and compilation included. It holds where the
 * time on the clock does not, because the machine does other work meanwhile.
 */
public final class ProcessorTime implements InternalProfiler {

    private static final double NANOS_IN_A_MICROSECOND = 1000;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private long before;

    @Override
    public String getDescription() {
        return "Processor time for one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = system.getProcessCpuTime();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double used = (system.getProcessCpuTime() - before) / NANOS_IN_A_MICROSECOND;
        long operations = result.getMetadata().getMeasuredOps();
        return List.of(new ScalarResult("processor", used / operations, "us/op", AggregationPolicy.AVG));
    }
}
