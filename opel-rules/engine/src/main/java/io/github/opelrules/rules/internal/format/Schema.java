package io.github.opelrules.rules.internal.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of a format, made of its shapes. */
public final class Schema {

    private static final int WIDTH = 120;

    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private Schema() {}

    /** As a text of lines. */
    static String of(Format<?> format) {
        Schema schema = new Schema();
        Map<String, Object> root = members(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "urn:opelrules:schema:" + format.id().replace('/', '-'),
                "title",
                format.title());
        Map<String, Object> members = format.schema(schema);
        members.remove("description");
        root.putAll(members);
        if (!schema.definitions.isEmpty()) {
            root.put("$defs", schema.definitions);
        }
        StringBuilder text = new StringBuilder();
        print(root, "", text);
        return text.append('\n').toString();
    }

    /** The schema of a form, or a reference to it where it has a name. */
    Map<String, Object> of(Form<?> form) {
        String name = form.definition();
        if (name == null) {
            return form.schema(this);
        }
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of()); // Its place, before those of its parts.
            definitions.put(name, form.schema(this));
        }
        return members("$ref", "#/$defs/" + name);
    }

    /** Keys and values, in turn. */
    public static Map<String, Object> members(Object... keysAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            members.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return members;
    }

    static Map<String, Object> described(String says, Map<String, Object> members) {
        if (says.isEmpty()) {
            return members;
        }
        Map<String, Object> described = members("description", says);
        members.forEach(described::putIfAbsent);
        return described;
    }

    /** On one line where it fits. */
    private static void print(Object value, String indent, StringBuilder text) {
        String line = onOneLine(value);
        if (indent.length() + line.length() <= WIDTH || !(value instanceof Map || value instanceof List)) {
            text.append(line);
            return;
        }
        boolean mapping = value instanceof Map;
        List<?> parts = mapping ? new ArrayList<>(((Map<?, ?>) value).entrySet()) : (List<?>) value;
        text.append(mapping ? "{" : "[");
        String separator = "\n";
        for (Object part : parts) {
            text.append(separator).append(indent).append("  ");
            if (part instanceof Map.Entry<?, ?> entry) {
                text.append(onOneLine(entry.getKey())).append(": ");
                print(entry.getValue(), indent + "  ", text);
            } else {
                print(part, indent + "  ", text);
            }
            separator = ",\n";
        }
        text.append('\n').append(indent).append(mapping ? "}" : "]");
    }

    private static String onOneLine(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, member) -> members.add(onOneLine(key) + ": " + onOneLine(member)));
            return members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(Schema::onOneLine).toList()) + "]";
        }
        return value instanceof String text
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : String.valueOf(value);
    }
}
