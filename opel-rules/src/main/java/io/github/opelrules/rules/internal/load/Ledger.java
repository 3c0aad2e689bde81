package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Source;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.GradedValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps account of the graded values of one file, and that what is called published has a source that can be looked up. */
final class Ledger {

    private final Findings findings;
    private final List<GradedValue> values = new ArrayList<>();
    private final Set<Place> reported = new HashSet<>();

    Ledger(Findings findings) {
        this.findings = findings;
    }

    void enter(String what, Place place, Grade grade, Source source) {
        values.add(new GradedValue(
                findings.file(), place.line(), place.column(), what, grade.assurance(), source, grade.verification()));
        boolean sourced = !Grade.isPlaceholder(source.document()) && !Grade.isPlaceholder(source.place());
        if (grade.assurance() == Assurance.PUBLISHED
                && grade.verification() == null
                && !sourced
                && reported.add(grade.place())) {
            findings.add(
                    FormCode.PUBLISHED_WITHOUT_SOURCE,
                    grade.place(),
                    what + " is published, which says that somebody read it, but its source is "
                            + Words.quoted(source.toString())
                            + ". Name the document and the place in it, or give a lower grade such as unverified.");
        }
    }

    /** In the order of their entry. */
    List<GradedValue> values() {
        return values;
    }
}
