package io.github.opelrules.rules;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.opelrules.rules.internal.json.JsonParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON schemas as they are published, which refer to each other by their ids. */
public final class PublishedSchemas {

    private static final List<Path> FOLDERS = List.of(
            Path.of("../engine/src/main/resources/io/github/opelrules/rules/schema"),
            Path.of("../testkit/src/main/resources/io/github/opelrules/testkit/schema"));

    private PublishedSchemas() {}

    /** What they are called, such as {@code opel.report-1}. */
    public static List<String> names() {
        return FOLDERS.stream()
                .flatMap(PublishedSchemas::files)
                .map(file -> file.getFileName().toString().replace(".schema.json", ""))
                .toList();
    }

    /** A schema, with all that it refers to. */
    public static Schema schema(String name) {
        Map<String, String> byId = FOLDERS.stream()
                .flatMap(PublishedSchemas::files)
                .map(PublishedSchemas::read)
                .collect(Collectors.toMap(PublishedSchemas::id, text -> text));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId))
                .getSchema(text(name), InputFormat.JSON);
    }

    /** The text of a schema. */
    public static String text(String name) {
        return read(FOLDERS.stream()
                .map(folder -> folder.resolve(name + ".schema.json"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow());
    }

    /** Every single value in a schema, by its path. */
    public static Map<String, String> values(String name) {
        return JsonParts.of(text(name)).orElseThrow().values();
    }

    private static String id(String text) {
        return JsonParts.of(text).orElseThrow().values().get("$.$id");
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
