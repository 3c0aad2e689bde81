package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.SituationReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One report being scored: the fact that the rules fill in, line by line, then the total, then the level. */
public final class ScoreSheet {

    private final SituationReport report;
    private final Framework framework;
    private final Selection selection;
    private final ScoredTable table;
    private final List<Line> lines;
    private final List<Watch> watches;
    private @Nullable Total total;
    private @Nullable String totalRule;
    private @Nullable OpelLevel best;
    private @Nullable OpelLevel worst;
    private @Nullable String levelRule;
    private Assurance levelAssurance = Assurance.PUBLISHED;
    private final List<String> undetermined = new ArrayList<>(0);

    ScoreSheet(SituationReport report, FrameworkSet.Selected selected, ScoredTable table) {
        this.report = report;
        this.framework = selected.framework();
        this.selection = selected.selection();
        this.table = table;
        this.lines = new ArrayList<>(table.parameters().size());
        for (ScoredParameter parameter : table.parameters()) {
            lines.add(new Line(
                    this, parameter, report.reading(parameter.parameter().id())));
        }
        this.watches = table.watched().isEmpty() ? List.of() : new ArrayList<>();
        table.watched().forEach((threshold, quantity) -> watches.add(new Watch(threshold, quantity, report)));
    }

    /** Whether it is known of every parameter what it can score, so that a level can be given at all. */
    public boolean isScorable() {
        return table.unknown().isEmpty();
    }

    /** The levels that a total can make. */
    public List<ScoredLevel> getLevels() {
        return table.levels();
    }

    /** Writes the total of all lines down, and returns it as a fact. */
    public Total total(int min, int max, String by) {
        Stretch measure = new Stretch(table.measure(min), table.measure(max));
        totalRule = by;
        Total written = new Total(this, new PointsRange(min, max), measure);
        total = written;
        return written;
    }

    /** Writes down that a level is possible. */
    public void level(ScoredLevel scored, String by) {
        LevelCut cut = scored.cut();
        best = best == null || best.isWorseThan(cut.level()) ? cut.level() : best;
        worst = worst == null || cut.level().isWorseThan(worst) ? cut.level() : worst;
        if (total != null) {
            levelAssurance = levelAssurance.lowest(cut.assuranceFor(total.measure()));
        }
        levelRule = by;
    }

    /** Writes down that no level can be given, because the bands of some parameters are not known. */
    public void noLevel(String by) {
        undetermined.addAll(table.unknown());
        levelRule = by;
    }

    SituationReport report() {
        return report;
    }

    List<Line> lines() {
        return lines;
    }

    /** One for each threshold; none where the framework has no local ones. */
    List<Watch> watches() {
        return watches;
    }

    /** @throws IllegalStateException if the rules left any part of the sheet empty */
    Assessment assessment(ScoringRules rules) {
        Total total = this.total;
        if (total == null || totalRule == null || levelRule == null) {
            throw new IllegalStateException(
                    "The scoring rules gave " + report.organisation() + " no total or no level: they are incomplete");
        }
        List<Contribution> contributions = new ArrayList<>(lines.size());
        Assurance lowest = levelAssurance.lowest(table.table().total().assurance());
        for (Line line : lines) {
            contributions.add(line.contribution(rules));
            lowest = lowest.lowest(line.assurance());
        }
        return new Assessment(
                report,
                framework,
                selection,
                contributions,
                total.points(),
                rules.rule(totalRule),
                level(),
                rules.rule(levelRule),
                lowest,
                watches.stream()
                        .flatMap(watch -> watch.notification(rules).stream())
                        .toList());
    }

    private Level level() {
        return best == null || worst == null ? new Level.Undetermined(undetermined) : Level.between(best, worst);
    }
}
