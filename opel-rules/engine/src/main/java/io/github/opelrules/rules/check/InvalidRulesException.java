package io.github.opelrules.rules.check;

import java.util.List;

/** Rule files that cannot be used, with everything that is wrong with them. */
public final class InvalidRulesException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception whose message names the findings.
     *
     * @param findings all of them, in the order of the files and their lines; at least one
     */
    public InvalidRulesException(List<Finding> findings) {
        super("rules", Problems.message("The rules have ", findings), findings);
    }
}
