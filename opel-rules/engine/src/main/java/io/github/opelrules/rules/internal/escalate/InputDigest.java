package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.UnitState.Latest;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.digest.Sha256;
import io.github.opelrules.tier.Declaration;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Short digests of what inputs say, by which one that says nothing new is known again. None depends on what units are called or
 * on who declared a level, so that the record of a step, which holds neither, has the same.
 */
final class InputDigest {

    /** 72 bits, which are 12 letters: that any two of a million differ in them is all but certain. */
    private static final int BYTES = 9;

    private InputDigest() {}

    /** A digest of some things, in their order. */
    static String of(@Nullable Object... things) {
        StringBuilder text = new StringBuilder(256);
        for (Object thing : things) {
            String each = Objects.toString(thing, "");
            text.append(each.length()).append(':').append(each);
        }
        byte[] all = Sha256.bytesOf(digest -> digest.update(text.toString().getBytes(StandardCharsets.UTF_8)));
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(all, BYTES));
    }

    /** The same readings under the same rules say the same, however their numbers are written. */
    static String of(Assessment assessment) {
        SituationReport report = assessment.report();
        StringBuilder readings = new StringBuilder(512);
        report.readings().forEach((parameter, reading) -> {
            String says = says(reading, report.observedAt());
            if (!says.isEmpty()) {
                readings.append(parameter).append('=').append(says).append('\n');
            }
        });
        return of(
                "report",
                report.organisation(),
                report.providerType(),
                report.observedAt(),
                report.recordedAt(),
                assessment.framework().digest(),
                readings);
    }

    /** What a reading says; nothing where it says no more than that there is none. */
    private static String says(Reading reading, Instant ofReport) {
        if (reading instanceof Reading.Measured measured) {
            Instant observed = measured.observedAt();
            return plain(measured.value()) + "~" + plain(measured.roundedTo()) + "@"
                    + (observed == null || observed.equals(ofReport) ? "" : observed);
        }
        MissingReason reason = ((Reading.Missing) reading).reason();
        return reason == MissingReason.NOT_SUBMITTED ? "" : reason.toString();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    static String of(OdsCode unit, Latest level) {
        return of(
                "level",
                unit,
                level.level().atBest().orElse(null),
                level.level().atWorst().orElse(null),
                level.observedAt(),
                level.basis());
    }

    static String of(Declaration declaration) {
        return of("declaration", declaration.unit(), declaration.level(), declaration.at());
    }

    static String of(Notice notice) {
        return of("notice", notice.unit(), notice.kind(), notice.from(), notice.until());
    }

    static String of(ActionReply reply) {
        return of("reply", reply.action(), reply.kind(), reply.by(), reply.at());
    }
}
