package io.github.opelrules.testkit.junit;

import io.github.opelrules.rules.RuleCases;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.cases.CaseRun;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The worked examples that stand beside rule files, each as a test of its own:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> cases() {
 *     return OpelCases.in(Path.of("my-rules"));
 * }
 * }</pre>
 */
public final class OpelCases {

    private static final String BUNDLED = "classpath:/io/github/opelrules/rules/frameworks/";

    private OpelCases() {}

    /**
     * The cases of a framework, each of which fails where it does not hold, with what was expected, what was found, and why.
     *
     * @param folderOrZip where its rule files stand, with its cases in the folder {@code cases}
     * @throws io.github.opelrules.rules.check.InvalidRulesException if anything is wrong with the rule files or the cases
     * @throws AssertionError if there is no case, because nothing would be tested
     */
    public static Stream<DynamicTest> in(Path folderOrZip) {
        return tests(RuleCases.run(folderOrZip), tried -> source(folderOrZip, tried));
    }

    /**
     * The cases of a framework that this library ships.
     *
     * @param id its id, such as {@code nhse-opel-2023-24}
     */
    public static Stream<DynamicTest> bundled(String id) {
        return tests(RuleCases.runBundled(id), tried -> URI.create(BUNDLED + tried.file() + "?line=" + tried.line()));
    }

    private static Stream<DynamicTest> tests(CaseRun run, Function<Case, URI> source) {
        if (run.results().isEmpty()) {
            throw new AssertionError(run.verdict());
        }
        return run.results().stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.tried().name(), source.apply(result.tried()), () -> requireHolds(result)));
    }

    /** The line of the case, which editors jump to; of a .zip the file alone. */
    private static URI source(Path folderOrZip, Case tried) {
        return Files.isDirectory(folderOrZip)
                ? URI.create(Path.of(tried.file()).toUri() + "?line=" + tried.line())
                : folderOrZip.toUri();
    }

    private static void requireHolds(CaseResult result) {
        if (!result.holds()) {
            throw new AssertionError(
                    result.tried().place() + ": " + result.tried().name() + "\n" + result.toText());
        }
    }
}
