package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.MutualAidRules;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.diff.FrameworkDiff;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of mutual aid are a framework's own, and where it says nothing they are what they always were. */
class MutualAidNumbersTest {

    private static final String SETTLED =
            "settled: { value: PT2H, assurance: unverified, source: { document: our plan, place: page 7 } }";

    @TempDir
    private Path folder;

    private Framework with(String mutualAid) throws IOException {
        Path file = EditedCopy.in(folder).resolve("framework.yaml");
        String said = "assurance: assumed, mutualAid: { " + mutualAid + " } }";
        String old = "restartCountsAfter: PT4H, assurance: assumed }";
        assertThat(Files.readString(file)).contains(old);
        Files.writeString(file, Files.readString(file).replace(old, "restartCountsAfter: PT4H, " + said));
        return FrameworkLoader.load(FrameworkFolder.of(folder));
    }

    private static MutualAidRules of(Framework framework) {
        Protocol protocol = framework.protocol();
        return protocol == null ? MutualAidRules.ASSUMED : protocol.mutualAid();
    }

    @Test
    void an_hour_and_95_per_cent_are_assumed_where_nothing_is_said() {
        MutualAidRules aid = of(FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24")));

        assertThat(aid).isEqualTo(MutualAidRules.ASSUMED);
        assertThat(aid.settled().value()).isEqualTo(Duration.ofHours(1));
        assertThat(aid.full().value()).isEqualByComparingTo("95");
        assertThat(aid.full().citation().assurance()).isEqualTo(Assurance.ASSUMED);
    }

    @Test
    void what_a_framework_says_goes_before_and_a_difference_tells_it() throws IOException {
        Framework changed = with(
                SETTLED + ", full: { value: 92.5, assurance: assumed, source: { document: our plan, place: page 8 } }");

        MutualAidRules aid = of(changed);

        assertThat(aid.settled().value()).isEqualTo(Duration.ofHours(2));
        assertThat(aid.settled().citation()).hasToString("our plan, page 7 (unverified)");
        assertThat(aid.full().value()).isEqualTo(new BigDecimal("92.5"));
        assertThat(FrameworkDiff.between(FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24")), changed)
                        .toText())
                .contains("PT1H → PT2H", "95 % → 92.5 %");
    }

    @Test
    void a_share_of_beds_that_there_cannot_be_is_refused() {
        assertThatExceptionOfType(InvalidRulesException.class)
                .isThrownBy(() -> with(SETTLED
                        + ", full: { value: 120, assurance: assumed, source: { document: our plan, place: page 8 } }"))
                .withMessageContaining("Beds are full at 120 % here. Expected a number above 0 and up to 100");
    }
}
