package io.github.opelrules.testkit.diff;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.testkit.diff.Choices.Choice;
import io.github.opelrules.testkit.diff.Reachable.Totals;
import io.github.opelrules.testkit.diff.Reachable.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for reports whose level differs between two tables. Points add up parameter by parameter, so every pair of totals
 * that any report reaches can be listed, and nothing is sampled.
 */
final class ImpactSearch {

    private static final OdsCode MADE_UP = OdsCode.of("XXX99");

    private final ScoringTable before;
    private final ScoringTable after;
    private final Instant observedAt;
    private final List<List<Choice>> choices = new ArrayList<>();
    private final TreeSet<LevelImpact.Move> moves =
            new TreeSet<>(Comparator.comparing(LevelImpact.Move::before).thenComparing(LevelImpact.Move::after));
    private @Nullable Way worst;
    private int worstMove;

    private ImpactSearch(
            Framework from, Framework to, ScoringTable before, ScoringTable after, List<ParameterDiff> parameters) {
        this.before = before;
        this.after = after;
        this.observedAt = noonIn(from.inForce(), to.inForce());
        parameters.forEach(parameter -> choices.add(Choices.of(parameter, observedAt)));
    }

    /**
     * What the search comes to.
     *
     * @param parameters every parameter of either table, changed or not
     */
    static LevelImpact search(
            Framework from, Framework to, ScoringTable before, ScoringTable after, List<ParameterDiff> parameters) {
        return new ImpactSearch(from, to, before, after, parameters).search();
    }

    private LevelImpact search() {
        boolean knownBefore = before.parameters().stream().noneMatch(Parameter::isOpen);
        boolean knownAfter = after.parameters().stream().noneMatch(Parameter::isOpen);
        if (!knownBefore && !knownAfter) {
            return new LevelImpact(LevelImpact.Extent.UNDETERMINED, List.of(), Optional.empty());
        }
        if (!knownBefore || !knownAfter) {
            Way any = Reachable.from(choices, PointsRange::max).values().stream()
                    .min(Comparator.comparingInt(Way::cost))
                    .orElseThrow();
            return new LevelImpact(
                    LevelImpact.Extent.ALL_REPORTS, List.of(), Optional.of(example(any, knownBefore, knownAfter)));
        }
        look(Reachable.from(Reachable.complete(choices), PointsRange::min));
        List<LevelImpact.Move> ofCompleteReports = List.copyOf(moves);
        look(Reachable.from(choices, PointsRange::min));
        look(Reachable.from(choices, PointsRange::max));
        LevelImpact.Extent extent = !ofCompleteReports.isEmpty()
                ? LevelImpact.Extent.COMPLETE_REPORTS
                : worst != null ? LevelImpact.Extent.UNCERTAIN_REPORTS : LevelImpact.Extent.NONE;
        return new LevelImpact(
                extent, ofCompleteReports, Optional.ofNullable(worst).map(way -> example(way, true, true)));
    }

    private void look(Map<Totals, Way> reached) {
        reached.forEach((totals, way) -> {
            OpelLevel was = before.levelOf(totals.before());
            OpelLevel is = after.levelOf(totals.after());
            int move = Math.abs(is.number() - was.number());
            if (move > 0) {
                moves.add(new LevelImpact.Move(was, is));
            }
            if (move > worstMove || (worst != null && move == worstMove && way.cost() < worst.cost())) {
                worst = way;
                worstMove = move;
            }
        });
    }

    private ReportExample example(Way way, boolean knownBefore, boolean knownAfter) {
        SituationReport.Builder report =
                SituationReport.of(MADE_UP, after.providerType()).observedAt(observedAt);
        List<ReportExample.Part> parts = new ArrayList<>();
        for (Choice choice : way.choices()) {
            if (choice.reading() != null) {
                report.reading(choice.diff().parameter().id().value(), choice.reading());
            }
            parts.add(choice.part());
        }
        ReportExample unlevelled = new ReportExample(
                report.build(), parts, new Level.Exact(OpelLevel.OPEL_1), new Level.Exact(OpelLevel.OPEL_1));
        return new ReportExample(
                unlevelled.report(),
                parts,
                level(before, unlevelled.scoreBefore(), knownBefore),
                level(after, unlevelled.scoreAfter(), knownAfter));
    }

    private static Level level(ScoringTable table, PointsRange score, boolean known) {
        return known
                ? Level.between(table.levelOf(score.min()), table.levelOf(score.max()))
                : new Level.Undetermined(table.parameters().stream()
                        .filter(Parameter::isOpen)
                        .map(parameter -> "The bands of " + parameter.label() + " are announced but not known yet")
                        .toList());
    }

    /** Noon of the first day on which both frameworks are in force, or else of the first day of the one after. */
    private static Instant noonIn(DateRange before, DateRange after) {
        LocalDate day = after.startInclusive();
        if (before.overlaps(after) && before.startInclusive().isAfter(day)) {
            day = before.startInclusive();
        }
        return day.atTime(LocalTime.NOON).atZone(LondonTime.ZONE).toInstant();
    }
}
