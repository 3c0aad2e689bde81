package io.github.opelrules.framework;

import org.jspecify.annotations.Nullable;

/**
 * One place in which a local framework departs from the national one that it extends.
 *
 * @param providerType whose scoring departs
 * @param parameter the parameter whose bands are other ones; null where the level cuts of the providers are, which leaves
 *     those of the tiers above them as they were
 * @param reason why, one line
 * @param owner who decided it and answers for it, one line
 */
public record Deviation(ProviderType providerType, @Nullable ParameterId parameter, String reason, String owner) {

    /** @throws IllegalArgumentException if the reason or the owner is blank */
    public Deviation {
        if (reason.isBlank() || owner.isBlank()) {
            throw new IllegalArgumentException("A deviation needs a reason and an owner, but was of reason \"" + reason
                    + "\", owner \"" + owner + "\"");
        }
    }

    /** {@code bands of ga-bed-occupancy}, or {@code level cuts}. */
    public String what() {
        return parameter == null ? "level cuts" : "bands of " + parameter;
    }

    /** {@code acute, bands of ga-bed-occupancy: why (who)}. */
    @Override
    public String toString() {
        return providerType + ", " + what() + ": " + reason + " (" + owner + ")";
    }
}
