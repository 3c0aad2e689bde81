package io.github.opelrules.rules.internal.system;

import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.JsonReader;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.PlainText;
import io.github.opelrules.rules.internal.format.YamlReader;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that says something of a system: who belongs to whom, or what was declared. */
public final class SystemFile {

    private SystemFile() {}

    /**
     * Reads a hierarchy.
     *
     * @param file a {@code .csv}, JSON in a {@code .json}, else YAML
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static Hierarchy hierarchy(Path file) {
        Findings findings = new Findings(file.toString());
        if (file.toString().endsWith(".csv")) {
            byte[] bytes = read(file, findings);
            return orThrow(bytes == null ? null : new HierarchyCsv(findings).read(bytes), findings);
        }
        return parse(file, findings, HierarchyShape.HIERARCHY);
    }

    /**
     * Reads a hierarchy.
     *
     * @param json a text in the format {@code opel.hierarchy/1}
     * @param name what findings call it
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static Hierarchy hierarchy(String json, String name) {
        Findings findings = new Findings(name);
        return of(JsonReader.read(json, findings), findings, HierarchyShape.HIERARCHY);
    }

    /**
     * Reads declarations.
     *
     * @param file JSON in a {@code .json}, else YAML
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static List<Declaration> declarations(Path file) {
        Findings findings = new Findings(file.toString());
        return parse(file, findings, DeclarationShape.DECLARATIONS);
    }

    /**
     * Reads when the system coordination centres are staffed.
     *
     * @param file JSON in a {@code .json}, else YAML
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static StaffedHours hours(Path file) {
        Findings findings = new Findings(file.toString());
        return parse(file, findings, HoursShape.HOURS);
    }

    /** What a file says that is JSON where its name ends in {@code .json}, and YAML elsewhere. */
    private static <T> T parse(Path file, Findings findings, Format<T> format) {
        byte[] bytes = read(file, findings);
        return of(bytes == null ? null : root(file, bytes, findings), findings, format);
    }

    /** What a file holds, or null where it cannot be read, and then the findings say why. */
    static @Nullable Node root(Path file, byte[] bytes, Findings findings) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return YamlReader.read(bytes, findings);
        }
        String text = YamlReader.decode(bytes, findings);
        return text == null ? null : JsonReader.read(text, findings);
    }

    private static <T> T of(@Nullable Node root, Findings findings, Format<T> format) {
        return orThrow(root == null ? null : format.read(root, findings), findings);
    }

    private static <T> T orThrow(@Nullable T value, Findings findings) {
        if (value == null || findings.errors() > 0) {
            throw new InvalidRulesException(findings.inOrder());
        }
        return value;
    }

    /** The bytes of a file, or null where it is not one that can be read, and then the findings say why. */
    static byte @Nullable [] read(Path file, Findings findings) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(PlainText.MOST_BYTES + 1);
            return PlainText.isTooLarge(bytes, findings) ? null : bytes;
        } catch (NoSuchFileException e) {
            findings.add(FormCode.FILE_MISSING, Place.START, "There is no such file. Correct its name.");
        } catch (IOException e) {
            findings.add(
                    FormCode.FILE_UNREADABLE,
                    Place.START,
                    "The file cannot be read: " + e.getMessage() + ". Check that it is one, and who may read it.");
        }
        return null;
    }
}
