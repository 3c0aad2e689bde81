package io.github.opelrules.rules.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sentence of the dictionary: its words, with places to be filled. {@link Condition} and {@link Consequence} add what it means. */
public sealed class Phrase permits Condition, Consequence {

    /** Where sentences stand in a rule. */
    public enum Place {
        /** It begins the conditions, and says of which unit a rule is. */
        FIRST_CONDITION("a first condition, which says of which unit the rule is"),
        /** It follows the first condition, and speaks of that unit. */
        FURTHER_CONDITION("a further condition, which speaks of the unit of the first one"),
        /** It says what follows. */
        CONSEQUENCE("a consequence"),
        /** It ends the rule. */
        CITATION("a citation, which ends the rule");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        /** The words for a sentence that stands there. */
        public String words() {
            return words;
        }
    }

    /**
     * A place that is filled.
     *
     * @param slot what it can be filled with
     * @param value what fills it
     * @param start where that begins in the sentence, from 0
     */
    public record Filled(Slot slot, String value, int start) {

        /** The name of the place, such as {@code level}. */
        public String name() {
            return slot.word();
        }

        boolean fits() {
            return slot.fits(value);
        }

        /** What is wrong with it; empty where nothing is. */
        public Optional<String> flaw() {
            return slot.flaw(value);
        }
    }

    private final Place place;
    private final Theme theme;
    private final String pattern;
    private final String example;
    private final List<Slot> slots = new ArrayList<>();

    /** What stands before, between and after the places. */
    private final List<String> literals = new ArrayList<>();

    private final String longestWord;

    Phrase(Place place, Theme theme, String pattern, String example) {
        this.place = place;
        this.theme = theme;
        this.pattern = pattern;
        this.example = example;
        int end = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', end)) {
            int close = pattern.indexOf('}', open);
            literals.add(pattern.substring(end, open));
            slots.add(Slot.named(pattern.substring(open + 1, close)));
            end = close + 1;
        }
        literals.add(pattern.substring(end));
        this.longestWord = longestWord(literals);
    }

    private static String longestWord(List<String> literals) {
        String longest = "";
        for (String literal : literals) {
            for (String word : literal.split(" ", -1)) {
                longest = word.length() > longest.length() ? word : longest;
            }
        }
        return longest;
    }

    /** Where it stands in a rule. */
    public Place place() {
        return place;
    }

    /** What it is about. */
    public Theme theme() {
        return theme;
    }

    /** The sentence with its places, such as {@code {unit} enters OPEL {level}}. */
    public String pattern() {
        return pattern;
    }

    /** One such sentence. */
    public String example() {
        return example;
    }

    /** What fills the places, whether it fits or not, where a text is otherwise this sentence; else empty. */
    public Optional<List<Filled>> match(String text) {
        int start = after(literals.get(0), text, 0);
        // Most texts begin otherwise, or lack the word that tells this sentence from others; that is seen soonest.
        if (start < 0 || !text.contains(longestWord)) {
            return Optional.empty();
        }
        List<Filled> filled = new ArrayList<>();
        return fill(text, start, filled) ? Optional.of(filled) : Optional.empty();
    }

    /** Fills the places that are left with what stands in a text from here on, each with as little as will do. */
    private boolean fill(String text, int start, List<Filled> filled) {
        int number = filled.size();
        if (number == slots.size()) {
            return start == text.length();
        }
        Slot slot = slots.get(number);
        for (int end = start + 1; end <= text.length(); end++) {
            if (slot.isOneWord() && text.charAt(end - 1) == ' ') {
                return false;
            }
            int next = after(literals.get(number + 1), text, end);
            if (next >= 0) {
                filled.add(new Filled(slot, text.substring(start, end), start));
                if (fill(text, next, filled)) {
                    return true;
                }
                filled.remove(number);
            }
        }
        return false;
    }

    /** Where a text goes on after a literal, of which each blank can be several; −1 where the literal does not stand there. */
    private static int after(String literal, String text, int start) {
        int next = start;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (next == text.length() || text.charAt(next) != c) {
                return -1;
            }
            next++;
            while (c == ' ' && next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
        }
        return next;
    }

    /**
     * What fills a sentence that is this one.
     *
     * @throws IllegalArgumentException if a place is left empty, or what fills it has a flaw
     */
    Fillings said(Map<String, String> words) {
        return new Fillings(slots, words);
    }

    /** What it stands for in a Drools rule. */
    String drl(Fillings said) {
        return "";
    }

    @Override
    public String toString() {
        return pattern;
    }
}
