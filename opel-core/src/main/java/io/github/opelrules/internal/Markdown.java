package io.github.opelrules.internal;

/** How plain text goes into Markdown. */
public final class Markdown {

    private Markdown() {}

    /** The text on one line, with nothing in it that could turn into Markdown or HTML. */
    public static String escaped(String plain) {
        return plain.replaceAll("[\\\\`*_\\[\\]<>|#~@]|&(?=#?\\w+;)", "\\\\$0").replaceAll("\\R", " ");
    }
}
