package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.PlainJavaScorer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time and memory of one full report with its reasons, in other engines, by our rules, and by hand. Each takes the
 * same 200 reports in turn, and is not timed unless it agrees with the oracle.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PeersBenchmark {

    private static final int EACH = 300;

    /** By hand, which is the oracle. */
    @Benchmark
    public PlainJavaScorer.Result plainJava(Reports reports) {
        return reports.oracle.score(reports.next());
    }

    /** By our rules, with kept answers. */
    @Benchmark
    public Assessment opelRules(Kept ours, Reports reports) {
        return ours.engine.assess(reports.next());
    }

    /** By our rules, fired every time. */
    @Benchmark
    public Assessment opelRulesFired(Fired ours, Reports reports) {
        return ours.engine.assess(reports.next());
    }

    /** By json-logic. */
    @Benchmark
    public PlainJavaScorer.Result jsonLogic(JsonLogic engine, Reports reports) {
        return engine.peer.score(reports.next());
    }

    /** By CEL. */
    @Benchmark
    public PlainJavaScorer.Result cel(Cel engine, Reports reports) {
        return engine.peer.score(reports.next());
    }

    /** By Easy Rules with MVEL. */
    @Benchmark
    public PlainJavaScorer.Result easyRules(EasyRules engine, Reports reports) {
        return engine.peer.score(reports.next());
    }

    /** By Evrete. */
    @Benchmark
    public PlainJavaScorer.Result evrete(Evrete engine, Reports reports) {
        return engine.peer.score(reports.next());
    }

    /** By KIE DMN. */
    @Benchmark
    public PlainJavaScorer.Result kieDmn(KieDmn engine, Reports reports) {
        return engine.peer.score(reports.next());
    }

    /** The reports, in turn. */
    @State(Scope.Benchmark)
    public static class Reports {

        private final PlainJavaScorer oracle = new PlainJavaScorer();
        private final List<SituationReport> reports = Agreement.full(200);
        private int next;

        SituationReport next() {
            next = next + 1 == reports.size() ? 0 : next + 1;
            return reports.get(next);
        }
    }

    /** Our engine, which is checked as its peers are and timed without their conversion of results. */
    public abstract static class Ours {

        final OpelEngine engine;

        Ours(OpelEngine engine) {
            this.engine = engine;
        }

        /** Refuses to run unless ours agrees with the oracle. */
        @Setup
        public void check() {
            Agreement.check(new OpelRulesPeer(engine), EACH);
        }
    }

    /** Ours as it is by default. */
    @State(Scope.Benchmark)
    public static class Kept extends Ours {

        /** Loads the rules. */
        public Kept() {
            super(OpelRules.bundled());
        }
    }

    /** Ours without kept answers. */
    @State(Scope.Benchmark)
    public static class Fired extends Ours {

        /** Loads the rules. */
        public Fired() {
            super(OpelRules.builder().bundled().fireEveryTime().build());
        }
    }

    /** A peer, made for the one benchmark that times it. */
    public abstract static class Checked {

        final Peer peer;

        Checked(Function<Table, Peer> peer) {
            this.peer = peer.apply(Table.bundled());
        }

        /** Refuses to run unless the peer agrees with the oracle. */
        @Setup
        public void check() {
            Agreement.check(peer, EACH);
        }
    }

    /** json-logic. */
    @State(Scope.Benchmark)
    public static class JsonLogic extends Checked {

        /** Makes its rules. */
        public JsonLogic() {
            super(JsonLogicPeer::new);
        }
    }

    /** CEL. */
    @State(Scope.Benchmark)
    public static class Cel extends Checked {

        /** Makes its rules. */
        public Cel() {
            super(CelPeer::new);
        }
    }

    /** Easy Rules. */
    @State(Scope.Benchmark)
    public static class EasyRules extends Checked {

        /** Makes its rules. */
        public EasyRules() {
            super(EasyRulesPeer::new);
        }
    }

    /** Evrete. */
    @State(Scope.Benchmark)
    public static class Evrete extends Checked {

        /** Makes its rules. */
        public Evrete() {
            super(EvretePeer::new);
        }
    }

    /** KIE DMN. */
    @State(Scope.Benchmark)
    public static class KieDmn extends Checked {

        /** Makes its rules. */
        public KieDmn() {
            super(KieDmnPeer::new);
        }
    }
}
