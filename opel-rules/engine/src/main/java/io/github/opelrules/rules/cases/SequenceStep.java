package io.github.opelrules.rules.cases;

import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One step of a {@link SequenceCase}: what becomes known, and what must come out.
 *
 * @param at its time
 * @param reports what providers report
 * @param declared the levels that are declared
 * @param notices critical incidents and the like
 * @param acknowledged the ids of rules whose open actions are acknowledged by those who have them
 * @param done the ids of rules whose open actions are done
 * @param aidAskedFor providers for which their ICS asks for mutual aid
 * @param expected what must happen, among other things
 * @param inForce the level that a unit must be at after it
 * @param never the ids of rules that must not fire, and {@linkplain ExpectedEvent.Kind#key() kinds of events} that must not
 *     happen; null where none of them may
 */
public record SequenceStep(
        Instant at,
        List<SituationReport> reports,
        List<Declaration> declared,
        List<Notice> notices,
        List<String> acknowledged,
        List<String> done,
        Set<OdsCode> aidAskedFor,
        List<ExpectedEvent> expected,
        Map<OdsCode, OpelLevel> inForce,
        @Nullable Set<String> never) {

    public SequenceStep {
        reports = List.copyOf(reports);
        declared = List.copyOf(declared);
        notices = List.copyOf(notices);
        acknowledged = List.copyOf(acknowledged);
        done = List.copyOf(done);
        aidAskedFor = Collections.unmodifiableSet(new TreeSet<>(aidAskedFor));
        expected = List.copyOf(expected);
        inForce = Collections.unmodifiableMap(new TreeMap<>(inForce));
        never = never == null ? null : Collections.unmodifiableSet(new TreeSet<>(never));
    }

    /** Whether it says of this rule in particular that it must not fire. */
    public boolean holdsBack(String rule) {
        return never != null && never.contains(rule);
    }

    /** What of it did not come out, each as a sentence without its full stop; empty where all did. */
    List<String> differencesFrom(List<Outcome> outcomes, Map<OdsCode, Optional<OpelLevel>> levelsInForce) {
        List<String> differences = new ArrayList<>();
        List<Outcome> open = new ArrayList<>(outcomes);
        for (ExpectedEvent one : expected) {
            Optional<Outcome> found = open.stream().filter(one::matches).findFirst();
            found.ifPresentOrElse(open::remove, () -> differences.add(missing(one, outcomes)));
        }
        for (Outcome outcome : outcomes) {
            if (mustNotBe(outcome)) {
                differences.add(
                        at + ": " + outcome.kind().key() + ": expected never, found " + ExpectedEvent.of(outcome));
            }
        }
        inForce.forEach((unit, level) -> {
            Optional<OpelLevel> found = levelsInForce.getOrDefault(unit, Optional.empty());
            if (!found.equals(Optional.of(level))) {
                differences.add(at + ": level in force of " + unit + ": expected " + level + ", found "
                        + found.map(OpelLevel::toString).orElse("none"));
            }
        });
        return differences;
    }

    private String missing(ExpectedEvent expected, List<Outcome> outcomes) {
        List<ExpectedEvent> ofKind = outcomes.stream()
                .filter(outcome -> outcome.kind() == expected.kind())
                .map(ExpectedEvent::of)
                .toList();
        List<ExpectedEvent> ofRule = ofKind.stream()
                .filter(event -> Objects.equals(event.rule(), expected.rule()))
                .toList();
        List<String> found = (ofRule.isEmpty() ? ofKind : ofRule)
                .stream().map(ExpectedEvent::toString).toList();
        return at + ": " + expected.kind().key() + ": expected " + expected + ", found "
                + (found.isEmpty() ? "nothing" : String.join("; ", found));
    }

    private boolean mustNotBe(Outcome outcome) {
        return never == null
                || never.contains(outcome.kind().key())
                || (outcome.firedBy() != null && never.contains(outcome.firedBy()));
    }
}
