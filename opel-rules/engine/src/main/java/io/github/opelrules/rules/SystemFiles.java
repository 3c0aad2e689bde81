package io.github.opelrules.rules;

import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.framework.Adoption;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.internal.system.AdoptionsFile;
import io.github.opelrules.rules.internal.system.DeclarationShape;
import io.github.opelrules.rules.internal.system.HoursShape;
import io.github.opelrules.rules.internal.system.SystemFile;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Reads the files that say who belongs to whom, what was declared, when centres are staffed and who adopted which framework, as strictly
 * as rule files. They stand on disk, or in memory as the bytes of a file with a name; what is larger than 1 MiB is refused. A file is
 * JSON where its name ends in {@code .json}, else YAML.
 */
public final class SystemFiles {

    private SystemFiles() {}

    /**
     * Reads a hierarchy.
     *
     * @param file a file of the format {@code opel.hierarchy/1}; or a {@code .csv} with the columns
     *     {@code code,name,parent,role,start,end} of an export of the Organisation Data Service and perhaps {@code weight},
     *     where a role is {@code acute}, {@code community}, {@code mental-health}, {@code nhs-111}, {@code ics},
     *     {@code region} or {@code nation}, and the end is the last day
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static Hierarchy hierarchy(Path file) {
        return of(file).hierarchy();
    }

    /**
     * Reads a hierarchy from a class path or a database, say.
     *
     * @param name what findings call it, which ends as the name of a file of that kind does
     * @param bytes what the file holds
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static Hierarchy hierarchy(String name, byte[] bytes) {
        return of(name, bytes).hierarchy();
    }

    /**
     * Reads declarations.
     *
     * @param file a file of the format {@code opel.declarations/1}
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static List<Declaration> declarations(Path file) {
        return of(file).read(DeclarationShape.DECLARATIONS);
    }

    /**
     * Reads declarations from a class path or a database, say.
     *
     * @param name what findings call it, which ends as the name of a file of that kind does
     * @param bytes what the file holds
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static List<Declaration> declarations(String name, byte[] bytes) {
        return of(name, bytes).read(DeclarationShape.DECLARATIONS);
    }

    /**
     * Reads when the system coordination centres are staffed.
     *
     * @param file a file of the format {@code opel.hours/1}
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static StaffedHours hours(Path file) {
        return of(file).read(HoursShape.HOURS);
    }

    /**
     * Reads when the system coordination centres are staffed, from a class path or a database, say.
     *
     * @param name what findings call it, which ends as the name of a file of that kind does
     * @param bytes what the file holds
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static StaffedHours hours(String name, byte[] bytes) {
        return of(name, bytes).read(HoursShape.HOURS);
    }

    /**
     * Reads which organisation uses which framework from when, for {@link OpelRules.Builder#adoptions(List)}. Whether there are such
     * frameworks shows when the engine is built.
     *
     * @param file a file of the format {@code opel.adoptions/1}
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static List<Adoption> adoptions(Path file) {
        return of(file).read(AdoptionsFile.ADOPTIONS);
    }

    /**
     * Reads which organisation uses which framework from when, from a class path or a database, say, for
     * {@link OpelRules.Builder#adoptions(List)}. Whether there are such frameworks shows when the engine is built.
     *
     * @param name what findings call it, which ends as the name of a file of that kind does
     * @param bytes what the file holds
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public static List<Adoption> adoptions(String name, byte[] bytes) {
        return of(name, bytes).read(AdoptionsFile.ADOPTIONS);
    }

    private static SystemFile of(Path file) {
        return SystemFile.of(Objects.requireNonNull(file, "file"));
    }

    private static SystemFile of(String name, byte[] bytes) {
        return SystemFile.of(Objects.requireNonNull(name, "name"), Objects.requireNonNull(bytes, "bytes"));
    }
}
