package io.github.opelrules.rules.check;

import java.util.List;

/** Rule files that cannot be used, with everything that is wrong with them. */
public final class InvalidRulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * An exception whose message names the findings.
     *
     * @param findings all of them, in the order of the files and their lines; at least one
     */
    public InvalidRulesException(List<Finding> findings) {
        super(Problems.message("The rules have ", findings));
        this.findings = List.copyOf(findings);
    }

    /** Everything that was found, in the order of the files and their lines. */
    public List<Finding> findings() {
        return findings;
    }
}
