package io.github.opelrules.rules.internal.source;

import io.github.opelrules.internal.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of one framework in memory, at the top or in the one folder that holds them all. They are read when the first file is
 * asked for, so that all come from one state.
 */
abstract class FileMap implements FrameworkFolder {

    private final String name;
    private @Nullable Map<String, byte[]> files;

    FileMap(String name) {
        this.name = name;
    }

    /** All files by their names. */
    abstract Map<String, byte[]> readAll() throws BadArchiveException;

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> list(String within, String suffix) throws BadArchiveException {
        return all().keySet().stream()
                .filter(file -> file.lastIndexOf('/') == within.length() - 1
                        && file.startsWith(within)
                        && file.endsWith(suffix))
                .sorted()
                .toList();
    }

    @Override
    public final List<String> files() throws BadArchiveException {
        return all().keySet().stream().sorted().toList();
    }

    @Override
    public final Optional<byte[]> read(String file) throws BadArchiveException {
        return Optional.ofNullable(all().get(file)).map(byte[]::clone);
    }

    private Map<String, byte[]> all() throws BadArchiveException {
        Map<String, byte[]> all = files;
        if (all == null) {
            all = withoutTopFolder(readAll());
            files = all;
        }
        return all;
    }

    /** The files by their names in the one folder that holds them all, where there is one. */
    private static Map<String, byte[]> withoutTopFolder(Map<String, byte[]> contents) {
        List<String> tops = contents.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .distinct()
                .toList();
        if (tops.size() != 1) {
            return contents;
        }
        Map<String, byte[]> files = new HashMap<>();
        contents.forEach((name, bytes) -> files.put(name.substring(tops.get(0).length()), bytes));
        return files;
    }

    static boolean leadsOut(String name) {
        boolean absolute = name.startsWith("/") || name.matches("[A-Za-z]:.*");
        return absolute
                || name.indexOf('\\') >= 0
                || Arrays.asList(name.split("/")).contains("..");
    }

    /** Files that were given by their names, held to the limits of a .zip. */
    static FrameworkFolder of(String name, Map<String, byte[]> given) {
        return new FileMap(name) {
            @Override
            Map<String, byte[]> readAll() throws BadArchiveException {
                if (given.size() > MOST_FILES) {
                    throw new BadArchiveException("There are " + given.size() + " files. Expected at most " + MOST_FILES
                            + ": give only the files of one framework.");
                }
                long inAll = 0;
                for (Map.Entry<String, byte[]> file : given.entrySet()) {
                    if (leadsOut(file.getKey())) {
                        throw new BadArchiveException("A file has the name " + Words.quoted(file.getKey())
                                + ". Expected names within the folder of the rules, such as \"acute.yaml\", without \"..\", a"
                                + " backslash or a leading slash.");
                    }
                    if (file.getValue().length > MOST_BYTES) {
                        throw new BadArchiveException("The file " + Words.quoted(file.getKey())
                                + " is larger than 1 MiB, which no rules need. Leave it out.");
                    }
                    inAll += file.getValue().length;
                }
                if (inAll > MOST_BYTES_IN_ALL) {
                    throw new BadArchiveException("The files hold more than 10 MiB, which no rules need. Give only the"
                            + " files of one framework.");
                }
                return given;
            }
        };
    }
}
