package io.github.opelrules.rules.internal.load;

/** What hostile files call: it leaves a mark that a test can see. */
public final class Marker {

    static final String PROPERTY = "opel.hostile.ran";

    private Marker() {}

    /** Leaves the mark. */
    public static boolean ran() {
        System.setProperty(PROPERTY, "true");
        return true;
    }
}
