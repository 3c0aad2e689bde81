package io.github.opelrules.testkit.worksheet;

import java.util.ArrayList;
import java.util.List;

/** The sheets of a worksheet and their headings. */
enum Sheets {
    /** What the framework is called, and when it applies. */
    DATES("Dates", Sheets.ITEM, Sheets.VALUE),
    /** One row for each parameter, in the document's order. */
    PARAMETERS(
            "Parameters",
            Sheets.PROVIDER,
            Sheets.NUMBER,
            Sheets.ID,
            Sheets.LABEL,
            Sheets.DEFINITION,
            Sheets.UNIT,
            Sheets.WORSE),
    /** One row for each provider type, and one for systems. */
    LEVELS("Levels", Sheets.LEVELS_OF, Sheets.BASIS, "OPEL 1", "OPEL 2", "OPEL 3", "OPEL 4"),
    /** How much each provider type counts in an ICS. */
    TIERS("Tiers", Sheets.ITEM, Sheets.VALUE),
    /** One row for each thing that somebody must do. */
    ACTIONS("Actions", Sheets.RULE, Sheets.TITLE, Sheets.WHEN, Sheets.HOW, Sheets.WHO, Sheets.WHAT, Sheets.WITHIN);

    static final String ITEM = "Item";
    static final String VALUE = "Value";
    static final String PROVIDER = "Provider type";
    static final String NUMBER = "Number";
    static final String ID = "Id";
    static final String LABEL = "Label";
    static final String DEFINITION = "Definition";
    static final String UNIT = "Unit";
    static final String WORSE = "Worse";
    static final String LEVELS_OF = "Levels of";
    static final String BASIS = "Basis";
    static final String RULE = "Rule";
    static final String TITLE = "Title";
    static final String WHEN = "When";
    static final String HOW = "How";
    static final String WHO = "Who";
    static final String WHAT = "What";
    static final String WITHIN = "Within";
    static final String DOCUMENT = "Document";
    static final String PLACE = "Page and row";
    static final String GRADE = "Grade";
    static final String READ_BY = "Read by";
    static final String READ_ON = "Read on";
    static final String SECOND = "Second reader";
    static final String LOWEST = "Lowest";
    static final String HIGHEST = "Highest";
    static final String PRECISION = "Precision";
    static final String USUAL_FROM = "Usual from";
    static final String USUAL_TO = "Usual to";
    static final String SINCE = "Since midnight";
    static final String OLDEST = "Oldest";

    /** The row of the level cuts of systems. */
    static final String SYSTEMS = "systems";

    /** How many bands a row has room for. */
    static final int BANDS = 6;

    /** The name of the sheet that says how to fill in the others. */
    static final String READ_ME = "Read me";

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf
    private final List<String> headings;

    Sheets(String title, String... own) {
        this.title = title;
        List<String> all = new ArrayList<>(List.of(own));
        if (title.equals("Parameters")) {
            for (int band = 1; band <= Sheets.BANDS; band++) {
                all.add(band(band));
                all.add(points(band));
            }
        }
        all.addAll(List.of("Document", "Page and row", "Grade", "Read by", "Read on", "Second reader"));
        if (title.equals("Parameters")) {
            all.addAll(List.of("Lowest", "Highest", "Precision", "Usual from", "Usual to", "Since midnight", "Oldest"));
        }
        this.headings = List.copyOf(all);
    }

    /** Its name. */
    String title() {
        return title;
    }

    /** The headings of its columns. */
    List<String> headings() {
        return headings;
    }

    static String band(int number) {
        return "Band " + number;
    }

    static String points(int number) {
        return "Points " + number;
    }
}
