package io.github.opelrules.rules.internal.format;

import io.github.opelrules.internal.Words;
import java.util.List;
import java.util.Map;

/** Whether what was read is what the value that it made is written as. */
final class Agreement {

    /** Whoever reads need not be the version that wrote. */
    private static final String LIBRARY = "library";

    private static final String MEND = "Keep the text as it was written, or assess again.";

    private final Findings findings;

    private Agreement(Findings findings) {
        this.findings = findings;
    }

    /** Finds where a text says something else than the value that it made, which is written with the same keys. */
    static void check(Node read, Node written, Findings findings) {
        new Agreement(findings).compare("", read, written);
    }

    private void compare(String path, Node read, Node written) {
        if (read instanceof Node.Mapping of && written instanceof Node.Mapping made) {
            keys(path, of, made);
        } else if (read instanceof Node.Sequence of && written instanceof Node.Sequence made) {
            entries(path, of, made);
        } else if (!(read instanceof Node.Scalar of
                && written instanceof Node.Scalar made
                && of.text().equals(made.text()))) {
            differs(read.place(), path + " is " + shown(read), written);
        }
    }

    private void keys(String path, Node.Mapping read, Node.Mapping written) {
        read.entries().forEach((key, entry) -> {
            Node.Entry made = written.entries().get(key);
            String there = path.isEmpty() ? key : path + "." + key;
            if (made == null) {
                findings.add(
                        FormCode.KEY_OUT_OF_PLACE,
                        entry.place(),
                        there + " is here, and nothing else in this text leads to it. " + MEND);
            } else if (!key.equals(LIBRARY)) {
                compare(there, entry.value(), made.value());
            }
        });
        for (Map.Entry<String, Node.Entry> made : written.entries().entrySet()) {
            if (!read.entries().containsKey(made.getKey())) {
                differs(
                        read.place(),
                        (path.isEmpty() ? "" : path + ".") + made.getKey() + " is missing",
                        made.getValue().value());
            }
        }
    }

    private void entries(String path, Node.Sequence read, Node.Sequence written) {
        List<Node> made = written.items();
        if (read.items().size() != made.size()) {
            findings.add(
                    FormCode.DERIVED_DIFFERS,
                    read.place(),
                    path + " has " + read.items().size() + " in its list, and from the rest follow " + made.size()
                            + ". " + MEND);
            return;
        }
        for (int i = 0; i < made.size(); i++) {
            compare(path + "[" + i + "]", read.items().get(i), made.get(i));
        }
    }

    private void differs(Place place, String what, Node written) {
        findings.add(
                FormCode.DERIVED_DIFFERS, place, what + ", and from the rest follows " + shown(written) + ". " + MEND);
    }

    private static String shown(Node node) {
        return node instanceof Node.Scalar scalar ? Words.quoted(scalar.text()) : node.kind();
    }
}
