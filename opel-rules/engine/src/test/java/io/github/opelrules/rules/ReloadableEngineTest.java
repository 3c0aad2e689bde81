package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadableEngineTest {

    private static final SituationReport REPORT = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
            .observedAt(Instant.parse("2024-01-08T08:00:00Z"))
            .reading("ga-bed-occupancy", "92")
            .build();

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheBundledFramework() throws IOException {
        EditedCopy.asItIs(folder, "framework.yaml", "acute.yaml");
    }

    /** Lets 92% of beds score 2 points, where the framework lets it score none. */
    private void tighten() throws IOException {
        edit("acute.yaml", "{ upTo: 92, points: 0 }", "{ below: 92, points: 0 }");
        edit("acute.yaml", "{ above: 92, upTo: 95,", "{ from: 92, upTo: 95,");
    }

    private void loosen() throws IOException {
        edit("acute.yaml", "{ below: 92, points: 0 }", "{ upTo: 92, points: 0 }");
        edit("acute.yaml", "{ from: 92, upTo: 95,", "{ above: 92, upTo: 95,");
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private static int occupancyPoints(OpelEngine engine) {
        return points(engine.assess(REPORT));
    }

    private static int points(Assessment assessment) {
        return assessment.contributions().get(6).points().min();
    }

    private ReloadableEngine engine() {
        return OpelRules.builder().folder(folder).buildReloadable();
    }

    @Test
    void an_edited_file_counts_after_a_reload_and_not_before() throws IOException {
        ReloadableEngine engine = engine();
        tighten();
        assertThat(occupancyPoints(engine)).isZero();

        assertThat(engine.reload()).isEqualTo(engine.frameworks());

        assertThat(occupancyPoints(engine)).isEqualTo(2);
        assertThat(points(engine.assessAll(List.of(REPORT)).get(0))).isEqualTo(2);
        assertThat(engine.check(REPORT)).isEmpty();
        assertThat(points(engine.assess(SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                        .observedAt(Instant.parse("2024-01-08T08:00:00Z"))
                        .reading("ga-bed-occupancy", "92"))))
                .isEqualTo(2);
    }

    @Test
    void what_is_wrong_is_told_and_changes_nothing() throws IOException {
        ReloadableEngine engine = engine();
        Assessment before = engine.assess(REPORT);
        edit("acute.yaml", "{ upTo: 92, points: 0 }", "{ upTo: 91, points: 0 }");

        assertThatThrownBy(engine::reload)
                .isInstanceOfSatisfying(
                        InvalidRulesException.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::code, Finding::file)
                                .containsExactly(tuple("OPEL-101", folder + "/acute.yaml")));
        assertThat(engine.assess(REPORT)).isEqualTo(before);

        Files.delete(folder.resolve("framework.yaml"));
        assertThatThrownBy(engine::reload).isInstanceOf(InvalidRulesException.class);
        assertThat(engine.assess(REPORT)).isEqualTo(before);
    }

    @Test
    void a_listener_is_told_of_each_reload_after_it_is_over() throws IOException {
        List<String> told = new ArrayList<>();
        AtomicReference<ReloadableEngine> engine = new AtomicReference<>();
        engine.set(OpelRules.builder()
                .folder(folder)
                .onReload(new ReloadListener() {
                    @Override
                    public void reloaded(FrameworkSet frameworks) {
                        assertThat(frameworks).isEqualTo(engine.get().frameworks());
                        told.add("reloaded, beds score " + occupancyPoints(engine.get()));
                    }

                    @Override
                    public void failed(RuntimeException reason, FrameworkSet frameworks) {
                        assertThat(frameworks).isEqualTo(engine.get().frameworks());
                        told.add(reason.getClass().getSimpleName() + ", beds score " + occupancyPoints(engine.get()));
                    }
                })
                .buildReloadable());
        assertThat(told).as("the first load is no reload").isEmpty();

        tighten();
        engine.get().reload();
        edit("acute.yaml", "{ below: 92, points: 0 }", "{ below: 91, points: 0 }");
        assertThatThrownBy(engine.get()::reload).isInstanceOf(InvalidRulesException.class);

        assertThat(told).containsExactly("reloaded, beds score 2", "InvalidRulesException, beds score 2");
    }

    @Test
    void a_listener_that_throws_disturbs_neither_a_reload_nor_the_next_listener() throws IOException {
        List<String> told = new ArrayList<>();
        ReloadableEngine engine = OpelRules.builder()
                .folder(folder)
                .onReload(new Told(what -> {
                    throw new IllegalStateException(what);
                }))
                .onReload(new Told(told::add))
                .buildReloadable();
        tighten();

        assertThat(engine.reload()).isEqualTo(engine.frameworks());
        assertThat(occupancyPoints(engine)).isEqualTo(2);
        Files.delete(folder.resolve("framework.yaml"));
        assertThatThrownBy(engine::reload).isInstanceOf(InvalidRulesException.class);
        assertThat(told).containsExactly("reloaded", "failed");
    }

    private record Told(Consumer<String> to) implements ReloadListener {
        @Override
        public void reloaded(FrameworkSet frameworks) {
            to.accept("reloaded");
        }

        @Override
        public void failed(RuntimeException reason, FrameworkSet frameworks) {
            to.accept("failed");
        }
    }

    @Test
    void an_edited_protocol_counts_after_a_reload_and_one_that_is_wrong_changes_nothing() throws IOException {
        EditedCopy.asItIs(folder, "protocol/provider.dslr");
        ReloadableEngine engine = engine();
        assertThat(limit(engine)).isEqualTo(Duration.ofHours(1));

        edit("protocol/provider.dslr", "NHS 111 services\" within 1 hour", "NHS 111 services\" within 20 minutes");
        assertThat(limit(engine)).isEqualTo(Duration.ofHours(1));
        engine.reload();
        assertThat(limit(engine)).isEqualTo(Duration.ofMinutes(20));

        edit("protocol/provider.dslr", "within 20 minutes", "in 20 minutes");
        assertThatThrownBy(engine::reload)
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining("OPEL-093", "protocol/provider.dslr:");
        assertThat(limit(engine)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void two_thousand_reloads_of_an_edited_protocol_leave_classes_metaspace_and_heap_as_they_were() throws IOException {
        EditedCopy.asItIs(folder, "protocol/provider.dslr");
        String protocol = Files.readString(folder.resolve("protocol/provider.dslr"));
        ReloadableEngine engine = engine();
        reload(engine, protocol, 0, 300);
        Footprint before = Footprint.now();

        reload(engine, protocol, 300, 2300);

        Footprint after = Footprint.now();
        // A class for each reload would be 2,000, and the rules of one protocol kept for each some hundred MB.
        assertThat(after.classes() - before.classes()).as("classes").isLessThan(100);
        assertThat(after.metaspace() - before.metaspace())
                .as("bytes of metaspace")
                .isLessThan(3_000_000);
        assertThat(after.heap() - before.heap()).as("bytes of heap").isLessThan(20_000_000);
    }

    /** Reloads a protocol that is another one each time, and lets its rules fire. */
    private void reload(ReloadableEngine engine, String protocol, int first, int end) throws IOException {
        for (int i = first; i < end; i++) {
            Duration limit = Duration.ofMinutes(61 + i);
            Files.writeString(
                    folder.resolve("protocol/provider.dslr"),
                    protocol.replace(
                            "NHS 111 services\" within 1 hour",
                            "NHS 111 services\" within " + limit.toMinutes() + " minutes"));
            engine.reload();
            assertThat(limit(engine)).isEqualTo(limit);
        }
    }

    /** What the virtual machine holds. */
    private record Footprint(long classes, long metaspace, long heap) {

        static Footprint now() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToLong(pool -> pool.getUsage().getUsed())
                    .sum();
            return new Footprint(
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    metaspace,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }

    /** The time that an SCC has to coordinate the response to a provider at OPEL 3. */
    private static Duration limit(OpelEngine engine) {
        Assessment assessment = engine.assess(Escalations.report(Escalations.ONE, Escalations.MONDAY, 3));
        return engine
                .advance(
                        EscalationState.none(),
                        EscalationInputs.of(Escalations.HIERARCHY).withAssessments(List.of(assessment)),
                        Escalations.MONDAY)
                .raised()
                .stream()
                .filter(action -> action.rule().equals("PRO-3-01"))
                .map(Action::within)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_problems_of_all_folders_are_told_together() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.delete(folder.resolve("acute.yaml"));

        assertThatThrownBy(
                        () -> OpelRules.builder().folder(folder).folder(other).build())
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining("The rules have 2 problems:")
                .hasMessageContaining("There is no file \"acute.yaml\" in " + folder)
                .hasMessageContaining("There is no file \"framework.yaml\" in " + other);
    }

    @Test
    void frameworks_that_do_not_go_together_are_a_problem_of_the_last() {
        assertThatThrownBy(() -> OpelRules.builder().bundled().folder(folder).buildReloadable())
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageStartingWith("The rules have 1 problem:\n  " + folder + "/framework.yaml:")
                .hasMessageEndingWith(
                        "OPEL-303 The framework in nhse-opel-2023-24 has the id nhse-opel-2023-24 too. Give"
                                + " each its own, in \"id\".");
        assertThatThrownBy(() -> OpelRules.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "No framework was added. Call bundled() for those of the library, or folder(path) for your own.");
    }

    @Test
    void a_pinned_engine_and_the_current_one_keep_the_rules_they_have() throws IOException {
        ReloadableEngine engine = engine();
        OpelEngine current = engine.current();
        OpelEngine pinned = engine.pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
        tighten();
        engine.reload();

        assertThat(occupancyPoints(current)).isZero();
        assertThat(occupancyPoints(pinned)).isZero();
        assertThat(occupancyPoints(engine.current())).isEqualTo(2);
    }

    @Test
    void several_stand_side_by_side() throws IOException {
        ReloadableEngine one = engine();
        ReloadableEngine other = engine();
        tighten();
        one.reload();

        assertThat(occupancyPoints(one)).isEqualTo(2);
        assertThat(occupancyPoints(other)).isZero();
    }

    @Test
    void drafts_stay_allowed_after_a_reload() throws IOException {
        edit("framework.yaml", "status: published", "status: draft");
        ReloadableEngine engine =
                OpelRules.builder().folder(folder).allowDrafts().buildReloadable();
        engine.reload();

        assertThat(occupancyPoints(engine)).isZero();
    }

    @Test
    void thirty_swaps_while_two_threads_score_leave_every_result_whole_and_nothing_behind() throws Exception {
        ReloadableEngine engine = engine();
        String loose = digest(engine);
        tighten();
        engine.reload();
        Map<String, Integer> pointsOf = Map.of(loose, 0, digest(engine), 2);
        long before = heapInUse();

        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger scored = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> scorers = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            scorers.add(threads.submit(() -> {
                while (!done.get()) {
                    List<Assessment> batch = engine.assessAll(List.of(REPORT, REPORT, REPORT));
                    assertThat(batch).allSatisfy(assessment -> {
                        assertThat(assessment.framework()).isSameAs(batch.get(0).framework());
                        assertThat(points(assessment))
                                .isEqualTo(pointsOf.get(assessment.framework().digest()));
                    });
                    scored.addAndGet(batch.size());
                }
            }));
        }
        try {
            for (int swap = 0; swap < 30; swap++) {
                if (swap % 2 == 0) {
                    loosen();
                } else {
                    tighten();
                }
                engine.reload();
                int soFar = scored.get();
                while (scored.get() == soFar && scorers.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
            }
        } finally {
            done.set(true);
            threads.shutdown();
        }
        for (Future<?> scorer : scorers) {
            scorer.get();
        }

        assertThat(scored.get()).isGreaterThanOrEqualTo(90);
        assertThat(((DroolsEngine) engine.current()).openSessions()).isZero();
        // A set that stayed behind at each swap, or its sessions, would be more than this.
        assertThat(heapInUse() - before).isLessThan(10L << 20);
    }

    private static String digest(OpelEngine engine) {
        return engine.frameworks().frameworks().get(0).digest();
    }

    private static long heapInUse() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
