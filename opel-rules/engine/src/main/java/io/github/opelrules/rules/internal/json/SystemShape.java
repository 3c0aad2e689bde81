package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DECIMAL;
import static io.github.opelrules.rules.internal.format.Scalars.FLAG;
import static io.github.opelrules.rules.internal.format.Scalars.NEGATION;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.word;
import static io.github.opelrules.rules.internal.json.ResultForms.ASSURANCE;
import static io.github.opelrules.rules.internal.json.ResultForms.PROVIDER_TYPE;
import static io.github.opelrules.rules.internal.json.ResultForms.RULE;

import io.github.opelrules.assess.Level;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.WrittenShape;
import io.github.opelrules.rules.internal.system.DeclarationShape;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The levels of a system at one time: equal systems give equal text. */
public final class SystemShape extends WrittenShape<SystemAssessment> {

    public static final Format<SystemAssessment> SYSTEM =
            new Format<>("opel.system/1", "the system", "The levels of a system at one time", new SystemShape());

    private final Key<String> library =
            key("library", TEXT).alwaysWritten().says("The version of the library that made it.");
    private final Key<Instant> at = key("at", UTC);
    private final Key<List<Part>> units = key(
                    "units", ListForm.of(new PartShape()).orEmpty())
            .says("The units that belong to no other, each with all that belongs to it.");
    private final Key<List<OdsCode>> leftOut = key("leftOut", ListForm.of(CODE).orEmpty())
            .says(
                    "Organisations that were given and have no part in it: they belong to nothing at that time, or their provider"
                            + " type does not count.");

    private SystemShape() {
        super("system");
    }

    @Override
    protected void take(SystemAssessment system, Out out) {
        out.put(library, Library.VERSION)
                .put(at, system.at())
                .put(
                        units,
                        system.tops().stream().map(top -> new Part(null, top)).toList())
                .put(leftOut, system.leftOut());
    }

    /** A unit beside what it belongs to, which tells as what it counts there. */
    private record Part(@Nullable TierAssessment of, TierAssessment unit) {

        @Nullable
        ScoreRange countsAs() {
            return of == null || of.counted(unit).equals(unit.score()) ? null : of.counted(unit);
        }
    }

    private static final class PartShape extends WrittenShape<Part> {

        private final Key<OdsCode> code = key("code", CODE);
        private final Key<String> name = key("name", TEXT);
        private final Key<Tier> tier = key("tier", word(Tier.values(), Tier::id));
        private final Key<ProviderType> pillar = key("pillar", PROVIDER_TYPE).optional();
        private final Key<ProviderType> providerType =
                key("providerType", PROVIDER_TYPE).optional();
        private final Key<BigDecimal> weight = key("weight", DECIMAL).says("How much it counts in what it belongs to.");
        private final Key<Framework> framework =
                key("framework", FrameworkShape.APPLIED).says("The framework whose tiers were applied.");
        private final Key<Boolean> whatIf = key("whatIf", FLAG)
                .optional()
                .says(
                        "The level is not one that counts: a framework of it or of what it is made of was pinned or is a draft. Left"
                                + " out where it counts.");
        private final Key<ReasonCode> how = key(
                        "how",
                        word(
                                new ReasonCode[] {
                                    ReasonCode.WEIGHTED_MEAN,
                                    ReasonCode.ASSESSED,
                                    ReasonCode.OTHER_FRAMEWORK,
                                    ReasonCode.LEVEL_REPORTED,
                                    ReasonCode.NO_REPORT
                                },
                                Enum::name))
                .says("How its score was had.");
        private final Key<ScoreRange> score = key("score", new ScoreShape())
                .says("In the terms of its framework's level cuts for tiers: points, or a share in percent.");
        private final Key<ScoreRange> countsAs = key("countsAs", new ScoreShape())
                .optional()
                .says(
                        "Where it belongs to a unit that another framework applies to: the scores that its level covers there.");
        private final Key<Level> level =
                key("level", LevelForm.OUTCOME).says("Calculated; what was declared never changes it.");
        private final Key<Assurance> assurance = key("assurance", ASSURANCE);
        private final Key<Rule> scoreRule = key("scoreRule", RULE);
        private final Key<Rule> levelRule = key("levelRule", RULE);
        private final Key<Declaration> declared =
                key("declared", DeclarationShape.of(code)).optional();
        private final Key<String> sentence =
                key("sentence", TEXT).optional().says("The level and its reasons in words; it stands alone.");
        private final Key<List<Part>> parts = below();
        private final Key<List<OdsCode>> notCounted = key("notCounted", ListForm.of(CODE))
                .optional()
                .says("Providers whose type does not count under the framework.");

        PartShape() {
            super("unit");
            says("A unit, or all providers of one type of an ICS, with what it is made up of.");
        }

        @SuppressWarnings("this-escape") // A list only keeps the form of its entries.
        private Key<List<Part>> below() {
            return key("parts", ListForm.of(this)).optional();
        }

        @Override
        protected void take(Part part, Out out) {
            TierAssessment unit = part.unit();
            out.put(code, unit.unit().code())
                    .put(name, unit.unit().name())
                    .put(tier, unit.unit().tier())
                    .put(pillar, unit.pillar())
                    .put(providerType, unit.unit().providerType())
                    .put(weight, unit.weight())
                    .put(framework, unit.framework())
                    .put(whatIf, unit.isWhatIf())
                    .put(how, unit.code())
                    .put(score, unit.score())
                    .put(countsAs, part.countsAs())
                    .put(level, unit.level())
                    .put(assurance, unit.assurance())
                    .put(scoreRule, unit.scoreRule())
                    .put(levelRule, unit.levelRule())
                    .put(declared, unit.declared())
                    .put(sentence, unit.parts().isEmpty() ? null : unit.sentence())
                    .put(
                            parts,
                            unit.parts().stream()
                                    .map(below -> new Part(unit, below))
                                    .toList())
                    .put(notCounted, unit.notCounted().stream().map(Unit::code).toList());
        }
    }

    private static final class ScoreShape extends WrittenShape<ScoreRange> {

        /** Ten decimals at most; the level comes from the exact fraction, not from them. */
        private static final int DECIMALS = 10;

        private final Key<BigDecimal> min = key("min", DECIMAL);
        private final Key<Boolean> minIncluded = bound("min", "lowest");
        private final Key<BigDecimal> max = key("max", DECIMAL);
        private final Key<Boolean> maxIncluded = bound("max", "highest");

        ScoreShape() {
            super("score");
            says("With ten decimals at most; the level comes from the exact fraction.");
        }

        private Key<Boolean> bound(String end, String what) {
            return key(end + "Included", NEGATION)
                    .optional()
                    .says("Left out where the score may be the " + what + " itself.");
        }

        @Override
        protected void take(ScoreRange score, Out out) {
            out.put(min, decimal(score.min()))
                    .put(minIncluded, score.minIncluded())
                    .put(max, decimal(score.max()))
                    .put(maxIncluded, score.maxIncluded());
        }

        private static BigDecimal decimal(Fraction fraction) {
            return fraction.decimal(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        }
    }
}
