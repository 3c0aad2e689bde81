package io.github.opelrules.framework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tiers of the service, each made up of units of the one before it. */
public enum Tier {
    /** A site, a trust, or another organisation that reports. */
    PROVIDER("provider", "provider"),
    /** An integrated care system (ICS), run by an integrated care board (ICB). */
    ICS("ics", "ICS"),
    /** A region of NHS England. */
    REGION("region", "region"),
    /** England. */
    NATION("nation", "nation");

    private final String id;
    private final String label;

    Tier(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The word that rule files and JSON use, such as {@code ics}. */
    public String id() {
        return id;
    }

    /** The word for people, such as {@code ICS}. */
    public String label() {
        return label;
    }

    /** The word with its article: {@code an ICS}. */
    public String withArticle() {
        return (this == ICS ? "an " : "a ") + label;
    }

    /** The tier whose units are made up of this one's; empty for the nation. */
    public Optional<Tier> above() {
        return switch (this) {
            case PROVIDER -> Optional.of(ICS);
            case ICS -> Optional.of(REGION);
            case REGION -> Optional.of(NATION);
            case NATION -> Optional.empty();
        };
    }

    /** The tiers whose levels are means, from the lowest. */
    public static List<Tier> aboveProvider() {
        return List.of(ICS, REGION, NATION);
    }

    /** The tier with this {@link #id()}, if there is one. */
    public static Optional<Tier> ofId(String id) {
        return Stream.of(values()).filter(tier -> tier.id.equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
