package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.DrawScorer;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Selection;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.escalate.Escalation;
import io.github.opelrules.rules.internal.escalate.Protocols;
import io.github.opelrules.rules.internal.tier.TierEngine;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores reports by what the rules say, which Drools is asked for once; makes levels of systems and takes steps of escalations. */
public final class DroolsEngine implements OpelEngine {

    private final FrameworkSet frameworks;
    private final boolean drafts;
    private final FrameworkSet.@Nullable Selected decided;
    private final Selections selections;
    private final IdentityHashMap<ScoringTable, Answers> answers;
    private final boolean keep;
    private final Map<OdsCode, Framework> exceptions;
    private final Protocols protocols;

    private DroolsEngine(
            FrameworkSet frameworks,
            boolean drafts,
            FrameworkSet.@Nullable Selected decided,
            IdentityHashMap<ScoringTable, Answers> answers,
            boolean keep,
            Map<OdsCode, Framework> exceptions,
            Protocols protocols) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        this.decided = decided;
        this.selections = new Selections(frameworks, drafts);
        this.answers = answers;
        this.keep = keep;
        this.exceptions = exceptions;
        this.protocols = protocols;
    }

    /**
     * An engine over some frameworks that keeps the answers of the scoring rules.
     *
     * @param drafts whether drafts among them may score
     */
    public static DroolsEngine over(FrameworkSet frameworks, boolean drafts) {
        return over(frameworks, drafts, true);
    }

    /**
     * An engine over some frameworks.
     *
     * @param drafts whether drafts among them may score
     * @param keep whether to keep the answers of the scoring rules; otherwise they fire for every report
     */
    public static DroolsEngine over(FrameworkSet frameworks, boolean drafts, boolean keep) {
        return over(frameworks, drafts, keep, ScoringRules.shared());
    }

    static DroolsEngine over(FrameworkSet frameworks, boolean drafts, boolean keep, ScoringRules rules) {
        return new DroolsEngine(
                frameworks,
                drafts,
                null,
                answers(frameworks.frameworks(), keep, rules),
                keep,
                Map.of(),
                new Protocols());
    }

    /** An engine that scores everything by one framework, whatever the time and whether it is a draft. */
    public static DroolsEngine by(Framework framework) {
        return by(framework, new Protocols());
    }

    /** The same, with protocols that are made ready elsewhere. */
    public static DroolsEngine by(Framework framework, Protocols protocols) {
        FrameworkSet alone = new FrameworkSet(List.of(framework));
        FrameworkSet.Selected pinned = new FrameworkSet.Selected(framework, Selection.PINNED);
        return new DroolsEngine(
                alone,
                true,
                pinned,
                answers(alone.frameworks(), true, ScoringRules.shared()),
                true,
                Map.of(),
                protocols);
    }

    /** An engine that scores as this one does, but for some organisations, to each of which another framework applies. */
    public DroolsEngine except(Map<OdsCode, Framework> others) {
        IdentityHashMap<ScoringTable, Answers> all = answers(others.values(), keep, ScoringRules.shared());
        all.putAll(answers);
        return new DroolsEngine(frameworks, drafts, decided, all, keep, Map.copyOf(others), protocols);
    }

    /** Loads the compiled rules and scores nothing with them, which is most of the time that a first score takes. */
    public static void prepare() {
        ScoringRules.shared().ask(List.of());
    }

    private static IdentityHashMap<ScoringTable, Answers> answers(
            Collection<Framework> frameworks, boolean keep, ScoringRules rules) {
        // By identity: a table is large, and hashing it would cost more than scoring by it.
        IdentityHashMap<ScoringTable, Answers> answers = new IdentityHashMap<>();
        frameworks.forEach(framework ->
                framework.tables().values().forEach(table -> answers.put(table, new Answers(table, rules, keep))));
        return answers;
    }

    @Override
    public FrameworkSet frameworks() {
        return frameworks;
    }

    @Override
    public OpelEngine pinnedTo(FrameworkId framework) {
        Objects.requireNonNull(framework, "framework");
        return decidedBy(new FrameworkSet.Selected(frameworks.pinned(framework, drafts), Selection.PINNED));
    }

    /** An engine that scores every report by one of these frameworks, for a reason that was found before. */
    public DroolsEngine decidedBy(FrameworkSet.Selected selected) {
        return new DroolsEngine(frameworks, drafts, selected, answers, keep, exceptions, protocols);
    }

    @Override
    public List<ReportProblem> check(SituationReport report) {
        Objects.requireNonNull(report, "report");
        try {
            return report.problemsUnder(select(report).framework());
        } catch (NoFrameworkException e) {
            return List.of(
                    new ReportProblem(ReportProblem.Code.NO_FRAMEWORK, "observedAt", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Assessment assess(SituationReport report) {
        Objects.requireNonNull(report, "report");
        FrameworkSet.Selected selected = select(report);
        return answers(report, selected).assess(report, selected);
    }

    @Override
    public Assessment assess(SituationReport.Builder report) {
        Objects.requireNonNull(report, "report");
        List<ReportProblem> problems = report.problems();
        if (!problems.isEmpty()) {
            List<ReportProblem> all =
                    frameworkFor(report).map(report::problemsUnder).orElse(problems);
            throw new InvalidReportException(report.name(), all);
        }
        return assess(report.build());
    }

    @Override
    public List<Assessment> assessAll(Collection<SituationReport> reports) {
        List<Assessment> assessments = new ArrayList<>();
        Forms.listOf(reports, "reports").forEach(report -> assessments.add(assess(report)));
        return assessments;
    }

    @Override
    public DrawScorer draws(OdsCode organisation, ProviderType providerType, Instant at) {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(providerType, "providerType");
        Framework framework =
                select(organisation, providerType, Forms.requireTime(at, "at")).framework();
        ScoringTable table = framework
                .table(providerType)
                .orElseThrow(() -> new NoFrameworkException(
                        framework.id() + " does not score " + providerType + " providers. Pin a framework that does."));
        return new Draws(framework, table.parameters(), Objects.requireNonNull(answers.get(table)));
    }

    @Override
    public SystemAssessment aggregate(
            Hierarchy hierarchy, Instant at, Collection<Assessment> assessments, Collection<Declaration> declarations) {
        Objects.requireNonNull(hierarchy, "hierarchy");
        Forms.requireTime(at, "at");
        return TierEngine.aggregate(
                unit -> frameworkOf(unit, at),
                hierarchy,
                at,
                Forms.listOf(assessments, "assessments"),
                Forms.listOf(declarations, "declarations"));
    }

    @Override
    public EscalationStep advance(EscalationState state, EscalationInputs inputs, Instant now) {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(inputs, "inputs");
        Forms.requireTime(now, "now");
        return Escalation.advance(
                this::frameworkOf,
                decided == null ? frameworks.daysOfChange() : Set.of(),
                protocols,
                this::scoringBy,
                state,
                inputs,
                now);
    }

    /** What scores by a framework, whomever it applies to: with the answers of this engine, where it is one of its own. */
    private OpelEngine scoringBy(Framework framework) {
        return answers.keySet().containsAll(framework.tables().values())
                ? new DroolsEngine(
                        frameworks,
                        drafts,
                        new FrameworkSet.Selected(framework, Selection.PINNED),
                        answers,
                        keep,
                        Map.of(),
                        protocols)
                : by(framework);
    }

    /** The framework of a unit of any tier; that of its acute table, the only one that all versions have. */
    private Framework frameworkOf(OdsCode unit, Instant at) {
        return select(unit, ProviderType.ACUTE, at).framework();
    }

    private Answers answers(SituationReport report, FrameworkSet.Selected selected) {
        ScoringTable table = selected.framework()
                .table(report.providerType())
                .orElseThrow(() -> new InvalidReportException(
                        "report of \"" + report.organisation() + "\"", report.problemsUnder(selected.framework())));
        return Objects.requireNonNull(answers.get(table));
    }

    private FrameworkSet.Selected select(SituationReport report) {
        return select(report.organisation(), report.providerType(), report.observedAt());
    }

    private FrameworkSet.Selected select(OdsCode organisation, ProviderType providerType, Instant at) {
        Framework exception = exceptions.get(organisation);
        if (exception != null) {
            return new FrameworkSet.Selected(exception, Selection.PINNED);
        }
        return decided == null ? selections.select(organisation, providerType, at) : decided;
    }

    /** The framework for a report that is not whole: none where what chooses it is missing or finds none. */
    private Optional<Framework> frameworkFor(SituationReport.Builder report) {
        if (decided != null) {
            return Optional.of(decided.framework());
        }
        try {
            return report.knownProviderType()
                    .flatMap(type -> report.knownTime()
                            .map(time -> report.knownOrganisation()
                                    .map(code -> frameworks
                                            .select(code, type, time, drafts)
                                            .framework())
                                    .orElseGet(() -> frameworks.inForce(type, time, drafts))));
        } catch (NoFrameworkException e) {
            return Optional.empty();
        }
    }

    /** How many sessions are open in all engines; none between calls. */
    public int openSessions() {
        return ScoringRules.shared().openSessions();
    }
}
