package io.github.opelrules.rules.internal.table;

import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Limit;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Ledger;
import io.github.opelrules.rules.internal.format.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how a framework makes the levels above the provider. */
public final class TiersReader {

    private static final String PILLARS = "{ acute: 1, assurance: …, source: … }";
    private static final String MAX_AGE = "maxAge";
    private static final String MEAN = "{ assurance: …, source: … }";

    private final Findings findings;
    private final Ledger ledger;
    private final LevelReader levelReader;
    private final LimitReader limits;
    private Place place = Place.START;

    public TiersReader(Findings findings, Ledger ledger) {
        this.findings = findings;
        this.ledger = ledger;
        this.limits = new LimitReader(ledger);
        this.levelReader = new LevelReader(findings, ledger, LevelReader.TIER_CUT);
    }

    /** The tiers, or null where they cannot be used, and then the findings say why. */
    public @Nullable TierRules read(Fields manifest) {
        int before = findings.errors();
        List<String> known = new ArrayList<>(List.of("pillars"));
        for (Tier tier : Tier.aboveProvider()) {
            known.add(tier.id());
        }
        known.addAll(List.of("levels", MAX_AGE));
        Fields tiers = manifest.fields("tiers", "{ pillars: …, ics: …, region: …, nation: …, levels: … }", known);
        if (tiers == null) {
            return null;
        }
        place = tiers.place();
        Map<ProviderType, BigDecimal> pillars = new EnumMap<>(ProviderType.class);
        Citation pillarCitation = pillars(tiers, pillars);
        Map<Tier, Citation> means = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.aboveProvider()) {
            Fields mean = tiers.fields(tier.id(), MEAN, List.of("assurance", "source"));
            Citation citation = mean == null ? null : citation("mean of " + tier.withArticle(), mean);
            if (citation != null) {
                means.put(tier, citation);
            }
        }
        LevelTable levels = levelReader.read(tiers);
        Limit<Duration> maxAge = tiers.has(MAX_AGE)
                ? limits.read(tiers, MAX_AGE, "greatest age of a report that counts", "PT24H", Fields::duration)
                : TierRules.ASSUMED_MAX_AGE;
        return pillarCitation == null || levels == null || maxAge == null || findings.errors() > before
                ? null
                : new TierRules(pillars, pillarCitation, means, levels, maxAge);
    }

    private @Nullable Citation pillars(Fields tiers, Map<ProviderType, BigDecimal> pillars) {
        List<String> known = new ArrayList<>();
        for (ProviderType type : ProviderType.values()) {
            known.add(type.id());
        }
        known.addAll(List.of("assurance", "source"));
        Fields fields = tiers.fields("pillars", PILLARS, known);
        if (fields == null) {
            return null;
        }
        boolean named = false;
        for (ProviderType type : ProviderType.values()) {
            named |= fields.has(type.id());
            BigDecimal weight = fields.has(type.id()) ? fields.number(type.id(), "1") : null;
            if (weight != null && weight.signum() <= 0) {
                findings.add(
                        FormCode.NUMBER_OUT_OF_RANGE,
                        fields.placeOf(type.id()),
                        "The weight of " + type + " is " + weight.toPlainString()
                                + ". Expected a number above 0; leave out a provider type that does not count.");
            } else if (weight != null) {
                pillars.put(type, weight);
            }
        }
        if (!named) {
            findings.add(
                    FormCode.NO_VALUE,
                    fields.place(),
                    "No provider type counts. Name at least one with its weight, such as \"acute: 1\".");
        }
        return citation("weights of the provider types in an ICS", fields);
    }

    private @Nullable Citation citation(String what, Fields fields) {
        Grade grade = fields.grade();
        Source source = fields.source();
        if (grade == null || source == null) {
            return null;
        }
        ledger.enter(what, fields.place(), grade, source);
        return new Citation(source, grade.assurance());
    }

    /** Reports what does not go together with the tables of the providers, all of which are sound. */
    public void check(TierRules rules, Map<ProviderType, ScoringTable> tables) {
        int available = 0;
        for (ProviderType type : rules.pillars().keySet()) {
            ScoringTable table = tables.get(type);
            if (table == null) {
                findings.add(
                        FormCode.TIER_WITHOUT_TABLE,
                        place,
                        "The tiers count " + type + " providers, and no table scores them. Add a table, with"
                                + " \"bands: expected\" where they are not known, or take \"" + type
                                + "\" out of the pillars.");
                return;
            }
            // Of points a share of those that could be scored can be taken, as long as that is what the mean is of.
            if (table.levels().basis() == LevelTable.Basis.SHARE
                    && rules.levels().basis() == LevelTable.Basis.TOTAL) {
                findings.add(
                        FormCode.TIER_BASIS,
                        place,
                        "The level cuts of the tiers are applied to the "
                                + basis(rules.levels()) + ", and those of " + type + " providers to the "
                                + basis(table.levels())
                                + ". A mean can only be taken of one and the same: give both the same basis.");
                return;
            }
            available = Math.max(available, table.available());
        }
        for (Flaw flaw : rules.levels().flawsForMeans(available)) {
            findings.add(flaw.code(), levelReader.placeOf(flaw.index()), flaw.message());
        }
    }

    private static String basis(LevelTable levels) {
        return levels.basis() == LevelTable.Basis.TOTAL ? "total" : "share";
    }
}
