package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Place;
import java.util.ArrayList;
import java.util.List;

/** Keeps account of the graded values of one file. */
final class Ledger {

    private final Findings findings;
    private final List<GradedValue> values = new ArrayList<>();

    Ledger(Findings findings) {
        this.findings = findings;
    }

    void enter(String what, Place place, Grade grade, Source source) {
        values.add(new GradedValue(
                findings.file(), place.line(), place.column(), what, grade.assurance(), source, grade.verification()));
    }

    /** In the order of their entry. */
    List<GradedValue> values() {
        return values;
    }
}
