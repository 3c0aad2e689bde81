package io.github.opelrules.rules.internal.load;

import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows its place. */
sealed interface Node {

    Place place();

    /** What messages call a node of this kind. */
    String kind();

    /**
     * A single value, as it is written.
     *
     * @param quoted whether it stands in quotes
     */
    record Scalar(Place place, String text, boolean quoted) implements Node {

        static final String KIND = "a single value";

        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : KIND;
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {

        static final String KIND = "a list";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Keys with values, in the order of the file. */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {

        static final String KIND = "a mapping of keys to values";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** The place of a key, and its value. */
    record Entry(Place place, Node value) {}
}
