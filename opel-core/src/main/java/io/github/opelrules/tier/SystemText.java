package io.github.opelrules.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.internal.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A system as an indented tree. Of each mean it says how sure its rules are, and of each unit what drives its score. */
final class SystemText {

    private static final int MOST_DRIVERS = 3;

    private final StringBuilder text = new StringBuilder();

    String render(SystemAssessment system) {
        system.tops().forEach(top -> append(null, top, 0));
        if (!system.leftOut().isEmpty()) {
            text.append("Left out, because they belong to nothing at that time or do not count: ")
                    .append(system.leftOut().stream().map(Object::toString).collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        return text.toString();
    }

    private void append(@Nullable TierAssessment of, TierAssessment part, int depth) {
        text.append("  ".repeat(depth)).append(line(of, part)).append('\n');
        part.parts().forEach(child -> append(part, child, depth + 1));
        if (!part.notCounted().isEmpty()) {
            text.append("  ".repeat(depth + 1))
                    .append("not counted by ")
                    .append(part.framework().id())
                    .append(": ")
                    .append(part.notCounted().stream()
                            .map(unit -> unit + ", " + unit.providerType())
                            .collect(Collectors.joining("; ")))
                    .append('\n');
        }
    }

    private static String line(@Nullable TierAssessment of, TierAssessment part) {
        StringBuilder line = new StringBuilder(part.name()).append(": ");
        switch (part.code()) {
            case NO_REPORT -> line.append("no report, so any score");
            case LEVEL_REPORTED -> line.append(part.level()).append(", as it reports itself");
            default ->
                line.append(part.level())
                        .append(", ")
                        .append(part.score())
                        .append(part.scale().unit())
                        .append(otherFramework(of, part));
        }
        Declaration declared = part.declared();
        if (declared != null && part.code() != ReasonCode.LEVEL_REPORTED) {
            line.append("; declared ").append(declared.level());
            if (LevelAgreement.difference(part.level(), declared.level()).orElse(0) != 0) {
                line.append(", which differs");
            }
        }
        List<String> drivers = drivers(part);
        line.append(drivers.isEmpty() ? "" : "; driven by " + Words.list(drivers));
        if (!part.parts().isEmpty()) {
            line.append("; ").append(part.assurance());
        }
        return line.toString();
    }

    /** The framework by which it was made, where that is not the one of what it belongs to. */
    private static String otherFramework(@Nullable TierAssessment of, TierAssessment part) {
        Assessment assessment = part.assessment();
        if (assessment != null && part.code() == ReasonCode.OTHER_FRAMEWORK) {
            return ", by " + assessment.framework().id();
        }
        return of == null || of.isUnderSameFrameworkAs(part)
                ? ""
                : ", by " + part.framework().id();
    }

    /** The parts of a mean, or the readings of a provider, that certainly raise its score. */
    private static List<String> drivers(TierAssessment part) {
        Assessment assessment = part.assessment();
        if (assessment != null && part.code() == ReasonCode.ASSESSED) {
            return assessment.topDrivers(MOST_DRIVERS).stream()
                    .map(driver -> driver.parameter().label())
                    .toList();
        }
        return part.parts().size() < 2
                ? List.of()
                : part.topDrivers(MOST_DRIVERS).stream()
                        .map(driver -> driver.pillar() == null
                                ? driver.unit().code().value()
                                : driver.pillar().id() + " providers")
                        .toList();
    }
}
