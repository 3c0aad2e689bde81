package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.escalate.UnitState.Latest;
import io.github.opelrules.escalate.UnitState.Restart;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.tier.TierEngine;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is measured since midnight restarts then, and a level that falls by that alone has not improved. So it is worked out what the
 * level would be with those readings as they were in the last report before midnight; one that was not known then is not known
 * here either, and may be anything.
 */
final class Midnight {

    private final Units units;
    private final Function<Framework, OpelEngine> engines;
    private final IdentityHashMap<Framework, OpelEngine> byFramework = new IdentityHashMap<>();
    private final IdentityHashMap<SystemAssessment, Map<OdsCode, Level>> bySystem = new IdentityHashMap<>();

    /** @param engines what scores by a framework */
    Midnight(Units units, Function<Framework, OpelEngine> engines) {
        this.units = units;
        this.engines = engines;
    }

    /** The midnight before an instant, or at it, by the clocks of England. */
    static Instant before(Instant instant) {
        return LondonTime.startOf(LondonTime.dayOf(instant));
    }

    /** Until when a restart before an instant lowers nothing by itself. */
    static Instant lowersNothingUntil(Instant instant, Protocol protocol) {
        return before(instant).plus(protocol.restartCountsAfter());
    }

    /** What is new of a unit, with what restarted. */
    Latest withRestart(News news, UnitNow unit) {
        return news.latest().with(restart(news, unit));
    }

    private @Nullable Restart restart(News news, UnitNow unit) {
        Assessment assessment = news.assessment();
        if (assessment != null) {
            return hasRestarts(assessment)
                    ? new Restart(
                            readings(assessment),
                            readingsBefore(assessment),
                            level(asBefore(assessment)),
                            wasTold(news, unit))
                    : null;
        }
        SystemAssessment system = news.system();
        Level level = system == null || !isShortlyAfter(system.at(), unit.code())
                ? null
                : bySystem.computeIfAbsent(system, this::levelsAsBefore).get(unit.code());
        return level == null ? null : new Restart(Map.of(), Map.of(), level, wasTold(news, unit));
    }

    private static boolean wasTold(News news, UnitNow unit) {
        Latest known = unit.latest();
        return known != null
                && known.restart() != null
                && known.restart().told()
                && before(known.observedAt()).equals(before(news.latest().observedAt()));
    }

    private boolean isShortlyAfter(Instant instant, OdsCode unit) {
        return units.find(unit)
                .filter(known -> instant.isBefore(
                        lowersNothingUntil(instant, known.protocolFacts().protocol())))
                .isPresent();
    }

    private static boolean hasRestarts(Assessment assessment) {
        return assessment.table().parameters().stream().anyMatch(Parameter::sinceMidnight);
    }

    private static @Nullable Level level(@Nullable Assessment assessment) {
        return assessment == null ? null : assessment.level();
    }

    private static Map<ParameterId, Stretch> readings(Assessment assessment) {
        Map<ParameterId, Stretch> readings = new TreeMap<>();
        assessment.contributions().stream()
                .filter(contribution -> contribution.parameter().sinceMidnight()
                        && !contribution.code().isUnknown()
                        && contribution.reading() instanceof Reading.Measured)
                .forEach(contribution -> readings.put(
                        contribution.parameter().id(), ((Reading.Measured) contribution.reading()).stretch()));
        return readings;
    }

    /** What restarted, in the last report before midnight. */
    private Map<ParameterId, Stretch> readingsBefore(Assessment assessment) {
        Latest known = units.find(assessment.report().organisation())
                .map(UnitNow::latest)
                .orElse(null);
        if (known == null || known.restart() == null) {
            return Map.of();
        }
        boolean ofAnEarlierDay =
                known.observedAt().isBefore(before(assessment.report().observedAt()));
        return ofAnEarlierDay ? known.restart().readings() : known.restart().before();
    }

    /** An assessment with what restarted as it was before midnight; null where nothing restarted so shortly before that it matters. */
    private @Nullable Assessment asBefore(Assessment assessment) {
        SituationReport report = assessment.report();
        if (!hasRestarts(assessment) || !isShortlyAfter(report.observedAt(), report.organisation())) {
            return null;
        }
        Map<ParameterId, Stretch> before = readingsBefore(assessment);
        TreeMap<ParameterId, Reading> readings = new TreeMap<>(report.readings());
        for (Parameter parameter : assessment.table().parameters()) {
            if (parameter.sinceMidnight()) {
                Stretch reading = before.get(parameter.id());
                if (reading == null) {
                    readings.remove(parameter.id());
                } else {
                    readings.put(parameter.id(), measured(reading));
                }
            }
        }
        return byFramework
                .computeIfAbsent(assessment.framework(), engines)
                .assess(new SituationReport(
                        report.organisation(),
                        report.providerType(),
                        report.observedAt(),
                        readings,
                        report.recordedAt()));
    }

    /** A reading that may have just these values. */
    private static Reading measured(Stretch stretch) {
        BigDecimal length = stretch.high().subtract(stretch.low());
        return length.signum() == 0
                ? Reading.of(stretch.low())
                : new Reading.Measured(stretch.low().add(stretch.high()).divide(BigDecimal.valueOf(2)), length, null);
    }

    /** The levels of a system with what restarted in its providers as it was before midnight; none where nothing did. */
    private Map<OdsCode, Level> levelsAsBefore(SystemAssessment system) {
        List<Assessment> assessments = new ArrayList<>();
        boolean restarted = false;
        for (Assessment assessment : system.assessments()) {
            Assessment asBefore = asBefore(assessment);
            assessments.add(asBefore == null ? assessment : asBefore);
            restarted |= asBefore != null;
        }
        Map<OdsCode, Level> levels = new TreeMap<>();
        if (restarted) {
            Map<OdsCode, Framework> frameworks = system.frameworks();
            try {
                TierEngine.aggregate(
                                code -> framework(code, frameworks),
                                units.hierarchy(),
                                system.at(),
                                assessments,
                                system.declarations())
                        .stream()
                        .filter(part -> part.pillar() == null)
                        .forEach(part -> levels.put(part.unit().code(), part.level()));
            } catch (NoFrameworkException ofAnotherOrder) {
                // The hierarchy is not the one that the system was made by: then the restart may be the reason
                // everywhere.
                system.stream()
                        .map(TierAssessment::unit)
                        .forEach(unit -> levels.put(unit.code(), Level.between(OpelLevel.OPEL_1, OpelLevel.OPEL_4)));
            }
        }
        return levels;
    }

    private Framework framework(OdsCode code, Map<OdsCode, Framework> ofSystem) {
        Framework known = ofSystem.get(code);
        return known != null
                ? known
                : units.find(code)
                        .map(unit -> unit.governing().framework())
                        .orElseThrow(() -> new NoFrameworkException(code + " belongs to nothing"));
    }
}
