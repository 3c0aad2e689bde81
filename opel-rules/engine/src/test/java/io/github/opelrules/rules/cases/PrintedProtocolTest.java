package io.github.opelrules.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.internal.drools.CompiledDrl;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.escalate.Protocols;
import io.github.opelrules.rules.internal.protocol.ProtocolDrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code opel rules} prints of a protocol is what runs: compiled, it does the same. */
class PrintedProtocolTest {

    @ParameterizedTest
    @ValueSource(strings = {"nhse-opel-2023-24", "nhse-opel-2024-26"})
    void the_rules_as_they_are_printed_do_the_same_in_every_case(String id) {
        CaseRun run = RuleSource.bundled(FrameworkId.of(id)).tryCases();
        DroolsEngine printed =
                DroolsEngine.by(run.framework(), new Protocols(rules -> CompiledDrl.of(ProtocolDrl.of(rules))));

        assertThat(run.results())
                .filteredOn(result -> result.tried() instanceof SequenceCase)
                .hasSizeGreaterThan(20)
                .allSatisfy(result -> {
                    assertThat(result.steps()).isNotEmpty();
                    assertThat(result.tried().tryWith(printed)).isEqualTo(result);
                });
    }
}
