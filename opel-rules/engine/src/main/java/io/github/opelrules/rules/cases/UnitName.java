package io.github.opelrules.rules.cases;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a case calls a unit: its code, or one of the pillars of an ICS, such as {@code QXX/acute}.
 *
 * @param code the ODS code of the unit
 * @param pillar the provider type, where all its providers of one type together are meant; else null
 */
public record UnitName(OdsCode code, @Nullable ProviderType pillar) implements Comparable<UnitName> {

    private static final Comparator<UnitName> ORDER = Comparator.comparing(UnitName::toString);

    /** That unit in a system, if it has a part in it. */
    Optional<TierAssessment> in(SystemAssessment system) {
        return system.stream()
                .filter(part -> part.unit().code().equals(code) && part.pillar() == pillar)
                .findFirst();
    }

    @Override
    public int compareTo(UnitName other) {
        return ORDER.compare(this, other);
    }

    /** {@code QXX}, or {@code QXX/acute}. */
    @Override
    public String toString() {
        return code + (pillar == null ? "" : "/" + pillar.id());
    }
}
