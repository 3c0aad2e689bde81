package io.github.opelrules.testkit.junit;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.internal.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about assessments, without a library for assertions:
 *
 * <pre>{@code
 * assertThat(assessment).isAtLevel(3).hasScore("24").hasPoints("ga-bed-occupancy", 8).isMissing("escalation-beds");
 * }</pre>
 *
 * <p>Each throws an {@link AssertionError} that says what was expected, what was found, and why.
 */
public final class OpelAssertions {

    private final Assessment assessment;

    private OpelAssertions(Assessment assessment) {
        this.assessment = assessment;
    }

    /**
     * Begins assertions about an assessment.
     *
     * @throws AssertionError if it is null
     */
    public static OpelAssertions assertThat(@Nullable Assessment assessment) {
        if (assessment == null) {
            throw new AssertionError("expected an assessment, found null");
        }
        return new OpelAssertions(assessment);
    }

    /** The level is exactly this one, 1 to 4. */
    public OpelAssertions isAtLevel(int level) {
        return isBetweenLevels(level, level);
    }

    /** The level ranges from the first to the second, 1 to 4. */
    public OpelAssertions isBetweenLevels(int best, int worst) {
        return has("level", Level.between(level(best), level(worst)), assessment.level());
    }

    /** No level can be given. */
    public OpelAssertions isUndetermined() {
        return require(
                assessment.level() instanceof Level.Undetermined,
                "level: expected undetermined, found " + assessment.level());
    }

    /** The level cannot be this one, 1 to 4, whatever the readings that are not known exactly. */
    public OpelAssertions isNeverAtLevel(int level) {
        OpelLevel excluded = level(level);
        Optional<OpelLevel> best = assessment.level().atBest();
        Optional<OpelLevel> worst = assessment.level().atWorst();
        boolean possible = best.isEmpty()
                || worst.isEmpty()
                || (!best.get().isWorseThan(excluded) && !excluded.isWorseThan(worst.get()));
        return require(!possible, "level: " + excluded + " must not be possible, found " + assessment.level());
    }

    /** The score is this one, such as {@code 24}, or this range, such as {@code 24 to 28}. */
    public OpelAssertions hasScore(String score) {
        return has("score", score, assessment.score().toString());
    }

    /** A parameter scores exactly so many points. */
    public OpelAssertions hasPoints(String parameter, int points) {
        return hasPoints(parameter, String.valueOf(points));
    }

    /** A parameter scores so many points, such as {@code 8}, or this range, such as {@code 0 to 8}. */
    public OpelAssertions hasPoints(String parameter, String points) {
        return has(
                "points of " + parameter,
                points,
                contribution(parameter).points().toString());
    }

    /** A parameter's reading is missing or cannot be used, for whatever reason. */
    public OpelAssertions isMissing(String parameter) {
        Contribution found = contribution(parameter);
        return require(
                found.code().isUnknown(),
                "reading of " + parameter + ": expected none that can be used, found " + found.code());
    }

    /** A parameter's reading is missing or cannot be used, and that is why: such as {@code stale} or {@code NOT_SUBMITTED}. */
    public OpelAssertions isMissing(String parameter, String reason) {
        return isMissing(parameter)
                .has(
                        "reason of " + parameter,
                        word(reason),
                        word(contribution(parameter).code().name()));
    }

    private static String word(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static OpelLevel level(int number) {
        return OpelLevel.ofNumber(number)
                .orElseThrow(() -> new IllegalArgumentException("A level is 1 to 4, not " + number));
    }

    private Contribution contribution(String parameter) {
        List<String> known = assessment.contributions().stream()
                .map(Contribution::parameter)
                .map(Parameter::id)
                .map(ParameterId::value)
                .toList();
        return assessment.contributions().stream()
                .filter(part -> part.parameter().id().value().equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.quoted(parameter) + " is not a parameter of "
                        + assessment.framework() + "." + Words.didYouMean(parameter, known) + " Those are: "
                        + String.join(", ", known) + "."));
    }

    private OpelAssertions has(String what, Object expected, Object found) {
        return require(expected.equals(found), what + ": expected " + expected + ", found " + found);
    }

    private OpelAssertions require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(
                    message + "\n" + assessment.explain().toText().indent(2));
        }
        return this;
    }
}
