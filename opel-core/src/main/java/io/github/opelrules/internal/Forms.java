package io.github.opelrules.internal;

/** The forms of ids and numbers that files and reports share. */
public final class Forms {

    /** The most characters of a number. */
    public static final int LONGEST_NUMBER = 30;

    private static final int LONGEST_ID = 80;

    private Forms() {}

    /** Whether a text is lower-case words and numbers joined by hyphens, in at most 80 characters. */
    public static boolean isId(String text) {
        char before = '-';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inWord = (c >= 'a' && c <= 'z') || isDigit(c);
            if (!inWord && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-' && text.length() <= LONGEST_ID;
    }

    /**
     * Whether a text is digits, with a minus in front and a point and more digits behind where need be, in at most 30
     * characters, so that a number can be made of it.
     */
    public static boolean isPlainNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
        return text.length() <= LONGEST_NUMBER
                && !leadingZero
                && start < end
                && isDigits(text.substring(start, end))
                && (point < 0 || isDigits(text.substring(point + 1)));
    }

    /** Whether a text is one of the digits 0 to 9, or several. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
