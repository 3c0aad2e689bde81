package io.github.opelrules.rules.internal.system;

import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.JsonReader;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.PlainText;
import io.github.opelrules.rules.internal.format.YamlReader;
import io.github.opelrules.tier.Hierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that says something of a system: who belongs to whom, what was declared, who adopted what. Its name says what it is written in. */
public final class SystemFile {

    private final String name;
    private final Findings findings;
    private final byte @Nullable [] bytes;

    private SystemFile(String name, Findings findings, byte @Nullable [] bytes) {
        this.name = name;
        this.findings = findings;
        this.bytes = bytes == null || PlainText.isTooLarge(bytes, findings) ? null : bytes;
    }

    /** A file on disk, which is read here. */
    public static SystemFile of(Path file) {
        Findings findings = new Findings(file.toString());
        return new SystemFile(file.toString(), findings, read(file, findings));
    }

    /** A file in memory. */
    public static SystemFile of(String name, byte[] bytes) {
        return new SystemFile(name, new Findings(name), bytes);
    }

    /**
     * Reads a hierarchy, which may be a {@code .csv} too.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public Hierarchy hierarchy() {
        if (!name.endsWith(".csv")) {
            return read(HierarchyShape.HIERARCHY);
        }
        return HierarchyShape.HIERARCHY.orThrow(
                bytes == null ? null : new HierarchyCsv(findings).read(bytes), findings);
    }

    /**
     * Reads what is JSON where the name ends in {@code .json}, and YAML elsewhere.
     *
     * @throws InvalidInputException if anything is wrong with it, listing all of it
     */
    public <T> T read(Format<T> format) {
        Node root = root();
        return format.orThrow(root == null ? null : format.read(root, findings), findings);
    }

    /** What the file holds, or null where it cannot be read, and then the findings say why. */
    @Nullable
    Node root() {
        if (bytes == null) {
            return null;
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return YamlReader.read(bytes, findings);
        }
        String text = YamlReader.decode(bytes, findings);
        return text == null ? null : JsonReader.read(text, findings);
    }

    Findings findings() {
        return findings;
    }

    /** The bytes of a file, or null where it is not one that can be read, and then the findings say why. */
    private static byte @Nullable [] read(Path file, Findings findings) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PlainText.MOST_BYTES + 1);
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
