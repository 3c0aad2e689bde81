package io.github.opelrules.examples;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.Action;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Role;
import io.github.opelrules.rules.OpelJson;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.SystemFiles;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One hard winter day of a made-up system, every 15 minutes: levels rise in the early evening, a report stays away, another team
 * comes on at 15:00, the centre closes at 18:00, an action is not acknowledged, help is proposed, and the system steps down at night.
 */
public final class ADayInTheSCC {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(LondonTime.ZONE);
    private static final String LINE = "%s  %-20s %-6s %s%n";
    private static final OdsCode BRISTOL = OdsCode.of("EXB");
    private static final Instant CLOSING = Instant.parse("2024-01-08T18:00:00Z");
    private static final Instant BACK = Instant.parse("2024-01-08T20:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final PrintStream out;
    private final Map<String, Action> log = new TreeMap<>();
    private EscalationState state = EscalationState.none();
    private List<Unit> silent = List.of();

    private ADayInTheSCC(PrintStream out) {
        this.out = out;
    }

    /** Prints what happens, and what became of each action. */
    public static void main(String[] args) throws IOException {
        new ADayInTheSCC(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
    }

    private void run() throws IOException {
        OpelEngine engine = OpelRules.bundled();
        Hierarchy hierarchy = SystemFiles.hierarchy(Shipped.file("example_hierarchy.yaml"));
        StaffedHours hours = SystemFiles.hours(Shipped.file("example_hours.yaml"));
        Map<Instant, List<Assessment>> arriving = Files.readAllLines(Shipped.file("a_day_in_the_scc.jsonl")).stream()
                .map(OpelJson::readReport)
                .map(engine::assess)
                .collect(Collectors.groupingBy(
                        assessment -> assessment.report().observedAt(), TreeMap::new, Collectors.toList()));
        out.println("A hard day of a made-up system, from 06:00 on 8 January 2024");
        out.println();
        List<Assessment> known = new ArrayList<>();
        Instant last = Instant.parse("2024-01-09T06:00:00Z");
        for (Instant now = Instant.parse("2024-01-08T06:00:00Z"); !now.isAfter(last); now = now.plus(QUARTER)) {
            known.addAll(arriving.getOrDefault(now, List.of()));
            // In a day like this, what is older than an hour no longer tells how a hospital is.
            Instant anHourAgo = now.minus(Duration.ofHours(1));
            known.removeIf(assessment -> assessment.report().observedAt().isBefore(anHourAgo));
            SystemAssessment system = engine.aggregate(hierarchy, now, known, List.of());
            tellOfSilence(now, system.unit(BRISTOL).orElseThrow());
            EscalationInputs inputs =
                    EscalationInputs.of(hierarchy, hours).withSystem(system).withReplies(replies(now));
            EscalationStep step = engine.advance(state, inputs, now);
            step.events().forEach(this::print);
            state = step.state();
        }
        printLog();
    }

    private void tellOfSilence(Instant now, TierAssessment ics) {
        List<Unit> unknown = ics.unknown().stream().map(TierAssessment::unit).toList();
        for (Unit unit : unknown) {
            if (!silent.contains(unit)) {
                out.printf(
                        LINE,
                        TIME.format(now),
                        "no report",
                        unit.code(),
                        "for more than an hour, so it may have any score");
            }
        }
        silent = unknown;
    }

    /** People answer in ten minutes and are done in forty; but from 18:00 to 20:00 the director on call cannot be reached. */
    private List<ActionReply> replies(Instant now) {
        List<ActionReply> replies = new ArrayList<>();
        for (Action action : state.actions()) {
            boolean away = action.role() == Role.ICB_DIRECTOR_ON_CALL && now.isAfter(CLOSING) && now.isBefore(BACK);
            Instant given = action.handovers().isEmpty()
                    ? action.raisedAt()
                    : action.handovers().get(action.handovers().size() - 1).at();
            boolean answered = action.acknowledgedAt() != null;
            if (!away && !answered && !now.isBefore(given.plus(Duration.ofMinutes(10)))) {
                replies.add(ActionReply.acknowledged(action.id(), action.role(), now));
            }
            if (!away && !now.isBefore(given.plus(Duration.ofMinutes(40)))) {
                replies.add(ActionReply.done(action.id(), action.role(), now));
            }
        }
        return replies;
    }

    private void print(EscalationEvent event) {
        Action action = event.action();
        String text = event.text();
        if (action != null) {
            log.put(action.id(), action);
            text = action.holder() + (action.mandatory() ? ": " : ", to consider: ") + action.text();
        }
        // The facts behind it follow after a semicolon or a full stop; an alarm must fit on a line.
        String line = action != null || !event.proposals().isEmpty() ? text : text.split("[;.] ", 2)[0];
        out.printf(LINE, TIME.format(event.at()), words(event.kind()), event.unit(), line);
    }

    private void printLog() {
        out.println();
        out.println("The actions of the day");
        log.values().stream().sorted(Comparator.comparing(Action::raisedAt)).forEach(action -> {
            Action.Ending ending = action.ending();
            out.printf(
                    "%s  %-6s %-32s %-16s %s (%s)%n",
                    TIME.format(action.raisedAt()),
                    action.unit(),
                    action.holder(),
                    ending == null ? "open" : words(ending.kind()) + " at " + TIME.format(ending.at()),
                    action.text(),
                    action.citation().assurance());
        });
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
