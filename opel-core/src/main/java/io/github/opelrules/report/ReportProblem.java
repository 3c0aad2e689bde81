package io.github.opelrules.report;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a report. Two are equal that say the same.
 */
public final class ReportProblem {

    private final Code code;
    private final String where;
    private final Supplier<String> message;

    /**
     * A problem.
     *
     * @param code what kind of problem
     * @param where the place in the report, such as {@code readings.ga-bed-occupancy}
     * @param message what was found, what was expected, and how to mend it
     */
    public ReportProblem(Code code, String where, String message) {
        this(code, where, () -> message);
        Objects.requireNonNull(message, "message");
    }

    /** @param message is composed when somebody reads it: who scores the rest of many reports reads few */
    ReportProblem(Code code, String where, Supplier<String> message) {
        this.code = Objects.requireNonNull(code, "code");
        this.where = Objects.requireNonNull(where, "where");
        this.message = message;
    }

    /** What kind of problem. */
    public Code code() {
        return code;
    }

    /** The place in the report, such as {@code readings.ga-bed-occupancy}. */
    public String where() {
        return where;
    }

    /** What was found, what was expected, and how to mend it. */
    public String message() {
        return message.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReportProblem problem
                && code == problem.code
                && where.equals(problem.where)
                && message().equals(problem.message());
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, where);
    }

    /** The kinds of problem. Their names are stable. */
    public enum Code {
        /** The text is not JSON, or not one report. */
        NOT_JSON,
        /** The format or its version is not one that this library reads. */
        UNKNOWN_FORMAT,
        /** A key that a report does not have. */
        UNKNOWN_KEY,
        /** A key that stands twice. */
        DUPLICATE_KEY,
        /** A value of the wrong kind, such as a list where a text belongs. */
        WRONG_KIND,
        /** The organisation is missing or not an ODS code. */
        BAD_ODS_CODE,
        /** The provider type is missing, unknown, or one that the framework does not score. */
        WRONG_PROVIDER_TYPE,
        /** No framework was in force for the report, or only a draft. */
        NO_FRAMEWORK,
        /** The report does not say when it was observed. */
        NO_TIME,
        /** A time that is not RFC 3339 with an offset, or a report recorded before it was observed. */
        BAD_TIME,
        /** A parameter that the framework does not have for this provider type. */
        UNKNOWN_PARAMETER,
        /** A parameter that is reported twice. */
        DUPLICATE_READING,
        /** A value that is not a plain decimal number of sensible length. */
        NOT_A_NUMBER,
        /** A reason for a missing value that there is not. */
        UNKNOWN_REASON,
        /** More than a hundred problems; this one counts those that are not listed. */
        TOO_MANY_PROBLEMS
    }

    /** {@code readings.ga-bed-occupancy: "n/a" is not a number …}. */
    @Override
    public String toString() {
        return where + ": " + message();
    }
}
