package io.github.opelrules.tier;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider, an ICS, a region or the nation.
 *
 * @param code its ODS code
 * @param name what people call it
 * @param tier which of these it is
 * @param providerType what kind of provider, for a provider; else null
 * @param memberships what it belonged to, and when; none for the nation
 */
public record Unit(
        OdsCode code, String name, Tier tier, @Nullable ProviderType providerType, List<Membership> memberships) {

    /** @throws IllegalArgumentException if the name is blank, or just a provider has a type and this is not so */
    public Unit {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(memberships, "memberships");
        if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Unit " + code + " needs a name, one line of plain text");
        }
        if ((tier == Tier.PROVIDER) != (providerType != null)) {
            throw new IllegalArgumentException("Unit " + code + " is " + tier.withArticle() + ", and "
                    + (providerType == null ? "a provider needs a provider type" : "only a provider has a type"));
        }
        memberships = List.copyOf(memberships);
    }

    /** {@code Example ICS (QXX)}. */
    @Override
    public String toString() {
        return name + " (" + code + ")";
    }
}
