package io.github.opelrules.rules.internal.table;

import io.github.opelrules.rules.internal.format.Ledger;

/** How sure the cuts, their sides and the points of one parameter's bands are. */
public record BandGrades(Grades cuts, Grades sides, Grades points) {

    /**
     * Enters the values that were asked for and are graded.
     *
     * @param subject whose bands they are
     */
    void enterInto(Ledger ledger, String subject) {
        cuts.enterInto(ledger, subject + ": cut ");
        sides.enterInto(ledger, subject + ": side of ");
        points.enterInto(ledger, subject + ": ");
    }

    /** Reports the values that were asked for and are not graded, and those that are graded and were not asked for. */
    void reportMisfits() {
        cuts.reportMisfits();
        sides.reportMisfits();
        points.reportMisfits();
    }
}
