package io.github.opelrules.testkit.worksheet;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * One sheet of cells.
 *
 * @param name its name, such as {@code Parameters}
 * @param rows the rows with something in them, from the first
 * @param hiddenColumns the columns that are not shown, from 0
 * @param hidden whether the whole sheet is not shown
 */
record CellSheet(String name, List<CellRow> rows, Set<Integer> hiddenColumns, boolean hidden) {

    /**
     * One row of cells.
     *
     * @param place the sheet and the row's first cell, such as {@code Parameters!A7}
     * @param number its number, from 1
     * @param hidden whether it is not shown
     * @param cells the cells with something in them, by their columns, from 0
     */
    record CellRow(String place, int number, boolean hidden, SortedMap<Integer, SheetCell> cells) {}

    CellSheet {
        rows = List.copyOf(rows);
        hiddenColumns = Set.copyOf(hiddenColumns);
    }
}
