package io.github.opelrules.testkit.diff;

import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.report.Reading;
import io.github.opelrules.rules.check.Finding;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a difference is put into words, whatever it is rendered as. */
final class Phrases {

    private Phrases() {}

    static String title(FrameworkDiff diff) {
        return diff.before() + " → " + (diff.isSameFramework() ? diff.after().version() : diff.after());
    }

    static String summary(FrameworkDiff diff) {
        String claim = diff.isSameFramework()
                ? ""
                : " These are different frameworks, so what their versions claim is not checked.";
        if (diff.isEmpty()) {
            return "Nothing differs that the rules say." + claim;
        }
        return (diff.resultsCanChange()
                        ? "Results can change."
                        : "No result can change: texts, sources or grades differ.")
                + claim;
    }

    static String severity(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR ? "Error" : "Warning";
    }

    static String impact(TableDiff table, LevelImpact impact) {
        String sentence = switch (impact.extent()) {
            case NONE -> "The level of no report can change.";
            case UNCERTAIN_REPORTS ->
                "The level can change, but only of reports with a reading that is missing, rounded, stale or"
                        + " implausible, that lies between two bands, or whose bands are not known.";
            case COMPLETE_REPORTS ->
                "The level can change, of complete reports too: "
                        + impact.moves().stream()
                                .map(LevelImpact.Move::toString)
                                .collect(Collectors.joining(", "))
                        + ".";
            case ALL_REPORTS ->
                "Every report is affected: its level can be given under one of the two only, because bands are"
                        + " not known under the other.";
            case UNDETERMINED -> "No level can be given under either, because bands are not known.";
        };
        boolean oneSided = table.parameters().stream().anyMatch(parameter -> parameter.presence() != Presence.BOTH);
        return oneSided
                ? sentence
                        + " Reports are compared that both accept: they leave out what stands in one of the two only."
                : sentence;
    }

    /** What the changes of a table are about that are neither of values nor of its local additions alone. */
    static String restOf(TableDiff table) {
        return table.local().isEmpty() ? "rules on the score" : "rules on the score, texts of local additions";
    }

    static String presence(TableDiff table) {
        return table.presence() == Presence.ADDED
                ? "Reports of " + table.providerType() + " providers are scored now; before, they were refused."
                : "Reports of " + table.providerType() + " providers are refused now; before, they were scored.";
    }

    static String presence(TiersDiff tiers) {
        return tiers.presence() == Presence.ADDED
                ? "Levels of ICS, region and nation are given now; before, there were none."
                : "Levels of ICS, region and nation are no longer given; before, they were.";
    }

    static String presence(ProtocolDiff protocol) {
        return protocol.presence() == Presence.ADDED
                ? "There is an escalation protocol now; before, there was none."
                : "There is no escalation protocol any more; before, there was one.";
    }

    /** {@code ICS-3-01 Convene the system}, and whether it is in one of the two only. */
    static String title(ProtocolDiff.RuleDiff rule) {
        return rule.rule().name()
                + switch (rule.presence()) {
                    case BOTH -> "";
                    case ADDED -> ": is new";
                    case DROPPED -> ": is gone";
                };
    }

    static String presence(ParameterDiff parameter) {
        return parameter.presence() == Presence.ADDED
                ? "is new, and scores " + parameter.missingAfter() + " points"
                : "is gone; it scored " + parameter.missingBefore() + " points";
    }

    /** {@code above 15 and up to 18 min}. */
    static String values(ParameterDiff parameter, ScoreChange change) {
        return parameter.parameter().withUnit(change.values().toString());
    }

    /** The first and the last reading at the declared precision; empty where the values are one reading or have no end. */
    static Optional<String> readings(ParameterDiff parameter, ScoreChange change) {
        ValueRange values = change.values();
        BigDecimal low = values.low();
        BigDecimal high = values.high();
        if (low == null || high == null) {
            return Optional.empty();
        }
        BigDecimal step = parameter.parameter().domain().precision();
        Optional<ValueRange> readings = values.multiplesOf(step);
        if (readings.isEmpty()) {
            return Optional.of("finer than the precision of " + step.toPlainString());
        }
        BigDecimal first = Objects.requireNonNull(readings.get().low());
        BigDecimal last = Objects.requireNonNull(readings.get().high());
        return low.compareTo(high) == 0
                ? Optional.empty()
                : Optional.of(
                        first.compareTo(last) == 0
                                ? first.toPlainString()
                                : first.toPlainString() + " to " + last.toPlainString());
    }

    /** Whether a report that leaves the parameter out scores differently. */
    static boolean missingDiffers(ParameterDiff parameter) {
        return parameter.presence() == Presence.BOTH
                && !parameter.missingBefore().equals(parameter.missingAfter());
    }

    static String reading(ReportExample example, Parameter parameter) {
        Reading reading = example.report().reading(parameter.id());
        if (!(reading instanceof Reading.Measured measured)) {
            return "not submitted";
        }
        BigDecimal roundedTo = measured.roundedTo();
        return parameter.withUnit(measured.value().toPlainString())
                + (roundedTo == null ? "" : " rounded to " + roundedTo.toPlainString())
                + (measured.observedAt() == null ? "" : " of " + measured.observedAt());
    }

    static String points(PointsRange before, PointsRange after) {
        return before.equals(after) ? after.toString() : before + " → " + after;
    }

    static String exampleTitle(ReportExample example) {
        return "Example, a made-up report of " + example.report().observedAt();
    }
}
