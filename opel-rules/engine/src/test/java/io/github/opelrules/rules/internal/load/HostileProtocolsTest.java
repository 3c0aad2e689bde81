package io.github.opelrules.rules.internal.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.drools.CompiledDrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that try to run something, or to pass for what they are not. */
class HostileProtocolsTest {

    private static final Path FOLDER = MemoryFolder.resource("hostile");
    private static final Path EXPECTED = FOLDER.resolve("findings.txt");

    @BeforeEach
    @AfterEach
    void takeAwayTheMark() {
        System.clearProperty(Marker.PROPERTY);
    }

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".dslr"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    @Timeout(5)
    void it_is_refused_and_nothing_of_it_runs(String name) throws IOException {
        RuleCheck check = check(name);

        assertThat(check.passes()).isFalse();
        assertThat(check.framework()).isEmpty();
        assertThat(check.findings()).extracting(Finding::code).allMatch(code -> code.matches("OPEL-(015|09.|50.)"));
        assertThat(System.getProperty(Marker.PROPERTY)).isNull();
    }

    @Test
    void the_first_finding_of_each_says_what_is_wrong_and_where() throws IOException {
        List<String> found = names().map(HostileProtocolsTest::firstFinding).toList();

        assertThat(found).containsExactlyElementsOf(Files.readAllLines(EXPECTED, UTF_8));
        assertThat(found).hasSizeGreaterThanOrEqualTo(90);
    }

    @Test
    void the_mark_is_one_that_rules_can_leave() {
        String drl = Arrays.stream(new String[] {
                    "package hostile;",
                    "rule \"R\" @citation(\"none\")",
                    "when",
                    "    eval(" + Marker.class.getName() + ".ran())",
                    "then",
                    "end"
                })
                .collect(Collectors.joining("\n"));

        CompiledDrl.of(drl).run(session -> {}, 10);

        assertThat(System.getProperty(Marker.PROPERTY)).isEqualTo("true");
    }

    private static String firstFinding(String name) {
        Finding first = check(name).findings().get(0);
        return name + ":" + first.line() + ":" + first.column() + ": " + first.code() + " " + first.message();
    }

    private static RuleCheck check(String name) {
        try {
            byte[] file = Files.readAllBytes(FOLDER.resolve(name));
            return FrameworkLoader.check(MemoryFolder.small().put("protocol/own.dslr", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
