package io.github.opelrules.tier;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationTest {

    private static Declaration declared(String by, String reason) {
        return new Declaration(OdsCode.of("QXX"), OpelLevel.OPEL_3, by, Instant.EPOCH, reason);
    }

    @Test
    void it_names_the_role_and_a_reason_is_not_blank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declared(" ", "many patients"))
                .withMessage("The declaration of OPEL 3 for QXX needs the role that declared it, and a reason or none");
        assertThatIllegalArgumentException().isThrownBy(() -> declared("SCC duty manager", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo", "one\ttwo", "one\u0000"})
    void both_are_one_line_so_that_they_can_be_read_again(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declared("SCC duty manager", text))
                .withMessageContaining("has a line break or another control character in its role or reason");
        assertThatIllegalArgumentException().isThrownBy(() -> declared(text, "many patients"));
    }
}
