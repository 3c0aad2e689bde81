package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    private static final Citation CITATION = new Citation(new Source("A framework", "actions"), Assurance.ASSUMED);
    private static final Sentence CONDITION =
            new Sentence("the ICS enters OPEL 3", "{unit} enters OPEL {level}", Map.of("level", "3"), 3);
    private static final Sentence CONSEQUENCE =
            new Sentence("mutual aid is proposed", "mutual aid is proposed", Map.of(), 5);

    private static ProtocolRule rule(String id, String title, List<Sentence> conditions, List<Sentence> consequences) {
        return new ProtocolRule(id, title, "folder/ics.dslr", 1, conditions, consequences, CITATION);
    }

    private static ProtocolRule rule(String id) {
        return rule(id, "Ask for help", List.of(CONDITION), List.of(CONSEQUENCE));
    }

    @Test
    void aRuleIsFoundByItsIdAndNamedWithItsTitle() {
        Protocol protocol =
                new Protocol(List.of(rule("ICS-3-01")), Protocol.Driver.CALCULATED, Duration.ZERO, Assurance.ASSUMED);

        assertThat(protocol.rule("ICS-3-01")).get().hasToString("ICS-3-01 Ask for help");
        assertThat(protocol.rule("ICS-3-02")).isEmpty();
        assertThat(CONDITION).hasToString("the ICS enters OPEL 3");
        assertThat(Protocol.Driver.values()).extracting(Object::toString).containsExactly("calculated", "declared");
    }

    @Test
    void twoRulesWithOneIdAreRefused() {
        assertThatThrownBy(() -> new Protocol(
                        List.of(rule("ICS-3-01"), rule("ICS-3-01")),
                        Protocol.Driver.CALCULATED,
                        Duration.ZERO,
                        Assurance.ASSUMED))
                .hasMessage("Two protocol rules have the id \"ICS-3-01\"");
    }

    @Test
    void aNegativeTimeToStepDownIsRefused() {
        assertThatThrownBy(() ->
                        new Protocol(List.of(), Protocol.Driver.DECLARED, Duration.ofMinutes(-1), Assurance.ASSUMED))
                .hasMessage("The time to step down cannot be negative, but is PT-1M");
    }

    @Test
    void aRuleNeedsANameAConditionAndAConsequence() {
        assertThatThrownBy(() -> rule(" ")).hasMessage("A protocol rule needs an id and a title");
        assertThatThrownBy(() -> rule("ICS-3-01", "Ask", List.of(), List.of(CONSEQUENCE)))
                .hasMessage("Rule ICS-3-01 needs at least one sentence under \"when\" and one under \"then\"");
        assertThatThrownBy(() -> rule("ICS-3-01", "Ask", List.of(CONDITION), List.of()))
                .hasMessage("Rule ICS-3-01 needs at least one sentence under \"when\" and one under \"then\"");
    }

    @Test
    void whatOneRoleDoesNotAcknowledgeGoesToTheNextUpToTheNation() {
        assertThat(Role.PROVIDER_DUTY_MANAGER.next()).contains(Role.SCC_DUTY_MANAGER);
        assertThat(Role.SCC_DUTY_MANAGER.next()).contains(Role.ICB_DIRECTOR_ON_CALL);
        assertThat(Role.ICB_DIRECTOR_ON_CALL.next()).contains(Role.ICB_EXECUTIVE);
        assertThat(Role.ICB_EXECUTIVE.next()).contains(Role.NHS_ENGLAND_REGION);
        assertThat(Role.NHS_ENGLAND_REGION.next()).contains(Role.NATIONAL_OPERATIONS);
        assertThat(Role.NATIONAL_OPERATIONS.next()).isEmpty();
        assertThat(Role.ofTitle("SCC duty manager")).contains(Role.SCC_DUTY_MANAGER);
        assertThat(Role.ofTitle("porter")).isEmpty();
        assertThat(Role.ICB_EXECUTIVE).hasToString("ICB executive");
    }
}
