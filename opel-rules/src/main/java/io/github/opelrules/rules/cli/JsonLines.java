package io.github.opelrules.rules.cli;

import io.github.opelrules.rules.OpelJson;
import java.util.List;

/** One assessment a line, as JSON. */
final class JsonLines implements Presentation {

    @Override
    public String show(List<Scored> reports) {
        StringBuilder lines = new StringBuilder();
        for (Scored report : reports) {
            lines.append(OpelJson.write(report.assessment())).append('\n');
        }
        return lines.toString();
    }
}
