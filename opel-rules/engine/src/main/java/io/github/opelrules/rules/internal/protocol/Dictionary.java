package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.Sentence;
import io.github.opelrules.internal.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sentence that a text is, or is nearest to, among all that protocols can say. */
public final class Dictionary {

    /** What it takes to fill a place, in words to be changed: more than nothing, so that words as they are go before. */
    private static final double FILLED = 0.6;

    /** The same for each further word of a place that takes several. */
    private static final double FILLED_FURTHER = 0.2;

    private static final int MOST_WORDS = 40;

    private final List<Phrase> phrases;
    private final Map<Phrase.Place, List<Phrase>> byPlace = new EnumMap<>(Phrase.Place.class);
    private final Map<String, Phrase> byPattern = new HashMap<>();

    private Dictionary(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
        for (Phrase phrase : phrases) {
            byPattern.put(phrase.pattern(), phrase);
        }
        for (Phrase.Place place : Phrase.Place.values()) {
            List<Phrase> there = new ArrayList<>();
            for (Phrase phrase : phrases) {
                if (phrase.place() == place) {
                    there.add(phrase);
                }
            }
            byPlace.put(place, there);
        }
    }

    /** The dictionary of this library. */
    public static Dictionary shared() {
        return Shared.DICTIONARY;
    }

    /** A text that is one of the phrases, but for what may be wrong with what fills it. */
    public record Match(Phrase phrase, List<Phrase.Filled> filled) {

        private boolean isBetterThan(Match other) {
            int flaws = flaws();
            int otherFlaws = other.flaws();
            return flaws == otherFlaws ? filledLength() < other.filledLength() : flaws < otherFlaws;
        }

        private int flaws() {
            int flaws = 0;
            for (Phrase.Filled slot : filled) {
                flaws += slot.fits() ? 0 : 1;
            }
            return flaws;
        }

        private int filledLength() {
            int length = 0;
            for (Phrase.Filled slot : filled) {
                length += slot.value().length();
            }
            return length;
        }
    }

    /** All phrases, in the order of the dictionary. */
    public List<Phrase> phrases() {
        return phrases;
    }

    /** The phrases that can stand in a place. */
    public List<Phrase> phrases(Phrase.Place place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /**
     * The phrase that a text is: one of those that can stand in a place, where what fills it fits, or else any. Of several it is
     * the one that what fills it fits best, and of those the one that leaves the least to be filled.
     */
    public Optional<Match> match(String text, Phrase.Place place) {
        Optional<Match> there = best(text, phrases(place));
        return there.isPresent() && there.get().flaws() == 0 ? there : best(text, phrases);
    }

    private static Optional<Match> best(String text, List<Phrase> phrases) {
        Match best = null;
        for (Phrase phrase : phrases) {
            Optional<List<Phrase.Filled>> filled = phrase.match(text);
            if (filled.isPresent()) {
                Match match = new Match(phrase, filled.get());
                best = best == null || match.isBetterThan(best) ? match : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The phrases of a place in the order of how many words would have to change in a text to make it one of them. */
    public List<Phrase> nearest(String text, Phrase.Place place) {
        List<String> words = words(text);
        Map<Phrase, Double> distances = new LinkedHashMap<>();
        for (Phrase phrase : phrases(place)) {
            distances.put(phrase, distance(words, words(phrase.pattern())));
        }
        return distances.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Its first words; more than the longest sentence has tell nothing of which it is meant to be. */
    private static List<String> words(String text) {
        return Stream.of(text.strip().split("[ \",]+")).limit(MOST_WORDS).toList();
    }

    /** How many words have to be added, taken away or exchanged; a misspelt one counts half, and so about does filling a place. */
    private static double distance(List<String> words, List<String> pattern) {
        double[] before = new double[words.size() + 1];
        for (int i = 0; i <= words.size(); i++) {
            before[i] = i;
        }
        for (String expected : pattern) {
            boolean place = expected.startsWith("{");
            boolean several = place
                    && !Slot.named(expected.substring(1, expected.indexOf('}'))).isOneWord();
            double[] row = new double[words.size() + 1];
            row[0] = before[0] + 1;
            for (int i = 1; i <= words.size(); i++) {
                double exchanged = before[i - 1] + (place ? FILLED : difference(words.get(i - 1), expected));
                double added = row[i - 1] + (several ? FILLED_FURTHER : 1);
                row[i] = Math.min(exchanged, Math.min(added, before[i] + 1));
            }
            before = row;
        }
        return before[words.size()];
    }

    private static double difference(String word, String expected) {
        if (word.equals(expected)) {
            return 0;
        }
        return expected.length() > 3 && Words.nearest(word, List.of(expected)).isPresent() ? 0.5 : 1;
    }

    /**
     * The phrase of a kind that a sentence is.
     *
     * @throws IllegalArgumentException if it is none
     */
    <P extends Phrase> P phrase(Sentence sentence, Class<P> kind) {
        Phrase phrase = byPattern.get(sentence.pattern());
        if (!kind.isInstance(phrase)) {
            throw new IllegalArgumentException("There is no sentence \"" + sentence.pattern() + "\"");
        }
        return kind.cast(phrase);
    }

    /** Made at its first use, once, whichever thread comes first. */
    private static final class Shared {

        private static final Dictionary DICTIONARY = new Dictionary(Sentences.ALL);
    }
}
