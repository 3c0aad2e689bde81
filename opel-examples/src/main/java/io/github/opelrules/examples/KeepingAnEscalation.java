package io.github.opelrules.examples;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.tier.Hierarchy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a service keeps an escalation: state and events in one write, sent afterwards, each once, whatever fails in between and
 * however many instances there are.
 */
public final class KeepingAnEscalation {

    /** What a service keeps, in any database whose transactions write all of it or nothing. */
    public interface Store {

        /** The state that was written last. */
        Kept read();

        /** Writes a state and the events of its step in one transaction; writes nothing if another was written since. */
        boolean write(Kept before, String state, List<EscalationEvent> events);

        /** The events that were not marked as sent, in the order in which they were written. */
        List<EscalationEvent> unsent();

        /** Marks an event as sent. */
        void markSent(String id);
    }

    /**
     * A state as it is kept.
     *
     * @param version how many were written before it
     * @param state the state as JSON; before the first, that of {@link EscalationState#none()}
     */
    public record Kept(int version, String state) {}

    /** Who is told: a pager, a mail server, a queue. */
    public interface Receiver {

        /** Takes an event, or drops it where it has had one of that id. */
        void tell(String id, String event);
    }

    private final OpelEngine engine;
    private final Store store;
    private final Receiver receiver;
    private final InstantSource clock;

    KeepingAnEscalation(OpelEngine engine, Store store, Receiver receiver, InstantSource clock) {
        this.engine = engine;
        this.store = store;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Takes a step and keeps it. If it throws, the same inputs are given again. */
    void step(EscalationInputs inputs) {
        boolean kept = false;
        while (!kept) {
            Kept before = store.read();
            EscalationState state = OpelJson.readEscalationState(before.state());
            EscalationStep step = engine.advance(state, inputs, clock.instant());
            kept = store.write(before, OpelJson.write(step.state()), step.events());
            // If another instance was first, the step is taken again, after the one that counts.
        }
    }

    /** Sends what was kept and not sent. If it throws, it is called again. */
    void send() {
        for (EscalationEvent event : store.unsent()) {
            receiver.tell(event.id(), OpelJson.write(event));
            store.markSent(event.id());
        }
    }

    /** A store that lasts as long as the program. */
    static final class InMemory implements Store {

        private Kept kept = new Kept(0, OpelJson.write(EscalationState.none()));
        private final Map<String, EscalationEvent> unsent = new LinkedHashMap<>();

        @Override
        public synchronized Kept read() {
            return kept;
        }

        @Override
        public synchronized boolean write(Kept before, String state, List<EscalationEvent> events) {
            if (before.version() != kept.version()) {
                return false;
            }
            kept = new Kept(kept.version() + 1, state);
            events.forEach(event -> unsent.put(event.id(), event));
            return true;
        }

        @Override
        public synchronized List<EscalationEvent> unsent() {
            return List.copyOf(unsent.values());
        }

        @Override
        public synchronized void markSent(String id) {
            unsent.remove(id);
        }
    }

    /** Prints what is told in the first hours of a hard day. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        OpelEngine engine = OpelRules.bundled();
        Store store = new InMemory();
        for (Map.Entry<Instant, EscalationInputs> moment : morning(engine).entrySet()) {
            InstantSource clock = InstantSource.fixed(moment.getKey());
            KeepingAnEscalation service = new KeepingAnEscalation(engine, store, (id, event) -> out.println(id), clock);
            service.step(moment.getValue());
            service.send();
        }
    }

    /** What becomes known in a made-up system, by its time. */
    static Map<Instant, EscalationInputs> morning(OpelEngine engine) throws IOException {
        Hierarchy hierarchy = SystemFiles.hierarchy(Shipped.file("example_hierarchy.yaml"));
        Instant end = Instant.parse("2024-01-08T09:00:00Z");
        Map<Instant, List<Assessment>> arriving = Files.readAllLines(Shipped.file("a_day_in_the_scc.jsonl")).stream()
                .map(OpelJson::readReport)
                .map(engine::assess)
                .filter(assessment -> !assessment.report().observedAt().isAfter(end))
                .collect(Collectors.groupingBy(
                        assessment -> assessment.report().observedAt(), TreeMap::new, Collectors.toList()));
        List<Assessment> known = new ArrayList<>();
        Map<Instant, EscalationInputs> inputs = new TreeMap<>();
        arriving.forEach((at, assessments) -> {
            known.addAll(assessments);
            inputs.put(
                    at, EscalationInputs.of(hierarchy).withSystem(engine.aggregate(hierarchy, at, known, List.of())));
        });
        return inputs;
    }
}
