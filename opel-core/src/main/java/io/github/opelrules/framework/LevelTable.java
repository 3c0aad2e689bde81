package io.github.opelrules.framework;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cuts that turn a score into a level. Every score, whole or not, falls in exactly one level.
 *
 * @param basis what the cuts are applied to
 * @param cuts one for each level, from OPEL 1 to OPEL 4
 * @param citation where the cuts come from, and the lowest assurance of any of them
 */
public record LevelTable(Basis basis, List<LevelCut> cuts, Citation citation) {

    /** What level cuts are applied to. */
    public enum Basis {
        /** The points themselves. */
        TOTAL,
        /** The points as a share of the points that could be scored, in percent. */
        SHARE
    }

    /** @throws IllegalArgumentException if the cuts have {@linkplain #flaws flaws} */
    public LevelTable {
        cuts = List.copyOf(cuts);
        List<Flaw> flaws = flaws(cuts);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.get(0).message());
        }
    }

    /** Everything that is wrong with level cuts, in their order; empty when nothing is. */
    public static List<Flaw> flaws(List<LevelCut> cuts) {
        List<Flaw> flaws = new ArrayList<>();
        List<OpelLevel> levels = cuts.stream().map(LevelCut::level).toList();
        if (!levels.equals(Arrays.asList(OpelLevel.values()))) {
            flaws.add(new Flaw(
                    Flaw.Code.LEVEL_ORDER,
                    0,
                    "The levels are " + levels + ", but expected OPEL 1, 2, 3 and 4, once each and in this order."));
            return flaws;
        }
        for (int i = 0; i < cuts.size(); i++) {
            Interval interval = cuts.get(i).interval();
            Edge start = interval.lower();
            Edge end = i == 0 ? null : cuts.get(i - 1).interval().upper();
            if (i == 0 && start != null && !start.admits(BigDecimal.ZERO)) {
                flaws.add(
                        new Flaw(Flaw.Code.LEVEL_GAP, i, "A score of 0 is in no level. Let OPEL 1 begin \"from 0\"."));
            } else if (i > 0 && (start == null || end == null)) {
                flaws.add(new Flaw(
                        Flaw.Code.LEVEL_OVERLAP,
                        i,
                        cuts.get(i - 1).level() + " and " + cuts.get(i).level()
                                + " overlap, because one of them has no edge between them. Give "
                                + (end == null
                                        ? cuts.get(i - 1).level() + " an upper edge."
                                        : cuts.get(i).level() + " the lower edge \"" + end.complement() + "\".")));
            } else if (start != null && end != null && !meet(end, start)) {
                flaws.add(badMeeting(cuts.get(i - 1), end, cuts.get(i), start, i));
            }
        }
        return flaws;
    }

    private static boolean meet(Edge end, Edge start) {
        return end.value().compareTo(start.value()) == 0
                && start.kind() == end.kind().complement();
    }

    private static Flaw badMeeting(LevelCut lower, Edge end, LevelCut upper, Edge start, int index) {
        int comparison = end.value().compareTo(start.value());
        boolean gap = comparison < 0 || (comparison == 0 && !end.kind().isInclusive());
        Edge lowest = lower.interval().lower();
        Edge highest = upper.interval().upper();
        BigDecimal first = lowest == null ? start.value() : start.value().max(lowest.value());
        BigDecimal last = highest == null ? end.value() : end.value().min(highest.value());
        BigDecimal example = first.add(last).divide(BigDecimal.valueOf(2));
        if (!gap && !(lower.interval().contains(example) && upper.interval().contains(example))) {
            return new Flaw(
                    Flaw.Code.LEVEL_ORDER,
                    index,
                    upper.level() + " \"" + upper.interval() + "\" lies before " + lower.level() + " \""
                            + lower.interval() + "\", but a worse level takes higher scores. Swap their cuts.");
        }
        return new Flaw(
                gap ? Flaw.Code.LEVEL_GAP : Flaw.Code.LEVEL_OVERLAP,
                index,
                "A score of " + example.toPlainString()
                        + (gap ? " is in no level" : " is in two levels") + ", between " + lower.level() + " \"" + end
                        + "\" and " + upper.level() + " \"" + start + "\". Let " + upper.level() + " begin \""
                        + end.complement() + "\".");
    }

    /** The level of a score. */
    public OpelLevel levelOf(int points, int available) {
        BigDecimal score = measure(points, available);
        for (LevelCut cut : cuts) {
            if (cut.interval().contains(score)) {
                return cut.level();
            }
        }
        throw new IllegalArgumentException(score + " is a score that no level covers");
    }

    /** A score in the terms of the cuts: the points, or their share of the available points in percent. */
    public BigDecimal measure(int points, int available) {
        return switch (basis) {
            case TOTAL -> BigDecimal.valueOf(points);
            case SHARE ->
                BigDecimal.valueOf(points * 100L).divide(BigDecimal.valueOf(available), MathContext.DECIMAL128);
        };
    }
}
