package io.github.opelrules.rules.internal.engine.fact;

/** Whether the bands of a parameter are known, and if not, whether it is known what it could score. */
public enum Bands {
    /** They are known. */
    KNOWN,
    /** They are announced, and so are the most points that the parameter can score. */
    EXPECTED,
    /** They are announced, and nothing else is known. */
    OPEN,
    /** A local parameter never scores. */
    NONE
}
