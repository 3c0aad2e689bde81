package io.github.opelrules.rules.internal.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The reference of the formats: of each key its value, whether it may be missing, and what it means. */
final class Reference {

    private static final String HEAD = """
            # Formats

            What the keys of each format hold, in the order in which the library writes them. The readers, the writers, the JSON
            Schemas and this page come from one description of each format; `opel schema NAME` prints its schema. A shape that
            several formats have is shown with the first. Checks and summaries of frameworks are written alone, for others to read.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);
    private final Set<Form<?>> shown = new HashSet<>();

    private Reference() {}

    static String of(List<Format<?>> formats) {
        Reference reference = new Reference();
        formats.forEach(reference::add);
        return reference.page.toString();
    }

    private void add(Format<?> format) {
        page.append("\n## `")
                .append(format.id())
                .append("`\n\n")
                .append(format.title())
                .append(".\n");
        Shape<?> shape = (Shape<?>) format.parts().get(0);
        if (shown.add(shape)) {
            table(shape);
            shape.parts().forEach(this::addShapes);
        } else {
            page.append("The keys of `").append(shape.name()).append("` above, behind `format`.\n");
        }
    }

    private void addShapes(Form<?> form) {
        if (form instanceof Shape<?> shape) {
            if (!shown.add(shape)) {
                return;
            }
            page.append("\n**").append(shape.name()).append("**");
            if (!shape.says().isEmpty()) {
                page.append(": ").append(shape.says());
            }
            page.append('\n');
            table(shape);
        }
        if (!(form instanceof Format<?>)) {
            form.parts().forEach(this::addShapes);
        }
    }

    private void table(Shape<?> shape) {
        page.append("\n| key | value | may be missing | means |\n|---|---|---|---|\n");
        for (Key<?> key : shape.keys()) {
            page.append("| `").append(key.name).append("` | ").append(key.form.words());
            page.append(" | ").append(key.isAlwaysWritten() ? "" : "yes").append(" | ");
            page.append(key.says()).append(" |\n");
        }
    }
}
