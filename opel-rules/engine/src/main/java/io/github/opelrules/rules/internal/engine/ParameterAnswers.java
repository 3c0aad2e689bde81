package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.rules.internal.engine.fact.Award;
import io.github.opelrules.rules.internal.engine.fact.Measured;
import io.github.opelrules.rules.internal.engine.fact.Missing;
import io.github.opelrules.rules.internal.engine.fact.Observation;
import io.github.opelrules.rules.internal.engine.fact.ScoredParameter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the rules for one parameter, by all that a rule can tell of a reading: in which cells its lowest and its highest
 * value lie, how its age compares with none and with the greatest, or why it is missing. There are finitely many.
 */
final class ParameterAnswers {

    private static final List<MissingReason> REASONS = List.of(MissingReason.values());

    /** Ages before the report's own time, that time, up to the greatest age, the greatest, and older. */
    private static final int AGES = 5;

    private static final int NO_AGE = 1;

    private static final int BYTES_OF_AN_ANSWER = 300;
    private static final int BYTES_OF_A_BAND = 8;
    private static final int BYTES_OF_A_PART = 100;
    private static final int BYTES_OF_A_PLACE = 8;

    /** What another parameter's points add up with. */
    private record Part(int fewest, int most, Assurance assurance) {}

    private final ScoredParameter parameter;
    private final Ruler ruler;
    private final int cells;

    /** Why it is missing, and then the values that are known exactly. */
    private final int places;

    private @Nullable Answer @Nullable [] known;

    /** The values that are not known exactly. */
    private final Map<Long, Answer> stretches = new ConcurrentHashMap<>();

    private final Map<Part, Integer> parts = new HashMap<>();

    ParameterAnswers(ScoredParameter parameter, Ruler ruler) {
        this.parameter = parameter;
        this.ruler = ruler;
        cells = ruler.cells();
        places = REASONS.size() + cells * AGES;
    }

    ScoredParameter parameter() {
        return parameter;
    }

    /** The fact that a report gives this reading. */
    Observation observation(Reading reading, Instant reportedAt) {
        if (reading instanceof Reading.Measured measured) {
            Instant observedAt = measured.observedAt();
            return new Measured(
                    parameter,
                    measured.stretch(),
                    observedAt == null ? Duration.ZERO : Duration.between(observedAt, reportedAt));
        }
        return new Missing(
                parameter,
                ReasonCode.valueOf(((Reading.Missing) reading).reason().name()));
    }

    /** All that the rules can tell of a reading. */
    long key(Reading reading, Instant reportedAt) {
        if (reading instanceof Reading.Missing missing) {
            return REASONS.indexOf(missing.reason());
        }
        Reading.Measured measured = (Reading.Measured) reading;
        Instant observedAt = measured.observedAt();
        int age = observedAt == null ? NO_AGE : age(Duration.between(observedAt, reportedAt));
        if (measured.roundedTo() == null) {
            return key(ruler.cell(measured.value()), age);
        }
        Stretch stretch = measured.stretch();
        return key(ruler.cell(stretch.low()), ruler.cell(stretch.high()), age);
    }

    /** How many cells its values are cut into. */
    int cells() {
        return cells;
    }

    /** The fact that it has a value of a cell, observed when it was reported. */
    Observation observation(int cell) {
        return observation(ruler.valueIn(cell));
    }

    /** The fact that it has a value, observed when it was reported. */
    Observation observation(BigDecimal value) {
        return new Measured(parameter, Stretch.of(value), Duration.ZERO);
    }

    /** The fact that it was not submitted. */
    Observation absence() {
        return new Missing(parameter, ReasonCode.NOT_SUBMITTED);
    }

    /** The key of a value of a cell, observed when it was reported. */
    long key(int cell) {
        return key(cell, NO_AGE);
    }

    /** The key of a value, observed when it was reported. */
    long key(BigDecimal value) {
        return key(ruler.cell(value), NO_AGE);
    }

    /** The key of what was not submitted. */
    long keyOfAbsence() {
        return REASONS.indexOf(MissingReason.NOT_SUBMITTED);
    }

    /** The parts of all cells and, behind them, of what was not submitted; negative where none is kept. */
    Draws.Steps steps() {
        int[] parts = new int[cells + 1];
        for (int cell = 0; cell <= cells; cell++) {
            Answer answer = get(cell < cells ? key(cell) : keyOfAbsence());
            parts[cell] = answer == null || answer.scored() == null
                    ? -1
                    : answer.scored().part();
        }
        return new Draws.Steps(ruler.from(), ruler.notAbove(), parts);
    }

    private long key(int cell, int age) {
        return REASONS.size() + (long) cell * AGES + age;
    }

    private long key(int low, int high, int age) {
        return places + ((long) low * cells + high) * AGES + age;
    }

    private int age(Duration age) {
        int withNone = age.compareTo(Duration.ZERO);
        int withMost = age.compareTo(parameter.getMaxAge());
        return withNone <= 0 ? NO_AGE + Integer.signum(withNone) : NO_AGE + 2 + Integer.signum(withMost);
    }

    /** The answer for a key; null where it has not been asked, or could not be kept. */
    @Nullable
    Answer get(long key) {
        if (key >= places) {
            return stretches.get(key);
        }
        @Nullable Answer[] answers = known;
        return answers == null ? null : answers[(int) key];
    }

    void keep(long key, Answer answer, Room room) {
        Answer.Scored scored = answer.scored();
        if (scored != null && scored.part() < 0) {
            return;
        }
        long bytes = BYTES_OF_AN_ANSWER
                + (long) BYTES_OF_A_BAND
                        * (answer.told().size()
                                + (scored == null ? 0 : 2 * scored.bands().size()));
        if (key >= places) {
            if (stretches.containsKey(key) || room.take(bytes)) {
                stretches.put(key, answer);
            }
            return;
        }
        @Nullable Answer[] answers = known;
        if (answers == null) {
            if (!room.take((long) BYTES_OF_A_PLACE * places)) {
                return;
            }
            answers = new Answer[places];
        }
        if (answers[(int) key] != null || room.take(bytes)) {
            answers[(int) key] = answer;
            known = answers;
        }
    }

    /** Which part these points are; negative where there was no room to number it, so that no answer with it can be kept. */
    int part(Award award, Room room) {
        Part part = new Part(award.fewest(), award.most(), award.assurance());
        Integer number = parts.get(part);
        if (number == null && room.take(BYTES_OF_A_PART)) {
            number = parts.size();
            parts.put(part, number);
        }
        return number == null ? -1 : number;
    }
}
