package io.github.opelrules.rules.internal.source;

import io.github.opelrules.internal.Words;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a .zip. It is read whole when the first file is asked for. */
final class ZipFolder extends FileMap {

    /** What macOS adds of its own accord. */
    private static final String OF_MACOS = "__MACOSX/";

    private final Path archive;

    ZipFolder(Path archive) {
        super(archive.toString());
        this.archive = archive;
    }

    @Override
    Map<String, byte[]> readAll() throws BadArchiveException {
        try {
            if (Files.size(archive) > MOST_BYTES_IN_ALL) {
                throw tooLarge();
            }
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                return contents(zip);
            }
        } catch (BadArchiveException e) {
            throw e;
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new BadArchiveException("There is no such file. Correct the name.");
        } catch (IOException | IllegalArgumentException e) {
            // The JDK gives the reason in its own words: encrypted, cut short, damaged.
            throw new BadArchiveException("The .zip cannot be read: "
                    + Objects.requireNonNullElse(e.getMessage(), "it is damaged or cut short")
                    + ". Expected one that is whole and not encrypted: make it again, without a password.");
        }
    }

    private static Map<String, byte[]> contents(ZipFile zip) throws IOException {
        if (zip.size() > MOST_FILES) {
            throw new BadArchiveException("The .zip has " + zip.size() + " entries. Expected at most " + MOST_FILES
                    + ": put only the files of one framework into it.");
        }
        List<? extends ZipEntry> entries = zip.stream().toList();
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            requireInside(entry.getName());
            if (!names.add(entry.getName())) {
                throw new BadArchiveException("The .zip has two entries named " + Words.quoted(entry.getName())
                        + ". Make it again, with one of each name.");
            }
        }
        Map<String, byte[]> contents = new HashMap<>();
        long inAll = 0;
        for (ZipEntry entry : entries) {
            if (entry.isDirectory() || entry.getName().startsWith(OF_MACOS)) {
                continue;
            }
            byte[] bytes = bytes(zip, entry);
            inAll += bytes.length;
            if (inAll > MOST_BYTES_IN_ALL) {
                throw tooLarge();
            }
            contents.put(entry.getName(), bytes);
        }
        return contents;
    }

    private static void requireInside(String name) throws BadArchiveException {
        if (leadsOut(name)) {
            throw new BadArchiveException("The .zip has an entry named " + Words.quoted(name)
                    + ". Expected names inside the .zip, such as \"acute.yaml\", without \"..\", a backslash or a leading"
                    + " slash: make it again from the folder of the rules.");
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new BadArchiveException("The entry " + Words.quoted(entry.getName())
                    + " is larger than 1 MiB, which no rules need. Leave it out.");
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        if (checksum.getValue() != entry.getCrc()) {
            throw new BadArchiveException("The entry " + Words.quoted(entry.getName())
                    + " is damaged: its checksum is another than the .zip says. Make the .zip again.");
        }
        return bytes;
    }

    private static BadArchiveException tooLarge() {
        return new BadArchiveException(
                "The .zip holds more than 10 MiB, which no rules need. Put only the files of one framework into it.");
    }
}
