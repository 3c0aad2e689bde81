package io.github.opelrules.assess;

import java.util.List;

/** An explanation as Markdown. */
final class ExplanationMarkdown {

    private final StringBuilder text = new StringBuilder();

    String render(Explanation explanation) {
        text.append("**").append(escaped(explanation.sentence())).append("**\n");
        for (Explanation section : explanation.parts()) {
            text.append("\n### ").append(escaped(section.sentence())).append("\n\n");
            if (section.code() == ReasonCode.READINGS) {
                table(section.parts());
            } else {
                section.parts().forEach(part -> item(part, 0));
            }
        }
        return text.toString();
    }

    private void table(List<Explanation> readings) {
        text.append("| No. | Parameter | Finding | Points | Of | Source | Evidence grade |\n");
        text.append("|---:|---|---|---:|---:|---|---|\n");
        for (Explanation reading : readings) {
            String min = reading.value("min");
            String max = reading.value("max");
            row(
                    reading.value("number"),
                    reading.value("label"),
                    reading.value("finding"),
                    min.equals(max) ? min : min + " to " + max,
                    reading.value("ofMaximum"),
                    reading.value("document") + ", " + reading.value("place"),
                    reading.value("assurance"));
        }
        List<Explanation> doubts =
                readings.stream().flatMap(reading -> reading.parts().stream()).toList();
        text.append(doubts.isEmpty() ? "" : "\n");
        doubts.forEach(doubt -> item(doubt, 0));
    }

    private void row(String... cells) {
        for (String cell : cells) {
            text.append("| ").append(escaped(cell)).append(' ');
        }
        text.append("|\n");
    }

    private void item(Explanation part, int depth) {
        text.append("  ".repeat(depth))
                .append("- ")
                .append(escaped(part.sentence()))
                .append('\n');
        part.parts().forEach(child -> item(child, depth + 1));
    }

    /** Labels and units come from rule files: nothing in them may turn into Markdown or HTML. */
    private static String escaped(String plain) {
        return plain.replaceAll("[\\\\`*_\\[\\]<>|#~]|&(?=#?\\w+;)", "\\\\$0")
                .replaceAll("\\R", " ")
                .replaceAll("^(\\d*)([-+.)])(?=[\\s-])", "$1\\\\$2");
    }
}
