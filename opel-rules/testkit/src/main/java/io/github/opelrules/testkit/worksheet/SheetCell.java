package io.github.opelrules.testkit.worksheet;

import java.util.Locale;

/**
 * One cell with something in it.
 *
 * @param place the sheet and the cell, such as {@code Parameters!G7}
 * @param kind what it holds
 * @param text that, in plain words: a number without grouping, a day as {@code 2026-04-01}, a percentage as {@code 15%}
 */
record SheetCell(String place, Kind kind, String text) {

    /** What a cell can hold. */
    enum Kind {
        /** Words. */
        TEXT,
        /** A number that is shown as it is. */
        NUMBER,
        /** A number that is shown as a hundred times as much, with a percent sign. */
        PERCENT,
        /** A number that is shown as a day. */
        DATE,
        /** What a formula comes to. */
        FORMULA,
        /** An error of a formula, such as {@code #REF!}. */
        ERROR,
        /** True or false. */
        BOOLEAN,
        /** Words of which some are raised, lowered or struck out. */
        MARKED,
        /** Part of cells that are merged. */
        MERGED
    }

    /** {@code G7}. */
    static String name(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString() + row;
    }

    /** The column of a name such as {@code G7}, from 0. */
    static int column(String name) {
        int column = 0;
        for (char c : name.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }

    /** The row of a name such as {@code G7}, from 1. */
    static int row(String name) {
        return Integer.parseInt(name.replaceAll("[^0-9]", ""));
    }
}
