package io.github.opelrules.testkit.worksheet;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet, by the headings of its columns.
 *
 * @param sheet which sheet
 * @param cells the cells with something in them, by heading
 * @param places where the cell under a heading stands, whether something is in it or not
 */
record Entry(Sheets sheet, Map<String, SheetCell> cells, Map<String, String> places) {

    /** What stands under a heading; nothing where nothing does. */
    String text(String heading) {
        SheetCell cell = cells.get(heading);
        return cell == null ? "" : cell.text();
    }

    /** The cell under a heading; null where nothing is in it. */
    @Nullable
    SheetCell cell(String heading) {
        return cells.get(heading);
    }

    boolean has(String heading) {
        return cells.containsKey(heading);
    }

    String place(String heading) {
        return places.getOrDefault(heading, "");
    }

    /** Where the row begins. */
    String place() {
        return place(sheet.headings().get(0));
    }

    /** Whether both say the same, but for dashes, blanks and signs that are typed in another way. */
    boolean saysTheSameAs(@Nullable Entry other) {
        return other != null && sheet.headings().stream().allMatch(heading -> isSame(heading, other));
    }

    boolean isSame(String heading, Entry other) {
        return Objects.equals(PlainWords.plain(text(heading)), PlainWords.plain(other.text(heading)));
    }
}
