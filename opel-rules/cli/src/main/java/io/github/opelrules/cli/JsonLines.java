package io.github.opelrules.cli;

import io.github.opelrules.assess.Assessment;
import java.util.List;
import java.util.function.Function;

/** One line of JSON for each assessment. */
final class JsonLines implements Presentation {

    private final Function<Assessment, String> line;

    JsonLines(Function<Assessment, String> line) {
        this.line = line;
    }

    @Override
    public String show(List<Scored> reports) {
        StringBuilder lines = new StringBuilder();
        for (Scored report : reports) {
            lines.append(line.apply(report.assessment())).append('\n');
        }
        return lines.toString();
    }
}
