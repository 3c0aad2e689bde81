package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.tier.LevelAgreement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two rules made of the same reports.
 *
 * @param before the frameworks that scored any of them before
 * @param after the frameworks that scored any of them after
 * @param reports how many reports there were, each counted by its last version, those included that nobody could read
 * @param leftAside how many earlier versions of them there were, which count for nothing else
 * @param transitions how many stand where before and where after, in the order of the levels before and then after
 * @param rescored of how many reports that both scored the points in all are others, whether or not the level is
 * @param raised how many flips are certain to be to a worse level: no level possible after was possible before
 * @param lowered how many flips are certain to be to a better level
 * @param organisations what became of each organisation, in the order of their codes
 * @param days what became of each day that has reports
 * @param leftOut the parameters that one of the two does not have
 * @param refusals why reports were not scored
 * @param declaredBefore how far the levels before agree with declared ones; null where none were given
 * @param declaredAfter how far the levels after agree with declared ones; null where none were given
 */
public record ReplayResult(
        List<Framework> before,
        List<Framework> after,
        long reports,
        long leftAside,
        List<Transition> transitions,
        long rescored,
        long raised,
        long lowered,
        List<OrganisationReplay> organisations,
        List<DayReplay> days,
        List<LeftOut> leftOut,
        List<Refusal> refusals,
        @Nullable LevelAgreement declaredBefore,
        @Nullable LevelAgreement declaredAfter) {

    public ReplayResult {
        before = List.copyOf(before);
        after = List.copyOf(after);
        transitions = List.copyOf(transitions);
        organisations = List.copyOf(organisations);
        days = List.copyOf(days);
        leftOut = List.copyOf(leftOut);
        refusals = List.copyOf(refusals);
    }

    /** How many reports both scored. */
    public long scored() {
        return sum(transitions.stream().filter(Transition::isScored).toList());
    }

    /** How many reports both scored, and differently. */
    public long flips() {
        return sum(transitions.stream().filter(Transition::isFlip).toList());
    }

    /** The first day with a flip; null where there is none. */
    public @Nullable LocalDate firstFlip() {
        return flippedDays().stream().findFirst().map(DayReplay::day).orElse(null);
    }

    /** The last day with a flip; null where there is none. */
    public @Nullable LocalDate lastFlip() {
        List<DayReplay> flipped = flippedDays();
        return flipped.isEmpty() ? null : flipped.get(flipped.size() - 1).day();
    }

    private List<DayReplay> flippedDays() {
        return days.stream().filter(day -> day.flips() > 0).toList();
    }

    private static long sum(List<Transition> transitions) {
        return transitions.stream().mapToLong(Transition::reports).sum();
    }

    /** All of it as plain text, of organisations and days the most affected. */
    public String toText() {
        return new ReplayPage(this).toText();
    }

    /** All of it as Markdown, of organisations and days the most affected. */
    public String toMarkdown() {
        return new ReplayPage(this).toMarkdown();
    }

    /** As one line of JSON in the format {@code opel.replay/1}, without a line end. Equal replays give equal text. */
    public String toJson() {
        return ReplayWriter.write(this);
    }
}
