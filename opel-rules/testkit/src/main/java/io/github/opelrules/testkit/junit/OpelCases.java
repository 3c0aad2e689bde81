package io.github.opelrules.testkit.junit;

import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.CaseResult;
import io.github.opelrules.rules.cases.CaseRun;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * The worked examples that stand beside rule files, each as a test of its own:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> cases() {
 *     return OpelCases.in(RuleSource.of(Path.of("my-rules")));
 * }
 * }</pre>
 */
public final class OpelCases {

    private static final String BUNDLED = "/io/github/opelrules/rules/frameworks/";

    private OpelCases() {}

    /**
     * The cases of a framework, each of which fails where it does not hold, with what was expected, what was found, and why.
     *
     * @param source its rule files, with its cases in the folder {@code cases}
     * @throws io.github.opelrules.rules.check.InvalidRulesException if anything is wrong with the rule files or the cases
     * @throws AssertionError if there is no case, because nothing would be tested
     */
    public static Stream<DynamicTest> in(RuleSource source) {
        CaseRun run = source.tryCases();
        if (run.results().isEmpty()) {
            throw new AssertionError(run.verdict());
        }
        return run.results().stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.tried().name(), uri(source, result.tried()), () -> requireHolds(result)));
    }

    /** The line of the case, which editors jump to; of a .zip the file alone, and null where the rules stand in memory. */
    private static @Nullable URI uri(RuleSource source, Case tried) {
        String line = "?line=" + tried.line();
        if (source.path().isPresent()) {
            Path path = source.path().get();
            return Files.isDirectory(path) ? URI.create(Path.of(tried.file()).toUri() + line) : path.toUri();
        }
        boolean shipped = RuleSource.class.getResource(BUNDLED + tried.file()) != null;
        return shipped ? URI.create("classpath:" + BUNDLED + tried.file() + line) : null;
    }

    private static void requireHolds(CaseResult result) {
        if (!result.holds()) {
            throw new AssertionError(
                    result.tried().place() + ": " + result.tried().name() + "\n" + result.toText());
        }
    }
}
