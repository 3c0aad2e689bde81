package io.github.opelrules.testkit.diff;

import static io.github.opelrules.testkit.diff.Edits.BUNDLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.PublishedSchemas;
import io.github.opelrules.rules.check.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What differs between escalation protocols. */
class ProtocolDiffTest {

    private static final Protocol PROTOCOL = Objects.requireNonNull(BUNDLED.protocol());
    private static final ProtocolRule FIRST = PROTOCOL.rules().get(0);

    @Test
    void equal_protocols_do_not_differ() {
        assertThat(FrameworkDiff.between(BUNDLED, Edits.protocol(BUNDLED, PROTOCOL))
                        .protocol())
                .isEmpty();
    }

    @Test
    void a_sentence_that_says_something_else_changes_results() {
        FrameworkDiff diff = diff(rules(changed(FIRST, "the SCC duty manager must \"make tea\" within 5 minutes")));

        assertThat(diff.resultsCanChange()).isTrue();
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.toText())
                .contains("\nescalation protocol\n  " + FIRST.name() + "\n    then: "
                        + FIRST.consequences().get(0))
                .contains(" → the SCC duty manager must \"make tea\" within 5 minutes\n");
        assertThat(diff.toMarkdown()).contains("\n#### Escalation protocol\n\n**" + FIRST.name() + "**\n\n- then: ");
    }

    @Test
    void more_blanks_between_words_are_no_difference() {
        ProtocolRule spaced = new ProtocolRule(
                FIRST.id(),
                FIRST.title(),
                FIRST.file(),
                FIRST.line() + 3,
                FIRST.conditions().stream()
                        .map(sentence -> new Sentence(
                                sentence.text().replace(" ", "   "), sentence.pattern(), sentence.slots(), 9))
                        .toList(),
                FIRST.consequences(),
                FIRST.citation());

        assertThat(diff(rules(spaced)).isEmpty()).isTrue();
    }

    @Test
    void another_title_source_or_grade_is_named_and_changes_no_result() {
        ProtocolRule signedOff = new ProtocolRule(
                FIRST.id(),
                "Another title",
                FIRST.file(),
                FIRST.line(),
                FIRST.conditions(),
                FIRST.consequences(),
                new Citation(new Source("Another document", "page 9"), Assurance.PUBLISHED));

        FrameworkDiff diff = diff(rules(signedOff));

        assertThat(diff.resultsCanChange()).isFalse();
        assertThat(diff.toText())
                .contains("\n    title: " + FIRST.title() + " → Another title\n")
                .contains(" → Another document, page 9\n")
                .contains("\n    grade: " + FIRST.citation().assurance() + " → published\n");
    }

    @Test
    void rules_that_are_new_or_gone_change_results() {
        Protocol without = rules();

        assertThat(FrameworkDiff.between(BUNDLED, Edits.protocol(BUNDLED, without))
                        .toText())
                .contains("\n  " + FIRST.name() + ": is gone\n");
        assertThat(FrameworkDiff.between(Edits.protocol(BUNDLED, without), BUNDLED)
                        .toText())
                .contains("\n  " + FIRST.name() + ": is new\n");
        assertThat(diff(without).resultsCanChange()).isTrue();
    }

    @Test
    void another_driver_and_another_time_to_step_down_change_results() {
        FrameworkDiff diff = diff(
                new Protocol(PROTOCOL.rules(), Protocol.Driver.DECLARED, Duration.ofMinutes(90), PROTOCOL.assurance()));

        assertThat(diff.protocol().orElseThrow().changes())
                .hasToString("[driver: calculated → declared, time to step down: at once → 1 hour and 30 minutes]");
        assertThat(diff.resultsCanChange()).isTrue();
    }

    @Test
    void a_time_to_step_down_counts_to_the_second() {
        Protocol before = new Protocol(PROTOCOL.rules(), PROTOCOL.driver(), Duration.ofHours(2), PROTOCOL.assurance());
        Protocol after = new Protocol(
                PROTOCOL.rules(), PROTOCOL.driver(), Duration.ofHours(2).plusSeconds(45), PROTOCOL.assurance());

        assertThat(FrameworkDiff.between(Edits.protocol(BUNDLED, before), Edits.protocol(BUNDLED, after))
                        .protocol()
                        .orElseThrow()
                        .changes())
                .hasToString("[time to step down: 2 hours → 2 hours and 45 seconds]");
    }

    @Test
    void another_order_of_the_rules_changes_results_since_they_are_answered_in_it() {
        List<ProtocolRule> turned = new ArrayList<>(PROTOCOL.rules());
        Collections.swap(turned, 0, 1);

        FrameworkDiff diff =
                diff(new Protocol(turned, PROTOCOL.driver(), PROTOCOL.stepDownAfter(), PROTOCOL.assurance()));

        assertThat(diff.resultsCanChange()).isTrue();
        assertThat(diff.toText())
                .contains("\nescalation protocol\n  order of the rules: " + FIRST.id() + ", ")
                .contains(" → " + turned.get(0).id() + ", " + FIRST.id() + ", ");
    }

    @Test
    void a_protocol_that_is_new_or_gone_changes_results() {
        assertThat(FrameworkDiff.between(Edits.protocol(BUNDLED, null), BUNDLED).toText())
                .contains("\n  There is an escalation protocol now; before, there was none.\n");
        assertThat(FrameworkDiff.between(BUNDLED, Edits.protocol(BUNDLED, null)).toMarkdown())
                .contains("\nThere is no escalation protocol any more; before, there was one.\n");
        assertThat(FrameworkDiff.between(Edits.protocol(BUNDLED, null), Edits.protocol(BUNDLED, null))
                        .protocol())
                .isEmpty();
    }

    @Test
    void a_patch_that_changes_an_action_claims_too_little() {
        ProtocolRule changed = changed(FIRST, "the SCC duty manager must \"make tea\" within 5 minutes");

        assertThat(FrameworkDiff.between(BUNDLED, Edits.version(Edits.protocol(BUNDLED, rules(changed)), "1.1.1"))
                        .findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "nhse-opel-2023-24/framework.yaml:1:1: OPEL-450 Version 1.1.1 is a PATCH of 1.1.0 and so"
                                + " claims that no result changes, but the rule " + FIRST.id()
                                + " says something else: raise MINOR, to 1.2.0.");
    }

    @Test
    void as_json_it_is_valid_under_its_schema() {
        String json = diff(rules(changed(FIRST, "mutual aid is proposed"))).toJson();

        assertThat(json)
                .contains(
                        "\"protocol\":{\"presence\":\"both\",\"resultsCanChange\":true,\"changes\":[],\"rules\":[{\"rule\":\""
                                + FIRST.id() + "\"");
        assertThat(PublishedSchemas.schema("opel.diff-1").validate(json, InputFormat.JSON))
                .isEmpty();
    }

    private static FrameworkDiff diff(Protocol protocol) {
        return FrameworkDiff.between(BUNDLED, Edits.protocol(BUNDLED, protocol));
    }

    /** The rules of the bundled protocol, with these in place of the first. */
    private static Protocol rules(ProtocolRule... first) {
        List<ProtocolRule> rules = new ArrayList<>(List.of(first));
        rules.addAll(PROTOCOL.rules().subList(1, PROTOCOL.rules().size()));
        return new Protocol(rules, PROTOCOL.driver(), PROTOCOL.stepDownAfter(), PROTOCOL.assurance());
    }

    private static ProtocolRule changed(ProtocolRule rule, String consequence) {
        return new ProtocolRule(
                rule.id(),
                rule.title(),
                rule.file(),
                rule.line(),
                rule.conditions(),
                List.of(new Sentence(consequence, "any", Map.of(), 1)),
                rule.citation());
    }
}
