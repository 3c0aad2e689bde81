package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the bundled framework of 2023/24 with some texts of its acute table replaced. */
public final class EditedCopy {

    private static final String ID = "nhse-opel-2023-24";

    private EditedCopy() {}

    /**
     * Writes the copy into a folder, as version 2.0.0 of the framework.
     *
     * @param replacements each text to replace, and what to put there
     */
    public static Path in(Path folder, String... replacements) throws IOException {
        String manifest = bundled("framework.yaml").replace("\"1.1.0\"", "\"2.0.0\"");
        String table = bundled("acute.yaml");
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(table).contains(replacements[i]);
            table = table.replace(replacements[i], replacements[i + 1]);
            // The level cuts of systems stand there.
            manifest = manifest.replace(replacements[i], replacements[i + 1]);
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("framework.yaml"), manifest);
        Files.writeString(folder.resolve("acute.yaml"), table);
        return folder;
    }

    /** Writes some of its files into a folder as they are, such as {@code cases/acute.yaml}. */
    public static void asItIs(Path folder, String... files) throws IOException {
        for (String file : files) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, bundled(file));
        }
    }

    /** An engine pinned to such a copy. */
    public static OpelEngine engine(Path folder, String... replacements) throws IOException {
        return OpelRules.builder().folder(in(folder, replacements)).build().pinnedTo(FrameworkId.of(ID));
    }

    private static String bundled(String file) throws IOException {
        try (InputStream in = OpelRules.class.getResourceAsStream("frameworks/" + ID + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
