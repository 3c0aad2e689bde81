package io.github.opelrules.rules.internal.format;

import io.github.opelrules.rules.check.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A shape that is a whole file or text: its first key is the name of the format, with the version that says how the rest is read. */
public class Format<T> extends Form<T> {

    private static final String FORMAT = "format";

    private final String id;
    private final String noun;
    private final String title;
    private final Shape<T> shape;
    private final List<String> names = new ArrayList<>(List.of(FORMAT));

    /**
     * @param id such as {@code opel.hours/1}
     * @param noun what messages call it, such as {@code the staffed hours}
     * @param title what the schema says that it is
     */
    public Format(String id, String noun, String title, Shape<T> shape) {
        this.id = id;
        this.noun = noun;
        this.title = title;
        this.shape = shape;
        names.addAll(shape.names());
    }

    public final String id() {
        return id;
    }

    final String title() {
        return title;
    }

    @Override
    protected final List<Form<?>> parts() {
        return List.of(shape);
    }

    /** The value of a file, or null where it cannot be used, and then the findings say why. */
    public final @Nullable T read(Node root, Findings findings) {
        return shape.value(open(root, findings, null));
    }

    @Override
    public final @Nullable T read(Node node, String name, String example, In in) {
        return shape.value(open(node, in.findings(), in));
    }

    /**
     * What can be read of a file, or null where it is of another format; then the rest is not read, because the findings
     * would be about a format that was not meant.
     */
    public final @Nullable In open(Node root, Findings findings) {
        return open(root, findings, null);
    }

    private @Nullable In open(Node root, Findings findings, @Nullable In around) {
        Fields fields = Formats.fields(root, noun, id, findings, names);
        return fields == null ? null : shape.open(fields, findings, around);
    }

    /**
     * The value of a text.
     *
     * @param what what messages call it, such as {@code escalation state}
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public final T fromJson(String json, String what) {
        Findings findings = new Findings(what);
        Node root = JsonReader.read(json, findings);
        T value = root == null ? null : read(root, findings);
        if (value != null && findings.errors() == 0 && isDerivedInPart()) {
            Agreement.check(
                    Objects.requireNonNull(root),
                    Objects.requireNonNull(JsonReader.read(toJson(value), findings)),
                    findings);
        }
        if (value == null || findings.errors() > 0) {
            throw new InvalidInputException(what, findings.inOrder());
        }
        return value;
    }

    /**
     * A value that was read, unless something is wrong with it.
     *
     * @throws InvalidInputException that lists the findings, if there are errors among them
     */
    public final T orThrow(@Nullable T value, Findings findings) {
        if (value == null || findings.errors() > 0) {
            throw new InvalidInputException(noun.substring("the ".length()), findings.inOrder());
        }
        return value;
    }

    private boolean isDerivedInPart() {
        return shape.keys().stream().anyMatch(Key::isDerived);
    }

    /** One line of JSON, without a line end. */
    public String toJson(T value) {
        return Json.object(json -> writeMembers(value, json));
    }

    @Override
    public void write(T value, JsonGenerator json) {
        json.writeStartObject();
        writeMembers(value, json);
        json.writeEndObject();
    }

    private void writeMembers(T value, JsonGenerator json) {
        json.writeStringProperty(FORMAT, id);
        shape.writeKeys(value, json);
    }

    @Override
    public final String example() {
        return shape.example();
    }

    @Override
    protected final String words() {
        return "`" + id + "`";
    }

    @Override
    protected final String definition() {
        return shape.definition();
    }

    @Override
    protected final Map<String, Object> schema(Schema schema) {
        return shape.schema(schema, Schema.members(FORMAT, Schema.members("const", id)));
    }
}
