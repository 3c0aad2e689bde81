package io.github.opelrules.rules;

import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.system.SystemFile;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads the files that say who belongs to whom, what was declared and when centres are staffed, as strictly as rule files. */
public final class SystemFiles {

    private SystemFiles() {}

    /**
     * Reads a hierarchy.
     *
     * @param file a file of the format {@code opel.hierarchy/1}, in JSON where its name ends in {@code .json}, else in YAML; or a {@code .csv} with the columns
     *     {@code code,name,parent,role,start,end} of an export of the Organisation Data Service and perhaps {@code weight},
     *     where a role is {@code acute}, {@code community}, {@code mental-health}, {@code nhs-111}, {@code ics},
     *     {@code region} or {@code nation}, and the end is the last day
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static Hierarchy hierarchy(Path file) {
        Objects.requireNonNull(file, "file");
        return SystemFile.hierarchy(file);
    }

    /**
     * Reads declarations.
     *
     * @param file a file of the format {@code opel.declarations/1}, in JSON where its name ends in {@code .json}, else in YAML
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static List<Declaration> declarations(Path file) {
        Objects.requireNonNull(file, "file");
        return SystemFile.declarations(file);
    }

    /**
     * Reads when the system coordination centres are staffed.
     *
     * @param file a file of the format {@code opel.hours/1}, in JSON where its name ends in {@code .json}, else in YAML
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static StaffedHours hours(Path file) {
        Objects.requireNonNull(file, "file");
        return SystemFile.hours(file);
    }
}
