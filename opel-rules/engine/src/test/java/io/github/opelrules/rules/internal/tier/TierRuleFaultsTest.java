package io.github.opelrules.rules.internal.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.drools.RuleFaults;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is removed from tiers.drl, or turned in it, some system comes out otherwise. */
class TierRuleFaultsTest {

    private static final Instant AT = Instant.parse("2024-01-08T08:00:00Z");
    private static final OpelEngine ENGINE =
            OpelRules.builder().bundled().allowDrafts().build();
    private static final Framework OLD = framework("nhse-opel-2023-24");
    private static final Framework NEW = framework("nhse-opel-2024-26");
    private static final List<Duration> AGES =
            List.of(Duration.ZERO, Duration.ofHours(24), Duration.ofHours(24).plusNanos(1), Duration.ofDays(3));

    private record Known(Hierarchy hierarchy, List<Assessment> assessments, List<Declaration> declarations) {

        SystemAssessment by(CompiledRules rules) {
            return TierEngine.aggregate(
                    unit -> unit.value().startsWith("Q1") || unit.value().equals("Y01") ? NEW : OLD,
                    hierarchy,
                    AT,
                    assessments,
                    declarations,
                    rules);
        }
    }

    private static Framework framework(String id) {
        return ENGINE.frameworks().pinned(FrameworkId.of(id), true);
    }

    @Test
    void each_fault_in_each_rule_is_noticed() throws IOException {
        CompiledRules rules = CompiledRules.of(Whole.class);
        List<Known> systems = new ArrayList<>();
        List<SystemAssessment> right = new ArrayList<>();
        Random random = new Random(23);
        for (int i = 0; i < 60; i++) {
            systems.add(system(random));
            right.add(systems.get(i).by(rules));
        }
        List<String> unnoticed = new ArrayList<>();
        List<RuleFaults.Fault> faults = RuleFaults.in(Whole.class, "tiers.drl");
        for (RuleFaults.Fault fault : faults) {
            boolean noticed = false;
            for (int i = 0; i < systems.size() && !noticed; i++) {
                try {
                    noticed = !systems.get(i).by(fault.rules()).equals(right.get(i));
                } catch (RuntimeException e) {
                    noticed = true;
                }
            }
            if (!noticed) {
                unnoticed.add(fault.what());
            }
        }

        assertThat(faults).hasSizeGreaterThan(25);
        assertThat(unnoticed).isEmpty();
    }

    /** A nation of two regions, each of which has an ICS with providers and perhaps one without; one region is under the draft. */
    private static Known system(Random random) {
        List<Unit> units = new ArrayList<>();
        List<Assessment> assessments = new ArrayList<>();
        List<Declaration> declarations = new ArrayList<>();
        units.add(unit("ENG", Tier.NATION, null, null));
        for (int region = 0; region < 2; region++) {
            units.add(unit("Y0" + region, Tier.REGION, null, "ENG"));
            for (int ics = 0; ics < 2; ics++) {
                String code = "Q" + region + ics;
                units.add(unit(code, Tier.ICS, null, "Y0" + region));
                int providers = ics == 0 ? 1 + random.nextInt(3) : random.nextInt(2);
                for (int i = 0; i < providers; i++) {
                    OdsCode provider = OdsCode.of("R" + region + ics + i);
                    units.add(unit(provider.value(), Tier.PROVIDER, ProviderType.ACUTE, code));
                    if (random.nextInt(4) > 0) {
                        assessments.add(assessment(provider, random));
                    }
                    if (random.nextInt(2) == 0) {
                        OpelLevel level = OpelLevel.values()[random.nextInt(4)];
                        declarations.add(
                                new Declaration(provider, level, "director on call", AT.minus(age(random)), null));
                    }
                }
            }
        }
        return new Known(new Hierarchy(Hierarchy.Weights.RELATIVE, units), assessments, declarations);
    }

    private static Duration age(Random random) {
        return AGES.get(random.nextInt(AGES.size()));
    }

    private static Assessment assessment(OdsCode provider, Random random) {
        Framework framework = random.nextInt(3) == 0 ? NEW : OLD;
        SituationReport.Builder report =
                SituationReport.of(provider, ProviderType.ACUTE).observedAt(AT.minus(age(random)));
        framework.table(ProviderType.ACUTE).orElseThrow().parameters().forEach(parameter -> {
            if (random.nextInt(10) > 0) {
                report.reading(parameter.id().value(), Integer.toString(random.nextInt(100)));
            }
        });
        return ENGINE.pinnedTo(framework.id()).assess(report.build());
    }

    private static Unit unit(String code, Tier tier, ProviderType type, String parent) {
        List<Membership> memberships = parent == null
                ? List.of()
                : List.of(new Membership(
                        OdsCode.of(parent), BigDecimal.ONE, new DateRange(LocalDate.of(2020, 1, 1), null)));
        return new Unit(OdsCode.of(code), "Example " + code, tier, type, memberships);
    }
}
