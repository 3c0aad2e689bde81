package io.github.opelrules.framework;

import java.math.BigDecimal;
import java.math.BigInteger;
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
        List<OpelLevel> levels = new ArrayList<>();
        for (LevelCut cut : cuts) {
            levels.add(cut.level());
        }
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

    /**
     * What is wrong between the cuts and the points that parameters can score, in the order of the levels: a highest
     * level that ends too early, and levels that no score reaches.
     *
     * <p>Where no flaw is a {@link Flaw.Code#LEVEL_GAP}, every score of these parameters is in exactly one level, and so
     * is every mean of scores, and every share whichever parameters are missing.
     *
     * @param parameters all parameters of one provider type
     */
    public List<Flaw> flawsFor(List<Parameter> parameters) {
        BigInteger totals = totals(parameters);
        int most = totals.bitLength() - 1;
        List<Flaw> flaws = new ArrayList<>();
        if (most > 0) {
            for (int i = 0; i < cuts.size(); i++) {
                checkReached(i, totals, flaws);
            }
        }
        checkEnd(highest(most), flaws);
        return flaws;
    }

    /**
     * What is wrong between the cuts and means of scores, in the order of the levels: a highest level that ends too early,
     * and levels that no mean reaches. A mean can be any number from 0 to the highest score.
     *
     * @param available the points of the provider type that can score most
     */
    public List<Flaw> flawsForMeans(int available) {
        BigDecimal highest = highest(available);
        ScoreRange means = ScoreRange.of(Fraction.ZERO, Fraction.of(highest));
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            LevelCut cut = cuts.get(i);
            if (!means.touches(cut.interval())) {
                flaws.add(new Flaw(
                        Flaw.Code.LEVEL_UNREACHABLE,
                        i,
                        "No mean is in " + cut.level() + " \"" + cut.interval() + "\": it is "
                                + highest.toPlainString() + (basis == Basis.SHARE ? " %" : "")
                                + " at most. Correct its cuts."));
            }
        }
        checkEnd(highest, flaws);
        return flaws;
    }

    private BigDecimal highest(int available) {
        return BigDecimal.valueOf(basis == Basis.SHARE ? 100 : available);
    }

    private void checkEnd(BigDecimal highest, List<Flaw> flaws) {
        LevelCut last = cuts.get(cuts.size() - 1);
        Edge end = last.interval().upper();
        if (end != null && !end.admits(highest)) {
            flaws.add(new Flaw(
                    Flaw.Code.LEVEL_GAP,
                    cuts.size() - 1,
                    "A score of " + highest.toPlainString() + " is in no level, because " + last.level() + " ends \""
                            + end + "\". Let it end \"up to " + highest.toPlainString()
                            + "\", or take its upper edge away."));
        }
    }

    /** The sums that parameters can score, as the bits of a number: bit 11 is set where they can score 11 in all. */
    private static BigInteger totals(List<Parameter> parameters) {
        BigInteger totals = BigInteger.ONE;
        for (Parameter parameter : parameters) {
            BigInteger before = totals;
            totals = BigInteger.ZERO;
            for (int points : possiblePoints(parameter)) {
                totals = totals.or(before.shiftLeft(points));
            }
        }
        return totals;
    }

    private static List<Integer> possiblePoints(Parameter parameter) {
        List<Integer> possible = new ArrayList<>();
        if (parameter.isExpected()) {
            for (int points = 0; points <= parameter.points().max(); points++) {
                possible.add(points);
            }
        }
        for (Band band : parameter.bands()) {
            possible.add(band.points());
        }
        return possible;
    }

    private void checkReached(int index, BigInteger totals, List<Flaw> flaws) {
        LevelCut cut = cuts.get(index);
        Interval interval = cut.interval();
        int most = totals.bitLength() - 1;
        int below = -1;
        int above = -1;
        for (int total = totals.getLowestSetBit(); total <= most && above < 0; total++) {
            if (!totals.testBit(total)) {
                continue;
            }
            ScoreRange score = measure(new PointsRange(total, total), most);
            if (score.touches(interval)) {
                return;
            }
            Edge start = interval.lower();
            if (start != null && score.touches(new Interval(null, start.complement()))) {
                below = total;
            } else {
                above = total;
            }
        }
        if (below >= 0 && above >= 0) {
            flaws.add(new Flaw(
                    Flaw.Code.LEVEL_SKIPPED,
                    index,
                    "No sum of points is in " + cut.level() + " \"" + interval + "\": they add up to " + below + " or "
                            + above + " of " + most
                            + ", and to nothing between. Only a mean of several providers can be in it."
                            + " Check its cuts and the points of the bands."));
        } else {
            flaws.add(new Flaw(
                    Flaw.Code.LEVEL_UNREACHABLE,
                    index,
                    "No score is in " + cut.level() + " \"" + interval + "\": the points add up to "
                            + (above < 0 ? below + " at most" : above + " at least")
                            + inPercent(above < 0 ? below : above, most)
                            + ". Correct its cuts, or the points of the bands."));
        }
    }

    private String inPercent(int total, int most) {
        return basis == Basis.TOTAL ? "" : ", which is " + measure(Fraction.of(total), Fraction.of(most)) + " %";
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

    /** The cuts of the levels that these scores can make, from OPEL 1 on. */
    public List<LevelCut> touched(ScoreRange scores) {
        List<LevelCut> touched = new ArrayList<>(1);
        for (LevelCut cut : cuts) {
            if (scores.touches(cut.interval())) {
                touched.add(cut);
            }
        }
        return touched;
    }

    /** The level of a score. */
    public OpelLevel levelOf(int points, int available) {
        return levelOf(Fraction.of(points), Fraction.of(available));
    }

    /** The level of a score that need not be whole, such as a mean, where so many points can be scored. */
    public OpelLevel levelOf(Fraction points, Fraction available) {
        Fraction score = measure(points, available);
        List<LevelCut> touched = touched(ScoreRange.of(score, score));
        if (touched.isEmpty()) {
            throw new IllegalArgumentException(score + " is a score that no level covers");
        }
        return touched.get(0).level();
    }

    /**
     * Scores in the terms of the cuts: the points, or their share of the available points in percent. Where nothing is
     * available, because no band is known yet, the share is 0.
     */
    public ScoreRange measure(PointsRange points, int available) {
        Fraction all = Fraction.of(available);
        return ScoreRange.of(measure(Fraction.of(points.min()), all), measure(Fraction.of(points.max()), all));
    }

    private Fraction measure(Fraction points, Fraction available) {
        return basis == Basis.TOTAL || available.equals(Fraction.ZERO)
                ? points
                : points.times(Fraction.of(100)).dividedBy(available);
    }
}
