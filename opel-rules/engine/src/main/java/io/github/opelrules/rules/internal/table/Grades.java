package io.github.opelrules.rules.internal.table;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Source;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Ledger;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How sure the cuts, their sides or the points of a table are: one grade for all of them, or one for each value. */
public final class Grades {

    private static final String ASSURANCE = "{ cuts: corroborated, sides: corroborated, points: corroborated }";

    private final Findings findings;
    private final String key;
    private final Place place;
    private final @Nullable Grade all;
    private final TreeMap<BigDecimal, Entry> each = new TreeMap<>();
    private final List<Use> uses = new ArrayList<>();
    private boolean readable = true;

    private record Entry(Place place, Grade grade) {}

    private record Use(BigDecimal value, Place place, Source source) {}

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
        if (node instanceof Node.Mapping mapping && !Grade.isSignOff(node)) {
            this.all = null;
            for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
                add(entry.getKey(), entry.getValue());
            }
        } else {
            this.all = node == null ? null : Grade.read(node, key, findings);
            this.readable = all != null;
        }
    }

    private Grades(String key, Grade all, Findings findings) {
        this.findings = findings;
        this.key = key;
        this.place = all.place();
        this.all = all;
    }

    /** One grade for every value, which stands in no file. */
    public static Grades all(String key, Grade grade, Findings findings) {
        return new Grades(key, grade, findings);
    }

    /** The assurance block of a mapping. */
    static @Nullable Fields block(Fields of, List<String> keys) {
        return of.fields("assurance", ASSURANCE, keys);
    }

    private void add(String value, Node.Entry entry) {
        if (!Forms.isPlainNumber(value)) {
            findings.add(
                    FormCode.BAD_NUMBER,
                    entry.place(),
                    "\"" + key + "\" grades " + Words.quoted(value) + ", which is not a plain number."
                            + Words.didYouMean(value, List.of("verified"))
                            + " Expected a number of the bands, such as \"95: corroborated\".");
            readable = false;
            return;
        }
        Grade grade = Grade.read(entry.value(), value, findings);
        if (grade == null) {
            readable = false;
        } else if (each.putIfAbsent(new BigDecimal(value), new Entry(entry.place(), grade)) != null) {
            findings.add(
                    FormCode.DUPLICATE_KEY,
                    entry.place(),
                    value + " is graded twice in \"" + key + "\". Remove one of the two.");
        }
    }

    /**
     * The grade of a value of the bands.
     *
     * @param at where the value stands
     * @param source where it comes from
     */
    Assurance of(BigDecimal value, Place at, Source source) {
        uses.add(new Use(value, at, source));
        return assuranceOf(value);
    }

    private Assurance assuranceOf(BigDecimal value) {
        Grade grade = gradeOf(value);
        return grade == null ? Assurance.ASSUMED : grade.assurance();
    }

    private @Nullable Grade gradeOf(BigDecimal value) {
        Entry entry = each.get(value);
        return all != null ? all : entry == null ? null : entry.grade();
    }

    /** The lowest grade of any value asked for. */
    Assurance lowest() {
        Assurance lowest = Assurance.PUBLISHED;
        for (Use use : uses) {
            lowest = lowest.lowest(assuranceOf(use.value()));
        }
        return lowest;
    }

    /**
     * Enters the values that were asked for and are graded, in that order. A cut stands at the end of one band and at
     * the beginning of the next, and is entered once.
     *
     * @param name what to call a value, up to the value itself
     */
    void enterInto(Ledger ledger, String name) {
        boolean points = key.equals("points");
        SortedSet<BigDecimal> entered = new TreeSet<>();
        for (Use use : uses) {
            BigDecimal value = use.value();
            Grade grade = gradeOf(value);
            if (grade != null && (entered.add(value) || points)) {
                String written = points ? Words.count(value.intValue(), "point") : value.toPlainString();
                ledger.enter(name + written, use.place(), grade, use.source());
            }
        }
    }

    /** Reports the values that were asked for and are not graded, and those that are graded and were not asked for. */
    void reportMisfits() {
        if (all != null || !readable) {
            return;
        }
        SortedSet<BigDecimal> used = new TreeSet<>();
        for (Use use : uses) {
            used.add(use.value());
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
        for (Map.Entry<BigDecimal, Entry> entry : each.entrySet()) {
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
