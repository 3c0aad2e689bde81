package io.github.opelrules.tier;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How often declared and calculated levels stand beside each other, and how far they agree. A declared level agrees with a range
 * of calculated ones that it lies in.
 *
 * <p>An agreement by itself says little: where nearly every day is OPEL 3, always saying OPEL 3 agrees nearly always. So it is
 * told beside that, and beside Cohen's kappa, which is what it has beyond chance.
 *
 * @param counts how often each pair occurred, each at least once
 * @param incomparable how often one of the two levels was not known
 */
public record LevelAgreement(SortedMap<Pair, Long> counts, long incomparable) {

    private static final int DECIMALS = 4;

    /**
     * A declared level beside a calculated one, which may be a range.
     *
     * @param best the calculated level at best
     * @param worst the calculated level at worst
     * @param declared the declared level
     */
    public record Pair(OpelLevel best, OpelLevel worst, OpelLevel declared) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::best).thenComparing(Pair::worst).thenComparing(Pair::declared);

        /** @throws IllegalArgumentException if the worst level is better than the best */
        public Pair {
            if (best.isWorseThan(worst)) {
                throw new IllegalArgumentException("A level cannot be between " + best + " and " + worst);
            }
        }

        /** The two beside each other; empty where the calculated level is undetermined. */
        public static Optional<Pair> of(Level calculated, OpelLevel declared) {
            return calculated
                    .atBest()
                    .map(best -> new Pair(best, calculated.atWorst().orElseThrow(), declared));
        }

        /** By how many levels the declared one is above the calculated one; below it where negative, in agreement at 0. */
        public int difference() {
            return best.isWorseThan(declared)
                    ? declared.number() - best.number()
                    : Math.max(0, declared.number() - worst.number());
        }

        /** Whether the calculated level is one and no range. */
        public boolean isExact() {
            return best == worst;
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    public LevelAgreement {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** By how many levels the declared one is above the calculated one; empty where that is undetermined. */
    public static OptionalInt difference(Level calculated, OpelLevel declared) {
        return Pair.of(calculated, declared)
                .map(pair -> OptionalInt.of(pair.difference()))
                .orElse(OptionalInt.empty());
    }

    /** How often both levels were known. */
    public long compared() {
        return count(pair -> true);
    }

    /** How often the two agree. */
    public long agreeing() {
        return count(pair -> pair.difference() == 0);
    }

    /** How often they agree only because the declared level lies in a range: the wider the range, the less that says. */
    public long agreeingInRange() {
        return count(pair -> pair.difference() == 0 && !pair.isExact());
    }

    /** How often the declared level was so many levels above the calculated one; below it where negative. */
    public SortedMap<Integer, Long> byDifference() {
        SortedMap<Integer, Long> sums = new TreeMap<>();
        counts.forEach((pair, count) -> sums.merge(pair.difference(), count, Long::sum));
        return Collections.unmodifiableSortedMap(sums);
    }

    /** The level that was declared most often; the better of two that were equally often; empty where none was compared. */
    public Optional<OpelLevel> mostDeclared() {
        return Arrays.stream(OpelLevel.values())
                .filter(level -> declared(level) > 0)
                .max(Comparator.comparingLong(this::declared).thenComparing(Comparator.reverseOrder()));
    }

    /** How often always saying the {@linkplain #mostDeclared() most declared} level would agree. */
    public long agreeingWithMostDeclared() {
        return mostDeclared().map(this::declared).orElse(0L);
    }

    private long declared(OpelLevel level) {
        return count(pair -> pair.declared() == level);
    }

    /** How often the calculated level was one and no range: so many {@link #kappa()} is made of. */
    public long exact() {
        return count(Pair::isExact);
    }

    /**
     * Cohen's kappa of those whose calculated level is exact: 1 where all agree, 0 where as many agree as if the two knew nothing of
     * each other, below that where fewer do. Rounded to four decimals. Empty where it is not defined: nothing was compared, or both
     * are always at one and the same level, so that there is nothing to tell apart.
     */
    public Optional<BigDecimal> kappa() {
        BigDecimal all = BigDecimal.valueOf(exact());
        BigDecimal agreeing = BigDecimal.valueOf(count(pair -> pair.isExact() && pair.difference() == 0));
        BigDecimal byChance = BigDecimal.ZERO;
        for (OpelLevel level : OpelLevel.values()) {
            long calculated = count(pair -> pair.isExact() && pair.best() == level);
            long declared = count(pair -> pair.isExact() && pair.declared() == level);
            byChance = byChance.add(BigDecimal.valueOf(calculated).multiply(BigDecimal.valueOf(declared)));
        }
        BigDecimal most = all.multiply(all).subtract(byChance);
        return most.signum() == 0
                ? Optional.empty()
                : Optional.of(all.multiply(agreeing).subtract(byChance).divide(most, DECIMALS, RoundingMode.HALF_UP));
    }

    private long count(Predicate<Pair> which) {
        return counts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * {@code 281 of 339 reports (82.9 %); always saying OPEL 3 would agree on 293 (86.4 %); Cohen's kappa 0.21}.
     *
     * @param what what was compared, such as {@code days}
     */
    String toText(String what) {
        long compared = compared();
        String agreement = agreeing() + " of " + compared + " " + what;
        return mostDeclared()
                .map(most -> agreement + " (" + Words.percent(agreeing(), compared) + ")"
                        + (agreeingInRange() == 0 ? "" : ", " + agreeingInRange() + " of them within a range")
                        + "; always saying " + most
                        + " would agree on " + agreeingWithMostDeclared() + " ("
                        + Words.percent(agreeingWithMostDeclared(), compared) + "); Cohen's kappa " + kappaText(what))
                .orElse(agreement);
    }

    private String kappaText(String what) {
        String kappa = kappa().map(
                        exactly -> exactly.setScale(2, RoundingMode.HALF_UP).toPlainString())
                .orElse("is not defined");
        return exact() == compared() ? kappa : kappa + ", of the " + exact() + " " + what + " with an exact level";
    }
}
