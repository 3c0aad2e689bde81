package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of unit that sentences speak of.
 *
 * @param singular the words for one of them, such as {@code an acute provider}
 * @param plural the words for several of them; empty for the nation
 * @param tier its tier
 * @param type the type of provider; null for other tiers, and where any type will do
 */
public record UnitKind(
        String singular, String plural, Tier tier, @Nullable ProviderType type) {

    /** All of them. */
    public static final List<UnitKind> ALL = List.of(
            new UnitKind("a provider", "providers", Tier.PROVIDER, null),
            new UnitKind("an acute provider", "acute providers", Tier.PROVIDER, ProviderType.ACUTE),
            new UnitKind("a community provider", "community providers", Tier.PROVIDER, ProviderType.COMMUNITY),
            new UnitKind(
                    "a mental health provider", "mental health providers", Tier.PROVIDER, ProviderType.MENTAL_HEALTH),
            new UnitKind("an NHS 111 provider", "NHS 111 providers", Tier.PROVIDER, ProviderType.NHS_111),
            new UnitKind("the ICS", "ICSs", Tier.ICS, null),
            new UnitKind("the region", "regions", Tier.REGION, null),
            new UnitKind("the nation", "", Tier.NATION, null));

    /** The words for one of each kind. */
    public static List<String> singulars() {
        return ALL.stream().map(UnitKind::singular).toList();
    }

    /** The words for several of each kind. */
    public static List<String> plurals() {
        return ALL.stream()
                .map(UnitKind::plural)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** The words for what other units belong to. */
    public static List<String> wholes() {
        return ALL.stream()
                .filter(kind -> kind.tier != Tier.PROVIDER)
                .map(UnitKind::singular)
                .toList();
    }

    /** The kind that these words mean, in the singular or the plural, if they mean one. */
    public static Optional<UnitKind> of(String words) {
        return ALL.stream()
                .filter(kind -> kind.singular.equals(words) || (!words.isEmpty() && kind.plural.equals(words)))
                .findFirst();
    }

    /** Whether every unit of another kind is of this one too. */
    public boolean includes(UnitKind other) {
        return tier == other.tier && (type == null || type == other.type);
    }

    /** Whether it is of this kind. */
    public boolean includes(Tier otherTier, @Nullable ProviderType otherType) {
        return tier == otherTier && (type == null || type == otherType);
    }

    @Override
    public String toString() {
        return singular;
    }
}
