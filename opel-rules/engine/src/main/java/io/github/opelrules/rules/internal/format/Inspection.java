package io.github.opelrules.rules.internal.format;

import io.github.opelrules.rules.check.Finding;
import java.time.LocalDate;
import java.util.List;

/** One check of rule files, which ends once it has found a hundred errors: the first mend most of the others. */
public final class Inspection {

    /** More findings than this help nobody. */
    public static final int MOST = 100;

    private final LocalDate today;
    private int errors;

    /** @param today the day on which the check is made, after which nobody can have read a value yet */
    public Inspection(LocalDate today) {
        this.today = today;
    }

    public LocalDate today() {
        return today;
    }

    /** The check has found as many errors as help; what it has not looked at yet, it does not. */
    public static final class EnoughException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("The check has found " + MOST + " errors", null, false, false);
        }
    }

    /** The finding that says that the check has ended at the last of those before. */
    public static Finding ended(List<Finding> before) {
        Finding last = before.get(before.size() - 1);
        return new Finding(
                FormCode.TOO_MANY_FINDINGS.id(),
                Finding.Severity.ERROR,
                last.file(),
                last.line(),
                last.column(),
                "With " + MOST
                        + " errors the check ends here, and what else may be wrong was not looked for. Mend those"
                        + " above, then check again.");
    }

    /**
     * Counts an error.
     *
     * @throws EnoughException if there are enough
     */
    public void countError() {
        errors++;
        if (errors >= MOST) {
            throw new EnoughException();
        }
    }
}
