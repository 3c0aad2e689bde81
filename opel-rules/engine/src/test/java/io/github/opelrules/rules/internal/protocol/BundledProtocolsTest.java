package io.github.opelrules.rules.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledProtocolsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/github/opelrules/rules");

    static Stream<String> ids() {
        return FrameworkFolder.BUNDLED.stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_file_of_the_folder_is_read_and_nothing_in_them_is_odd(String id) throws IOException {
        RuleCheck check = FrameworkLoader.check(FrameworkFolder.bundled(id));
        List<String> files;
        try (Stream<Path> folder =
                Files.list(RESOURCES.resolve("frameworks").resolve(id).resolve("protocol"))) {
            files = folder.map(file -> id + "/protocol/" + file.getFileName())
                    .filter(file -> file.endsWith(".dslr"))
                    .sorted()
                    .toList();
        }

        assertThat(check.findings()).extracting(Finding::toString).isEmpty();
        assertThat(protocol(id).rules().stream().map(ProtocolRule::file).distinct())
                .containsExactlyElementsOf(files);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void nothing_poses_as_read_and_what_no_document_says_is_assumed(String id) {
        assertThat(protocol(id).rules()).allSatisfy(rule -> {
            boolean ofThisLibrary = rule.citation().source().document().equals("this library");
            assertThat(rule.citation().assurance())
                    .as(rule.name())
                    .isEqualTo(ofThisLibrary ? Assurance.ASSUMED : Assurance.UNVERIFIED);
            assertThat(rule.citation().source().place().startsWith("general good practice"))
                    .as(rule.name())
                    .isEqualTo(ofThisLibrary);
        });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void where_a_time_is_given_the_citation_says_that_it_is_assumed(String id) {
        assertThat(protocol(id).rules())
                .filteredOn(rule -> rule.citation().assurance() != Assurance.ASSUMED
                        && RuleMeaning.of(rule).givesActions())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.citation().source().place())
                        .as(rule.name())
                        .endsWith("assumed)"));
    }

    private static Protocol protocol(String id) {
        return Objects.requireNonNull(
                FrameworkLoader.load(FrameworkFolder.bundled(id)).protocol());
    }
}
