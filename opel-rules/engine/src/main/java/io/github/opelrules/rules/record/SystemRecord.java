package io.github.opelrules.rules.record;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.rules.internal.json.RecordWriter;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.SystemAssessment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The decision record of the levels of a system.
 *
 * <p>Names of units, and who declared a level and why, are free text. They change no level, and a
 * record does not have them: units are called by their codes.
 */
public final class SystemRecord {

    private SystemRecord() {}

    /**
     * Makes the levels of a system, and writes them with all that they are made from.
     *
     * @param engine the engine that makes them
     * @return one line of JSON in the format {@code opel.record/1}, without a line end
     */
    public static String write(
            OpelEngine engine,
            Hierarchy hierarchy,
            Instant at,
            Collection<Assessment> assessments,
            Collection<Declaration> declarations) {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(hierarchy, "hierarchy");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(assessments, "assessments");
        Objects.requireNonNull(declarations, "declarations");
        Hierarchy codes = new Hierarchy(hierarchy.weights(), Nameless.units(hierarchy));
        List<Declaration> levels = Nameless.declarations(declarations);
        SystemAssessment system = engine.aggregate(codes, at, assessments, levels);
        return RecordWriter.write(codes, assessments, levels, system);
    }
}
