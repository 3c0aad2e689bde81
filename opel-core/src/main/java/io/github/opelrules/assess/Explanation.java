package io.github.opelrules.assess;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A statement and the statements that give its reasons: a tree of data that text, Markdown and JSON are rendered from.
 *
 * @param code what kind of statement this is
 * @param sentence the statement for people; it stands alone
 * @param data the same for programs: stable keys and exact values, in a fixed order
 * @param parts the reasons, in a fixed order
 */
public record Explanation(ReasonCode code, String sentence, Map<String, String> data, List<Explanation> parts) {

    public Explanation {
        data = Data.copyOf(data);
        parts = List.copyOf(parts);
    }

    /** The value of a key of {@link #data}; empty where this statement has no such key. */
    public String value(String key) {
        return data.getOrDefault(key, "");
    }

    /** Every statement of this tree with the code, from the top down. */
    public List<Explanation> all(ReasonCode wanted) {
        return stream().filter(part -> part.code == wanted).toList();
    }

    private Stream<Explanation> stream() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Explanation::stream));
    }

    /** Plain text: the first line stands alone; reasons are indented below. Lines end in {@code \n}. */
    public String toText() {
        return new ExplanationText().render(this);
    }

    /** Markdown, for a ticket or a report: the first paragraph stands alone; the readings are a table. */
    public String toMarkdown() {
        return new ExplanationMarkdown().render(this);
    }
}
