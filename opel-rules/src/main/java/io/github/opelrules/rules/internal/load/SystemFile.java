package io.github.opelrules.rules.internal.load;

import io.github.opelrules.escalate.StaffedHours;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A file that says something of a system: who belongs to whom, or what was declared. */
public final class SystemFile {

    private SystemFile() {}

    /**
     * Reads a hierarchy.
     *
     * @param file a {@code .csv}, else YAML or JSON
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static Hierarchy hierarchy(Path file) {
        Findings findings = new Findings(file.toString());
        byte[] bytes = read(file, findings);
        if (bytes == null) {
            return orThrow(null, findings);
        }
        if (file.toString().endsWith(".csv")) {
            return orThrow(new HierarchyCsv(findings).read(bytes), findings);
        }
        return parse(bytes, findings, new HierarchyReader(findings)::read);
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
        return parse(json.getBytes(StandardCharsets.UTF_8), findings, new HierarchyReader(findings)::read);
    }

    /**
     * Reads declarations.
     *
     * @param file YAML or JSON
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static List<Declaration> declarations(Path file) {
        Findings findings = new Findings(file.toString());
        byte[] bytes = read(file, findings);
        return bytes == null ? orThrow(null, findings) : parse(bytes, findings, new DeclarationsReader(findings)::read);
    }

    /**
     * Reads when the system coordination centres are staffed.
     *
     * @param file YAML or JSON
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static StaffedHours hours(Path file) {
        Findings findings = new Findings(file.toString());
        byte[] bytes = read(file, findings);
        return bytes == null ? orThrow(null, findings) : parse(bytes, findings, new HoursReader(findings)::read);
    }

    private static <T> T parse(byte[] bytes, Findings findings, Function<Node, @Nullable T> reader) {
        Node root = YamlReader.read(bytes, findings);
        return orThrow(root == null ? null : reader.apply(root), findings);
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
            byte[] bytes = in.readNBytes(FrameworkFolder.MOST_BYTES + 1);
            return FrameworkLoader.isTooLarge(bytes, findings) ? null : bytes;
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
