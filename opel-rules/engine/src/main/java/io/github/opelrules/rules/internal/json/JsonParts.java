package io.github.opelrules.rules.internal.json;

import io.github.opelrules.rules.internal.format.Json;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A JSON object taken apart.
 *
 * @param values every text, number, true, false and null in it, by its path, such as {@code $.score.min}, in its order
 * @param objects the text of each object at most five levels down, by its path, such as {@code $.reports[0].readings}
 */
public record JsonParts(Map<String, String> values, Map<String, String> objects) {

    private static final int LEVELS = 5;

    public JsonParts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
    }

    /** The parts of a text; empty where it is not one JSON object. */
    public static Optional<JsonParts> of(String text) {
        try (JsonParser json = Json.parser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            JsonParts parts = new Taker(json, text).take();
            return json.nextToken() == null ? Optional.of(parts) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Goes through the tokens of an object that was just opened. */
    private static final class Taker {

        private final JsonParser json;
        private final String text;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, String> objects = new LinkedHashMap<>();
        /** The path of each object and list that is open, and of a list how many entries of it have begun. */
        private final Deque<Open> open = new ArrayDeque<>();

        private static final class Open {
            private final String path;
            private final boolean list;
            private final int start;
            private int entries;

            Open(String path, boolean list, int start) {
                this.path = path;
                this.list = list;
                this.start = start;
            }
        }

        Taker(JsonParser json, String text) {
            this.json = json;
            this.text = text;
        }

        JsonParts take() {
            open.push(new Open("$", false, 0));
            while (!open.isEmpty()) {
                JsonToken token = json.nextToken();
                switch (token) {
                    case PROPERTY_NAME -> {}
                    case START_OBJECT, START_ARRAY ->
                        open.push(new Open(path(), token == JsonToken.START_ARRAY, offset()));
                    case END_OBJECT, END_ARRAY -> {
                        Open ended = open.pop();
                        if (open.size() <= LEVELS && token == JsonToken.END_OBJECT) {
                            objects.put(ended.path, text.substring(ended.start, offset() + 1));
                        }
                    }
                    default -> values.put(path(), json.getString());
                }
            }
            return new JsonParts(values, objects);
        }

        private String path() {
            Open in = open.element();
            return in.list ? in.path + "[" + in.entries++ + "]" : in.path + "." + json.currentName();
        }

        private int offset() {
            return (int) json.currentTokenLocation().getCharOffset();
        }
    }
}
