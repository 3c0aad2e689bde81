package io.github.opelrules.rules.check;

import java.util.List;

/**
 * A file or text that is not what it should be, with everything that is wrong with it: a hierarchy, staffed hours, declarations,
 * adoptions, the state of an escalation and what else is read; rules have {@linkplain InvalidRulesException one of their own}. What
 * was written by this library and not changed since is never refused.
 */
public sealed class InvalidInputException extends RuntimeException permits InvalidRulesException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final transient List<Finding> findings;

    /**
     * An exception whose message names the findings.
     *
     * @param what what it should be, such as {@code hierarchy}
     * @param findings all of them, in the order of the text; at least one
     */
    public InvalidInputException(String what, List<Finding> findings) {
        this(what, Problems.message("The " + what + " cannot be used because of ", findings), findings);
    }

    InvalidInputException(String what, String message, List<Finding> findings) {
        super(message);
        this.what = what;
        this.findings = List.copyOf(findings);
    }

    /** What it should be, such as {@code hierarchy}, {@code adoptions} or {@code escalation state}. */
    public final String what() {
        return what;
    }

    /** Everything that was found, in the order of the files and their lines. */
    public final List<Finding> findings() {
        return findings;
    }
}
