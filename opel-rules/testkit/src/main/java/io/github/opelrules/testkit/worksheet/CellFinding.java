package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.rules.check.Finding.Severity;

/**
 * One thing that is wrong, or looks wrong, with a worksheet.
 *
 * @param code what kind of thing, stable from release to release, such as {@code OPEL-704}
 * @param severity whether it keeps rules from being made of it
 * @param place the sheet and the cell, such as {@code Parameters!G7}; of a CSV file the cell, such as {@code G7}
 * @param message what was found, what was expected, and how to mend it
 */
public record CellFinding(String code, Severity severity, String place, String message) {

    /** Whether no rules can be made of the worksheet as it is. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code Parameters!G7: OPEL-704 …}; a warning says so before its code. */
    @Override
    public String toString() {
        return place + ": " + (isError() ? "" : "warning ") + code + " " + message;
    }
}
