package io.github.opelrules.rules.check;

import java.util.List;

/**
 * JSON that is not what it should be, such as the state of an escalation, with everything that is wrong with it. What was
 * written by this library and not changed since is never refused.
 */
public final class InvalidJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final transient List<Finding> findings;

    /**
     * An exception whose message names the findings.
     *
     * @param what what it should be, such as {@code escalation state}
     * @param findings all of them, in the order of the text; at least one
     */
    public InvalidJsonException(String what, List<Finding> findings) {
        super(Problems.message("This " + what + " cannot be used. It has ", findings));
        this.what = what;
        this.findings = List.copyOf(findings);
    }

    /** What it should be, such as {@code escalation state}. */
    public String what() {
        return what;
    }

    /** Everything that was found, in the order of the text. */
    public List<Finding> findings() {
        return findings;
    }
}
