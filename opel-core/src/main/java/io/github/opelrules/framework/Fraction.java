package io.github.opelrules.framework;

import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction. A mean of means, rounded on the way, could end on the wrong side of a cut.
 *
 * @param numerator what is divided
 * @param denominator what it is divided by, above 0; the two have no common factor
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /** Nought. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    private static final int DECIMALS = 4;

    /**
     * Cancels common factors.
     *
     * @throws IllegalArgumentException if the denominator is not above 0
     */
    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("The denominator of a fraction is above 0, not " + denominator);
        }
        // Most weights and scores are whole, and have no factor to look for.
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger common = numerator.gcd(denominator);
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    /** A decimal number. */
    public static Fraction of(BigDecimal value) {
        BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
        return new Fraction(
                whole.unscaledValue(), whole.scale() == 0 ? BigInteger.ONE : BigInteger.TEN.pow(whole.scale()));
    }

    /** A whole number. */
    public static Fraction of(long value) {
        return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** The sum of both. */
    public Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The product of both. */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), product(denominator, other.denominator));
    }

    /** The product of two denominators, of which most are 1. */
    private static BigInteger product(BigInteger one, BigInteger other) {
        return one.equals(BigInteger.ONE) ? other : other.equals(BigInteger.ONE) ? one : one.multiply(other);
    }

    /**
     * This one divided by the other.
     *
     * @throws IllegalArgumentException if the other is not above 0
     */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** As a decimal number, rounded to so many places. */
    public BigDecimal decimal(int places, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), places, rounding);
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Whether it is less than a decimal number, as great or greater: below 0, 0 or above 0. */
    int compareTo(BigDecimal value) {
        BigDecimal over = new BigDecimal(numerator);
        return over.compareTo(denominator.equals(BigInteger.ONE) ? value : value.multiply(new BigDecimal(denominator)));
    }

    /** The decimal number, rounded to at most four places: {@code 21.562}. */
    @Override
    public String toString() {
        return Words.number(decimal(DECIMALS, RoundingMode.HALF_EVEN));
    }
}
