package io.github.opelrules.rules.internal.table;

import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Limit;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers of the method that have a grade and a source of their own: {@code { value: …, assurance: …, source: … }}. */
public final class LimitReader {

    private final Ledger ledger;

    public LimitReader(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Reads the value itself. */
    public interface ValueReader<T> {

        @Nullable
        T read(Fields fields, String key, String example);
    }

    /**
     * Reads one.
     *
     * @param what what the account of graded values calls it
     * @return the number, or null where it cannot be used, and then the findings say why
     */
    public <T> @Nullable Limit<T> read(Fields of, String key, String what, String example, ValueReader<T> reader) {
        Fields fields = of.fields(
                key, "{ value: " + example + ", assurance: …, source: … }", List.of("value", "assurance", "source"));
        if (fields == null) {
            return null;
        }
        T value = reader.read(fields, "value", example);
        Grade grade = fields.grade();
        Source source = fields.source();
        if (value == null || grade == null || source == null) {
            return null;
        }
        ledger.enter(what, fields.place(), grade, source);
        return new Limit<>(value, new Citation(source, grade.assurance()));
    }
}
