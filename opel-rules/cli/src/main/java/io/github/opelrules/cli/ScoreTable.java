package io.github.opelrules.cli;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Explanation;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.internal.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** One line per report in aligned columns, and footnotes on the frameworks. */
final class ScoreTable implements Presentation {

    private static final List<String> HEADER =
            List.of("Organisation", "Observed", "Level", "Score", "Top drivers", "Not known");
    private static final int MOST_DRIVERS = 3;
    private static final int MOST_UNKNOWN = 2;

    private final int[] widths = new int[HEADER.size()];
    private final Map<String, Assurance> frameworks = new LinkedHashMap<>();

    @Override
    public String show(List<Scored> reports) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> notes = new ArrayList<>();
        if (frameworks.isEmpty()) {
            rows.add(HEADER);
            notes.add(List.of());
        }
        for (Scored report : reports) {
            Assessment assessment = report.assessment();
            rows.add(row(assessment));
            notes.add(notes(assessment));
            frameworks.merge(name(assessment), assessment.assurance(), Assurance::lowest);
        }
        rows.forEach(this::widen);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            append(text, rows.get(i));
            notes.get(i).forEach(note -> text.append("  ").append(note).append('\n'));
        }
        return text.toString();
    }

    @Override
    public String end() {
        if (frameworks.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n");
        Assurance lowest = Assurance.PUBLISHED;
        for (Map.Entry<String, Assurance> framework : frameworks.entrySet()) {
            text.append("Scored by ")
                    .append(framework.getKey())
                    .append("; lowest evidence grade of any value used: ")
                    .append(framework.getValue())
                    .append(".\n");
            lowest = lowest.lowest(framework.getValue());
        }
        if (lowest != Assurance.PUBLISHED) {
            text.append(Assurance.CAUTION).append(" \"opel explain\" gives the grade and the source of each.\n");
        }
        return text.toString();
    }

    private static String name(Assessment assessment) {
        Framework framework = assessment.framework();
        List<String> deviating =
                assessment.deviations().stream().map(Deviation::what).toList();
        return framework
                + (framework.isDraft() ? " (draft)" : "")
                + (assessment.pinned() ? " (pinned)" : "")
                + (deviating.isEmpty() ? "" : ", which is not the national framework: local " + Words.list(deviating));
    }

    /** Which readings are doubtful, and what the local thresholds tell, under the report that it is told of. */
    private static List<String> notes(Assessment assessment) {
        List<String> notes = new ArrayList<>();
        for (Contribution doubtful : assessment.doubtful()) {
            notes.add("Doubtful: " + doubtful.parameter().label() + ": "
                    + Objects.requireNonNull(doubtful.doubt()).reason() + ".");
        }
        notifications(assessment).forEach(said -> notes.add("Notification: " + said));
        return notes;
    }

    private static List<String> notifications(Assessment assessment) {
        return assessment.notifications().isEmpty()
                ? List.of()
                : assessment.explain().parts().stream()
                        .filter(section -> section.code() == ReasonCode.NOTIFICATIONS)
                        .flatMap(section -> section.parts().stream())
                        .map(Explanation::sentence)
                        .toList();
    }

    private static List<String> row(Assessment assessment) {
        return List.of(
                assessment.report().organisation().value(),
                assessment.report().observedAt().toString(),
                level(assessment.level()),
                assessment.score() + " of " + assessment.available(),
                drivers(assessment),
                unknown(assessment));
    }

    private static String level(Level level) {
        return level instanceof Level.Between between
                ? between.best() + " to " + between.worst().number()
                : level.toString();
    }

    private static String drivers(Assessment assessment) {
        List<String> drivers = new ArrayList<>();
        for (Contribution driver : assessment.topDrivers(MOST_DRIVERS)) {
            drivers.add(driver.parameter().label() + " (" + driver.points() + ")");
        }
        return drivers.isEmpty() ? "none" : String.join(", ", drivers);
    }

    private static String unknown(Assessment assessment) {
        List<Contribution> unknown = assessment.unknown();
        if (unknown.isEmpty()) {
            return "none";
        }
        List<String> names = new ArrayList<>();
        for (Contribution contribution : unknown.subList(0, Math.min(MOST_UNKNOWN, unknown.size()))) {
            names.add(contribution.parameter().label() + reason(contribution.code()));
        }
        if (unknown.size() > MOST_UNKNOWN) {
            names.add((unknown.size() - MOST_UNKNOWN) + " more");
        }
        return unknown.size() + ": " + Words.list(names);
    }

    private static String reason(ReasonCode code) {
        return code == ReasonCode.NOT_SUBMITTED
                ? ""
                : " (" + code.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    private void widen(List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private void append(StringBuilder text, List<String> row) {
        int last = row.size() - 1;
        for (int i = 0; i < last; i++) {
            text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        text.append(row.get(last)).append('\n');
    }
}
