package io.github.opelrules.rules.internal.source;

import io.github.opelrules.rules.internal.format.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder, or a .zip, that holds the rule files of one framework. */
public interface FrameworkFolder {

    /** The frameworks that this library ships. */
    List<String> BUNDLED = List.of("nhse-opel-2023-24", "nhse-opel-2024-26");

    /** The most bytes that a rule file can have: 1 MiB. */
    int MOST_BYTES = PlainText.MOST_BYTES;

    /** The most bytes that the files of one framework can have in all: 10 MiB. */
    int MOST_BYTES_IN_ALL = 10 << 20;

    /** The most files that a framework can have, in a .zip or in a folder such as {@code protocol/}. */
    int MOST_FILES = 100;

    /** How far down files are looked for that nothing reads. */
    int DEEPEST = 3;

    /** Where the cases stand. */
    String CASES = "cases/";

    /** Where the rules of an escalation protocol stand. */
    String PROTOCOL = "protocol/";

    /** The file that names the others in its folder, a line each, in the order of their names. */
    String INDEX = "index.txt";

    /** What findings put before the names of files. */
    String name();

    /**
     * The bytes of a file in this folder, never more than one above {@link #MOST_BYTES}; empty where there is no such
     * file.
     *
     * @param file the name of the file
     * @throws OutsideFolderException if the name leads out of the folder
     * @throws BadArchiveException if the folder is a .zip that is not fit to be read
     * @throws IOException if the file cannot be read
     */
    Optional<byte[]> read(String file) throws IOException;

    /**
     * The files in a folder within, in the order of their names, such as {@code cases/acute.yaml}. Where the files themselves
     * cannot be listed, as on the class path, the folder has an {@link #INDEX}.
     *
     * @param within the folder, such as {@code cases/}
     * @param suffix how the names end
     * @throws IOException if the folder cannot be read
     */
    default List<String> list(String within, String suffix) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : read(within + INDEX)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("")
                .split("\n", -1)) {
            if (name.endsWith(suffix)) {
                files.add(within + name);
            }
        }
        return files;
    }

    /**
     * All files, also those in folders within, in the order of their names; none where they cannot be listed, as on the class
     * path.
     *
     * @throws IOException if the folder cannot be read
     */
    default List<String> files() throws IOException {
        return List.of();
    }

    /** The cases: the files {@code cases/*.yaml}. */
    default List<String> cases() throws IOException {
        return list(CASES, ".yaml");
    }

    /** The rules of an escalation protocol: the files {@code protocol/*.dslr}. */
    default List<String> protocol() throws IOException {
        return list(PROTOCOL, ".dslr");
    }

    /** A file that is not in the folder that names it. */
    final class OutsideFolderException extends IOException {

        private static final long serialVersionUID = 1L;

        OutsideFolderException(String file) {
            super("\"" + file + "\" leads out of the folder");
        }
    }

    /** A .zip that is not fit to be read; the message says why, and how to mend it. */
    final class BadArchiveException extends IOException {

        private static final long serialVersionUID = 1L;

        BadArchiveException(String message) {
            super(message);
        }
    }

    /**
     * A folder or a .zip on disk. In a folder, links are followed as long as they stay in it. A .zip holds its files at its
     * top or in its one folder.
     */
    static FrameworkFolder of(Path path) {
        boolean zip = path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        return zip && !Files.isDirectory(path) ? new ZipFolder(path) : ofDirectory(path);
    }

    /**
     * Files in memory, at the top or in one folder, as in a .zip.
     *
     * @param name what findings put before the names of files
     * @param files the bytes of each file by its name
     */
    static FrameworkFolder of(String name, Map<String, byte[]> files) {
        return FileMap.of(name, files);
    }

    private static FrameworkFolder ofDirectory(Path directory) {
        return new FrameworkFolder() {
            @Override
            public String name() {
                return directory.toString();
            }

            @Override
            public List<String> list(String within, String suffix) throws IOException {
                Path folder = directory.resolve(within);
                if (!Files.isDirectory(folder)) {
                    return List.of();
                }
                try (Stream<Path> files = Files.list(folder)) {
                    return files.map(file -> within + file.getFileName())
                            .filter(file -> file.endsWith(suffix))
                            .sorted()
                            .toList();
                }
            }

            @Override
            public List<String> files() throws IOException {
                try (Stream<Path> files = Files.walk(directory, DEEPEST)) {
                    return files.filter(Files::isRegularFile)
                            .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList();
                } catch (UncheckedIOException e) {
                    throw new IOException(e.getMessage(), e);
                }
            }

            @Override
            public Optional<byte[]> read(String file) throws IOException {
                Path named = directory.resolve(file);
                if (!Files.exists(named)) {
                    return Optional.empty();
                }
                Path real = named.toRealPath();
                if (!real.startsWith(directory.toRealPath())) {
                    throw new OutsideFolderException(file);
                }
                if (!Files.isRegularFile(real)) {
                    throw new IOException("it is not a file");
                }
                try (InputStream in = Files.newInputStream(real)) {
                    return Optional.of(in.readNBytes(MOST_BYTES + 1));
                }
            }
        };
    }

    /** The folder of a framework that this library ships, by the framework's id. */
    static FrameworkFolder bundled(String id) {
        return onClassPath(FrameworkFolder.class, "/io/github/opelrules/rules/frameworks/" + id);
    }

    /**
     * A folder on the class path.
     *
     * @param anchor a class of the same jar
     * @param prefix the folder, relative to the package of that class, or from the root where it begins with a slash
     */
    static FrameworkFolder onClassPath(Class<?> anchor, String prefix) {
        return new FrameworkFolder() {
            @Override
            public String name() {
                return prefix.substring(prefix.lastIndexOf('/') + 1);
            }

            @Override
            public Optional<byte[]> read(String file) throws IOException {
                try (InputStream in = anchor.getResourceAsStream(prefix + "/" + file)) {
                    return in == null ? Optional.empty() : Optional.of(in.readNBytes(MOST_BYTES + 1));
                }
            }
        };
    }
}
