package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is counted of one organisation. */
final class OrganisationTally {

    private final RunTally before = new RunTally();
    private final RunTally after = new RunTally();
    private long reports;
    private long flips;
    private @Nullable LocalDate firstFlip;
    private @Nullable LocalDate lastFlip;

    /** Counts a report, not before any that was observed earlier. */
    void count(LocalDate day, Outcome outcome) {
        reports++;
        if (outcome.flips()) {
            flips++;
            firstFlip = firstFlip == null ? day : firstFlip;
            lastFlip = day;
        }
        before.count(day, outcome.before().level());
        after.count(day, outcome.after().level());
    }

    OrganisationReplay result(OdsCode organisation, ProviderType providerType) {
        return new OrganisationReplay(
                organisation, providerType, reports, flips, firstFlip, lastFlip, before.longest(), after.longest());
    }
}
