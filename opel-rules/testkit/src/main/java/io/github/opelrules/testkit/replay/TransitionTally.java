package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ParameterId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is counted of the reports that stand at one place before and at one place after. */
final class TransitionTally {

    private final OdsCode organisation;
    private final Instant observedAt;
    private final Map<String, Transition.Driver> drivers = new TreeMap<>();
    private long reports;
    private long byCuts;

    /** Begins with whose the first of them is and of when. */
    TransitionTally(OdsCode organisation, Instant observedAt) {
        this.organisation = organisation;
        this.observedAt = observedAt;
    }

    void count() {
        reports++;
    }

    /** @param labels what people call parameters */
    void drivenBy(List<ParameterId> parameters, Map<ParameterId, String> labels) {
        byCuts += parameters.isEmpty() ? 1 : 0;
        for (ParameterId parameter : parameters) {
            String id = parameter.value();
            drivers.merge(
                    id,
                    new Transition.Driver(id, labels.getOrDefault(parameter, id), 1),
                    (sum, one) -> new Transition.Driver(id, sum.label(), sum.reports() + 1));
        }
    }

    Transition result(Standing before, Standing after) {
        List<Transition.Driver> most = drivers.values().stream()
                .sorted(Comparator.comparingLong((Transition.Driver driver) -> -driver.reports()))
                .toList();
        return new Transition(before, after, reports, organisation, observedAt, most, byCuts);
    }
}
