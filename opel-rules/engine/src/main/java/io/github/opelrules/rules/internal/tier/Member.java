package io.github.opelrules.rules.internal.tier;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.TierAssessment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One provider of a tally. */
final class Member {

    private final Tally into;
    private final Hierarchy.Member member;
    private final @Nullable Assessment assessment;
    private final @Nullable Declaration declared;
    private final Instant at;
    private @Nullable Provider fact;

    /**
     * A provider.
     *
     * @param assessment its latest; null where there is none
     * @param declared the declaration in force; null where there is none
     * @param at the time of the system
     */
    Member(
            Tally into,
            Hierarchy.Member member,
            @Nullable Assessment assessment,
            @Nullable Declaration declared,
            Instant at) {
        this.into = into;
        this.member = member;
        this.assessment = assessment;
        this.declared = declared;
        this.at = at;
    }

    /** What the rules see of it. */
    Provider fact(Whole whole) {
        fact = new Provider(whole, member.weight(), member.unit().providerType(), assessment, declared, at);
        return fact;
    }

    /** @throws IllegalStateException if no rule let it count */
    TierAssessment assessment(SystemFacts said) {
        Provider provider = Objects.requireNonNull(fact, "the facts come first");
        Part part = said.part(provider);
        if (part == null) {
            throw new IllegalStateException("No rule has counted " + member.unit() + ": the tier rules are incomplete");
        }
        Rule rule = said.rule(part.rule());
        Recent recent = provider.isOfAnotherType() ? null : said.recent(provider);
        Level level = switch (part.code()) {
            case ASSESSED, OTHER_FRAMEWORK -> Objects.requireNonNull(assessment).level();
            default -> into.scale().level(part.score());
        };
        return new TierAssessment(
                member.unit(),
                null,
                member.weight(),
                into.framework(),
                part.code(),
                part.score(),
                rule,
                level,
                rule,
                part.assurance(),
                declared,
                recent == null ? null : assessment,
                recent == null ? null : said.rule(recent.rule()),
                List.of(),
                List.of(),
                rule);
    }

    /** Whether its latest report, which would count, is of another type than that as which it has a part in the system. */
    boolean isElsewhere(SystemFacts said) {
        return fact != null && fact.isOfAnotherType() && said.recent(fact) != null;
    }

    OdsCode code() {
        return member.unit().code();
    }
}
