package io.github.opelrules.assess;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.report.SituationReport;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The level of one provider, with its reasons.
 *
 * @param report what was scored
 * @param framework the rules it was scored by
 * @param selection why it was scored by those
 * @param contributions one for each parameter of the framework, in their order
 * @param score the points of all contributions together
 * @param scoreRule the rule that added them up
 * @param level the level of that score
 * @param levelRule the rule that gave it
 * @param assurance the lowest assurance of any value or rule that was used
 * @param notifications the local thresholds that are met, may be met, or of which that cannot be told, in the order of the
 *     table; none where they are certainly not met
 */
public record Assessment(
        SituationReport report,
        Framework framework,
        Selection selection,
        List<Contribution> contributions,
        PointsRange score,
        Rule scoreRule,
        Level level,
        Rule levelRule,
        Assurance assurance,
        List<Notification> notifications) {

    private static final Comparator<Contribution> WEIGHTIEST_FIRST = Comparator.comparingInt(
                    (Contribution contribution) -> -contribution.points().min())
            .thenComparingInt(contribution -> -contribution.points().max())
            .thenComparingInt(contribution -> contribution.parameter().number());

    /** An assessment without notifications. */
    public Assessment(
            SituationReport report,
            Framework framework,
            Selection selection,
            List<Contribution> contributions,
            PointsRange score,
            Rule scoreRule,
            Level level,
            Rule levelRule,
            Assurance assurance) {
        this(report, framework, selection, contributions, score, scoreRule, level, levelRule, assurance, List.of());
    }

    /** @throws IllegalArgumentException if the contributions are not those of the framework's parameters */
    public Assessment {
        contributions = List.copyOf(contributions);
        notifications = List.copyOf(notifications);
        List<Parameter> parameters = framework
                .table(report.providerType())
                .map(ScoringTable::parameters)
                .orElseThrow(() -> new IllegalArgumentException(
                        framework.id() + " does not score " + report.providerType() + " providers"));
        boolean complete = contributions.size() == parameters.size();
        for (int i = 0; complete && i < parameters.size(); i++) {
            complete = contributions
                    .get(i)
                    .parameter()
                    .id()
                    .equals(parameters.get(i).id());
        }
        if (!complete) {
            throw new IllegalArgumentException("An assessment under " + framework
                    + " needs one contribution for each of its parameters, in order");
        }
    }

    /** Whether the caller chose the framework; otherwise the report's time and organisation did. */
    public boolean pinned() {
        return selection instanceof Selection.Pinned;
    }

    /**
     * Whether the level is not one that counts, but one that would have been: the caller chose the framework, or it is a draft. A
     * framework that is neither applied to the organisation at the report's time.
     */
    public boolean isWhatIf() {
        return pinned() || framework.isDraft();
    }

    /** The table that the report was scored by. */
    public ScoringTable table() {
        return framework.table(report.providerType()).orElseThrow();
    }

    /** The points that could be scored in all. */
    public int available() {
        return table().available();
    }

    /** Where the table that the report was scored by departs from the national rules; empty where it does not. */
    public List<Deviation> deviations() {
        return framework.deviations(report.providerType());
    }

    /** The part of a parameter, if the framework has it. */
    public Optional<Contribution> contribution(ParameterId parameter) {
        for (Contribution contribution : contributions) {
            if (contribution.parameter().id().equals(parameter)) {
                return Optional.of(contribution);
            }
        }
        return Optional.empty();
    }

    /**
     * The contributions that certainly score points, the weightiest first.
     *
     * @param n how many at most
     * @throws IllegalArgumentException if it is below 0
     */
    public List<Contribution> topDrivers(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n is " + n + ". Expected how many at most, from 0 on.");
        }
        return contributions.stream()
                .filter(contribution -> contribution.points().min() > 0)
                .sorted(WEIGHTIEST_FIRST)
                .limit(n)
                .toList();
    }

    /** The contributions whose reading is missing or cannot be used, in the order of the parameters. */
    public List<Contribution> unknown() {
        return contributions.stream()
                .filter(contribution -> contribution.code().isUnknown())
                .toList();
    }

    /** The contributions whose reading is outside the usual values, in the order of the parameters. */
    public List<Contribution> doubtful() {
        return contributions.stream()
                .filter(contribution -> contribution.doubt() != null)
                .toList();
    }

    /** How far it is from the worst possible level to the next one up; empty at OPEL 4 and where no level is known. */
    public Optional<Margin> marginUp() {
        return Outlook.of(this).marginUp();
    }

    /** How far it is from the best possible level to the next one down; empty at OPEL 1 and where no level is known. */
    public Optional<Margin> marginDown() {
        return Outlook.of(this).marginDown();
    }

    /** For each reading with a value, the nearest changes, up and down, that would move the level by themselves. */
    public List<SingleChange> singleChanges() {
        return Outlook.of(this).singleChanges();
    }

    /** The level and its reasons as one tree. */
    public Explanation explain() {
        return new Explainer(this).explain();
    }

    /** What changed since another assessment, and whether that moved the level. */
    public AssessmentDifference differenceFrom(Assessment before) {
        return AssessmentDifference.between(Objects.requireNonNull(before, "before"), this);
    }

    /** One short line: {@code RXX, acute, at 2024-01-08T08:00:00Z: OPEL 3, 28 points, by nhse-opel-2023-24 1.0.0}. */
    @Override
    public String toString() {
        return report.organisation() + ", " + report.providerType() + ", at " + report.observedAt() + ": " + level
                + ", " + score + (score.isExact() && score.min() == 1 ? " point" : " points") + ", by " + framework;
    }
}
