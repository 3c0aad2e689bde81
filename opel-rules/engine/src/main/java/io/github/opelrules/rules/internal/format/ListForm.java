package io.github.opelrules.rules.internal.format;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A list of at least one entry, unless none is allowed. A key that may be missing is left out for a list of none. */
public final class ListForm<T> extends Form<List<T>> {

    private final Form<T> entry;
    private final @Nullable String noun;
    private boolean canBeEmpty;
    private @Nullable String none;

    private ListForm(Form<T> entry, @Nullable String noun) {
        this.entry = entry;
        this.noun = noun;
    }

    public static <T> ListForm<T> of(Form<T> entry) {
        return new ListForm<>(entry, null);
    }

    /** @param noun what messages call an entry, such as {@code a shift} */
    public static <T> ListForm<T> of(Shape<T> entry, String noun) {
        return new ListForm<>(entry, noun);
    }

    /** It can be empty, and is written then. */
    public ListForm<T> orEmpty() {
        canBeEmpty = true;
        return this;
    }

    /** The word that stands in the place of a list of none. */
    public ListForm<T> orWord(String word) {
        none = word;
        return this;
    }

    /** The entries that can be used; the mapping in which the list stands has failed if there are others. */
    @Override
    public @Nullable List<T> read(Node node, String name, String example, In in) {
        if (none != null && node instanceof Node.Scalar word && word.text().equals(none)) {
            return List.of();
        }
        int before = in.findings().errors();
        List<Node> entries = canBeEmpty
                ? in.values().entriesOrNone(node, name, example)
                : in.values().entries(node, name, example);
        if (entries.isEmpty() && in.findings().errors() > before) {
            return null;
        }
        List<Node> nodes = new ArrayList<>(entries.size());
        List<T> all = new ArrayList<>(entries.size());
        for (Node each : entries) {
            T value = entry instanceof Shape<T> shape
                    ? shape.value(
                            shape.open(each, noun == null ? "an entry of \"" + name + "\"" : noun, in.findings(), in))
                    : entry.read(each, name, entry.example(), in);
            if (value == null) {
                in.fail();
            } else {
                nodes.add(each);
                all.add(value);
            }
        }
        return new Listed<>(all, nodes);
    }

    @Override
    public void write(List<T> value, JsonGenerator json) {
        if (none != null && value.isEmpty()) {
            json.writeString(none);
            return;
        }
        json.writeStartArray();
        for (T each : value) {
            entry.write(each, json);
        }
        json.writeEndArray();
    }

    @Override
    protected List<T> nothing() {
        return List.of();
    }

    @Override
    protected boolean isLeftOut(List<T> value) {
        return value.isEmpty() && !canBeEmpty;
    }

    @Override
    public String example() {
        return "[" + (entry.example().equals("{…}") ? "…" : entry.example()) + "]";
    }

    @Override
    protected String words() {
        return "list of " + entry.words() + (none == null ? "" : ", or `" + none + "`");
    }

    @Override
    protected Map<String, Object> schema(Schema schema) {
        Map<String, Object> list = Schema.members("type", "array");
        if (!canBeEmpty) {
            list.put("minItems", 1);
        }
        list.put("items", schema.of(entry));
        return none == null ? list : Schema.members("oneOf", List.of(Schema.members("const", none), list));
    }

    @Override
    protected List<Form<?>> parts() {
        return List.of(entry);
    }

    /** A list that knows where its entries stand. */
    static final class Listed<T> extends AbstractList<T> {

        private final List<T> all;
        private final List<Node> nodes;

        Listed(List<T> all, List<Node> nodes) {
            this.all = all;
            this.nodes = nodes;
        }

        Node node(int index) {
            return nodes.get(index);
        }

        @Override
        public T get(int index) {
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }
    }
}
