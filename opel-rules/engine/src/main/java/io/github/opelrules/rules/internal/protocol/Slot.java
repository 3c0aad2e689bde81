package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Role;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a place in a sentence can be filled with. What fills it becomes a value, once, and is an argument from then on. What has
 * no flaw can also be printed in a rule, inside quotes or, where it is a number, outside of them: it cannot end them, and is no
 * code.
 */
public enum Slot {
    /** A kind of unit, in the singular. */
    UNIT(false, "a kind of unit", UnitKind.singulars()),
    /** A kind of unit, in the plural. */
    UNITS(false, "a kind of units", UnitKind.plurals()),
    /** What units belong to. */
    WHOLE(false, "what units belong to", UnitKind.wholes()),
    /** An OPEL level. */
    LEVEL(true, "an OPEL level. Expected 1, 2, 3 or 4."),
    /** How many units. */
    COUNT(
            true,
            "a number of units. Expected a whole number from 2 to 999; of one unit, say such as \"an acute provider in the ICS"
                    + " is at OPEL 4\"."),
    /** A length of time, in words. */
    TIME(false, "a time"),
    /** The title of a {@link Role}. */
    ROLE(false, "a role", words(Role.values())),
    /** The id of a parameter. */
    PARAMETER(true, "an id of a parameter: expected lower-case words joined by hyphens, such as \"ga-bed-occupancy\"."),
    /** A plain number. */
    NUMBER(true, "a plain number. Expected digits, with a point where there are decimals, and no unit, such as 45."),
    /** A kind of notice. */
    NOTICE(false, "a kind of notice", notices()),
    /** The id of a rule. */
    RULE(true, "an id of a rule. Expected capitals and digits joined by hyphens, such as \"ICS-3-01\"."),
    /** What to do, or what to know. */
    TEXT(false, "a text"),
    /** The title of a document. */
    DOCUMENT(false, "a title"),
    /** A place in a document. */
    PLACE(false, "a place"),
    /** How sure a rule is that nobody read in the document. */
    ASSURANCE(true, "a grade", words(new Object[] {Assurance.CORROBORATED, Assurance.UNVERIFIED, Assurance.ASSUMED})),
    /** The name of the person who read it. */
    READER(false, "a name"),
    /** The day on which that was. */
    DAY(true, "a day. Expected year, month and day as YYYY-MM-DD, such as 2024-11-01.");

    private static final int LONGEST_TEXT = 300;
    private static final String PUNCTUATION = " .,;:!?'’()/%&+-–£\"";
    private static final Pattern NUMBER_OF_UNITS = Pattern.compile("[2-9]|[1-9][0-9]{1,2}");
    private static final Pattern RULE_ID = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final boolean oneWord;
    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // List.of and toList
    private final List<String> known;

    /**
     * @param oneWord whether it is one word
     * @param what what it has to be, and where nothing lists that, what was expected
     */
    Slot(boolean oneWord, String what) {
        this(oneWord, what, List.of());
    }

    Slot(boolean oneWord, String what, List<String> known) {
        this.oneWord = oneWord;
        this.what = what;
        this.known = known;
    }

    /** The kinds of notice that a host can give. */
    public static List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (Notice.Kind kind : Notice.Kind.values()) {
            notices.add(kind.title());
        }
        return notices;
    }

    private static List<String> words(Object[] values) {
        List<String> words = new ArrayList<>();
        for (Object value : values) {
            words.add(value.toString());
        }
        return words;
    }

    /** Its name as patterns write it: {@code level}. */
    String word() {
        return word;
    }

    /** The slot of this name, as patterns write it: {@code level}. */
    public static Slot named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether a value can stand there. */
    boolean fits(String value) {
        return switch (this) {
            case LEVEL -> value.length() == 1 && "1234".contains(value);
            case COUNT -> NUMBER_OF_UNITS.matcher(value).matches();
            case TIME -> SpokenTime.flaw(value).isEmpty();
            case PARAMETER -> ParameterId.isId(value);
            case NUMBER -> Forms.isPlainNumber(value);
            case RULE -> isRuleId(value);
            case TEXT, DOCUMENT, PLACE, READER -> notPlain(value).isEmpty();
            case DAY -> isDay(value);
            case UNIT, UNITS, WHOLE, ROLE, NOTICE, ASSURANCE -> known.contains(value);
        };
    }

    /** What words without a flaw mean. */
    public Object value(String words) {
        return switch (this) {
            case UNIT, UNITS, WHOLE -> UnitKind.of(words).orElseThrow();
            case LEVEL -> OpelLevel.ofNumber(Integer.parseInt(words)).orElseThrow();
            case COUNT -> Integer.valueOf(words);
            case TIME -> SpokenTime.parse(words);
            case ROLE -> Role.ofTitle(words).orElseThrow();
            case PARAMETER -> ParameterId.of(words);
            case NUMBER -> new BigDecimal(words);
            case NOTICE -> Notice.Kind.ofTitle(words).orElseThrow();
            case ASSURANCE -> Assurance.ofId(words).orElseThrow();
            case DAY -> LocalDate.parse(words);
            case RULE, TEXT, DOCUMENT, PLACE, READER -> words;
        };
    }

    /** What fills a place as Drools rules write it: the same value, as Java writes it. */
    static String drl(Object value) {
        if (value instanceof Notice.Kind kind) {
            return "Notice.Kind." + kind.name();
        } else if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        } else if (value instanceof Duration time) {
            return "Duration.parse(\"" + time + "\")";
        } else if (value instanceof ParameterId parameter) {
            return "ParameterId.of(\"" + parameter + "\")";
        } else if (value instanceof BigDecimal number) {
            return "new BigDecimal(\"" + number.toPlainString() + "\")";
        }
        return value instanceof Integer ? value.toString() : "\"" + value + "\"";
    }

    /** What is wrong with a value, and what was expected; empty where nothing is. */
    public Optional<String> flaw(String value) {
        return fits(value) ? Optional.empty() : Optional.of(flawOf(value));
    }

    private String flawOf(String value) {
        return switch (this) {
            case TIME -> SpokenTime.flaw(value).orElseThrow();
            case TEXT, DOCUMENT, PLACE, READER -> notPlain(value).orElseThrow();
            case ASSURANCE ->
                value.equals(Assurance.PUBLISHED.id())
                        ? "\"published\" does not say who read it, and when. Write such as: which \"A. Name\" read on 2024-11-01;"
                                + " or, until somebody has, a grade such as unverified."
                        : notKnown(value);
            default -> notKnown(value);
        };
    }

    private String notKnown(String value) {
        return Words.quoted(value) + " is not " + what
                + (known.isEmpty()
                        ? ""
                        : "." + Words.didYouMean(value, known) + " Known: " + String.join(", ", known) + ".");
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether it is one word, so that it ends at the next blank. */
    boolean isOneWord() {
        return oneWord;
    }

    /** Whether a text is of the form of a rule's id. */
    public static boolean isRuleId(String text) {
        return text.length() <= 40 && RULE_ID.matcher(text).matches();
    }

    /**
     * Where in a line the first character is that no protocol needs, so that it may be code or a disguise: anything but Latin
     * letters, digits, blanks and plain punctuation; −1 where there is none.
     */
    public static int firstForeign(String line) {
        int i = 0;
        while (i < line.length()) {
            int c = line.codePointAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && PUNCTUATION.indexOf(c) < 0 && !isLatinLetter(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }

    private static boolean isLatinLetter(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    /** What is wrong with a text that stands in quotes; empty where nothing is. */
    public static Optional<String> notPlain(String value) {
        if (value.isBlank() || !value.equals(value.strip())) {
            return Optional.of("A text stands in its quotes without blanks around it, and is not empty.");
        }
        if (value.length() > LONGEST_TEXT) {
            return Optional.of(
                    "A text of " + value.length() + " characters stands here. Expected at most " + LONGEST_TEXT + ".");
        }
        return value.indexOf('"') >= 0 || firstForeign(value) >= 0
                ? Optional.of(Words.quoted(value) + " has quotes or other signs within. Expected plain words: letters,"
                        + " digits and plain punctuation.")
                : Optional.empty();
    }
}
