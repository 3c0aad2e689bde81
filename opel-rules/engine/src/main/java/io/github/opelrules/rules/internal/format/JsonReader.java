package io.github.opelrules.rules.internal.format;

import io.github.opelrules.internal.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Reads one JSON value. A text in it is taken as it is, to the last character. */
public final class JsonReader {

    /** How much of what is no JSON a finding shows. */
    private static final int EXCERPT = 20;

    private final String text;
    private final Findings findings;
    private final JsonParser json;

    private JsonReader(String text, Findings findings, JsonParser json) {
        this.text = text;
        this.findings = findings;
        this.json = json;
    }

    /** The content of a text, or null where it is not one JSON value, and then the findings say why. */
    public static @Nullable Node read(String text, Findings findings) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser json = Json.parser(withoutMark)) {
            return new JsonReader(withoutMark, findings, json).document();
        }
    }

    private @Nullable Node document() {
        try {
            JsonToken first = json.nextToken();
            if (first == null) {
                findings.add(FormCode.FILE_EMPTY, Place.START, "There is nothing here. Expected one JSON object.");
                return null;
            }
            Node root = node(first);
            if (json.nextToken() == null) {
                return root;
            }
            refuse(json.currentTokenLocation(), "more follows here behind the end. Keep one object alone.");
        } catch (StreamConstraintsException e) {
            findings.add(
                    FormCode.TOO_DEEP,
                    place(json.currentLocation()),
                    "Values are nested deeper than " + Json.MOST_LEVELS
                            + " levels here. Nothing that is read here is.");
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation() == null ? json.currentLocation() : e.getLocation();
            boolean atEnd = e instanceof UnexpectedEndOfInputException || at.getCharOffset() >= text.length();
            refuse(
                    at,
                    atEnd
                            ? "the text ends before an object, a list or a text in it is closed. Give all of it."
                            : "it cannot go on with " + excerpt((int) at.getCharOffset())
                                    + ". Keys and texts stand in double quotes, commas between entries and none after the"
                                    + " last, and there are no comments.");
        }
        return null;
    }

    private Node node(JsonToken token) {
        Place place = place(json.currentTokenLocation());
        return switch (token) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_STRING -> new Node.Scalar(place, json.getString(), Node.Scalar.Style.JSON_TEXT);
            case VALUE_NULL -> new Node.Scalar(place, "", Node.Scalar.Style.BARE);
            default -> new Node.Scalar(place, json.getString(), Node.Scalar.Style.BARE);
        };
    }

    private Node sequence(Place place) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            items.add(node(token));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Place keyPlace = place(json.currentTokenLocation());
            String key = json.currentName();
            Node.Entry entry = new Node.Entry(keyPlace, node(json.nextToken()));
            Node.Entry before = entries.putIfAbsent(key, entry);
            if (before != null) {
                findings.addDuplicateKey(key, keyPlace, before.place());
            }
        }
        return new Node.Mapping(place, entries);
    }

    private void refuse(TokenStreamLocation at, String problem) {
        findings.add(FormCode.NOT_JSON, place(at), "This is not JSON: " + problem);
    }

    private static Place place(TokenStreamLocation at) {
        return new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** The beginning of what stands there. */
    private String excerpt(int offset) {
        int start = Math.max(0, Math.min(offset, text.length()));
        return Words.quoted(text.substring(start, Math.min(text.length(), start + EXCERPT)));
    }
}
