package io.github.opelrules.rules.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolRulesTest {

    private static final Path SMALL = Path.of("src/test/resources/io/github/opelrules/rules/internal/load/small");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nhse-opel-2023-24", "nhse-opel-2024-26"})
    void the_protocols_that_are_shipped_were_compiled_with_the_library(String id) {
        Framework framework = FrameworkLoader.load(FrameworkFolder.bundled(id));

        CompiledRules rules = ProtocolRules.of(framework).orElseThrow();

        assertThat(rules.rule("ICS-4-01 Engage higher authority").citation())
                .isEqualTo("System Coordination Centre Required Operational Standards, engaging higher authority;"
                        + " support of mutual aid (the time is assumed) (unverified)");
    }

    @Test
    void every_sentence_of_the_dictionary_compiles_and_so_do_words_that_drools_knows() throws IOException {
        int number = 0;
        StringBuilder text = new StringBuilder(rule(
                "X-0 It's the end, when rule then end",
                "the ICS is at OPEL 4",
                "the SCC duty manager must \"end the rule, then say when // it's done; import nothing 'from' there\" within"
                        + " 1 hour"));
        for (Phrase first : Dictionary.shared().phrases(Phrase.Place.FIRST_CONDITION)) {
            text.append(rule("X-" + ++number + " First", first.example(), "mutual aid is proposed"));
        }
        String then = Dictionary.shared().phrases(Phrase.Place.CONSEQUENCE).stream()
                .map(Phrase::example)
                .collect(Collectors.joining("\n"));
        for (Phrase further : Dictionary.shared().phrases(Phrase.Place.FURTHER_CONDITION)) {
            String conditions = "a provider in the ICS is at OPEL 4\n" + further.example();
            text.append(rule("X-" + ++number + " Further", conditions, then));
        }
        String drl = drl(text.toString());

        CompiledRules rules = CompiledRules.compile(drl, "The protocol of a test");

        assertThat(rules.rule("X-" + number + " Further").citation()).isEqualTo("A document, page 1 (assumed)");
        assertThat(rules.openSessions()).isZero();
    }

    @Test
    void a_copy_with_another_id_needs_no_compiler_and_an_edited_one_does() throws IOException {
        Framework edited = load("""
                rule "ICS-3-01 Convene the system"
                when
                    an acute provider enters OPEL 2 or above
                then
                    the SCC duty manager must "convene a system call with all providers" within 30 minutes
                    citing "A document", "page 1", which is assumed
                end
                """);

        assertThat(ProtocolRules.of(edited).orElseThrow().rule("ICS-3-01 Convene the system"))
                .hasToString("Rule[name=ICS-3-01 Convene the system, citation=A document, page 1 (assumed)]");
        assertThat(ProtocolRules.drl(edited).orElseThrow())
                .contains("package io.github.opelrules.rules.internal.protocol.small;");
    }

    @Test
    void another_citation_or_grade_needs_no_compiler() {
        Framework shipped = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));
        Protocol protocol = Objects.requireNonNull(shipped.protocol());
        List<ProtocolRule> signedOff = protocol.rules().stream()
                .map(rule -> new ProtocolRule(
                        rule.id(),
                        rule.title(),
                        rule.file(),
                        rule.line(),
                        rule.conditions(),
                        rule.consequences(),
                        new Citation(new Source("The document", "page 7"), Assurance.PUBLISHED)))
                .toList();
        Framework own = new Framework(
                shipped.id(),
                shipped.version(),
                shipped.title(),
                shipped.status(),
                shipped.inForce(),
                shipped.inForceAssurance(),
                shipped.source(),
                shipped.tables(),
                shipped.tiers(),
                new Protocol(signedOff, protocol.driver(), protocol.stepDownAfter(), protocol.assurance()),
                shipped.digest(),
                shipped.knownIssues(),
                shipped.local());

        assertThat(ProtocolRules.of(own)
                        .orElseThrow()
                        .rule(signedOff.get(0).name())
                        .citation())
                .as("as built, so it was not compiled anew")
                .isEqualTo(protocol.rules().get(0).citation().toString());
    }

    @Test
    void a_framework_without_rules_of_escalation_has_none() throws IOException {
        assertThat(ProtocolRules.of(load(null))).isEmpty();
        assertThat(ProtocolRules.drl(load(null))).isEmpty();

        Path manifest = folder.resolve("framework.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        + "\nescalation: { driver: declared, stepDownAfter: PT2H, assurance: assumed }\n");

        assertThat(ProtocolRules.of(FrameworkLoader.load(FrameworkFolder.of(folder))))
                .isEmpty();
    }

    @Test
    void rules_that_cannot_be_compiled_say_so() {
        assertThatThrownBy(() -> CompiledRules.compile("package a;\nrule \"R\" when Nothing() then end", "The rule R"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The rule R cannot be compiled: ");
    }

    private Framework load(String protocol) throws IOException {
        for (String file : new String[] {"framework.yaml", "acute.yaml"}) {
            Files.writeString(folder.resolve(file), Files.readString(SMALL.resolve(file)));
        }
        if (protocol != null) {
            Files.createDirectories(folder.resolve("protocol"));
            Files.writeString(folder.resolve("protocol/own.dslr"), protocol);
        }
        return FrameworkLoader.load(FrameworkFolder.of(folder));
    }

    private static String rule(String name, String when, String then) {
        return "\nrule \"" + name + "\"\n    @citation(\"A document, page 1 (assumed)\")\nwhen\n" + when + "\nthen\n"
                + then + "\nend\n";
    }

    /** Rules whose lines are sentences, as Drools rules. */
    private static String drl(String rules) {
        return ProtocolDrl.write(List.of(), "test", sentence -> "")
                + rules.lines()
                        .map(line -> Dictionary.shared()
                                        .match(line, Phrase.Place.FIRST_CONDITION)
                                        .isPresent()
                                ? DictionaryTest.ours(line)
                                : line)
                        .collect(Collectors.joining("\n"));
    }
}
