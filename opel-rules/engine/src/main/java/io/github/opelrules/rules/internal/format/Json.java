package io.github.opelrules.rules.internal.format;

import io.github.opelrules.rules.internal.digest.Sha256;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** How JSON is read and written here, in one place. */
public final class Json {

    /** Far more than any report needs, and little enough for any stack and heap. */
    public static final int MOST_LEVELS = 20;

    // Texts, names and numbers are as long as the text they stand in, which is in memory already; a number is only ever
    // taken as text, so its length costs nothing. NaN and its kin are read so that they are listed with the other
    // faults.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /** A parser of a text. */
    public static JsonParser parser(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** One JSON object on one line, without a line end. */
    public static String object(Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return escapingLoneSurrogates(text.toString());
    }

    /** Half of a character of two UTF-16 units cannot be encoded, and would be lost where a text becomes bytes. */
    private static String escapingLoneSurrogates(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        int done = 0;
        for (int i = 0; i < json.length(); i++) {
            if (!Character.isSurrogate(json.charAt(i))) {
                continue;
            }
            if (i + 1 < json.length() && Character.isSurrogatePair(json.charAt(i), json.charAt(i + 1))) {
                i++;
            } else {
                escaped.append(json, done, i).append(String.format("\\u%04X", (int) json.charAt(i)));
                done = i + 1;
            }
        }
        return done == 0 ? json : escaped.append(json, done, json.length()).toString();
    }

    /** An object with a sum of all that stands in it, which comes last. */
    public static String summed(String object) {
        return object.substring(0, object.length() - 1) + ",\"sum\":\"" + Sha256.of(object) + "\"}";
    }
}
