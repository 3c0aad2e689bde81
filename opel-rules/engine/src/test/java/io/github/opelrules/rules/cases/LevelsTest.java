package io.github.opelrules.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OpelLevel;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LevelsTest {

    private static final TreeSet<OpelLevel> NEVER_4 = new TreeSet<>(List.of(OpelLevel.OPEL_4));

    @Test
    void a_level_that_cannot_be_given_excludes_none() {
        assertThat(ExpectedLevel.differences(null, NEVER_4, new Level.Undetermined(List.of("no bands are known"))))
                .containsExactly("level: OPEL 4 must not be possible, found undetermined");
    }

    @Test
    void a_range_excludes_what_lies_outside_of_it() {
        assertThat(ExpectedLevel.differences(null, NEVER_4, Level.between(OpelLevel.OPEL_1, OpelLevel.OPEL_3)))
                .isEmpty();
        assertThat(ExpectedLevel.differences(null, NEVER_4, Level.between(OpelLevel.OPEL_3, OpelLevel.OPEL_4)))
                .containsExactly("level: OPEL 4 must not be possible, found between OPEL 3 and OPEL 4");
    }
}
