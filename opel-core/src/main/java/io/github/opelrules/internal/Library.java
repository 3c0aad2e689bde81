package io.github.opelrules.internal;

/** What results say about the library that made them. */
public final class Library {

    /** The version of this library; a test holds it equal to the version of the build. */
    public static final String VERSION = "0.1.0";

    private Library() {}
}
