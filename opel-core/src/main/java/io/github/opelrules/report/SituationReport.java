package io.github.opelrules.report;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one provider reported at one instant.
 *
 * @param organisation the provider
 * @param providerType what kind of provider it is
 * @param observedAt when the situation was as reported; it chooses the framework
 * @param readings by parameter; a parameter that is not here was not submitted
 * @param recordedAt when this version of the report was recorded, not before it was observed; null where that is not known.
 *     It changes no score; a {@link ReportHistory} tells versions apart by it
 */
public record SituationReport(
        OdsCode organisation,
        ProviderType providerType,
        Instant observedAt,
        SortedMap<ParameterId, Reading> readings,
        @Nullable Instant recordedAt) {

    private static final Reading NOT_SUBMITTED = Reading.missing(MissingReason.NOT_SUBMITTED);

    /** @throws IllegalArgumentException if the report was recorded before it was observed, or a time is of no year from 0000 to 9999 */
    public SituationReport {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(providerType, "providerType");
        Forms.requireTime(observedAt, "observedAt");
        if (recordedAt != null) {
            Forms.requireTime(recordedAt, "recordedAt");
        }
        Objects.requireNonNull(readings, "readings");
        if (recordedAt != null && recordedAt.isBefore(observedAt)) {
            throw new IllegalArgumentException("recordedAt " + recordedBefore(recordedAt, observedAt));
        }
        readings.forEach((id, reading) -> Objects.requireNonNull(reading, id::value));
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }

    /** A report of which it is not known when it was recorded. */
    public SituationReport(
            OdsCode organisation,
            ProviderType providerType,
            Instant observedAt,
            SortedMap<ParameterId, Reading> readings) {
        this(organisation, providerType, observedAt, readings, null);
    }

    /** Begins a report of a provider. */
    public static Builder of(OdsCode organisation, ProviderType providerType) {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(providerType, "providerType");
        return new Builder().organisation(organisation.value()).providerType(providerType.id());
    }

    /** Begins a report whose parts are read from elsewhere and not checked yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The reading of a parameter; {@linkplain MissingReason#NOT_SUBMITTED not submitted} where the report has none. */
    public Reading reading(ParameterId parameter) {
        return readings.getOrDefault(parameter, NOT_SUBMITTED);
    }

    /** The same report with one reading another: what if it were so? */
    public SituationReport with(ParameterId parameter, Reading reading) {
        TreeMap<ParameterId, Reading> changed = new TreeMap<>(readings);
        changed.put(parameter, reading);
        return new SituationReport(organisation, providerType, observedAt, changed, recordedAt);
    }

    /** The same report without some readings: what if they had not been submitted? */
    public SituationReport without(Collection<ParameterId> parameters) {
        TreeMap<ParameterId, Reading> kept = new TreeMap<>(readings);
        kept.keySet().removeAll(parameters);
        return new SituationReport(organisation, providerType, observedAt, kept, recordedAt);
    }

    private static String recordedBefore(Instant recordedAt, Instant observedAt) {
        return "is " + recordedAt + ", which is before the situation was observed, " + observedAt
                + ". Correct one of the two, or leave out when it was recorded.";
    }

    /**
     * What is wrong with this report under a framework: a provider type that it does not score, and parameters that it
     * does not have. Empty when nothing is.
     */
    public List<ReportProblem> problemsUnder(Framework framework) {
        return problems(providerType, readings.keySet(), framework).listed();
    }

    private static ReportProblems problems(
            ProviderType providerType, Collection<ParameterId> named, Framework framework) {
        Optional<ScoringTable> table = framework.table(providerType);
        ReportProblems problems = new ReportProblems();
        if (table.isEmpty()) {
            problems.add(
                    ReportProblem.Code.WRONG_PROVIDER_TYPE,
                    "providerType",
                    framework.id() + " does not score " + providerType + " providers. It scores: "
                            + Words.list(framework.tables().keySet().stream()
                                    .map(ProviderType::id)
                                    .toList())
                            + ".");
            return problems;
        }
        for (ParameterId id : named) {
            if (table.get().quantity(id).isEmpty()) {
                problems.add(
                        ReportProblem.Code.UNKNOWN_PARAMETER,
                        "readings." + id,
                        () -> unknown(id, table.get(), framework));
            }
        }
        return problems;
    }

    private static String unknown(ParameterId id, ScoringTable table, Framework framework) {
        List<String> known =
                table.quantities().map(quantity -> quantity.id().value()).toList();
        return framework.id() + " has no such parameter for " + table.providerType() + " providers."
                + Words.didYouMean(id.value(), known) + " Known: " + String.join(", ", known) + ".";
    }

    /**
     * Collects the parts of a report, and everything that is wrong with them.
     *
     * <p>Nothing is refused before {@link #build()}, which then lists all problems at once. Not thread-safe.
     */
    public static final class Builder {

        private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
        private static final Pattern TIME =
                Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
        private static final int MOST_DIGITS = 30;

        private final TreeMap<ParameterId, Reading> readings = new TreeMap<>();
        private final ReportProblems problems = new ReportProblems();
        private @Nullable String organisation;
        private @Nullable String providerType;
        private @Nullable Instant observedAt;
        private @Nullable Instant recordedAt;
        private boolean timeGiven;

        private Builder() {}

        /** The ODS code of the provider. */
        public Builder organisation(String code) {
            organisation = code;
            return this;
        }

        /** The {@linkplain ProviderType#id() id} of the provider's type. */
        public Builder providerType(String id) {
            providerType = id;
            return this;
        }

        /** When the situation was as reported. */
        public Builder observedAt(Instant instant) {
            timeGiven = true;
            observedAt = time("observedAt", Objects.requireNonNull(instant, "observedAt"));
            return this;
        }

        /** When the situation was as reported, in RFC 3339 with an offset. */
        public Builder observedAt(String time) {
            timeGiven = true;
            observedAt = time("observedAt", time);
            return this;
        }

        /** When this version of the report was recorded; not known where this is left out. */
        public Builder recordedAt(Instant instant) {
            recordedAt = time("recordedAt", Objects.requireNonNull(instant, "recordedAt"));
            return this;
        }

        /** When this version of the report was recorded, in RFC 3339 with an offset. */
        public Builder recordedAt(String time) {
            recordedAt = time("recordedAt", time);
            return this;
        }

        /** An exact value, observed when the report was made. */
        public Builder reading(String parameter, String value) {
            return reading(parameter, value, null, null);
        }

        /** An exact value, observed when the report was made. */
        public Builder reading(String parameter, BigDecimal value) {
            try {
                return reading(parameter, Reading.of(value));
            } catch (IllegalArgumentException e) {
                reject(ReportProblem.Code.NOT_A_NUMBER, "readings." + parameter, e.getMessage() + ".");
                return reading(parameter, NOT_SUBMITTED);
            }
        }

        /** A value that was rounded to a step, such as {@code "1"} for whole numbers. */
        public Builder rounded(String parameter, String value, String roundedTo) {
            return reading(parameter, value, roundedTo, null);
        }

        /** No value, for a stated reason. */
        public Builder missing(String parameter, MissingReason reason) {
            return reading(parameter, Reading.missing(reason));
        }

        /**
         * A value with all that can be said of it.
         *
         * @param roundedTo the step it was rounded to; null where it is exact
         * @param observedAt when it was observed, in RFC 3339 with an offset; null for the time of the report
         */
        public Builder reading(
                String parameter, String value, @Nullable String roundedTo, @Nullable String observedAt) {
            String where = place(Objects.requireNonNull(parameter, "parameter"));
            BigDecimal number = number(
                    where,
                    Objects.requireNonNull(value, "value"),
                    "Where there is none, report it as missing with a reason, such as \"not-submitted\".");
            BigDecimal step = roundedTo == null
                    ? null
                    : number(where + ".roundedTo", roundedTo, "Leave it out where the value is exact.");
            Instant time = observedAt == null ? null : time(where + ".observedAt", observedAt);
            if (step != null && step.signum() <= 0) {
                reject(
                        ReportProblem.Code.NOT_A_NUMBER,
                        where + ".roundedTo",
                        Words.quoted(step.toPlainString())
                                + " is not a step to round to: expected a number above 0, such as 1 for whole numbers.");
                step = null;
            }
            // A faulty part leaves no reading behind, but its parameter still counts as named.
            return reading(parameter, number == null ? NOT_SUBMITTED : new Reading.Measured(number, step, time));
        }

        /** A reading that is already made. */
        public Builder reading(String parameter, Reading reading) {
            Objects.requireNonNull(parameter, "parameter");
            Objects.requireNonNull(reading, "reading");
            try {
                if (readings.putIfAbsent(ParameterId.of(parameter), reading) != null) {
                    reject(
                            ReportProblem.Code.DUPLICATE_READING,
                            place(parameter),
                            "is reported twice. Report each parameter once.");
                }
            } catch (IllegalArgumentException e) {
                reject(ReportProblem.Code.UNKNOWN_PARAMETER, place(parameter), e.getMessage() + ".");
            }
            return this;
        }

        /** Adds a problem that whoever reads the report from elsewhere has found. */
        public Builder reject(ReportProblem.Code code, String where, String message) {
            problems.add(code, where, message);
            return this;
        }

        /** The organisation, when it is given and a code. */
        public Optional<OdsCode> knownOrganisation() {
            return Optional.ofNullable(organisation).filter(OdsCode::isCode).map(OdsCode::of);
        }

        /** The provider type, when it is given and known. */
        public Optional<ProviderType> knownProviderType() {
            return Optional.ofNullable(providerType).flatMap(ProviderType::ofId);
        }

        /** The time of the report, when it is given and readable. */
        public Optional<Instant> knownTime() {
            return Optional.ofNullable(observedAt);
        }

        /** Everything that is wrong with the report in itself; empty when nothing is. */
        public List<ReportProblem> problems() {
            return allProblems().listed();
        }

        private ReportProblems allProblems() {
            ReportProblems all = new ReportProblems();
            if (organisation == null && !problems.isRejected("organisation")) {
                all.add(
                        ReportProblem.Code.BAD_ODS_CODE,
                        "organisation",
                        "is missing. Give the provider's ODS code, such as \"RXX\".");
            } else if (organisation != null) {
                try {
                    OdsCode.of(organisation);
                } catch (IllegalArgumentException e) {
                    all.add(ReportProblem.Code.BAD_ODS_CODE, "organisation", String.valueOf(e.getMessage()));
                }
            }
            if (knownProviderType().isEmpty() && (providerType != null || !problems.isRejected("providerType"))) {
                all.add(ReportProblem.Code.WRONG_PROVIDER_TYPE, "providerType", unknownProviderType(providerType));
            }
            if (!timeGiven && !problems.isRejected("observedAt")) {
                all.add(
                        ReportProblem.Code.NO_TIME,
                        "observedAt",
                        "is missing. Say when the situation was as reported, with an offset, such as"
                                + " \"2024-01-08T08:00:00Z\": it decides which framework applies.");
            }
            if (recordedAt != null && observedAt != null && recordedAt.isBefore(observedAt)) {
                all.add(ReportProblem.Code.BAD_TIME, "recordedAt", recordedBefore(recordedAt, observedAt));
            }
            all.addAll(problems);
            return all;
        }

        /** Everything that is wrong with the report, in itself and under a framework; empty when nothing is. */
        public List<ReportProblem> problemsUnder(Framework framework) {
            ReportProblems all = allProblems();
            knownProviderType()
                    .ifPresent(type -> all.addAll(SituationReport.problems(type, readings.keySet(), framework)));
            return all.listed();
        }

        /** What messages call this report. */
        public String name() {
            return organisation == null ? "report" : "report of " + Words.quoted(organisation);
        }

        /**
         * The report.
         *
         * @throws InvalidReportException if anything is wrong with the report in itself, listing all of it
         */
        public SituationReport build() {
            List<ReportProblem> all = problems();
            Instant time = observedAt;
            String code = organisation;
            Optional<ProviderType> type = knownProviderType();
            if (!all.isEmpty() || time == null || code == null || type.isEmpty()) {
                throw new InvalidReportException(name(), all);
            }
            return new SituationReport(OdsCode.of(code), type.get(), time, readings, recordedAt);
        }

        private static String unknownProviderType(@Nullable String found) {
            List<String> known = new ArrayList<>();
            for (ProviderType type : ProviderType.values()) {
                known.add(type.id());
            }
            String expected = "Expected one of: " + String.join(", ", known) + ".";
            return found == null
                    ? "is missing. " + expected
                    : Words.quoted(found) + " is not a provider type." + Words.didYouMean(found, known) + " "
                            + expected;
        }

        /** Where a parameter stands in the report; one that is not of the form of an id is quoted. */
        private static String place(String parameter) {
            return "readings." + (ParameterId.isId(parameter) ? parameter : Words.quoted(parameter));
        }

        private @Nullable BigDecimal number(String where, String text, String mend) {
            String trimmed = text.strip();
            if (trimmed.length() <= MOST_DIGITS && NUMBER.matcher(trimmed).matches()) {
                return new BigDecimal(trimmed);
            }
            reject(
                    ReportProblem.Code.NOT_A_NUMBER,
                    where,
                    Words.quoted(text) + " is not a plain decimal number of at most " + MOST_DIGITS
                            + " characters, such as \"61.4\". " + mend);
            return null;
        }

        private @Nullable Instant time(String where, Instant time) {
            try {
                return Forms.requireTime(time, where);
            } catch (IllegalArgumentException e) {
                reject(ReportProblem.Code.BAD_TIME, where, String.valueOf(e.getMessage()));
                return null;
            }
        }

        private @Nullable Instant time(String where, String text) {
            try {
                // The parser by itself also takes forms that RFC 3339 does not have, such as a time without seconds.
                if (TIME.matcher(text).matches()) {
                    return time(where, OffsetDateTime.parse(text).toInstant());
                }
            } catch (DateTimeException e) {
                // A day or an hour that there is not: answered below.
            }
            reject(
                    ReportProblem.Code.BAD_TIME,
                    where,
                    Words.quoted(text) + " is not a time with an offset: expected RFC 3339, such as"
                            + " \"2024-01-08T08:00:00Z\" or \"2024-07-08T08:00:00+01:00\".");
            return null;
        }
    }

    /** One short line: {@code RXX, acute, at 2024-01-08T08:00:00Z: 9 readings}. */
    @Override
    public String toString() {
        return organisation + ", " + providerType + ", at " + observedAt + ": "
                + Words.count(readings.size(), "reading");
    }
}
