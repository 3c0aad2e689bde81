package io.github.opelrules.framework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sentence of an escalation protocol.
 *
 * @param text as it was written
 * @param pattern the sentence of the dictionary that it is one of, such as {@code {unit} enters OPEL {level} or above}
 * @param slots what fills the places of the pattern, by their names, such as {@code level} → {@code 3}
 * @param line its line in the file, from 1
 */
public record Sentence(String text, String pattern, Map<String, String> slots, int line) {

    public Sentence {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    @Override
    public String toString() {
        return text;
    }
}
