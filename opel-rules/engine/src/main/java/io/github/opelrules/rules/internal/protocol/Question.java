package io.github.opelrules.rules.internal.protocol;

import java.util.function.BiPredicate;

/**
 * What a condition asks of a fact. Several sentences may ask the same, of the unit of a rule or of others.
 *
 * @param <F> the fact: {@link UnitFact} or {@link ActionFact}
 * @param fact its class
 * @param theme what it is about
 * @param drl the question as Drools rules write it, with the places that are filled
 * @param asks whether it is so
 * @param isOpenToDoubt whether it may become unknown whether it is so; what was so before is then not over
 * @param isMoment whether it is so only at the moment at which a level moves; otherwise as long as something lasts
 * @param levels how it speaks of a level
 * @param comparison on which side of a number it asks a reading to be
 */
record Question<F>(
        Class<F> fact,
        Theme theme,
        String drl,
        BiPredicate<F, Fillings> asks,
        boolean isOpenToDoubt,
        boolean isMoment,
        LevelRelation levels,
        Comparison comparison) {

    /** On which side of a number a reading is asked to be. */
    enum Comparison {
        /** None: no number is asked about. */
        NONE,
        /** Every value that it may have is above. */
        ABOVE,
        /** Every value that it may have is below. */
        BELOW
    }

    private static final String NOT = "!";

    static <F> Question<F> of(Class<F> fact, Theme theme, String drl, BiPredicate<F, Fillings> asks) {
        return new Question<>(fact, theme, drl, asks, false, false, LevelRelation.ANY, Comparison.NONE);
    }

    /** Whether it is so of a fact. */
    boolean holds(Object asked, Fillings said) {
        return asks.test(fact.cast(asked), said);
    }

    /** The same, of the moment at which a level moves. */
    Question<F> atTheMoment() {
        return new Question<>(fact, theme, drl, asks, isOpenToDoubt, true, levels, comparison);
    }

    /** The same, speaking of a level. */
    Question<F> with(LevelRelation relation) {
        return new Question<>(fact, theme, drl, asks, isOpenToDoubt, isMoment, relation, comparison);
    }

    /** The same, comparing a reading with a number, which can be told only where there is a usable reading. */
    Question<F> with(Comparison side) {
        return new Question<>(fact, theme, drl, asks, true, isMoment, levels, side);
    }

    /** The same, of something of which it may become unknown whether it is so. */
    Question<F> openToDoubt() {
        return new Question<>(fact, theme, drl, asks, true, isMoment, levels, comparison);
    }

    /** The opposite. */
    Question<F> not() {
        return new Question<>(fact, theme, NOT + drl, asks.negate(), isOpenToDoubt, isMoment, levels, comparison);
    }

    /** Whether it is the opposite of something. */
    boolean isNegated() {
        return drl.startsWith(NOT);
    }

    /** What it says or denies. */
    String claim() {
        return isNegated() ? drl.substring(NOT.length()) : drl;
    }
}
