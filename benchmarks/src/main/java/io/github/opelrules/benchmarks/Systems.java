package io.github.opelrules.benchmarks;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up systems for the providers of {@link Reports}. */
final class Systems {

    /** As many as England has, more or less. */
    static final int PROVIDERS = 200;

    private static final int REGIONS = 7;
    private static final int ICSS = 42;

    private Systems() {}

    /** 200 providers in 42 ICSs and 7 regions. */
    static Hierarchy england() {
        return of(REGIONS, ICSS, PROVIDERS);
    }

    /** One ICS of so many providers, with its region and the nation above it. */
    static Hierarchy oneIcs(int providers) {
        return of(1, 1, providers);
    }

    private static Hierarchy of(int regions, int icss, int providers) {
        List<Unit> units = new ArrayList<>();
        units.add(unit("ENG", Tier.NATION, null, null, 1));
        for (int i = 0; i < regions; i++) {
            units.add(unit("Y0" + i, Tier.REGION, null, "ENG", 10 + i));
        }
        for (int i = 0; i < icss; i++) {
            units.add(unit(ics(i), Tier.ICS, null, "Y0" + i % regions, 100 + i * 7));
        }
        for (int i = 0; i < providers; i++) {
            units.add(unit(Reports.code(i), Tier.PROVIDER, ProviderType.ACUTE, ics(i % icss), 300 + i * 11));
        }
        return new Hierarchy(Hierarchy.Weights.RELATIVE, units);
    }

    private static String ics(int i) {
        return String.format("Q%02d", i);
    }

    private static Unit unit(String code, Tier tier, @Nullable ProviderType type, @Nullable String parent, int weight) {
        DateRange always = new DateRange(LocalDate.of(2020, 1, 1), null);
        List<Membership> memberships = parent == null
                ? List.of()
                : List.of(new Membership(OdsCode.of(parent), BigDecimal.valueOf(weight), always));
        return new Unit(OdsCode.of(code), "Unit " + code, tier, type, memberships);
    }
}
