package io.github.opelrules.rules.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.rules.internal.digest.Sha256;
import java.util.List;

/** What tests ask of every kind of decision record. */
public final class Records {

    private Records() {}

    public static void assertHolds(RecordVerifier verifier, String record) {
        assertThat(verifier.verify(record)).isEqualTo(new Verdict(Verdict.Outcome.HOLDS, List.of()));
    }

    /** Whichever one digit of a record is changed, it no longer holds. */
    public static void assertEveryDigitCounts(RecordVerifier verifier, String record) {
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (Character.isDigit(c)) {
                String changed = record.substring(0, i) + (c == '9' ? '0' : (char) (c + 1)) + record.substring(i + 1);
                assertThat(verifier.verify(changed).outcome())
                        .as(changed.substring(0, i + 1))
                        .isNotEqualTo(Verdict.Outcome.HOLDS);
            }
        }
    }

    /** A record whose sum is that of what stands in it. */
    public static String summedAnew(String record) {
        String object = record.substring(0, record.lastIndexOf(",\"sum\":")) + "}";
        return object.substring(0, object.length() - 1) + ",\"sum\":\"" + Sha256.of(object) + "\"}";
    }
}
