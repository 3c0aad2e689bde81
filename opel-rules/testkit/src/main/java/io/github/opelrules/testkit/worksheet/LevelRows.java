package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the sheet Levels: totals or shares as printed, which become cuts that leave no decimal out. */
final class LevelRows {

    private final Cells cells;
    private final String document;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * The levels of one provider type, or of systems.
     *
     * @param entry its row
     * @param signOff where they come from; null where they are as they were
     * @param yaml how they stand in a file, from the key {@code levels} on; null where they are as they were
     */
    record Row(
            Entry entry,
            @Nullable SignOff signOff,
            @Nullable String yaml) {}

    LevelRows(List<Entry> entries, List<Entry> before, String document, Cells cells) {
        this.cells = cells;
        this.document = document;
        List<String> known = new ArrayList<>(
                Stream.of(ProviderType.values()).map(ProviderType::id).toList());
        known.add(Sheets.SYSTEMS);
        for (Entry entry : entries) {
            String of = cells.word(entry, Sheets.LEVELS_OF, known);
            boolean empty = entry.cells().size() == 1 && of != null;
            if (of == null || empty) {
                continue;
            }
            if (rows.containsKey(of)) {
                cells.error(
                        CellCode.ORDER,
                        entry.place(Sheets.LEVELS_OF),
                        "The levels of " + of + " stand here a second time. Keep one of the two rows.");
                continue;
            }
            Entry was = before.stream()
                    .filter(each -> each.text(Sheets.LEVELS_OF).equals(of))
                    .findFirst()
                    .orElse(null);
            rows.put(of, entry.saysTheSameAs(was) ? new Row(entry, null, null) : row(entry, was));
        }
    }

    /** The levels by what they are of. */
    Map<String, Row> rows() {
        return rows;
    }

    private Row row(Entry entry, @Nullable Entry was) {
        long errors = cells.errors();
        String basis = cells.word(entry, Sheets.BASIS, List.of("total", "share"));
        String unit = "share".equals(basis) ? "%" : "points";
        List<@Nullable Interval> printed = new ArrayList<>();
        for (OpelLevel level : OpelLevel.values()) {
            String heading = level.toString();
            if (cells.text(entry, heading, "0 to 11") == null) {
                printed.add(null);
            } else {
                printed.add(cells.band(entry, heading, unit));
            }
        }
        SignOff signOff = cells.signOff(entry, document, null);
        if (was != null
                && signOff != null
                && signOff.isSigned()
                && !sameCuts(entry, was)
                && entry.isSame(Sheets.READ_ON, was)
                && entry.isSame(Sheets.READ_BY, was)) {
            cells.error(
                    CellCode.SIGN_OFF,
                    entry.place(Sheets.READ_ON),
                    signOff.by() + " read other cuts on " + signOff.on()
                            + " than stand here now. Have the row read again and write the day, or take name and day away.");
        }
        if (basis == null || signOff == null || cells.errors() > errors) {
            return new Row(entry, null, null);
        }
        List<LevelCut> cuts = cuts(printed, basis.equals("total"));
        List<Flaw> flaws = LevelTable.flaws(cuts);
        for (Flaw flaw : flaws) {
            OpelLevel level = cuts.get(flaw.index()).level();
            cells.error(
                    flaw.code() == Flaw.Code.LEVEL_GAP
                            ? CellCode.GAP
                            : flaw.code() == Flaw.Code.LEVEL_OVERLAP ? CellCode.OVERLAP : CellCode.BANDS,
                    entry.place(level.toString()),
                    Words.quoted(entry.text(level.toString())) + ": " + flaw.message());
        }
        if (!flaws.isEmpty()) {
            return new Row(entry, null, null);
        }
        StringBuilder yaml = new StringBuilder("levels:\n  basis: ")
                .append(basis)
                .append("\n  source: ")
                .append(signOff.sourceYaml())
                .append("\n  bands:\n");
        for (LevelCut cut : cuts) {
            String edges = ParameterRows.edges(cut.interval());
            yaml.append("    - { level: ")
                    .append(cut.level().number())
                    .append(edges.isEmpty() ? "" : ", " + edges.substring(0, edges.length() - 2))
                    .append(" }")
                    .append(Yaml.printed(entry.text(cut.level().toString())))
                    .append('\n');
        }
        // A grade that stood there before is one of other cuts.
        boolean stale = was != null && !signOff.isSigned() && !sameCuts(entry, was) && entry.isSame(Sheets.GRADE, was);
        String grade = stale ? Assurance.UNVERIFIED.id() : signOff.gradeYaml();
        yaml.append("  assurance:\n    cuts: ")
                .append(grade)
                .append("\n    sides: ")
                .append(grade)
                .append('\n');
        return new Row(entry, signOff, yaml.toString());
    }

    private static boolean sameCuts(Entry entry, Entry was) {
        boolean same = entry.isSame(Sheets.BASIS, was);
        for (OpelLevel level : OpelLevel.values()) {
            same &= entry.isSame(level.toString(), was);
        }
        return same;
    }

    /** Whether printed cuts mean those of a table. */
    static boolean means(Map<String, String> printed, LevelTable table) {
        List<@Nullable Interval> intervals = new ArrayList<>();
        boolean total = table.basis() == LevelTable.Basis.TOTAL;
        try {
            for (OpelLevel level : OpelLevel.values()) {
                intervals.add(
                        PrintedBand.parse(printed.getOrDefault(level.toString(), ""), total ? "points" : "%", false));
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        return cuts(intervals, total).toString().equals(printed(table.cuts()).toString());
    }

    private static List<LevelCut> printed(List<LevelCut> cuts) {
        return cuts.stream()
                .map(cut -> new LevelCut(
                        cut.level(),
                        new Interval(
                                plain(cut.interval().lower()),
                                plain(cut.interval().upper()))))
                .toList();
    }

    private static @Nullable Edge plain(@Nullable Edge edge) {
        return edge == null ? null : new Edge(edge.kind(), edge.value(), Assurance.ASSUMED, Assurance.ASSUMED);
    }

    /**
     * Whole totals such as 0 to 11 and 12 to 22 become up to 11, and above 11 and up to 22: the mean of several totals need not be
     * whole, and 11.5 is more than 11.
     */
    private static List<LevelCut> cuts(List<@Nullable Interval> printed, boolean total) {
        List<LevelCut> cuts = new ArrayList<>();
        for (int i = 0; i < printed.size(); i++) {
            Interval interval = printed.get(i);
            if (interval == null) {
                continue;
            }
            Edge lower = interval.lower();
            Interval previous = i == 0 ? null : printed.get(i - 1);
            Edge end = previous == null ? null : previous.upper();
            if (i == 0
                    && lower != null
                    && lower.kind() == Edge.Kind.FROM
                    && lower.value().signum() == 0) {
                lower = null;
            } else if (total
                    && lower != null
                    && end != null
                    && lower.kind() == Edge.Kind.FROM
                    && end.kind() == Edge.Kind.UP_TO
                    && end.value().stripTrailingZeros().scale() <= 0
                    && lower.value().compareTo(end.value().add(BigDecimal.ONE)) == 0) {
                lower = new Edge(Edge.Kind.ABOVE, end.value(), Assurance.ASSUMED, Assurance.ASSUMED);
            }
            cuts.add(new LevelCut(OpelLevel.ofNumber(i + 1).orElseThrow(), new Interval(lower, interval.upper())));
        }
        return cuts;
    }
}
