package io.github.opelrules.rules.record;

import io.github.opelrules.escalate.StepTooLongException;
import io.github.opelrules.escalate.TimeGoesBackwardsException;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Library;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.internal.json.AssessmentShape;
import io.github.opelrules.rules.internal.json.EscalationFormats;
import io.github.opelrules.rules.internal.json.JsonParts;
import io.github.opelrules.rules.internal.json.RecordWriter;
import io.github.opelrules.rules.internal.json.ReportReader;
import io.github.opelrules.rules.internal.json.SystemShape;
import io.github.opelrules.rules.internal.system.HierarchyShape;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes decision records again and says whether they come out the same, to the byte.
 *
 * <p>A report is scored by the framework that its record names, for the reason it gives (pinned, adopted or in force), so that no
 * adoptions are needed; which framework it should have been scored by is another question. The sum at the end of a record
 * tells whether it was changed after it was written. It is no signature: who changes a record can change its sum as well,
 * but not what the rules make of its reports.
 *
 * <p>Thread-safe.
 */
public final class RecordVerifier {

    /** More than this help nobody. */
    private static final int MOST_DIFFERENCES = 100;

    /** The formats of what stands in a record, by its path. */
    private static final Map<String, String> FORMATS = new TreeMap<>(Map.of(
            "$.report",
            ReportReader.FORMAT,
            "$.assessment",
            AssessmentShape.ASSESSMENT.id(),
            "$.hierarchy",
            HierarchyShape.HIERARCHY.id(),
            "$.system",
            SystemShape.SYSTEM.id(),
            "$.state",
            EscalationFormats.STATE.id(),
            "$.step",
            EscalationFormats.STEP.id()));

    private final KnownRules rules;

    /**
     * A verifier that knows these frameworks.
     *
     * @param frameworks those that records may have been made by; several versions of one can be among them
     */
    public RecordVerifier(Collection<Framework> frameworks) {
        rules = new KnownRules(frameworks);
    }

    /**
     * Computes a record again.
     *
     * @param record one line of JSON in the format {@code opel.record/1}, without its line end
     */
    public Verdict verify(String record) {
        Objects.requireNonNull(record, "record");
        Optional<JsonParts> read = JsonParts.of(record);
        if (read.isEmpty()) {
            return new Verdict(
                    Verdict.Outcome.UNREADABLE, List.of("is not one JSON object. Expected a record on each line"));
        }
        JsonParts parts = read.get();
        String format = parts.values().getOrDefault("$.format", "");
        if (isAnotherVersion(format, RecordWriter.FORMAT)) {
            return new Verdict(Verdict.Outcome.UNVERIFIABLE, List.of(ofFormat("it", format, RecordWriter.FORMAT)));
        }
        if (!format.equals(RecordWriter.FORMAT)
                || Stream.of("$.report", "$.hierarchy").noneMatch(parts.objects()::containsKey)) {
            return new Verdict(
                    Verdict.Outcome.UNREADABLE,
                    List.of("is not a decision record that this version of the library reads. Expected the format \""
                            + RecordWriter.FORMAT + "\" with a report or a hierarchy, found the format "
                            + Words.quoted(format)));
        }
        List<String> missing = missing(parts.values());
        if (!missing.isEmpty()) {
            String changed =
                    RecordWriter.isAsWritten(record) ? "" : ", and the record was changed after it was written";
            return new Verdict(Verdict.Outcome.UNVERIFIABLE, List.of(String.join("; ", missing) + changed));
        }
        return verify(record, parts);
    }

    private Verdict verify(String record, JsonParts parts) {
        String again;
        try {
            again = new RecordedInputs(parts, rules).computedAgain();
        } catch (InvalidReportException
                | InvalidInputException
                | NoFrameworkException
                | TimeGoesBackwardsException
                | StepTooLongException
                | DateTimeException
                | IllegalArgumentException e) {
            return new Verdict(Verdict.Outcome.DIFFERS, List.of("cannot be computed again: " + e.getMessage()));
        }
        if (again.equals(record)) {
            return new Verdict(Verdict.Outcome.HOLDS, List.of());
        }
        List<String> details = new ArrayList<>();
        details.add(
                RecordWriter.isAsWritten(record)
                        ? "is as it was written, but does not come out the same"
                        : "was changed after it was written");
        details.addAll(
                differences(parts.values(), JsonParts.of(again).orElseThrow().values()));
        return new Verdict(Verdict.Outcome.DIFFERS, details);
    }

    /** What would be needed to compute the record again and is not here. */
    private List<String> missing(Map<String, String> values) {
        List<String> missing = new ArrayList<>();
        String library = Stream.of("$.assessment", "$.system", "$.step")
                .flatMap(result -> Stream.ofNullable(values.get(result + ".library")))
                .findFirst()
                .orElse("");
        if (!library.equals(Library.VERSION)) {
            missing.add("it was made by version " + Words.quoted(library) + " of this library, and this is "
                    + Library.VERSION + ", which may put things in other words: verify it with that version");
        }
        FORMATS.forEach((path, expected) -> {
            String format = values.getOrDefault(path + ".format", "");
            if (isAnotherVersion(format, expected)) {
                missing.add(ofFormat(path, format, expected));
            }
        });
        String end = "framework.digest";
        Set<String> named = new LinkedHashSet<>();
        values.forEach((path, digest) -> {
            if (path.endsWith(end) && !rules.has(digest)) {
                String of = path.substring(0, path.length() - "digest".length());
                named.add(Words.quoted(values.get(of + "id") + " " + values.get(of + "version")) + " with the digest "
                        + digest);
            }
        });
        if (!named.isEmpty()) {
            missing.add(
                    "the rules that made it are not here: " + Words.list(List.copyOf(named)) + ". Here are " + rules);
        }
        return missing;
    }

    /** Whether a format is one of the same name, of an earlier or later version. */
    private static boolean isAnotherVersion(String found, String expected) {
        int version = expected.lastIndexOf('/') + 1;
        return !found.equals(expected)
                && found.startsWith(expected.substring(0, version))
                && Forms.isDigits(found.substring(version));
    }

    private static String ofFormat(String what, String found, String expected) {
        return what + " has the format " + Words.quoted(found) + ", and this version of the library reads \"" + expected
                + "\": verify it with the version that made it";
    }

    private static List<String> differences(Map<String, String> recorded, Map<String, String> computed) {
        Set<String> paths = new LinkedHashSet<>(recorded.keySet());
        paths.addAll(computed.keySet());
        List<String> differences = new ArrayList<>();
        int more = 0;
        for (String path : paths) {
            @Nullable String found = recorded.get(path);
            @Nullable String expected = computed.get(path);
            if (!Objects.equals(found, expected) && differences.size() == MOST_DIFFERENCES) {
                more++;
            } else if (!Objects.equals(found, expected)) {
                differences.add(path + " is " + shown(found) + " in the record and " + shown(expected)
                        + " when computed again");
            }
        }
        if (more > 0) {
            differences.add("and " + Words.count(more, "more difference"));
        }
        return differences.isEmpty()
                ? List.of(
                        "it holds the same values, but not to the byte: its spacing, its order, or a key that stands twice")
                : differences;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "not there" : Words.quoted(value);
    }
}
