package io.github.opelrules.rules.cases;

import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of files that are in memory, of which one holds cases. */
public final class OneFile {

    private OneFile() {}

    public static FrameworkFolder of(String file, String text) {
        return of(file, Map.of(file, text));
    }

    public static FrameworkFolder of(String cases, Map<String, String> files) {
        return new FrameworkFolder() {
            @Override
            public String name() {
                return "rules";
            }

            @Override
            public List<String> cases() {
                return List.of(cases);
            }

            @Override
            public Optional<byte[]> read(String file) {
                return Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
