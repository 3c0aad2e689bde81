package io.github.opelrules.testkit.worksheet;

/** A file that cannot be read as a worksheet at all; the message says why, and what to do. */
public final class BadWorksheetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadWorksheetException(String message) {
        super(message);
    }
}
