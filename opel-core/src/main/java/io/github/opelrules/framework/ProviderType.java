package io.github.opelrules.framework;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of provider that the OPEL frameworks name. */
public enum ProviderType {
    /** Acute hospital trusts and sites. */
    ACUTE("acute"),
    /** Community health services (CHS). */
    COMMUNITY("community"),
    /** Mental health (MH). */
    MENTAL_HEALTH("mental-health"),
    /** NHS 111. */
    NHS_111("nhs-111");

    private final String id;

    ProviderType(String id) {
        this.id = id;
    }

    /** The word that rule files and JSON use, such as {@code mental-health}. */
    public String id() {
        return id;
    }

    /** The provider type with this {@link #id()}, if there is one. */
    public static Optional<ProviderType> ofId(String id) {
        return Stream.of(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
