package io.github.opelrules.rules.internal.format;

import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.check.GradedValue;
import java.util.ArrayList;
import java.util.List;

/** Keeps account of the graded values of one file. */
public final class Ledger {

    private final Findings findings;
    private final List<GradedValue> values = new ArrayList<>();

    public Ledger(Findings findings) {
        this.findings = findings;
    }

    public void enter(String what, Place place, Grade grade, Source source) {
        values.add(new GradedValue(
                findings.file(), place.line(), place.column(), what, grade.assurance(), source, grade.verification()));
    }

    /** In the order of their entry. */
    public List<GradedValue> values() {
        return values;
    }
}
