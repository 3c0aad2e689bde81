package io.github.opelrules.testkit.diff;

/** In which of the two frameworks something stands. */
public enum Presence {
    /** In both. */
    BOTH("both"),
    /** In the one after only. */
    ADDED("added"),
    /** In the one before only. */
    DROPPED("dropped");

    private final String id;

    Presence(String id) {
        this.id = id;
    }

    /** The word that JSON uses: {@code both}, {@code added} or {@code dropped}. */
    public String id() {
        return id;
    }
}
