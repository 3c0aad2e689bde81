package io.github.opelrules.framework;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who acts in an escalation, from the provider up. What one does not acknowledge in time is passed to the next.
 *
 * <p>The order is this library's reading of how system coordination centres (SCCs) engage higher authority; no document that
 * could be read lists it.
 */
public enum Role {
    /** Runs operations of one provider. */
    PROVIDER_DUTY_MANAGER("provider duty manager"),
    /** Runs the SCC of an ICS while it is staffed. */
    SCC_DUTY_MANAGER("SCC duty manager"),
    /** Answers for the ICB at any hour, and for its SCC outside staffed hours. */
    ICB_DIRECTOR_ON_CALL("ICB director on call"),
    /** An executive of the ICB; OPEL 3 and 4 are executive matters. */
    ICB_EXECUTIVE("ICB executive"),
    /** A regional team of NHS England. */
    NHS_ENGLAND_REGION("NHS England region"),
    /** NHS England's national operations team. */
    NATIONAL_OPERATIONS("national operations team");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The words for it in protocols and JSON, such as {@code SCC duty manager}. */
    public String title() {
        return title;
    }

    /** Whom an action is passed to that this one does not acknowledge in time; empty for the last. */
    public Optional<Role> next() {
        return switch (this) {
            case PROVIDER_DUTY_MANAGER -> Optional.of(SCC_DUTY_MANAGER);
            case SCC_DUTY_MANAGER -> Optional.of(ICB_DIRECTOR_ON_CALL);
            case ICB_DIRECTOR_ON_CALL -> Optional.of(ICB_EXECUTIVE);
            case ICB_EXECUTIVE -> Optional.of(NHS_ENGLAND_REGION);
            case NHS_ENGLAND_REGION -> Optional.of(NATIONAL_OPERATIONS);
            case NATIONAL_OPERATIONS -> Optional.empty();
        };
    }

    /** The role with this {@link #title()}, if there is one. */
    public static Optional<Role> ofTitle(String title) {
        return Stream.of(values()).filter(role -> role.title.equals(title)).findFirst();
    }

    @Override
    public String toString() {
        return title;
    }
}
