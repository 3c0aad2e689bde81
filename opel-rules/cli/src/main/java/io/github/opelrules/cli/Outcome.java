package io.github.opelrules.cli;

/** What a run came to, the harmless before the grave. */
enum Outcome {
    /** All is done. */
    DONE(0),
    /** At least one level is undetermined, because a rule is not known; or a record cannot be verified. */
    UNDETERMINED(3),
    /** At least one report could not be scored, or a check failed. */
    FINDINGS(1),
    /** The command was used wrongly, or its input could not be read. */
    UNUSABLE(2);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /** The graver of the two. */
    Outcome gravest(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
