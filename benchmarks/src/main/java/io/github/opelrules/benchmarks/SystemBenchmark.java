package io.github.opelrules.benchmarks;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

    private static final int REGIONS = 7;
    private static final int ICSS = 42;
    private static final int PROVIDERS = 200;

    private final OpelEngine engine = OpelRules.bundled();
    private final Hierarchy hierarchy = england();
    private final List<SituationReport> reports = Reports.varied(PROVIDERS);
    private final Instant at = reports.get(0).observedAt();
    private final List<Assessment> assessments = engine.assessAll(reports);

    private static Hierarchy england() {
        List<Unit> units = new ArrayList<>();
        units.add(unit("ENG", Tier.NATION, null, null, 1));
        for (int i = 0; i < REGIONS; i++) {
            units.add(unit("Y0" + i, Tier.REGION, null, "ENG", 10 + i));
        }
        for (int i = 0; i < ICSS; i++) {
            units.add(unit(ics(i), Tier.ICS, null, "Y0" + i % REGIONS, 100 + i * 7));
        }
        for (int i = 0; i < PROVIDERS; i++) {
            units.add(unit(Reports.code(i), Tier.PROVIDER, ProviderType.ACUTE, ics(i % ICSS), 300 + i * 11));
        }
        return new Hierarchy(Hierarchy.Weights.RELATIVE, units);
    }

    private static String ics(int i) {
        return String.format("Q%02d", i);
    }

    private static Unit unit(String code, Tier tier, @Nullable ProviderType type, @Nullable String parent, int weight) {
        DateRange always = new DateRange(LocalDate.of(2020, 1, 1), null);
        List<Membership> memberships = parent == null
                ? List.of()
                : List.of(new Membership(OdsCode.of(parent), BigDecimal.valueOf(weight), always));
        return new Unit(OdsCode.of(code), "Unit " + code, tier, type, memberships);
    }

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
