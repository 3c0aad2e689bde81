package io.github.opelrules.rules.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
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

    /** With {@code -Dprotocols.write} the test writes what it otherwise compares. */
    private static final boolean WRITE = System.getProperty("protocols.write") != null;

    static Stream<String> ids() {
        return FrameworkFolder.BUNDLED.stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_rules_that_the_build_compiles_are_what_the_sentences_become(String id) throws IOException {
        Framework framework = FrameworkLoader.load(FrameworkFolder.bundled(id));
        Path file = RESOURCES.resolve("internal/protocol").resolve(ProtocolRules.file(id.replace('-', '_')));
        String drl = ProtocolRules.drl(framework).orElseThrow();
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, drl);
        }

        assertThat(file)
                .as("Write it anew, then build again: mvn -pl opel-core,opel-rules test -Dtest=BundledProtocolsTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dprotocols.write")
                .content()
                .isEqualTo(drl);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void drools_own_expander_makes_the_same_rules_of_the_sentences(String id) throws IOException {
        Protocol protocol = protocol(id);
        String sentences = ProtocolDrl.write(protocol.rules(), "any", Sentence::text);

        assertThat(DictionaryTest.expand(withoutIndents(sentences)).strip())
                .isEqualTo(
                        withoutIndents(ProtocolDrl.of(protocol.rules(), "any")).strip());
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
                        && !RuleSubject.duties(rule).isEmpty())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.citation().source().place())
                        .as(rule.name())
                        .endsWith("assumed)"));
    }

    /** Drools' expander takes what stands before a place at the beginning of a sentence for part of what fills it. */
    private static String withoutIndents(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    private static Protocol protocol(String id) {
        return Objects.requireNonNull(
                FrameworkLoader.load(FrameworkFolder.bundled(id)).protocol());
    }
}
