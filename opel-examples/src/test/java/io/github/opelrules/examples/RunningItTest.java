package io.github.opelrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.examples.KeepingAnEscalation.InMemory;
import io.github.opelrules.examples.KeepingAnEscalation.Kept;
import io.github.opelrules.examples.KeepingAnEscalation.Receiver;
import io.github.opelrules.examples.KeepingAnEscalation.Store;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.ReloadableEngine;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page that says how to run it says of its code is so. */
class RunningItTest {

    private static final Path PAGE = Path.of("..", "docs", "running-it.md");
    private static final OpelEngine ENGINE = OpelRules.bundled();

    private static Map<Instant, EscalationInputs> morning = Map.of();

    /** What the receiver has when nothing fails. */
    private static Map<String, String> undisturbed = Map.of();

    @BeforeAll
    static void playWithoutAFault() throws IOException {
        morning = KeepingAnEscalation.morning(ENGINE);
        Told told = new Told();
        play(new InMemory(), told);
        undisturbed = told.events;
    }

    private static class Crash extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Who is told, and drops what it has had. */
    private static class Told implements Receiver {

        final Map<String, String> events = new LinkedHashMap<>();
        int again;

        @Override
        public void tell(String id, String event) {
            if (events.putIfAbsent(id, event) != null) {
                again++;
            }
        }
    }

    /** A service that crashes once, before or after one of the things that it does with its store or its receiver. */
    private static final class Faulty implements Store, Receiver {

        private final Store store;
        private final Receiver receiver;
        private int left;

        Faulty(Store store, Receiver receiver, int left) {
            this.store = store;
            this.receiver = receiver;
            this.left = left;
        }

        private void mayCrash() {
            if (left-- == 0) {
                throw new Crash();
            }
        }

        @Override
        public Kept read() {
            mayCrash();
            return store.read();
        }

        @Override
        public boolean write(Kept before, String state, List<EscalationEvent> events) {
            mayCrash();
            boolean written = store.write(before, state, events);
            mayCrash();
            return written;
        }

        @Override
        public List<EscalationEvent> unsent() {
            mayCrash();
            return store.unsent();
        }

        @Override
        public void markSent(String id) {
            mayCrash();
            store.markSent(id);
        }

        @Override
        public void tell(String id, String event) {
            mayCrash();
            receiver.tell(id, event);
        }

        boolean hasCrashed() {
            return left < 0;
        }
    }

    /** Plays the morning as a service does that is started again when it crashes. */
    private static void play(Store store, Receiver receiver) {
        morning.forEach((now, inputs) -> {
            KeepingAnEscalation service = new KeepingAnEscalation(ENGINE, store, receiver, InstantSource.fixed(now));
            untilItDoesNotCrash(() -> service.step(inputs));
            untilItDoesNotCrash(service::send);
        });
    }

    private static void untilItDoesNotCrash(Runnable work) {
        boolean done = false;
        while (!done) {
            try {
                work.run();
                done = true;
            } catch (Crash e) {
                // The service is started again.
                done = false;
            }
        }
    }

    @Test
    void wherever_it_crashes_each_event_counts_once_and_none_is_lost() {
        assertThat(undisturbed).hasSizeGreaterThan(10);
        int crashes = 0;
        boolean crashed = true;
        while (crashed) {
            Told told = new Told();
            Faulty faulty = new Faulty(new InMemory(), told, crashes);
            play(faulty, faulty);
            crashed = faulty.hasCrashed();
            assertThat(told.events).as("crash no. %s", crashes).isEqualTo(undisturbed);
            assertThat(told.again).as("crash no. %s", crashes).isLessThanOrEqualTo(1);
            crashes++;
        }

        assertThat(crashes).as("every place was tried").isGreaterThan(50);
    }

    @Test
    void where_another_instance_was_first_the_step_is_taken_again_after_it() {
        Told told = new Told();
        InMemory shared = new InMemory();
        Set<Instant> overtakenAt = new TreeSet<>();
        Store overtaken = new Store() {

            @Override
            public Kept read() {
                return shared.read();
            }

            @Override
            public boolean write(Kept before, String state, List<EscalationEvent> events) {
                Instant now = OpelJson.readEscalationState(state).at();
                if (overtakenAt.add(now)) {
                    new KeepingAnEscalation(ENGINE, shared, told, InstantSource.fixed(now)).step(morning.get(now));
                }
                return shared.write(before, state, events);
            }

            @Override
            public List<EscalationEvent> unsent() {
                return shared.unsent();
            }

            @Override
            public void markSent(String id) {
                shared.markSent(id);
            }
        };

        play(overtaken, told);

        assertThat(overtakenAt).isEqualTo(morning.keySet());
        assertThat(told.events).isEqualTo(undisturbed);
        assertThat(told.again).isZero();
    }

    @Test
    void one_engine_answers_both_calls_whoever_reloads_in_between() throws IOException {
        ReloadableEngine engine = OpelRules.builder().bundled().buildReloadable();
        Hierarchy hierarchy = SystemFiles.hierarchy(Shipped.file("example_hierarchy.yaml"));
        StaffedHours hours = SystemFiles.hours(Shipped.file("example_hours.yaml"));
        Instant now = Instant.parse("2024-01-08T10:00:00Z");
        EscalationState state = EscalationState.none();
        List<Assessment> assessments = List.of();
        List<Declaration> declarations = List.of();

        OpelEngine rules = engine.current(); // no reload changes it
        SystemAssessment system = rules.aggregate(hierarchy, now, assessments, declarations);
        EscalationStep step =
                rules.advance(state, EscalationInputs.of(hierarchy, hours).withSystem(system), now);

        assertThat(step.frameworks()).containsAllEntriesOf(system.frameworks());
    }

    @Test
    void every_exception_of_the_api_is_named_on_the_page() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String module : List.of("opel-core", "opel-rules/engine", "opel-rules/testkit")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> Stream.of("internal", "cli", "junit")
                                .noneMatch(part -> file.toString().contains("/" + part + "/")))
                        .map(RunningItTest::read)
                        .filter(source ->
                                Pattern.compile("(?m)^public ").matcher(source).find())
                        .forEach(source -> {
                            add(known, "public (?:final )?class (\\w+Exception)\\b", source);
                            add(known, "@throws (?:\\w+\\.)*(\\w+)", source);
                        });
            }
        }
        known.remove("RuntimeException");

        assertThat(known).contains("InvalidReportException", "TimeGoesBackwardsException", "NullPointerException");
        assertThat(known)
                .allSatisfy(name ->
                        assertThat(read(PAGE)).contains("`" + name + "`").as(name));
    }

    private static void add(Set<String> names, String pattern, String source) {
        Pattern.compile(pattern).matcher(source).results().forEach(found -> names.add(found.group(1)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
