package io.github.opelrules.rules.replay;

import io.github.opelrules.assess.Assessment;
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
    private long outOfOrder;
    private @Nullable LocalDate last;
    private @Nullable LocalDate firstFlip;
    private @Nullable LocalDate lastFlip;

    void count(LocalDate day, boolean flipped, @Nullable Assessment earlier, @Nullable Assessment later) {
        reports++;
        if (flipped) {
            flips++;
            firstFlip = firstFlip == null || day.isBefore(firstFlip) ? day : firstFlip;
            lastFlip = lastFlip == null || day.isAfter(lastFlip) ? day : lastFlip;
        }
        if (last != null && day.isBefore(last)) {
            outOfOrder++;
        }
        last = day;
        before.count(day, earlier);
        after.count(day, later);
    }

    long outOfOrder() {
        return outOfOrder;
    }

    OrganisationReplay result(OdsCode organisation, ProviderType providerType) {
        return new OrganisationReplay(
                organisation, providerType, reports, flips, firstFlip, lastFlip, before.longest(), after.longest());
    }
}
