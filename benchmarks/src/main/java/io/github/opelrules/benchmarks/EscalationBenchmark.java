package io.github.opelrules.benchmarks;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.tier.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/**
 * Steps of an escalation under a protocol of 60 rules. Each step brings new reports of every provider, assessed and made into
 * levels beforehand, a quarter of an hour after the last one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class EscalationBenchmark {

    private static final int RULES = 60;
    private static final List<String> UNITS =
            List.of("a provider", "an acute provider", "the ICS", "the region", "the nation");
    private static final List<String> CONDITIONS = List.of(
            "%s enters OPEL %d or above",
            "%s is at OPEL %d or above", "%s has been at OPEL %d or above for 2 hours", "%s falls below OPEL %d");

    private final OpelEngine engine = sixtyRules();
    private final Step ics = new Step(engine, Systems.oneIcs(20), 20);
    private final Step nation = new Step(engine, Systems.england(), Systems.PROVIDERS);

    /** A state, and what comes a quarter of an hour later. */
    private record Step(OpelEngine engine, EscalationState state, EscalationInputs inputs, Instant now) {

        Step(OpelEngine engine, Hierarchy hierarchy, int providers) {
            this(engine, hierarchy, Reports.varied(providers));
        }

        private Step(OpelEngine engine, Hierarchy hierarchy, List<SituationReport> reports) {
            this(
                    engine,
                    begun(engine, hierarchy, reports),
                    inputs(engine, hierarchy, later(engine, reports)),
                    reports.get(0).observedAt().plus(QUARTER));
        }

        private static final Duration QUARTER = Duration.ofMinutes(15);

        private static EscalationState begun(OpelEngine engine, Hierarchy hierarchy, List<SituationReport> reports) {
            List<Assessment> assessments = engine.assessAll(reports);
            return engine.advance(
                            EscalationState.none(),
                            inputs(engine, hierarchy, assessments),
                            reports.get(0).observedAt())
                    .state();
        }

        /** The same reports a quarter of an hour later, each from the next provider, so that most levels move. */
        private static List<Assessment> later(OpelEngine engine, List<SituationReport> reports) {
            List<SituationReport> later = new ArrayList<>();
            for (int i = 0; i < reports.size(); i++) {
                SituationReport now = reports.get(i);
                SituationReport next = reports.get((i + 1) % reports.size());
                later.add(new SituationReport(
                        now.organisation(), now.providerType(), now.observedAt().plus(QUARTER), next.readings()));
            }
            return engine.assessAll(later);
        }

        private static EscalationInputs inputs(OpelEngine engine, Hierarchy hierarchy, List<Assessment> assessments) {
            Instant at = assessments.get(0).report().observedAt();
            return EscalationInputs.of(hierarchy).withSystem(engine.aggregate(hierarchy, at, assessments, List.of()));
        }

        EscalationStep take() {
            return engine.advance(state, inputs, now);
        }
    }

    private static OpelEngine sixtyRules() {
        try {
            Path folder = Files.createTempDirectory("opel").resolve("nhse-opel-2023-24");
            Files.createDirectories(folder.resolve("protocol"));
            for (String file : List.of("framework.yaml", "acute.yaml")) {
                Files.writeString(folder.resolve(file), shipped(file));
            }
            Files.writeString(folder.resolve("protocol").resolve("sixty.dslr"), protocol());
            return OpelRules.builder().folder(folder).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shipped(String file) throws IOException {
        String resource = "frameworks/nhse-opel-2023-24/" + file;
        try (InputStream in = Objects.requireNonNull(OpelRules.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String protocol() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RULES; i++) {
            String unit = UNITS.get(i % UNITS.size());
            String condition = CONDITIONS.get(i / UNITS.size() % CONDITIONS.size());
            int level = 2 + i / (UNITS.size() * CONDITIONS.size());
            text.append(String.format("""
                    rule "B-%02d Rule %d"
                    when
                        %s
                    then
                        the SCC duty manager must "do number %d" within 30 minutes
                        citing "benchmark", "rule %d", which is assumed
                    end

                    """, i, i, String.format(condition, unit, level), i, i));
        }
        return text.toString();
    }

    /** One ICS of 20 providers. */
    @Benchmark
    public EscalationStep ics() {
        return ics.take();
    }

    /** England: 200 providers in 42 ICSs and 7 regions. */
    @Benchmark
    public EscalationStep nation() {
        return nation.take();
    }

    /** The first step under a protocol that was edited: reading and checking 60 rules and making them ready, in a process that runs. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public EscalationStep edited() {
        OpelEngine edited = sixtyRules();
        return edited.advance(ics.state(), ics.inputs(), ics.now());
    }
}
