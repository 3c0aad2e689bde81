package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.PlainJavaScorer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** Holds a peer against the plain-Java oracle, on reports that always are the same ones. */
final class Agreement {

    private static final List<Parameter> PARAMETERS = Table.scoringTable().parameters();
    private static final List<MissingReason> REASONS = List.of(MissingReason.values());

    private Agreement() {}

    /**
     * Does nothing if the peer agrees with the oracle on so many full and so many partial reports, reason by reason.
     *
     * @throws IllegalStateException if it does not, with the first report on which it differs
     */
    static void check(Peer peer, int each) {
        PlainJavaScorer oracle = new PlainJavaScorer();
        List<SituationReport> reports = new ArrayList<>(full(each));
        reports.addAll(reports(each, 4));
        for (SituationReport report : reports) {
            PlainJavaScorer.Result expected = oracle.score(report);
            PlainJavaScorer.Result found = peer.score(report);
            if (!found.equals(expected)) {
                throw new IllegalStateException(
                        "A peer gives " + found + ", but expected " + expected + " of " + report.readings());
            }
        }
    }

    /** So many reports in which every parameter has a value: on an edge, just beside one, or far from it. */
    static List<SituationReport> full(int count) {
        return reports(count, 0);
    }

    /** Of each parameter, so many in twelve are missing. */
    private static List<SituationReport> reports(int count, int missing) {
        SplittableRandom random = new SplittableRandom(1);
        List<SituationReport> reports = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            SituationReport.Builder report = SituationReport.of(OdsCode.of("RXX"), ProviderType.ACUTE)
                    .observedAt(Instant.parse("2024-01-08T08:00:00Z"));
            for (Parameter parameter : PARAMETERS) {
                String id = parameter.id().value();
                if (random.nextInt(12) < missing) {
                    report.missing(id, REASONS.get(random.nextInt(REASONS.size())));
                } else {
                    report.reading(id, value(parameter, random).toPlainString());
                }
            }
            reports.add(report.build());
        }
        return reports;
    }

    private static BigDecimal value(Parameter parameter, SplittableRandom random) {
        List<Band> bands = parameter.bands();
        Band band = bands.get(random.nextInt(bands.size() - 1));
        BigDecimal edge = Objects.requireNonNull(band.interval().upper()).value();
        BigDecimal off = switch (random.nextInt(4)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(random.nextInt(-1, 2), 2);
            default -> BigDecimal.valueOf(random.nextInt(-200, 201), 1);
        };
        return edge.add(off)
                .max(parameter.domain().from())
                .min(parameter.domain().upTo());
    }
}
