package io.github.opelrules.testkit.worksheet;

/** What can be wrong with a worksheet. The ids are stable. */
enum CellCode {
    /** A sheet that is missing, stands twice or is hidden. */
    SHEET("OPEL-702"),
    /** A heading that is missing, unknown or stands twice. */
    HEADING("OPEL-703"),
    /** A cell outside of the table, or a row that belongs to none. */
    OUTSIDE("OPEL-704"),
    /** A row, a column or cells that do not show what they hold: hidden, or merged. */
    NOT_SHOWN("OPEL-705"),
    /** A cell that holds something else than it shows: a date, a percentage, a formula, a footnote. */
    OTHER_THAN_SHOWN("OPEL-706"),
    /** A cell that is empty and must not be. */
    EMPTY("OPEL-707"),
    /** Words where others are expected. */
    WORD("OPEL-708"),
    /** A number, a day or a time that cannot be understood, or is out of range. */
    NUMBER("OPEL-709"),
    /** A band that cannot be understood. */
    BAND("OPEL-710"),
    /** A value that no band, or no level, holds. */
    GAP("OPEL-711"),
    /** A value that two bands, or two levels, hold. */
    OVERLAP("OPEL-712"),
    /** Bands that do not go together with the direction, the limits or the unit. */
    BANDS("OPEL-713"),
    /** Something that stands twice, or in another order than in the document. */
    ORDER("OPEL-714"),
    /** A sign-off that lacks a part, or is of other numbers than stand there. */
    SIGN_OFF("OPEL-715"),
    /** What two people entered differs. */
    DIFFERS("OPEL-716");

    private final String id;

    CellCode(String id) {
        this.id = id;
    }

    /** The stable code, such as {@code OPEL-702}. */
    String id() {
        return id;
    }
}
