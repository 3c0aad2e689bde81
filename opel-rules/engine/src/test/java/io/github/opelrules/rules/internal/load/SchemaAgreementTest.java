package io.github.opelrules.rules.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.internal.format.FormCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The readers of rule files and their schemas, each kept by hand, know the same keys, miss the same keys, and want a list, a
 * mapping or a single value in the same places. At each place of the bundled files a key is added, a key is taken away, and
 * a value is of another kind; and the schema never refuses what the reader takes.
 */
class SchemaAgreementTest {

    /** What a schema can tell as well as a reader. */
    private static final Set<String> ABOUT_SHAPE = Stream.of(
                    FormCode.UNKNOWN_KEY, FormCode.MISSING_KEY, FormCode.WRONG_KIND)
            .map(FormCode::id)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> tried = new TreeSet<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void readers_and_schemas_of_frameworks_and_tables_agree() throws IOException {
        for (String id : List.of("nhse-opel-2023-24", "nhse-opel-2024-26")) {
            MemoryFolder folder = bundled(id);
            for (String file : folder.files()) {
                if (!file.contains("/")) {
                    tryAll(folder, file, file.equals("framework.yaml") ? "framework" : "table");
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(tried).hasSizeGreaterThan(40);
    }

    @Test
    void reader_and_schema_of_overlays_agree() {
        tryAll(MemoryFolder.overlay(), "overlay.yaml", "overlay");

        assertThat(differences).isEmpty();
        assertThat(tried).hasSizeGreaterThan(14);
    }

    private static MemoryFolder bundled(String id) throws IOException {
        Path directory = MemoryFolder.resource("/io/github/opelrules/rules/frameworks/" + id);
        MemoryFolder folder = new MemoryFolder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                folder.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return folder;
    }

    private void tryAll(MemoryFolder folder, String file, String kind) {
        Schema schema = PublishedSchemas.schema("opel." + kind + "-1");
        Object root = new Load(LoadSettings.builder().build()).loadFromString(folder.text(file));
        byte[] before = folder.bytes(file);
        Attempt attempt = (path, how) -> compare(folder, file, schema, root, path + ": " + how);
        attempt.made(kind, "as it is");
        assertThat(differences).as("%s, written anew", file).isEmpty();
        change(root, kind, attempt);
        folder.put(file, before);
    }

    private interface Attempt {

        void made(String path, String how);
    }

    /** Changes each place of one path once, and changes it back. */
    @SuppressWarnings("unchecked")
    private void change(Object at, String path, Attempt attempt) {
        if (at instanceof List<?> list) {
            list.forEach(each -> change(each, path + "[]", attempt));
        }
        if (!(at instanceof Map<?, ?>)) {
            return;
        }
        Map<Object, Object> mapping = (Map<Object, Object>) at;
        Map<Object, Object> whole = new LinkedHashMap<>(mapping);
        // The keys of a mapping may be of several kinds of entry, as those of a band are.
        String place = path
                + new TreeSet<>(whole.keySet().stream().map(String::valueOf).toList());
        if (tried.add(place)) {
            mapping.put("colour", "red");
            attempt.made(place, "another key");
            mapping.remove("colour");
            for (Object key : whole.keySet()) {
                mapping.remove(key);
                attempt.made(place, "without " + key);
                mapping.clear();
                mapping.putAll(whole);
                Object other = whole.get(key) instanceof Map ? List.of("red") : Map.of("colour", "red");
                mapping.put(key, other);
                attempt.made(place, key + " is " + other);
                mapping.put(key, whole.get(key));
            }
        }
        whole.forEach((key, value) -> change(value, path + "." + key, attempt));
    }

    private void compare(MemoryFolder folder, String file, Schema schema, Object root, String what) {
        String text = written(root);
        List<Finding> findings = FrameworkLoader.check(folder.put(file, text.getBytes(StandardCharsets.UTF_8)))
                .findings();
        boolean refused = !schema.validate(text, InputFormat.YAML).isEmpty();
        boolean ofShape = findings.stream().anyMatch(finding -> ABOUT_SHAPE.contains(finding.code()));
        if (refused ? findings.isEmpty() : ofShape) {
            differences.add(what + ", which the schema " + (refused ? "refuses" : "takes") + ": " + findings);
        }
    }

    /** In the flow style of YAML, each text in quotes. */
    private static String written(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + written(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SchemaAgreementTest::written).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""
                : String.valueOf(value);
    }
}
