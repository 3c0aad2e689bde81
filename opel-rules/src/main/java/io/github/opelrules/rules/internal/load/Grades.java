package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How sure the cuts, their sides or the points of a table are: one grade for all of them, or one for each value. */
final class Grades {

    private static final String ASSURANCE = "{ cuts: corroborated, sides: corroborated, points: corroborated }";

    private final Findings findings;
    private final String key;
    private final Place place;
    private final @Nullable Assurance all;
    private final TreeMap<BigDecimal, Graded> each = new TreeMap<>();
    private final SortedSet<BigDecimal> used = new TreeSet<>();
    private boolean readable = true;

    private record Graded(Place place, Assurance assurance) {}

    /**
     * Reads the grades under a key of an assurance block; where there are none that can be used, every value has the
     * lowest grade and the findings say why.
     *
     * @param block the block, or null where it cannot be read
     */
    Grades(@Nullable Fields block, String key, Findings findings) {
        this.findings = findings;
        this.key = key;
        this.place = block == null ? Place.START : block.placeOf(key);
        Node node = block == null ? null : block.node(key, "corroborated");
        Values values = new Values(findings);
        if (node instanceof Node.Mapping mapping) {
            this.all = null;
            for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
                add(entry.getKey(), entry.getValue(), values);
            }
        } else {
            this.all = node == null ? null : values.word(node, key, Assurance.values());
            this.readable = all != null;
        }
    }

    /** The assurance block of a mapping. */
    static @Nullable Fields block(Fields of, List<String> keys) {
        return of.fields("assurance", ASSURANCE, keys);
    }

    private void add(String value, Node.Entry entry, Values values) {
        if (!Values.isPlainNumber(value)) {
            findings.add(
                    FormCode.BAD_NUMBER,
                    entry.place(),
                    "\"" + key + "\" grades " + Words.quoted(value)
                            + ", which is not a plain number. Expected a number of the bands, such as \"95: corroborated\".");
            readable = false;
            return;
        }
        Assurance assurance = values.word(entry.value(), value, Assurance.values());
        if (assurance == null) {
            readable = false;
        } else if (each.putIfAbsent(new BigDecimal(value), new Graded(entry.place(), assurance)) != null) {
            findings.add(
                    FormCode.DUPLICATE_KEY,
                    entry.place(),
                    value + " is graded twice in \"" + key + "\". Remove one of the two.");
        }
    }

    /** The grade of a value of the bands. */
    Assurance of(BigDecimal value) {
        used.add(value);
        Graded graded = each.get(value);
        return all != null ? all : graded != null ? graded.assurance() : Assurance.ASSUMED;
    }

    /** The grade of a value of the bands. */
    Assurance of(int value) {
        return of(BigDecimal.valueOf(value));
    }

    /** The lowest grade of any value asked for. */
    Assurance lowest() {
        Assurance lowest = Assurance.PUBLISHED;
        for (BigDecimal value : List.copyOf(used)) {
            lowest = lowest.lowest(of(value));
        }
        return lowest;
    }

    /** Reports the values that were asked for and are not graded, and those that are graded and were not asked for. */
    void reportMisfits() {
        if (all != null || !readable) {
            return;
        }
        List<String> missing = new ArrayList<>();
        for (BigDecimal value : used) {
            if (!each.containsKey(value)) {
                missing.add(value.toPlainString());
            }
        }
        if (!missing.isEmpty()) {
            findings.add(
                    FormCode.GRADE_MISSING,
                    place,
                    "\"" + key + "\" grades each value and leaves out " + Words.list(missing) + ". Add \""
                            + missing.get(0) + ": unverified\", or whichever grade is true.");
        }
        for (Map.Entry<BigDecimal, Graded> entry : each.entrySet()) {
            if (!used.contains(entry.getKey())) {
                String value = entry.getKey().toPlainString();
                findings.add(
                        FormCode.GRADE_UNUSED,
                        entry.getValue().place(),
                        "\"" + key + "\" grades " + value + ", which the bands do not have."
                                + " Remove it or correct the number.");
            }
        }
    }
}
