package io.github.opelrules.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.PlainJavaScorer.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class PeersAgreeWithPlainJavaTest {

    private static final int EACH = 100;

    private final Table table = Table.bundled();

    @Test
    void opel_rules() {
        Agreement.check(new OpelRulesPeer(OpelRules.bundled()), EACH);
    }

    @Test
    void opel_rules_fired_every_time() {
        Agreement.check(
                new OpelRulesPeer(OpelRules.builder().bundled().fireEveryTime().build()), EACH);
    }

    @Test
    void json_logic() {
        Agreement.check(new JsonLogicPeer(table), EACH);
    }

    @Test
    void cel() {
        Agreement.check(new CelPeer(table), EACH);
    }

    @Test
    @DisabledForJreRange(
            min = JRE.JAVA_21,
            disabledReason = "its MVEL needs java.lang.Compiler, which JDK 21 took away")
    void easy_rules() {
        Agreement.check(new EasyRulesPeer(table), EACH);
    }

    @Test
    void evrete() {
        Agreement.check(new EvretePeer(table), EACH);
    }

    @Test
    void kie_dmn() {
        Agreement.check(new KieDmnPeer(table), EACH);
    }

    @Test
    void a_peer_that_puts_an_edge_on_the_wrong_side_is_refused() {
        Peer wrong = new OneByOne(
                table,
                rows -> value -> (int) rows.stream()
                        .filter(row -> row.high() != null && value > row.high().doubleValue())
                        .count()) {};

        assertThatIllegalStateException()
                .isThrownBy(() -> Agreement.check(wrong, EACH))
                .withMessageContaining("A peer gives");
    }

    @Test
    void a_peer_that_takes_one_score_for_the_next_level_is_refused() {
        Peer right = new JsonLogicPeer(table);
        Peer wrong = report -> {
            Result result = right.score(report);
            return result.max() == 23
                    ? new Result(result.min(), 23, result.best(), result.worst() + 1, result.reasons())
                    : result;
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> Agreement.check(wrong, EACH))
                .withMessageContaining("max=23");
    }
}
