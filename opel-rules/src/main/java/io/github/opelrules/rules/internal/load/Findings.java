package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Flaw;
import io.github.opelrules.rules.check.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Findings {

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    /** @param file the file, as findings name it */
    Findings(String file) {
        this.file = file;
    }

    void add(FormCode code, Place place, String message) {
        add(code.id(), place, message);
    }

    void add(Flaw.Code code, Place place, String message) {
        add(code.id(), place, message);
    }

    private void add(String code, Place place, String message) {
        findings.add(new Finding(code, Finding.Severity.ERROR, file, place.line(), place.column(), message));
    }

    int size() {
        return findings.size();
    }

    /** All of them, in the order of the file. */
    List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return sorted;
    }
}
