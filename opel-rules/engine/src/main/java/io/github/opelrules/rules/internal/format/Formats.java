package io.github.opelrules.rules.internal.format;

import io.github.opelrules.internal.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first key of every rule file: its format, with the version that says how the rest is read. */
public final class Formats {

    private Formats() {}

    /**
     * The keys of a file of one format, or null where it is of another; then the rest is not read, because the findings
     * would be about a format that was not meant.
     */
    public static @Nullable Fields fields(
            Node root, String name, String format, Findings findings, List<String> known) {
        Fields fields = isOther(root, format, findings) ? null : Fields.of(root, name, findings, known);
        if (fields != null) {
            fields.scalar("format", format);
        }
        return fields;
    }

    /** Whether a file is of another format, and then a finding says so. */
    static boolean isOther(Node root, String format, Findings findings) {
        Node.Entry declared =
                root instanceof Node.Mapping mapping ? mapping.entries().get("format") : null;
        if (declared == null
                || !(declared.value() instanceof Node.Scalar found)
                || found.text().equals(format)) {
            return false;
        }
        findings.add(
                FormCode.UNKNOWN_FORMAT,
                found.place(),
                "The format is " + Words.quoted(found.text()) + ". Expected \"format: " + format
                        + "\". A file of a later format needs a later version of this library.");
        return true;
    }
}
