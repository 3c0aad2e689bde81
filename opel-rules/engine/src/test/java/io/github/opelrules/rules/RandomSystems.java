package io.github.opelrules.rules;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random systems of acute providers: some assessed, some with a level that they report themselves, some with nothing. The
 * same seed gives the same systems.
 */
final class RandomSystems {

    static final Instant AT = RandomReports.MORNING;

    /** A system with what is known of it. */
    record RandomSystem(Hierarchy hierarchy, List<Assessment> assessments, List<Declaration> declarations) {}

    private static final int MOST_PROVIDERS = 40;
    private static final int ASSESSMENTS_EACH = 8;
    private static final DateRange ALWAYS = new DateRange(LocalDate.of(2020, 1, 1), null);

    private final Map<OdsCode, List<Assessment>> pool = new HashMap<>();

    RandomSystems(OpelEngine engine) {
        RandomReports reports = new RandomReports(20240108, RandomReports.acuteParameters());
        for (int i = 0; i < MOST_PROVIDERS; i++) {
            OdsCode code = provider(i);
            List<SituationReport> own = new ArrayList<>();
            for (int j = 0; j < ASSESSMENTS_EACH; j++) {
                SituationReport report = j % 2 == 0 ? reports.full() : reports.partial();
                own.add(new SituationReport(code, ProviderType.ACUTE, report.observedAt(), report.readings()));
            }
            pool.put(code, engine.assessAll(own));
        }
    }

    RandomSystem next(long seed) {
        Random random = new Random(seed);
        List<Unit> units = new ArrayList<>();
        List<Assessment> assessments = new ArrayList<>();
        List<Declaration> declarations = new ArrayList<>();
        units.add(unit(random, "ENG", Tier.NATION, null, null));
        int providers = 0;
        int regions = 1 + random.nextInt(3);
        for (int region = 0; region < regions; region++) {
            units.add(unit(random, "Y0" + region, Tier.REGION, null, "ENG"));
            int systems = random.nextInt(4);
            for (int ics = 0; ics < systems; ics++) {
                units.add(unit(random, "Q" + region + ics, Tier.ICS, null, "Y0" + region));
                int members = random.nextInt(5);
                for (int member = 0; member < members; member++) {
                    OdsCode code = provider(providers++);
                    units.add(unit(random, code.value(), Tier.PROVIDER, ProviderType.ACUTE, "Q" + region + ics));
                    int known = random.nextInt(4);
                    if (known > 1) {
                        assessments.add(pool.get(code).get(random.nextInt(ASSESSMENTS_EACH)));
                    }
                    if (known == 1 || random.nextInt(5) == 0) {
                        OpelLevel level = OpelLevel.values()[random.nextInt(4)];
                        declarations.add(new Declaration(code, level, "director on call", AT, null));
                    }
                }
            }
        }
        return new RandomSystem(new Hierarchy(Hierarchy.Weights.RELATIVE, units), assessments, declarations);
    }

    private static Unit unit(
            Random random, String code, Tier tier, @Nullable ProviderType type, @Nullable String parent) {
        List<Membership> memberships = parent == null
                ? List.of()
                : List.of(new Membership(OdsCode.of(parent), BigDecimal.valueOf(1 + random.nextInt(9)), ALWAYS));
        return new Unit(OdsCode.of(code), "Example " + code, tier, type, memberships);
    }

    private static OdsCode provider(int number) {
        return OdsCode.of("R" + (10 + number));
    }
}
