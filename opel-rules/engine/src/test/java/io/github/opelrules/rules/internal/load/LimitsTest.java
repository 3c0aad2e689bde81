package io.github.opelrules.rules.internal.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.drools.CompiledRules;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.protocol.ProtocolModel;
import io.github.opelrules.rules.internal.protocol.RuleMeaning;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of everything rule files can hold: what is within loads, what is beyond is a finding, and the check ends. */
@Timeout(60)
class LimitsTest {

    private static final String CONDITION = "    its SCC is staffed\n";
    private static final String CONSEQUENCE = "    the SCC duty manager must \"convene a call\" within 30 minutes\n";

    private final MemoryFolder folder = MemoryFolder.small();

    @Test
    void a_rule_of_as_many_sentences_as_are_allowed_loads() {
        RuleCheck check = check(rule(1, 20, 20));

        assertThat(check.findings()).isEmpty();
        assertRuns(check);
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 1_600, 20_000})
    void a_rule_of_too_many_conditions_is_one_finding(int conditions) {
        assertOnly(
                check(rule(1, conditions, 1)),
                "folder/protocol/own.dslr:23:5: OPEL-018 The rule ACU-1-01 has more than 20 conditions. Expected at most that"
                        + " many: split it into several rules.");
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 1_600, 15_000})
    void a_rule_of_too_many_consequences_is_one_finding(int consequences) {
        assertOnly(
                check(rule(1, 1, consequences)),
                "folder/protocol/own.dslr:25:5: OPEL-018 The rule ACU-1-01 has more than 20 consequences. Expected at most"
                        + " that many: split it into several rules.");
    }

    @Test
    void a_protocol_has_at_most_500_rules_in_all_its_files() {
        RuleCheck most = check(rules(0, 500));
        assertThat(most.findings()).isEmpty();
        assertRuns(most);

        folder.put("protocol/second.dslr", rules(600, 1).getBytes(UTF_8));

        assertOnly(
                check(rules(0, 500)),
                "folder/protocol/second.dslr:1:1: OPEL-018 The protocol has more than 500 rules, with those of a framework that"
                        + " it extends. Expected at most that many: say in one rule what holds for several levels or units, and"
                        + " leave out what is not needed.");
    }

    @Test
    void a_file_of_too_many_rules_is_read_no_further_than_is_needed() {
        String text = rules(0, 501) + "this would be an error\n";

        RuleCheck check = check(text);

        assertThat(check.findings()).extracting(Finding::code).containsExactly("OPEL-018");
        assertThat(check.findings().get(0).line()).isEqualTo(3_501);
    }

    @Test
    void a_protocol_has_at_most_a_hundred_files() {
        for (int i = 0; i < 101; i++) {
            folder.put("protocol/p" + i + ".dslr", rule(i, 1, 1).getBytes(UTF_8));
        }

        assertThat(FrameworkLoader.check(folder).findings())
                .extracting(Finding::toString)
                .first()
                .isEqualTo(
                        "folder/framework.yaml:1:1: OPEL-018 The folder of \"protocol/p0.dslr\" has 101 such files. Expected"
                                + " at most 100: join some of them.");
    }

    @Test
    void the_files_of_a_framework_have_at_most_ten_mebibytes() {
        String long1 = "# " + "x".repeat(1_000_000) + "\n";
        for (int i = 0; i < 11; i++) {
            folder.put("protocol/p" + i + ".dslr", (long1 + rule(i, 1, 1)).getBytes(UTF_8));
        }

        RuleCheck check = FrameworkLoader.check(folder);

        assertThat(check.findings()).extracting(Finding::code).containsExactly("OPEL-018");
        assertThat(check.findings().get(0).message()).contains("p9.dslr", "more than 10 MiB");
    }

    @Test
    void a_table_of_as_many_parameters_as_are_allowed_loads_and_scores() {
        RuleCheck check =
                FrameworkLoader.check(folder.put("acute.yaml", table(200).getBytes(UTF_8)));

        assertThat(check.findings()).isEmpty();
        OpelEngine engine =
                DroolsEngine.over(new FrameworkSet(List.of(check.framework().orElseThrow())), false);
        SituationReport.Builder report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                .observedAt(Instant.parse("2024-06-01T08:00:00Z"));
        for (int i = 1; i <= 200; i++) {
            report.reading("p-" + i, "20");
        }
        assertThat(engine.assess(report).score()).hasToString("200");
    }

    @Test
    void a_list_has_at_most_200_entries() {
        RuleCheck check =
                FrameworkLoader.check(folder.put("acute.yaml", table(201).getBytes(UTF_8)));

        assertThat(check.findings()).extracting(Finding::code).contains("OPEL-018");
        assertThat(check.findings().get(0).message())
                .isEqualTo(
                        "\"parameters\" has 201 entries. Expected at most 200: leave out those from here on, or split them"
                                + " between frameworks.");
    }

    @Test
    void a_check_ends_at_a_hundred_errors_and_says_so() {
        RuleCheck check = check("something else\n".repeat(50_000));

        assertThat(check.findings()).hasSize(101);
        assertThat(check.findings().get(99).line()).isEqualTo(100);
        assertThat(check.findings().get(100))
                .hasToString(
                        "folder/protocol/own.dslr:100:1: OPEL-059 With 100 errors the check ends here, and what else may be"
                                + " wrong was not looked for. Mend those above, then check again.");
    }

    @Test
    void the_errors_of_several_files_count_together() {
        folder.put("protocol/a.dslr", "something else\n".repeat(60).getBytes(UTF_8));
        folder.put("protocol/b.dslr", "something else\n".repeat(60).getBytes(UTF_8));
        folder.put("protocol/c.dslr", "something else\n".repeat(60).getBytes(UTF_8));

        List<Finding> findings = FrameworkLoader.check(folder).findings();

        assertThat(findings).hasSize(101);
        assertThat(findings.get(100).file()).isEqualTo("folder/protocol/b.dslr");
        assertThat(findings.get(100).line()).isEqualTo(40);
    }

    private static void assertRuns(RuleCheck check) {
        List<ProtocolRule> rules = check.framework().orElseThrow().protocolRules();
        CompiledRules ready = ProtocolModel.of(RuleMeaning.of(rules));
        assertThat(ready.names()).hasSameSizeAs(rules);
        ready.run(session -> {}, 10);
    }

    private RuleCheck check(String protocol) {
        return FrameworkLoader.check(folder.put("protocol/own.dslr", protocol.getBytes(UTF_8)));
    }

    private static void assertOnly(RuleCheck check, String finding) {
        assertThat(check.framework()).isEmpty();
        assertThat(check.findings()).extracting(Finding::toString).containsExactly(finding);
    }

    private static String rules(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> rule(number, 1, 1))
                .collect(Collectors.joining());
    }

    private static String rule(int number, int conditions, int consequences) {
        return "rule \"ACU-" + number + "-01 Convene\"\nwhen\n    an acute provider enters OPEL 2 or above\n"
                + CONDITION.repeat(conditions - 1)
                + "then\n"
                + CONSEQUENCE.repeat(consequences)
                + "    citing \"A document\", \"page 5\", which is unverified\nend\n";
    }

    private static String table(int parameters) {
        String citation = "{ assurance: assumed, source: { document: A document, place: page 1 } }";
        String each = IntStream.rangeClosed(1, parameters)
                .mapToObj(number -> "  - id: p-" + number + "\n    number: " + number
                        + "\n    label: a label\n    definition: a definition\n    unit: min\n"
                        + "    domain: { from: 0, upTo: 1440, precision: 0.1 }\n    worse: higher\n    maxAge: PT24H\n"
                        + "    source: { document: A document, place: page 2 }\n"
                        + "    bands: [{ upTo: 15, points: 0 }, { above: 15, points: 1 }]\n"
                        + "    assurance: { cuts: assumed, sides: assumed, points: assumed }\n")
                .collect(Collectors.joining());
        return "format: opel.table/1\nproviderType: acute\ntotal: " + citation + "\nparameters:\n" + each
                + "levels:\n  basis: total\n  source: { document: A document, place: page 4 }\n"
                + "  bands: [{ level: 1, upTo: 20 }, { level: 2, above: 20, upTo: 40 }, { level: 3, above: 40, upTo: 60 },"
                + " { level: 4, above: 60 }]\n  assurance: { cuts: assumed, sides: assumed }\n";
    }
}
