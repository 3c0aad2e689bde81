package io.github.opelrules.cli;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.InvalidRulesException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Rules as somebody names them: the id of a framework that comes with the program, a folder, or a .zip. A folder that is
 * called like such a framework has to be named with {@code ./} before it, so that an id means the same everywhere.
 */
final class RuleNames {

    private static final List<String> BUNDLED =
            RuleSource.bundled().stream().map(RuleSource::toString).toList();

    private RuleNames() {}

    /** @throws ParameterException if there is nothing of this name */
    static RuleSource source(String name, ParseResult arguments) {
        if (BUNDLED.contains(name)) {
            return RuleSource.bundled(FrameworkId.of(name));
        }
        Path path = existing(name);
        if (path != null) {
            return RuleSource.of(path);
        }
        throw new ParameterException(
                arguments.commandSpec().commandLine(),
                Words.quoted(name) + " is not a folder, not a .zip and not a framework that comes with this program."
                        + Words.didYouMean(name, BUNDLED) + " Those are: "
                        + String.join(", ", BUNDLED) + ".");
    }

    /** What {@code --rules} names; nothing where it is not given. */
    static List<RuleSource> ofOption(ParseResult arguments) {
        List<String> names = arguments.matchedOptionValue("--rules", List.of());
        return names.stream().map(name -> source(name, arguments)).toList();
    }

    /** @throws ParameterException if the rules do not load */
    static Framework load(RuleSource source, ParseResult arguments) {
        try {
            return OpelRules.load(source).framework().orElseThrow();
        } catch (InvalidRulesException e) {
            throw new ParameterException(arguments.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The choice of one of them; without it, every framework that comes with the program. */
    static PositionalParamSpec choice() {
        return PositionalParamSpec.builder()
                .paramLabel("ID|DIR|ZIP")
                .arity("0..1")
                .type(String.class)
                .description(
                        "A framework that comes with this program, or a folder or .zip of rule files. Otherwise every"
                                + " framework that comes with this program.")
                .build();
    }

    /** What was chosen, or everything. */
    static List<RuleSource> chosen(ParseResult arguments) {
        String name = arguments.matchedPositionalValue(0, "");
        return name.isEmpty() ? RuleSource.bundled() : List.of(source(name, arguments));
    }

    private static @Nullable Path existing(String name) {
        try {
            Path path = Path.of(name);
            boolean zip = Files.isRegularFile(path) && name.endsWith(".zip");
            return zip || Files.isDirectory(path) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
