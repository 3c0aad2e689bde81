package io.github.opelrules.rules.internal.load;

import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of rule files in memory, which remembers what was read from it. */
public final class MemoryFolder implements FrameworkFolder {

    private final Map<String, byte[]> files = new HashMap<>();
    private final List<String> filesRead = new ArrayList<>();

    /** A framework of two parameters, small enough to be read at a glance. */
    public static MemoryFolder small() {
        return copyOf(resource("small"));
    }

    /** An overlay with some of everything. */
    public static MemoryFolder overlay() {
        return copyOf(resource("overlay"));
    }

    /** The framework that this library ships. */
    public static MemoryFolder bundled() {
        return copyOf(resource("/io/github/opelrules/rules/frameworks/nhse-opel-2023-24"));
    }

    public static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(MemoryFolder.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemoryFolder copyOf(Path directory) {
        MemoryFolder folder = new MemoryFolder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                folder.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    MemoryFolder put(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    MemoryFolder replace(String file, String old, String text) {
        String before = text(file);
        if (!before.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        return put(file, before.replace(old, text).getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes(String file) {
        return files.get(file);
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    List<String> filesRead() {
        return filesRead;
    }

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public List<String> files() {
        return files.keySet().stream().sorted().toList();
    }

    @Override
    public List<String> list(String within, String suffix) {
        return files.keySet().stream()
                .filter(file -> file.startsWith(within) && file.endsWith(suffix))
                .sorted()
                .toList();
    }

    @Override
    public Optional<byte[]> read(String file) {
        filesRead.add(file);
        return Optional.ofNullable(files.get(file));
    }
}
