package io.github.opelrules.rules.internal.format;

import org.jspecify.annotations.Nullable;

/**
 * What can stand in a rule file, comments included: characters that can be seen, plain blanks and plain ends of lines. With any
 * other, a file could say something else than what its readers see.
 */
public final class PlainText {

    /** The most bytes that a file can have. */
    public static final int MOST_BYTES = 1 << 20;

    /** Signs that are nothing to be seen, and that Unicode counts among letters, marks and symbols: the first and the last of each range. */
    private static final int[][] NOTHING_TO_SEE = {
        {0x034F, 0x034F}, // combining grapheme joiner
        {0x115F, 0x1160}, // fillers of Hangul
        {0x17B4, 0x17B5}, // vowels of Khmer that are not written
        {0x180B, 0x180F}, // variation selectors of Mongolian
        {0x2065, 0x2065},
        {0x2800, 0x2800}, // the blank of Braille
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F}, // variation selectors
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0xE0000, 0xE0FFF}, // tags and variation selectors
    };

    private PlainText() {}

    /** Whether a file is larger than it may be, and then the findings say so. */
    public static boolean isTooLarge(byte[] bytes, Findings findings) {
        if (bytes.length <= MOST_BYTES) {
            return false;
        }
        findings.add(
                FormCode.FILE_TOO_LARGE,
                Place.START,
                "The file is larger than 1 MiB. Split it, or remove what does not belong.");
        return true;
    }

    /** What a character does that cannot stand in a rule file, and how to mend it. */
    private enum Disguise {
        LINE_END(
                "at which some programs begin a new line and others do not, so that a rule can hide behind it. Begin a new"
                        + " line in the plain way, or take it away."),
        BLANK("which cannot be told from a blank. Type a plain blank instead, or take it away."),
        DIRECTION("which turns the direction of writing, so that a line reads as something else than it is. Take it"
                + " away."),
        NOTHING("which cannot be seen. Take it away.");

        private final String words;

        Disguise(String words) {
            this.words = words;
        }
    }

    /** Whether all of a file can stand there; the findings say which characters cannot. */
    public static boolean isPlain(String text, Findings findings) {
        boolean plain = true;
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            Disguise disguise = disguise(text, i);
            if (disguise != null) {
                plain = false;
                add(text.codePointAt(i), disguise, "stands here, ", new Place(line, column), findings);
            }
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return plain;
    }

    /**
     * Whether all of a value can stand in a file, which may be written with an escape such as {@code \u202E}; the findings say
     * which character cannot.
     *
     * @param place where the value stands
     */
    public static boolean isPlainValue(String value, Place place, Findings findings) {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            Disguise disguise = disguise(value, i);
            if (disguise != null) {
                add(value.codePointAt(i), disguise, "is written as an escape in this text, ", place, findings);
                return false;
            }
        }
        return true;
    }

    private static void add(int c, Disguise disguise, String where, Place place, Findings findings) {
        String name = Character.getName(c);
        findings.add(
                FormCode.INVISIBLE_CHARACTER,
                place,
                String.format("The character U+%04X%s ", c, name == null ? "" : " (" + name + ")")
                        + where
                        + disguise.words);
    }

    /** What is wrong with the character that stands somewhere; null where it is plain. */
    private static @Nullable Disguise disguise(String text, int index) {
        int c = text.codePointAt(index);
        if (c >= ' ' && c <= '~') {
            return null;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL -> disguiseOfControl(text, index);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Disguise.LINE_END;
            case Character.SPACE_SEPARATOR -> Disguise.BLANK;
            case Character.FORMAT -> turnsDirection(c) ? Disguise.DIRECTION : Disguise.NOTHING;
            case Character.SURROGATE -> Disguise.NOTHING;
            default -> isNothing(c) && !choosesAnEmoji(text, index) ? Disguise.NOTHING : null;
        };
    }

    private static @Nullable Disguise disguiseOfControl(String text, int index) {
        return switch (text.charAt(index)) {
            case '\n', '\t' -> null;
            case '\r' -> text.startsWith("\r\n", index) ? null : Disguise.LINE_END;
            case '\u000B', '\f', '\u0085' -> Disguise.LINE_END;
            default -> Disguise.NOTHING;
        };
    }

    private static boolean turnsDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isNothing(int c) {
        for (int[] range : NOTHING_TO_SEE) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); // Never characters at all.
    }

    /** Whether a selector says how the symbol before it is drawn, as editors write it behind an emoji. */
    private static boolean choosesAnEmoji(String text, int index) {
        char c = text.charAt(index);
        int before = index == 0 ? Character.CONTROL : Character.getType(text.codePointBefore(index));
        return (c == '\uFE0E' || c == '\uFE0F')
                && (before == Character.OTHER_SYMBOL || before == Character.MATH_SYMBOL);
    }
}
