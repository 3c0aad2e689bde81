package io.github.opelrules.testkit.worksheet;

/** Words as people and Excel type them, in one spelling. */
final class PlainWords {

    private PlainWords() {}

    /** Without blanks at its ends, and with one plain blank where there are several, or of another kind, or ends of lines. */
    static String trimmed(String text) {
        return text.replaceAll("[\\s\\u00a0\\u2000-\\u200b\\u202f\\u205f\\ufeff]+", " ")
                .strip();
    }

    /** With plain dashes, signs and quotes in place of the typographic ones. */
    static String plain(String text) {
        return trimmed(text)
                .replaceAll("[\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]", "-")
                .replaceAll("[\\u2264\\u2a7d\\u2266]", "<=")
                .replaceAll("[\\u2265\\u2a7e\\u2267]", ">=")
                .replace('\uff1c', '<')
                .replace('\uff1e', '>')
                .replaceAll("[\\u2018\\u2019\\u201b]", "'")
                .replaceAll("[\\u201c\\u201d\\u201e]", "\"")
                .replaceAll("=<", "<=")
                .replaceAll("=>", ">=");
    }
}
