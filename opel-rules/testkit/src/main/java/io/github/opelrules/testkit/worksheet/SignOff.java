package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.Verification;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a row comes from, how sure it is, and who read it.
 *
 * @param source the document and the place in it
 * @param grade how sure it is where nobody read it; null where the row does not say
 * @param by who read it; nothing where nobody did
 * @param on the day it was read; null where nobody did
 * @param second who read it after that; nothing where nobody did
 */
record SignOff(
        Source source,
        @Nullable Assurance grade,
        String by,
        @Nullable LocalDate on,
        String second) {

    /** What a cell says of which the values have several grades. */
    static final String VARIOUS = "various";

    private static final String AND_SECOND = "; second reader ";

    /** Writes what is known of values into the cells of a row. */
    static void write(List<GradedValue> values, Source source, Map<String, String> row) {
        Set<Assurance> grades = new HashSet<>();
        Set<@Nullable Verification> readers = new HashSet<>();
        for (GradedValue value : values) {
            grades.add(value.assurance());
            readers.add(value.verification());
        }
        Verification reader = readers.size() == 1 ? readers.iterator().next() : null;
        row.put(Sheets.DOCUMENT, reader == null ? source.document() : reader.document());
        row.put(Sheets.PLACE, reader == null ? source.place() : reader.place());
        row.put(
                Sheets.GRADE,
                grades.isEmpty()
                        ? ""
                        : grades.size() == 1 ? grades.iterator().next().id() : VARIOUS);
        if (reader != null) {
            String[] names = reader.by().split(AND_SECOND, 2);
            row.put(Sheets.READ_BY, names[0]);
            row.put(Sheets.READ_ON, reader.on().toString());
            row.put(Sheets.SECOND, names.length > 1 ? names[1] : "");
        }
    }

    boolean isSigned() {
        return on != null;
    }

    /** The names of those who read it. */
    String readers() {
        return second.isEmpty() ? by : by + AND_SECOND + second;
    }

    /** {@code { document: …, place: … }}. */
    String sourceYaml() {
        return "{ document: " + Yaml.text(source.document()) + ", place: " + Yaml.text(source.place()) + " }";
    }

    /** How sure all of it is, as it stands behind {@code assurance:}; what nobody read or graded is unverified. */
    String gradeYaml() {
        return isSigned()
                ? "{ verified: { by: " + Yaml.text(readers()) + ", on: " + on + ", document: "
                        + Yaml.text(source.document()) + ", place: " + Yaml.text(source.place()) + " } }"
                : word();
    }

    private String word() {
        return (grade == null || grade == Assurance.PUBLISHED ? Assurance.UNVERIFIED : grade).id();
    }
}
