package io.github.opelrules.rules.internal.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One sentence of the dictionary, with places to be filled. */
public final class Phrase {

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

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)\\}");

    private final Place place;
    private final String pattern;
    private final String drl;
    private final String example;
    private final List<Slot> slots = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Pattern form;

    Phrase(Place place, String pattern, String drl, String example) {
        this.place = place;
        this.pattern = pattern;
        this.drl = drl;
        this.example = example;
        StringBuilder regex = new StringBuilder();
        Matcher slot = SLOT.matcher(pattern);
        int end = 0;
        while (slot.find()) {
            Slot filled = Slot.named(slot.group(1));
            slots.add(filled);
            regex.append(literal(pattern.substring(end, slot.start()))).append(filled.isOneWord() ? "(\\S+)" : "(.+?)");
            end = slot.end();
        }
        this.form =
                Pattern.compile(regex.append(literal(pattern.substring(end))).toString());
    }

    /** Words as they are written, with one blank or more between them. */
    private String literal(String text) {
        Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).forEach(words::add);
        return text.isEmpty() ? "" : Pattern.quote(text).replace(" ", "\\E +\\Q");
    }

    /** Where it stands in a rule. */
    public Place place() {
        return place;
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
        // Most texts lack a word of most sentences, and that is seen much sooner than that they are not of their form.
        if (!words.stream().allMatch(text::contains)) {
            return Optional.empty();
        }
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Filled> filled = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            filled.add(new Filled(slots.get(i), matcher.group(i + 1), matcher.start(i + 1)));
        }
        return Optional.of(filled);
    }

    /**
     * What it becomes in a rule.
     *
     * @param values what fills the places, all of it without a flaw
     * @throws IllegalArgumentException if a place is left empty, or what fills it has a flaw
     */
    String drl(Map<String, String> values) {
        Map<String, String> checked = new LinkedHashMap<>();
        for (Slot slot : slots) {
            String value = values.getOrDefault(slot.word(), "");
            slot.flaw(value).ifPresent(flaw -> {
                throw new IllegalArgumentException(flaw);
            });
            checked.put(slot.word(), value);
        }
        return SLOT.matcher(drl).replaceAll(slot -> Matcher.quoteReplacement(checked.get(slot.group(1))));
    }

    @Override
    public String toString() {
        return pattern;
    }
}
