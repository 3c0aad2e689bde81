package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of unit that sentences speak of. */
public enum UnitKind {
    /** A provider of any type. */
    PROVIDER("a provider", "providers", Tier.PROVIDER, null),
    /** An acute provider. */
    ACUTE("an acute provider", "acute providers", Tier.PROVIDER, ProviderType.ACUTE),
    /** A community provider. */
    COMMUNITY("a community provider", "community providers", Tier.PROVIDER, ProviderType.COMMUNITY),
    /** A mental health provider. */
    MENTAL_HEALTH("a mental health provider", "mental health providers", Tier.PROVIDER, ProviderType.MENTAL_HEALTH),
    /** An NHS 111 provider. */
    NHS_111("an NHS 111 provider", "NHS 111 providers", Tier.PROVIDER, ProviderType.NHS_111),
    /** An ICS. */
    ICS("the ICS", "ICSs", Tier.ICS, null),
    /** A region. */
    REGION("the region", "regions", Tier.REGION, null),
    /** The nation, of which there is one. */
    NATION("the nation", "", Tier.NATION, null);

    /** All of them. */
    public static final List<UnitKind> ALL = List.of(values());

    private final String singular;
    private final String plural;
    private final Tier tier;
    private final @Nullable ProviderType type;

    UnitKind(String singular, String plural, Tier tier, @Nullable ProviderType type) {
        this.singular = singular;
        this.plural = plural;
        this.tier = tier;
        this.type = type;
    }

    /** The words for several of them, such as {@code acute providers}; empty for the nation. */
    public String plural() {
        return plural;
    }

    /** Its tier. */
    public Tier tier() {
        return tier;
    }

    /** The type of provider; null for other tiers, and where any type will do. */
    public @Nullable ProviderType type() {
        return type;
    }

    /** The words for one of each kind. */
    public static List<String> singulars() {
        List<String> singulars = new ArrayList<>();
        for (UnitKind kind : ALL) {
            singulars.add(kind.singular);
        }
        return singulars;
    }

    /** The words for several of each kind. */
    public static List<String> plurals() {
        List<String> plurals = new ArrayList<>();
        for (UnitKind kind : ALL) {
            if (!kind.plural.isEmpty()) {
                plurals.add(kind.plural);
            }
        }
        return plurals;
    }

    /** The words for what other units belong to. */
    public static List<String> wholes() {
        List<String> wholes = new ArrayList<>();
        for (UnitKind kind : ALL) {
            if (kind.tier != Tier.PROVIDER) {
                wholes.add(kind.singular);
            }
        }
        return wholes;
    }

    /** The kind that these words mean, in the singular or the plural, if they mean one. */
    public static Optional<UnitKind> of(String words) {
        for (UnitKind kind : ALL) {
            if (kind.singular.equals(words) || (!words.isEmpty() && kind.plural.equals(words))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether every unit of another kind is of this one too. */
    public boolean includes(UnitKind other) {
        return tier == other.tier && (type == null || type == other.type);
    }

    /** Whether it is of this kind. */
    public boolean includes(Tier otherTier, @Nullable ProviderType otherType) {
        return tier == otherTier && (type == null || type == otherType);
    }

    /** The words for one of them, such as {@code an acute provider}. */
    @Override
    public String toString() {
        return singular;
    }
}
