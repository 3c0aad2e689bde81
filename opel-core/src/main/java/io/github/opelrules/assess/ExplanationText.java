package io.github.opelrules.assess;

/** An explanation as plain text. */
final class ExplanationText {

    /** Large enough for most from the start. */
    private final StringBuilder text = new StringBuilder(4096);

    String render(Explanation explanation) {
        text.append(explanation.sentence()).append('\n');
        for (Explanation section : explanation.parts()) {
            text.append('\n').append(section.sentence()).append('\n');
            section.parts().forEach(part -> append(part, 1));
        }
        return text.toString();
    }

    private void append(Explanation part, int depth) {
        text.append("  ".repeat(depth)).append(part.sentence()).append('\n');
        part.parts().forEach(child -> append(child, depth + 1));
    }
}
