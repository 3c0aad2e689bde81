package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.rules.internal.engine.fact.Graded;
import io.github.opelrules.tier.TierScale;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is scored as the mean of its parts, as the rules see it: an ICS, a region, the nation, or the providers of one type in an ICS. */
public final class Whole implements Countable {

    private final @Nullable Whole into;
    private final BigDecimal weight;
    private final String framework;
    private final Duration maxAge;
    private final GradedScale scale;
    private final int size;
    private final Assurance meanAssurance;
    private final Assurance weightsAssurance;

    Whole(
            @Nullable Whole into,
            BigDecimal weight,
            String framework,
            Duration maxAge,
            GradedScale scale,
            int size,
            Assurance meanAssurance,
            Assurance weightsAssurance) {
        this.into = into;
        this.weight = weight;
        this.framework = framework;
        this.maxAge = maxAge;
        this.scale = scale;
        this.size = size;
        this.meanAssurance = meanAssurance;
        this.weightsAssurance = weightsAssurance;
    }

    @Override
    public @Nullable Whole getInto() {
        return into;
    }

    @Override
    public BigDecimal getWeight() {
        return weight;
    }

    /** The framework whose tiers apply to it. */
    public String getFramework() {
        return framework;
    }

    /** How old a report may be to count. */
    public Duration getMaxAge() {
        return maxAge;
    }

    /** The scores that it counts in. */
    public TierScale getScale() {
        return scale.scale();
    }

    /** How many parts it is the mean of. */
    public int getSize() {
        return size;
    }

    /** How sure it is that it is the mean of its parts. */
    public Assurance getMeanAssurance() {
        return meanAssurance;
    }

    /** How sure it is that its parts have their weights. */
    public Assurance getWeightsAssurance() {
        return weightsAssurance;
    }

    /** How sure it is which scores a level covers. */
    public Assurance getScaleAssurance() {
        return getScale().levels().citation().assurance();
    }

    /** One cut for each level. */
    public List<LevelCut> getCuts() {
        return getScale().levels().cuts();
    }

    /** How sure the cuts are, piece by piece. */
    public List<Graded> getGrades() {
        return scale.grades();
    }
}
