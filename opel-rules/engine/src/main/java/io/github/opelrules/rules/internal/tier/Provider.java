package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.tier.Declaration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A provider that is a part of something, as the rules see it. */
public final class Provider implements Countable {

    private final Whole into;
    private final BigDecimal weight;
    private final @Nullable Assessment assessment;
    private final @Nullable Declaration declared;
    private final Instant at;

    /**
     * A provider.
     *
     * @param assessment its latest; null where there is none
     * @param declared the latest declaration of it; null where there is none
     * @param at the time of the system
     */
    Provider(
            Whole into,
            BigDecimal weight,
            @Nullable Assessment assessment,
            @Nullable Declaration declared,
            Instant at) {
        this.into = into;
        this.weight = weight;
        this.assessment = assessment;
        this.declared = declared;
        this.at = at;
    }

    @Override
    public Whole getInto() {
        return into;
    }

    @Override
    public BigDecimal getWeight() {
        return weight;
    }

    /** The level of its assessment; null where it has none, or that gives no level. */
    public @Nullable Level getLevel() {
        return assessment == null || assessment.level() instanceof Level.Undetermined ? null : assessment.level();
    }

    /** The framework of its assessment; null where it has none. */
    public @Nullable String getFramework() {
        return assessment == null ? null : assessment.framework().digest();
    }

    /** The age of the report that its assessment is of; null where it has none. */
    public @Nullable Duration getAge() {
        return assessment == null ? null : Duration.between(assessment.report().observedAt(), at);
    }

    /** How sure its assessment is. */
    public Assurance getAssurance() {
        return assessment == null ? Assurance.PUBLISHED : assessment.assurance();
    }

    /** The level that it reports itself; null where it reports none. */
    public @Nullable Level getReported() {
        return declared == null ? null : new Level.Exact(declared.level());
    }

    /** The age of what it reports itself; null where it reports none. */
    public @Nullable Duration getReportedAge() {
        return declared == null ? null : Duration.between(declared.at(), at);
    }

    /** The score of its assessment, in the terms of what it counts in. */
    public ScoreRange score() {
        if (assessment == null) {
            throw new IllegalStateException("A provider counts with its own score, and has none");
        }
        return into.getScale().of(assessment);
    }
}
