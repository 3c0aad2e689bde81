package io.github.opelrules.rules.replay;

import io.github.opelrules.framework.Parameter;
import io.github.opelrules.report.SituationReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is counted of the reports that stand at one place before and at one place after. */
final class TransitionTally {

    private final SituationReport first;
    private final Map<String, Transition.Driver> drivers = new TreeMap<>();
    private long reports;
    private long byCuts;

    TransitionTally(SituationReport first) {
        this.first = first;
    }

    void count() {
        reports++;
    }

    void drivenBy(List<Parameter> parameters) {
        byCuts += parameters.isEmpty() ? 1 : 0;
        for (Parameter parameter : parameters) {
            String id = parameter.id().value();
            drivers.merge(
                    id,
                    new Transition.Driver(id, parameter.label(), 1),
                    (sum, one) -> new Transition.Driver(id, sum.label(), sum.reports() + 1));
        }
    }

    Transition result(Standing before, Standing after) {
        List<Transition.Driver> most = drivers.values().stream()
                .sorted(Comparator.comparingLong((Transition.Driver driver) -> -driver.reports()))
                .toList();
        return new Transition(before, after, reports, first.organisation(), first.observedAt(), most, byCuts);
    }
}
