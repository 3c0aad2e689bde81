package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Notification;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.report.SituationReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One threshold of a local overlay beside the reading that it is about, and what the rules find out about the two. */
public final class Watch extends Observation {

    private final Threshold threshold;
    private final Quantity quantity;
    private @Nullable ReasonCode code;
    private @Nullable String rule;

    Watch(Threshold threshold, Quantity quantity, SituationReport report) {
        super(quantity, report.reading(quantity.id()), report.observedAt());
        this.threshold = threshold;
        this.quantity = quantity;
    }

    /** Whether every value that the reading may have meets the threshold. */
    public boolean isMetThroughout() {
        return threshold.isMetThroughout(stretch());
    }

    /** Whether at least one value that the reading may have meets the threshold. */
    public boolean isPerhapsMet() {
        return threshold.mayBeMet(stretch());
    }

    /** Writes down that there is something to tell, and why. */
    public void tell(ReasonCode because, String by) {
        code = because;
        rule = by;
    }

    /** What there is to tell; empty where the threshold is certainly not met. */
    Optional<Notification> notification(ScoringRules rules) {
        return code == null || rule == null
                ? Optional.empty()
                : Optional.of(new Notification(threshold, quantity, reading(), code, rules.rule(rule)));
    }
}
