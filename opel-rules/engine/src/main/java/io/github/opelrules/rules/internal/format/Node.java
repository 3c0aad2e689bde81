package io.github.opelrules.rules.internal.format;

import java.util.List;
import java.util.Map;

/** A part of a YAML or JSON text that knows its place. */
public sealed interface Node {

    Place place();

    /** What messages call a node of this kind. */
    String kind();

    /**
     * A single value, as it is written.
     *
     * @param style how it is written
     */
    record Scalar(Place place, String text, Style style) implements Node {

        public static final String KIND = "a single value";

        /** How a single value is written. */
        public enum Style {
            /** Without quotes, so that it can be a number. */
            BARE,
            /** In quotes of YAML, by a person, who may have pasted it. */
            QUOTED,
            /** A text of JSON, of which each character is meant. */
            JSON_TEXT
        }

        public boolean quoted() {
            return style != Style.BARE;
        }

        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : KIND;
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {

        public static final String KIND = "a list";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Keys with values, in the order of the file. */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {

        public static final String KIND = "a mapping of keys to values";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** The place of a key, and its value. */
    record Entry(Place place, Node value) {}
}
