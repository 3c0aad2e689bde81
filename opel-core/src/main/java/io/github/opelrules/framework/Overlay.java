package io.github.opelrules.framework;

import java.util.List;

/**
 * What makes a framework a local one: the national framework that it extends, who answers for it, and where it departs from
 * the national rules.
 *
 * @param base the framework that it extends
 * @param baseVersion the version of that framework's content
 * @param owner who answers for the local additions
 * @param deviations where bands or level cuts are not the national ones; empty where all are
 */
public record Overlay(FrameworkId base, String baseVersion, String owner, List<Deviation> deviations) {

    /** @throws IllegalArgumentException if the version is not of its form or the owner is blank */
    public Overlay {
        if (!Framework.isVersion(baseVersion) || owner.isBlank()) {
            throw new IllegalArgumentException("An overlay of " + base
                    + " needs an owner and the version of what it extends, but was of version \"" + baseVersion
                    + "\", owner \"" + owner + "\"");
        }
        deviations = List.copyOf(deviations);
    }

    /** {@code nhse-opel-2023-24 1.1.0}: what it extends. */
    public String extended() {
        return base + " " + baseVersion;
    }
}
