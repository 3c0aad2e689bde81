package io.github.opelrules.cli;

import io.github.opelrules.assess.Assessment;
import java.util.List;

/** The explanation of each report under a line that says whose it is. */
final class Explanations implements Presentation {

    private final boolean markdown;
    private boolean first = true;

    Explanations(boolean markdown) {
        this.markdown = markdown;
    }

    @Override
    public String show(List<Scored> reports) {
        StringBuilder text = new StringBuilder();
        for (Scored report : reports) {
            Assessment assessment = report.assessment();
            String title = assessment.report().organisation() + ", "
                    + assessment.report().providerType() + ", "
                    + assessment.report().observedAt();
            text.append(first ? "" : "\n");
            if (markdown) {
                text.append("## ")
                        .append(title)
                        .append("\n\n")
                        .append(assessment.explain().toMarkdown());
            } else {
                text.append("=== ")
                        .append(title)
                        .append(" (")
                        .append(report.place())
                        .append(") ===\n\n");
                text.append(assessment.explain().toText());
            }
            first = false;
        }
        return text.toString();
    }
}
