package io.github.opelrules.cli;

import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.RuleCases;
import io.github.opelrules.rules.RuleChecker;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Rules as somebody names them: the id of a framework that comes with the program, a folder, or a .zip. A folder that is
 * called like such a framework has to be named with {@code ./} before it, so that an id means the same everywhere.
 *
 * @param name as typed
 * @param path where they stand, or null where the name is the id of a framework that comes with the program
 */
record RuleSource(String name, @Nullable Path path) {

    /** @throws ParameterException if there is nothing of this name */
    static RuleSource of(String name, ParseResult arguments) {
        if (FrameworkFolder.BUNDLED.contains(name)) {
            return new RuleSource(name, null);
        }
        Path path = existing(name);
        if (path != null) {
            return new RuleSource(name, path);
        }
        throw new ParameterException(
                arguments.commandSpec().commandLine(),
                Words.quoted(name) + " is not a folder, not a .zip and not a framework that comes with this program."
                        + Words.didYouMean(name, FrameworkFolder.BUNDLED) + " Those are: "
                        + String.join(", ", FrameworkFolder.BUNDLED) + ".");
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
        return (name.isEmpty() ? FrameworkFolder.BUNDLED : List.of(name))
                .stream().map(each -> of(each, arguments)).toList();
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

    RuleCheck check() {
        return check(LocalDate.now(LondonTime.ZONE));
    }

    /** @param today the day of the check */
    RuleCheck check(LocalDate today) {
        return path == null ? RuleChecker.checkBundled(name) : RuleChecker.check(path, today);
    }

    CaseRun tryCases() {
        return path == null ? RuleCases.runBundled(name) : RuleCases.run(path);
    }

    FrameworkFolder folder() {
        return path == null ? FrameworkFolder.bundled(name) : FrameworkFolder.of(path);
    }
}
