package io.github.opelrules.rules.internal.format;

import io.github.opelrules.framework.Flaw;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.tier.Hierarchy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. */
public final class Findings {

    private final String file;
    private final @Nullable Inspection inspection;
    private final List<Finding> findings = new ArrayList<>();
    private int errors;

    /** @param file the file, as findings name it */
    public Findings(String file) {
        this(file, null);
    }

    /**
     * @param file the file, as findings name it
     * @param inspection the check that the file is part of, which its errors may end; null where it is read by itself
     */
    public Findings(String file, @Nullable Inspection inspection) {
        this.file = file;
        this.inspection = inspection;
    }

    public String file() {
        return file;
    }

    public void add(FormCode code, Place place, String message) {
        add(code.id(), Finding.Severity.ERROR, place, message);
    }

    public void add(Flaw.Code code, Place place, String message) {
        add(code.id(), Finding.Severity.ERROR, place, message);
    }

    public void add(Hierarchy.Flaw.Code code, Place place, String message) {
        add(code.id(), Finding.Severity.ERROR, place, message);
    }

    /** Adds that something is not an id, in the words of the type that refuses it. */
    public void addBadId(Place place, IllegalArgumentException refusal) {
        addRefusal(FormCode.BAD_ID, place, refusal);
    }

    /** Adds what is wrong with a value, in the words of the type that refuses it, which may end in a question. */
    void addRefusal(FormCode code, Place place, RuntimeException refusal) {
        String message = String.valueOf(refusal.getMessage());
        String end = message.endsWith(".") || message.endsWith("?") ? "" : ".";
        add(code, place, message + end);
    }

    /** Adds that a key stands twice. */
    public void addDuplicateKey(String key, Place place, Place first) {
        add(
                FormCode.DUPLICATE_KEY,
                place,
                Words.quoted(key) + " stands twice, first in line " + first.line() + ". Remove one of the two.");
    }

    /** Adds what looks wrong and does not keep the rules from being used. */
    public void warn(Flaw.Code code, Place place, String message) {
        add(code.id(), Finding.Severity.WARNING, place, message);
    }

    /** Adds what looks wrong and does not keep the rules from being used. */
    public void warn(FormCode code, Place place, String message) {
        add(code.id(), Finding.Severity.WARNING, place, message);
    }

    private void add(String code, Finding.Severity severity, Place place, String message) {
        findings.add(new Finding(code, severity, file, place.line(), place.column(), message));
        if (severity == Finding.Severity.ERROR) {
            errors++;
            if (inspection != null) {
                inspection.countError();
            }
        }
    }

    /** The day after which nobody can have read a value yet; what is not part of a check holds no such word. */
    public LocalDate today() {
        return inspection == null ? LocalDate.MIN : inspection.today();
    }

    /** How many errors there are so far. */
    public int errors() {
        return errors;
    }

    /** All of them in the order of the file; of more than a hundred, the first hundred and how many are left out. */
    public List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort((a, b) ->
                a.line() == b.line() ? Integer.compare(a.column(), b.column()) : Integer.compare(a.line(), b.line()));
        return listed(sorted);
    }

    /**
     * Findings as far as they help: of more than a hundred, the errors before the warnings, and a last one that counts those
     * that are left out.
     *
     * @param all in their order, in which they stay
     */
    public static List<Finding> listed(List<Finding> all) {
        if (all.size() <= Inspection.MOST) {
            return all;
        }
        int errors = Math.min(
                Inspection.MOST, (int) all.stream().filter(Findings::isError).count());
        int warnings = Inspection.MOST - errors;
        List<Finding> listed = new ArrayList<>();
        List<Finding> leftOut = new ArrayList<>();
        for (Finding finding : all) {
            boolean fits = isError(finding) ? errors-- > 0 : warnings-- > 0;
            (fits ? listed : leftOut).add(finding);
        }
        Finding next = leftOut.get(0);
        listed.add(new Finding(
                FormCode.TOO_MANY_FINDINGS.id(),
                leftOut.stream().anyMatch(Findings::isError) ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                next.file(),
                next.line(),
                next.column(),
                "From here on, " + Words.count(leftOut.size(), "more finding") + (leftOut.size() == 1 ? " is" : " are")
                        + " left out. Mend those above, then check again."));
        return listed;
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR;
    }
}
