package io.github.opelrules.rules;

import static io.github.opelrules.rules.Escalations.HIERARCHY;
import static io.github.opelrules.rules.Escalations.MONDAY;
import static io.github.opelrules.rules.Escalations.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.SituationReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is not known is not over: three conditions, in every order, of a unit whose readings come, go and are rounded. */
class EscalationDoubtTest {

    private static final String[][] CONDITIONS = {
        {"an acute provider is at OPEL 3 or above", "it is at OPEL 3 or above"},
        {"ga-bed-occupancy of an acute provider is above 95", "its ga-bed-occupancy is above 95"},
        {"ambulance-handover-mean of an acute provider is above 38", "its ambulance-handover-mean is above 38"}
    };
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private static final List<OpelEngine> ENGINES = new ArrayList<>();

    @BeforeContainer
    static void compileTheProtocols() throws IOException {
        for (int[] order : ORDERS) {
            ENGINES.add(Escalations.engine(
                    Files.createTempDirectory("doubt"),
                    """
                    rule "PRO-3-01 Open every bed"
                    when
                        %s
                        %s
                        %s
                    then
                        the provider duty manager must "open every bed" within 1 hour
                        citing "tests", "1", which is assumed
                    end
                    """.formatted(CONDITIONS[order[0]][0], CONDITIONS[order[1]][1], CONDITIONS[order[2]][1]),
                    ""));
        }
    }

    @Property(tries = 100)
    void no_condition_that_is_unknown_stands_an_action_down_whatever_the_order_of_the_conditions(@ForAll long seed) {
        Random random = new Random(seed);
        OpelEngine engine = ENGINES.get(random.nextInt(ENGINES.size()));
        EscalationState state = EscalationState.none();
        Instant now = MONDAY;
        for (int i = 0; i < 40; i++) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(random.nextInt(8) == 0 ? 2000 : 120)));
            SituationReport.Builder report =
                    SituationReport.of(ONE, ProviderType.ACUTE).observedAt(now);
            Escalations.report(ONE, now, 1 + random.nextInt(4))
                    .build()
                    .readings()
                    .forEach((parameter, reading) -> {
                        boolean isAskedAbout = parameter.value().equals("ga-bed-occupancy")
                                || parameter.value().equals("ambulance-handover-mean");
                        if (!isAskedAbout || random.nextInt(3) == 0) {
                            report.reading(parameter.value(), reading);
                        } else if (random.nextBoolean()) {
                            report.missing(parameter.value(), MissingReason.NOT_SUBMITTED);
                        } else {
                            report.rounded(parameter.value(), parameter.value().startsWith("ga") ? "95" : "38", "1");
                        }
                    });
            // What restarted at midnight counts from 04:00 on, whatever comes after that: so each such moment has a
            // step of its own.
            for (Instant at = state.at() == null ? now : nextFour(state.at()); at.isBefore(now); at = nextFour(at)) {
                state = engine.advance(state, EscalationInputs.of(HIERARCHY), at)
                        .state();
            }
            boolean wasOpen = !state.actions().isEmpty();
            EscalationInputs inputs = EscalationInputs.of(HIERARCHY);
            EscalationStep step = engine.advance(
                    state,
                    random.nextInt(5) == 0 ? inputs : inputs.withAssessments(List.of(engine.assess(report))),
                    now);
            state = step.state();
            UnitState unit = state.unit(ONE).orElseThrow();
            boolean over = unit.inForce() == null
                    || OpelLevel.OPEL_3.isWorseThan(unit.inForce())
                    || isAtMost(unit, "ga-bed-occupancy", "95")
                    || (isAtMost(unit, "ambulance-handover-mean", "38")
                            && !mayHaveBeenAboveBeforeMidnight(unit, "ambulance-handover-mean", "38", now));
            assertThat(step.stoodDown()).hasSize(wasOpen && over ? 1 : 0);
        }
    }

    /** The next time after one at which it is four hours after midnight in London. */
    private static Instant nextFour(Instant after) {
        Instant four = four(LondonTime.dayOf(after));
        return four.isAfter(after) ? four : four(LondonTime.dayOf(after).plusDays(1));
    }

    private static Instant four(LocalDate day) {
        return LondonTime.startOf(day).plus(Duration.ofHours(4));
    }

    /** Whether a reading is known to be at most a number: it is there, not too old, and no value that it may have is above. */
    private static boolean isAtMost(UnitState unit, String parameter, String number) {
        UnitState.ReadingState reading = unit.readings().get(ParameterId.of(parameter));
        Stretch value = reading == null ? null : reading.value();
        return value != null && value.high().compareTo(new BigDecimal(number)) <= 0;
    }

    /** Whether a reading restarted at midnight less than four hours ago, and was perhaps above a number before. */
    private static boolean mayHaveBeenAboveBeforeMidnight(
            UnitState unit, String parameter, String number, Instant now) {
        UnitState.Latest latest = Objects.requireNonNull(unit.latest());
        Instant midnight = LondonTime.startOf(LondonTime.dayOf(latest.observedAt()));
        Instant counts = midnight.plus(Duration.ofHours(4));
        if (!now.isBefore(counts) || !latest.observedAt().isBefore(counts)) {
            return false;
        }
        Stretch before = Objects.requireNonNull(latest.restart()).before().get(ParameterId.of(parameter));
        return before == null || before.high().compareTo(new BigDecimal(number)) > 0;
    }
}
