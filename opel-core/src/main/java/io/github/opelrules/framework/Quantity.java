package io.github.opelrules.framework;

import java.time.Duration;

/** What a report can give a reading of: a {@link Parameter}, which scores, or a {@link LocalParameter}, which never does. */
public sealed interface Quantity permits Parameter, LocalParameter {

    /** The id that reports use. */
    ParameterId id();

    /** What people call it, short enough for a sentence. */
    String label();

    /** What exactly is measured. */
    String definition();

    /** The unit of its values, such as {@code min} or {@code %}. */
    String unit();

    /** Its plausible values and their precision. */
    Domain domain();

    /** The direction in which pressure grows. */
    Parameter.Direction worse();

    /** How old a reading may be when the report is made; an older one is stale and counts as missing. */
    Duration maxAge();

    /** A value, or several in words, with the unit behind: {@code 41 min}; per cent stands close, {@code 92%}. */
    default String withUnit(String values) {
        return values + (unit().equals("%") ? "%" : " " + unit());
    }
}
