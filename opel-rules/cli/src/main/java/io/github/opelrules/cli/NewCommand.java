package io.github.opelrules.cli;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code opel new}: rule files of one's own, begun as a copy. */
final class NewCommand implements Subcommand {

    private static final String MANIFEST = "framework.yaml";
    private static final String FIRST_AFTER_THE_DRAFT = "2.0.0";

    @Override
    public String name() {
        return "new";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                name(),
                "Makes rule files of your own: a copy of a framework that comes with this program, or an overlay of it.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .paramLabel("ID")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("The framework to copy or to extend: " + String.join(", ", FrameworkFolder.BUNDLED) + ".")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .index("1")
                .paramLabel("DIR")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("The folder to make. It must be new or empty.")
                .build());
        spec.addOption(Options.text("--id", "NEW-ID")
                .description(
                        "The id of the copy or the overlay, lower-case words joined by hyphens. Otherwise local- and the ID. A copy"
                                + " that takes the place of a draft may keep its id.")
                .build());
        spec.addOption(OptionSpec.builder("--overlay")
                .type(boolean.class)
                .description("Extend the framework with local additions instead of copying it.")
                .build());
        spec.usageMessage()
                .footer(
                        "",
                        "A copy or an overlay scores as the original does until you change it. Where only notifications,"
                                + " labels or a few bands are to be local, an overlay says just that. The JSON schemas of the rule files are"
                                + " put beside them, so that an editor with YAML support completes and checks what you type.",
                        "Exit codes: 0 done; 2 wrong usage, or the folder cannot be written.");
        return spec;
    }

    @Override
    public Outcome run(ParseResult arguments, Console console) {
        String original = arguments.matchedPositionalValue(0, "");
        String name = arguments.matchedPositionalValue(1, "");
        if (!FrameworkFolder.BUNDLED.contains(original)) {
            throw wrong(
                    arguments,
                    Words.quoted(original) + " is not a framework that comes with this program."
                            + Words.didYouMean(original, FrameworkFolder.BUNDLED) + " Those are: "
                            + String.join(", ", FrameworkFolder.BUNDLED) + ".");
        }
        String id = newId(arguments, original);
        try {
            Path folder = Path.of(name);
            if (!isNewOrEmpty(folder)) {
                throw wrong(
                        arguments,
                        Words.quoted(name)
                                + " is there already and not an empty folder. Name a folder that is not there"
                                + " yet; nothing was written.");
            }
            copySchemas(folder);
            console.print(
                    arguments.hasMatchedOption("--overlay")
                            ? extend(original, id, folder, name)
                            : whatNext(original, id, name, copy(original, id, folder)));
            return Outcome.DONE;
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(
                    arguments,
                    Words.quoted(name) + " cannot be written: " + e.getMessage()
                            + ". Name a folder that you may write to.");
        }
    }

    private static String newId(ParseResult arguments, String original) {
        String id = arguments.matchedOptionValue("--id", "local-" + original);
        if (FrameworkFolder.BUNDLED.contains(id) && (!isDraft(id) || arguments.hasMatchedOption("--overlay"))) {
            throw wrong(
                    arguments,
                    "--id: " + id + " is the id of a framework that comes with this program. Give the copy one of its"
                            + " own, so that nobody takes one for the other. Only what takes the place of a draft, and is no"
                            + " overlay, may keep its id.");
        }
        try {
            return FrameworkId.of(id).value();
        } catch (IllegalArgumentException e) {
            throw wrong(arguments, "--id: " + e.getMessage());
        }
    }

    private static boolean isDraft(String bundled) {
        return RuleSource.bundled(FrameworkId.of(bundled))
                .check()
                .framework()
                .orElseThrow()
                .isDraft();
    }

    static boolean isNewOrEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    static void copySchemas(Path folder) throws IOException {
        Path schemas = Files.createDirectories(folder.resolve("schema"));
        for (String schema : Shipped.SCHEMAS_OF_RULES) {
            Files.writeString(schemas.resolve(Shipped.schemaFile(schema)), Shipped.schema(schema));
        }
    }

    private static String extend(String original, String id, Path folder, String name) throws IOException {
        Framework base = FrameworkLoader.load(FrameworkFolder.bundled(original));
        Files.writeString(folder.resolve("overlay.yaml"), OverlayTemplate.of(base, id));
        return name + " holds " + id + ", which extends " + original + ": overlay.yaml.\nNext:\n"
                + "  1. Change the title, the owner and the examples in overlay.yaml.\n"
                + "  2. See what is wrong with it:   opel check " + name + "\n"
                + "  3. See what it changes:         opel diff " + original + " " + name + "\n"
                + "  4. Score by it:                 opel score --rules " + name + " report.json\n";
    }

    private static List<String> copy(String original, String id, Path folder) throws IOException {
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file :
                RuleSource.bundled(FrameworkId.of(original)).files().entrySet()) {
            String text = new String(withSchemaBeside(file.getKey(), file.getValue()), StandardCharsets.UTF_8);
            if (file.getKey().equals(MANIFEST)) {
                text = text.replaceFirst("(?m)^id: .*$", "id: " + id);
                // What keeps a national id is told from the draft by its version, and is no local copy.
                text = FrameworkFolder.BUNDLED.contains(id)
                        ? text.replaceFirst("(?m)^version: .*$", "version: \"" + FIRST_AFTER_THE_DRAFT + "\"")
                        : text.replaceFirst("(?m)^(title: .*)$", "$1 (local copy)");
            }
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, text);
            written.add(file.getKey());
        }
        return written;
    }

    /** A rule file whose first line names its schema where {@link #copySchemas} puts it. */
    static byte[] withSchemaBeside(String name, byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .replaceFirst(
                        "\\$schema=(\\.\\./)*schema/",
                        name.contains("/") ? "\\$schema=../schema/" : "\\$schema=schema/")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String whatNext(String original, String id, String folder, List<String> files) {
        return folder + " holds " + id + ", a copy of " + original + ": " + Words.list(files) + ".\n"
                + (FrameworkFolder.BUNDLED.contains(id)
                        ? "It keeps the national id and takes the place of the draft " + id
                                + " where both are loaded. \"opel check\" says so, and results tell it by its version, "
                                + FIRST_AFTER_THE_DRAFT + ".\n"
                        : "")
                + "Next:\n"
                + "  1. Change the title and the dates in framework.yaml, and the bands in the other files. What you change is\n"
                + "     your own: give it your own source, and the grade assumed.\n"
                + "  2. See what is wrong with it:   opel check " + folder + "\n"
                + "  3. See whether the cases hold:  opel test " + folder + "\n"
                + "  4. See what it changes:         opel diff " + original + " " + folder + "\n"
                + "  5. Score by it:                 opel score --rules " + folder + " report.json\n";
    }

    private static ParameterException wrong(ParseResult arguments, String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }
}
