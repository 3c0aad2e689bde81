package io.github.opelrules.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentScoringTest {

    private static final int THREADS = 4;
    private static final int EACH = 50_000;

    @Test
    void four_threads_share_one_engine_without_a_mismatch_and_leave_no_session_open() throws Exception {
        DroolsEngine engine = (DroolsEngine) OpelRules.bundled();
        List<SituationReport> reports = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            reports.add(report(i));
        }
        List<Assessment> expected = engine.assessAll(reports);

        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> mismatches = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int offset = thread * 37;
            mismatches.add(threads.submit(() -> {
                int wrong = 0;
                for (int i = 0; i < EACH; i++) {
                    int which = (i + offset) % reports.size();
                    wrong += engine.assess(reports.get(which)).equals(expected.get(which)) ? 0 : 1;
                }
                return wrong;
            }));
        }
        threads.shutdown();

        for (Future<Integer> wrong : mismatches) {
            assertThat(wrong.get()).isZero();
        }
        assertThat(engine.openSessions()).isZero();
    }

    @Test
    void six_threads_on_new_engines_get_what_the_rules_say_though_all_ask_at_once() throws Exception {
        Edges.Table table = Edges.tables().get(0);
        Random random = new Random(5);
        List<SituationReport> reports = new ArrayList<>();
        List<Assessment> expected = new ArrayList<>();
        Answers fired = new Answers(table.table(), ScoringRules.shared(), false);
        for (int i = 0; i < 500; i++) {
            reports.add(Edges.random(table, random));
            expected.add(fired.assess(reports.get(i), table.selected()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        for (int round = 0; round < 10; round++) {
            Answers fresh = new Answers(table.table(), ScoringRules.shared(), true);
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Integer>> mismatches = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                Random order = new Random(thread);
                mismatches.add(threads.submit(() -> {
                    go.await();
                    int wrong = 0;
                    for (int i = 0; i < 1000; i++) {
                        int which = order.nextInt(reports.size());
                        Assessment assessment = fresh.assess(reports.get(which), table.selected());
                        wrong += assessment.equals(expected.get(which)) ? 0 : 1;
                    }
                    return wrong;
                }));
            }
            go.countDown();
            for (Future<Integer> wrong : mismatches) {
                assertThat(wrong.get()).isZero();
            }
        }
        threads.shutdown();
    }

    private static SituationReport report(int i) {
        return SituationReport.of(OdsCode.of(String.format("R%02d", i % 100)), ProviderType.ACUTE)
                .observedAt(Instant.parse("2024-01-08T08:00:00Z"))
                .reading("ambulance-handover-mean", Integer.toString(i * 7 % 90))
                .reading("ga-bed-occupancy", Integer.toString(85 + i % 20))
                .rounded("ed-four-hour-performance", Integer.toString(50 + i % 50), "1")
                .build();
    }
}
