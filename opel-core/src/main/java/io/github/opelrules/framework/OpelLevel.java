package io.github.opelrules.framework;

import java.util.Optional;

/** The four levels of operational pressure. There is no fifth. */
public enum OpelLevel {
    /** Demand is met within available resources. */
    OPEL_1(1),
    /** The system starts to show signs of pressure; focused actions. */
    OPEL_2(2),
    /** Major pressures compromise patient flow. */
    OPEL_3(3),
    /** Comprehensive care cannot be delivered; patient care and safety are at risk. */
    OPEL_4(4);

    private final int number;

    OpelLevel(int number) {
        this.number = number;
    }

    /** 1 to 4. */
    public int number() {
        return number;
    }

    /** The level with this number, if it is 1 to 4. */
    public static Optional<OpelLevel> ofNumber(int number) {
        boolean known = number >= 1 && number <= values().length;
        return known ? Optional.of(values()[number - 1]) : Optional.empty();
    }

    /** Whether this level means more pressure than the other. */
    public boolean isWorseThan(OpelLevel other) {
        return compareTo(other) > 0;
    }

    /** The next level up the scale, towards OPEL 4. */
    public Optional<OpelLevel> worse() {
        return ofNumber(number + 1);
    }

    /** The next level down the scale, towards OPEL 1. */
    public Optional<OpelLevel> better() {
        return ofNumber(number - 1);
    }

    /** {@code OPEL 3}. */
    @Override
    public String toString() {
        return "OPEL " + number;
    }
}
