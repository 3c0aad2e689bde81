package io.github.opelrules.rules;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.DrawScorer;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine whose rule files can be read again while it scores.
 *
 * <p>Nothing happens by itself: {@link #reload()} is called by the host, when a file has changed or somebody asks for it.
 * Between two reloads it is an {@link OpelEngine} like any other. Each call is answered by the frameworks that were in force
 * when it began, and by no others; the digest in an assessment's framework says by which. Thread-safe. A process can hold as
 * many as it likes.
 */
public final class ReloadableEngine implements OpelEngine {

    private static final Logger LOG = LoggerFactory.getLogger(OpelRules.class);

    private final RuleSources sources;
    private final boolean drafts;
    private final boolean keep;
    private final List<ReloadListener> listeners;
    private volatile DroolsEngine current;

    ReloadableEngine(RuleSources sources, boolean drafts, boolean keep, List<ReloadListener> listeners) {
        this.sources = sources;
        this.drafts = drafts;
        this.keep = keep;
        this.listeners = List.copyOf(listeners);
        this.current = load();
    }

    /**
     * Reads and checks all rule files again, tries their cases if there are any, and then puts them in force, all at once. If
     * anything is wrong with them or a case does not hold, nothing changes. Each {@link ReloadListener} is told of either.
     *
     * @return the frameworks that are in force now
     * @throws InvalidRulesException if anything in them is wrong or a case does not hold, listing all of it
     * @throws InvalidInputException if only the file of adoptions is wrong, listing all of it
     */
    public synchronized FrameworkSet reload() {
        // One at a time, so that what was read last is what is in force.
        DroolsEngine next;
        try {
            next = load();
        } catch (RuntimeException e) {
            tell(listener -> listener.failed(e, current.frameworks()));
            throw e;
        }
        current = next;
        tell(listener -> listener.reloaded(next.frameworks()));
        return next.frameworks();
    }

    private void tell(Consumer<ReloadListener> what) {
        for (ReloadListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("A listener could not be told of a reload, which is over all the same", e);
            }
        }
    }

    private DroolsEngine load() {
        return DroolsEngine.over(sources.loadAndTry(), drafts, keep);
    }

    /** The engine as it is now, which no reload changes: for several calls that have to be answered by the same rules. */
    public OpelEngine current() {
        return current;
    }

    @Override
    public FrameworkSet frameworks() {
        return current.frameworks();
    }

    /** {@inheritDoc} It keeps the rules that are in force now: pin again after a reload. */
    @Override
    public OpelEngine pinnedTo(FrameworkId framework) {
        return current.pinnedTo(framework);
    }

    @Override
    public List<ReportProblem> check(SituationReport report) {
        return current.check(report);
    }

    @Override
    public Assessment assess(SituationReport report) {
        return current.assess(report);
    }

    @Override
    public Assessment assess(SituationReport.Builder report) {
        return current.assess(report);
    }

    @Override
    public SystemAssessment aggregate(
            Hierarchy hierarchy, Instant at, Collection<Assessment> assessments, Collection<Declaration> declarations) {
        return current.aggregate(hierarchy, at, assessments, declarations);
    }

    @Override
    public EscalationStep advance(EscalationState state, EscalationInputs inputs, Instant now) {
        return current.advance(state, inputs, now);
    }

    @Override
    public List<Assessment> assessAll(Collection<SituationReport> reports) {
        return current.assessAll(reports);
    }

    @Override
    public DrawScorer draws(OdsCode organisation, ProviderType providerType, Instant at) {
        return current.draws(organisation, providerType, at);
    }
}
