package io.github.opelrules.rules.internal.json;

import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.ReportProblem;
import io.github.opelrules.report.ReportProblem.Code;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.format.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Reads one report of the format {@code opel.report/1} from JSON, and finds everything that is wrong with it. */
public final class ReportReader {

    public static final String FORMAT = "opel.report/1";

    private static final List<String> REPORT_KEYS =
            List.of("format", "organisation", "providerType", "observedAt", "recordedAt", "readings");
    private static final List<String> READING_KEYS = List.of("value", "roundedTo", "observedAt", "missing");
    private static final String TIME = "a time, such as \"2024-01-08T08:00:00Z\"";
    private static final String NO_VALUE = "Where there is no value, say so: {\"missing\": \"not-submitted\"}.";

    private final SituationReport.Builder report = SituationReport.builder();
    private final String text;
    private final int firstLine;
    private final JsonParser json;

    private ReportReader(String text, int firstLine, JsonParser json) {
        this.text = text;
        this.firstLine = firstLine;
        this.json = json;
    }

    /**
     * Reads a report.
     *
     * @param text one JSON object
     * @param firstLine the number that messages give the first line of the text
     * @return the report with all its problems, none of which is refused before it is built
     * @throws InvalidReportException if the text is not one JSON object
     */
    public static SituationReport.Builder read(String text, int firstLine) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser json = Json.parser(withoutMark)) {
            return new ReportReader(withoutMark, firstLine, json).read();
        }
    }

    private SituationReport.Builder read() {
        try {
            JsonToken first = json.nextToken();
            if (first == null) {
                throw notJson(json.currentLocation(), "the text is empty. Expected one report as a JSON object.");
            }
            if (first != JsonToken.START_OBJECT) {
                throw notJson(
                        json.currentTokenLocation(),
                        "expected one report as a JSON object, found " + found()
                                + ". Several reports go one a line into a .jsonl file.");
            }
            readReport();
        } catch (JacksonException e) {
            throw notJson(e);
        }
        requireNothingAfter();
        return report;
    }

    private void readReport() {
        Set<String> seen = readObject("", "a report", REPORT_KEYS, key -> {
            switch (key) {
                case "format" -> text(key, "\"" + FORMAT + "\"").ifPresent(this::checkFormat);
                case "organisation" -> text(key, "an ODS code, such as \"RXX\"").ifPresent(report::organisation);
                case "providerType" ->
                    text(key, "a provider type, such as \"acute\"").ifPresent(report::providerType);
                case "observedAt" -> text(key, TIME).ifPresent(report::observedAt);
                case "recordedAt" -> text(key, TIME).ifPresent(report::recordedAt);
                default -> readReadings();
            }
        });
        if (!seen.contains("format")) {
            report.reject(Code.UNKNOWN_FORMAT, "format", "is missing. Give \"format\": \"" + FORMAT + "\".");
        }
    }

    private void checkFormat(String found) {
        if (!found.equals(FORMAT)) {
            report.reject(
                    Code.UNKNOWN_FORMAT,
                    "format",
                    Words.quoted(found) + " is not a report format that this version of the library reads. It reads \""
                            + FORMAT + "\".");
        }
    }

    private void readReadings() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            rejectKind("readings", "readings by parameter, such as {\"ga-bed-occupancy\": \"96.2\"}", "");
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String parameter = json.currentName();
            json.nextToken();
            readReading(parameter, "readings." + (ParameterId.isId(parameter) ? parameter : Words.quoted(parameter)));
        }
    }

    private void readReading(String parameter, String where) {
        switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> report.reading(parameter, json.getString());
            case START_OBJECT -> readReadingObject(parameter, where);
            default -> {
                rejectKind(where, "a number, or an object with \"value\" or \"missing\"", NO_VALUE);
                readNothing(parameter);
            }
        }
    }

    private void readReadingObject(String parameter, String where) {
        Map<String, String> parts = new HashMap<>();
        Set<String> seen = readObject(where + ".", "a reading", READING_KEYS, key -> {
            String place = where + "." + key;
            Optional<String> part = switch (key) {
                case "value" -> number(place, "a number, such as \"61.4\"", NO_VALUE);
                case "roundedTo" -> number(place, "the step that the value was rounded to, such as \"1\"", "");
                case "observedAt" -> text(place, TIME);
                default -> text(place, "a reason, such as \"not-submitted\"");
            };
            part.ifPresent(found -> parts.put(key, found));
        });
        String value = parts.get("value");
        if (seen.contains("missing")) {
            readMissing(parameter, where, parts.get("missing"), seen);
        } else if (value != null) {
            report.reading(parameter, value, parts.get("roundedTo"), parts.get("observedAt"));
        } else {
            if (!seen.contains("value")) {
                report.reject(Code.WRONG_KIND, where, "has neither a \"value\" nor a reason. " + NO_VALUE);
            }
            readNothing(parameter);
        }
    }

    private void readMissing(String parameter, String where, @Nullable String found, Set<String> seen) {
        if (seen.size() > 1) {
            report.reject(
                    Code.WRONG_KIND,
                    where,
                    "is \"missing\" and so cannot have another key. Give either its \"value\" or why it is \"missing\".");
        }
        MissingReason reason = MissingReason.NOT_SUBMITTED;
        if (found != null) {
            Optional<MissingReason> known = MissingReason.ofId(found);
            if (known.isEmpty()) {
                rejectReason(where + ".missing", found);
            }
            reason = known.orElse(reason);
        }
        report.missing(parameter, reason);
    }

    private void rejectReason(String where, String found) {
        List<String> known =
                Stream.of(MissingReason.values()).map(MissingReason::id).toList();
        boolean engines = found.equals("stale") || found.equals("implausible");
        report.reject(
                Code.UNKNOWN_REASON,
                where,
                Words.quoted(found) + " is not a reason for a missing value."
                        + (engines ? " Report the value as it is: the engine finds what is stale or implausible." : "")
                        + Words.didYouMean(found, known) + " Known: " + String.join(", ", known) + ".");
    }

    /** A faulty reading leaves no value behind, but its parameter counts as named, so that its name is checked too. */
    private void readNothing(String parameter) {
        report.missing(parameter, MissingReason.NOT_SUBMITTED);
    }

    /** Reads the members of an object, each known key at most once, and gives the known keys that it has. */
    private Set<String> readObject(String where, String what, List<String> known, Consumer<String> member) {
        Set<String> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            String place = place(json.currentTokenLocation());
            json.nextToken();
            if (!known.contains(key)) {
                report.reject(
                        Code.UNKNOWN_KEY,
                        where + (isPlain(key) ? key : Words.quoted(key)),
                        "is not a key of " + what + " (" + place + ")." + Words.didYouMean(key, known) + " Known: "
                                + String.join(", ", known) + ".");
                json.skipChildren();
            } else if (!seen.add(key)) {
                report.reject(
                        Code.DUPLICATE_KEY, where + key, "stands twice, again at " + place + ". Keep one of them.");
                json.skipChildren();
            } else {
                member.accept(key);
            }
        }
        return seen;
    }

    private Optional<String> text(String where, String expected) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return Optional.of(json.getString());
        }
        rejectKind(where, expected, "");
        return Optional.empty();
    }

    /** A number as it is written, in quotes or not: only the report decides what is a sensible one. */
    private Optional<String> number(String where, String expected, String mend) {
        switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return Optional.of(json.getString());
            }
            default -> {
                rejectKind(where, expected, mend);
                return Optional.empty();
            }
        }
    }

    private void rejectKind(String where, String expected, String mend) {
        report.reject(
                Code.WRONG_KIND,
                where,
                "expected " + expected + ", found " + found() + " at " + place(json.currentTokenLocation()) + "."
                        + (mend.isEmpty() ? "" : " " + mend));
        json.skipChildren();
    }

    private String found() {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "the text " + Words.quoted(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + Words.quoted(json.getString());
            default -> json.getString();
        };
    }

    private void requireNothingAfter() {
        TokenStreamLocation end = json.currentLocation();
        int line = end.getLineNr();
        int column = end.getColumnNr();
        for (int i = (int) end.getCharOffset(); i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ' ', '\t', '\r' -> column++;
                case '\n' -> {
                    line++;
                    column = 1;
                }
                default ->
                    throw notJson(
                            place(line, column),
                            "more text follows the report, from " + excerpt(i)
                                    + " on. Expected one report as a JSON object; several go one a line into a .jsonl file.");
            }
        }
    }

    private InvalidReportException notJson(JacksonException e) {
        TokenStreamLocation location = e.getLocation() == null ? json.currentLocation() : e.getLocation();
        if (e instanceof StreamConstraintsException) {
            return notJson(location, "nests more than " + Json.MOST_LEVELS + " levels deep, where a report has three.");
        }
        if (e instanceof UnexpectedEndOfInputException || location.getCharOffset() >= text.length()) {
            return notJson(
                    location,
                    "the text ends before the report does: an object, a list or a text is not closed. In a .jsonl file"
                            + " each report stands on one line.");
        }
        return notJson(
                location,
                "is not JSON from " + excerpt((int) location.getCharOffset())
                        + " on. Keys and texts stand in double quotes, commas between entries and none after the last,"
                        + " and there are no comments.");
    }

    private InvalidReportException notJson(TokenStreamLocation location, String message) {
        return notJson(place(location), message);
    }

    private static InvalidReportException notJson(String place, String message) {
        return new InvalidReportException("report", List.of(new ReportProblem(Code.NOT_JSON, place, message)));
    }

    /** The beginning of what stands there, as far as its line goes. */
    private String excerpt(int offset) {
        int start = Math.max(0, Math.min(offset, text.length()));
        int end = start;
        while (end < text.length() && end - start < 20 && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return Words.quoted(text.substring(start, end));
    }

    private String place(TokenStreamLocation location) {
        return place(location.getLineNr(), location.getColumnNr());
    }

    private String place(int line, int column) {
        return "line " + (firstLine - 1 + line) + ", column " + column;
    }

    /** Whether a key can stand in a message as it is, without quotes. */
    private static boolean isPlain(String key) {
        return !key.isEmpty()
                && key.length() <= 60
                && key.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }
}
