package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.ProviderType;
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
    private final @Nullable ProviderType type;
    private final @Nullable Assessment assessment;
    private final @Nullable Duration age;
    private final @Nullable Level reported;
    private final @Nullable Duration reportedAge;

    /**
     * A provider.
     *
     * @param type as what it counts
     * @param assessment its latest; null where there is none
     * @param declared the latest declaration of it; null where there is none
     * @param at the time of the system
     */
    Provider(
            Whole into,
            BigDecimal weight,
            @Nullable ProviderType type,
            @Nullable Assessment assessment,
            @Nullable Declaration declared,
            Instant at) {
        this.into = into;
        this.weight = weight;
        this.type = type;
        this.assessment = assessment;
        this.age =
                assessment == null ? null : Duration.between(assessment.report().observedAt(), at);
        this.reported = declared == null ? null : new Level.Exact(declared.level());
        this.reportedAge = declared == null ? null : Duration.between(declared.at(), at);
    }

    @Override
    public Whole getInto() {
        return into;
    }

    @Override
    public BigDecimal getWeight() {
        return weight;
    }

    /** The level of its assessment; null where it has none of its type, or that gives no level. */
    public @Nullable Level getLevel() {
        return assessment == null || isOfAnotherType() || assessment.level() instanceof Level.Undetermined
                ? null
                : assessment.level();
    }

    /** Whether its assessment is of another type than that as which it counts. */
    boolean isOfAnotherType() {
        return assessment != null && assessment.report().providerType() != type;
    }

    /** The framework of its assessment; null where it has none. */
    public @Nullable String getFramework() {
        return assessment == null ? null : assessment.framework().digest();
    }

    /** The age of the report that its assessment is of; null where it has none. */
    public @Nullable Duration getAge() {
        return age;
    }

    /** How sure its assessment is. */
    public Assurance getAssurance() {
        return assessment == null ? Assurance.PUBLISHED : assessment.assurance();
    }

    /** The level that it reports itself; null where it reports none. */
    public @Nullable Level getReported() {
        return reported;
    }

    /** The age of what it reports itself; null where it reports none. */
    public @Nullable Duration getReportedAge() {
        return reportedAge;
    }

    /** The score of its assessment, in the terms of what it counts in. */
    public ScoreRange score() {
        if (assessment == null) {
            throw new IllegalStateException("A provider counts with its own score, and has none");
        }
        return into.getScale().of(assessment);
    }
}
