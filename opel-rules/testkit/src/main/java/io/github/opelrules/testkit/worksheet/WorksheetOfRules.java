package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.framework.UsualRange;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.protocol.SpokenTime;
import io.github.opelrules.testkit.worksheet.CellSheet.CellRow;
import io.github.opelrules.testkit.worksheet.SheetCell.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rules of a framework say, as the rows of a worksheet. */
final class WorksheetOfRules {

    private static final Pattern PROVIDER_TYPE = Pattern.compile("(?m)^providerType:\\s*[\"']?([a-z0-9-]+)");
    private static final Pattern PRINTED =
            Pattern.compile("(?m)^\\s*- \\{(.*)\\} # printed \"((?:[^\"\\\\]|\\\\.)*)\"\\s*$");
    private static final Pattern LEVEL = Pattern.compile("level:\\s*([1-4])");

    private static final List<String> READ_ME = List.of(
            "How to enter a framework",
            "1. One row for each parameter on the sheet Parameters, in the document's order. Type each band as the document prints it:"
                    + " <=15, >15 to 30, 60 to <90, 4 to 6, 0, >=21, 100 or more; and its points beside it. \"To\" and a dash include"
                    + " both ends.",
            "2. Worse says which way pressure grows: higher or lower. The unit may follow the numbers, or not. Bands that are"
                    + " announced and not printed yet: expected.",
            "3. What stands right of \"Second reader\" may stay empty: it is then assumed, and \"opel fill\" says how. Whole counts"
                    + " (4 to 6, 7 to 9) set the precision.",
            "4. Levels: one row for each provider type, and one for systems. Basis is total (points) or share (per cent of the points"
                    + " that could be scored). Type the cuts as printed: 0 to 11, 12 to 22.",
            "5. Tiers: how much each provider type counts in an ICS. Of the weights, the first row says where they come from.",
            "6. Actions: one row for each thing that somebody must do. When is such as: ICS at OPEL 3 or above. \"opel sentences\""
                    + " lists what else it can be; a semicolon parts two conditions. Several things of one rule: repeat its id.",
            "7. Dates: version, title and status (draft or published), and the first day on which it holds; until is the first day"
                    + " on which it no longer does.",
            "8. Grade is how sure it is where nobody read it: corroborated, unverified or assumed. Who read it in the document writes"
                    + " name and day; a second reader adds a name. With those it counts as published.",
            "9. The cells are formatted as text, so that Excel does not turn 4-6 into a day or 15% into 0.15. Paste values only, and"
                    + " leave the headings as they are.",
            "10. Then: opel fill RULES FILE --to FOLDER. What cannot be understood is named by sheet and cell.");

    private final RuleSource rules;
    private final Framework framework;
    private final RuleCheck check;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<ProviderType, String> tableFiles = new LinkedHashMap<>();

    WorksheetOfRules(RuleSource rules) {
        this.rules = rules;
        this.check = rules.check();
        this.framework = check.framework().orElseThrow(() -> new InvalidRulesException(check.findings()));
        if (framework.overlay().isPresent()) {
            throw new IllegalArgumentException(
                    rules + " is an overlay, which has no tables of its own. Name the rules that it" + " extends, "
                            + framework.overlay().get().base() + ".");
        }
        rules.files().forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        files.forEach((name, text) -> {
            Matcher type = PROVIDER_TYPE.matcher(text);
            if (!name.contains("/") && type.find()) {
                ProviderType.ofId(type.group(1)).ifPresent(of -> tableFiles.put(of, name));
            }
        });
    }

    Framework framework() {
        return framework;
    }

    /** The texts of the files by their names. */
    Map<String, String> files() {
        return files;
    }

    /** The files of the tables. */
    Map<ProviderType, String> tableFiles() {
        return tableFiles;
    }

    /** @param filled whether with the rows, or the headings and what every framework has alone */
    Worksheet written(boolean filled) {
        List<CellSheet> sheets = new ArrayList<>();
        sheets.add(readMe());
        sheets.add(sheet(Sheets.DATES, filled ? dates() : noDates()));
        sheets.add(sheet(Sheets.PARAMETERS, filled ? parameters() : List.of()));
        sheets.add(sheet(Sheets.LEVELS, filled ? levels() : noLevels()));
        sheets.add(sheet(Sheets.TIERS, tiers()));
        sheets.add(sheet(Sheets.ACTIONS, filled ? actions() : List.of()));
        return new Worksheet(rules.toString(), sheets, false);
    }

    private static CellSheet readMe() {
        List<CellRow> rows = new ArrayList<>();
        for (String line : READ_ME) {
            rows.add(row(Sheets.READ_ME, rows.size() + 1, List.of(line)));
        }
        return new CellSheet(Sheets.READ_ME, rows, Set.of(), false);
    }

    private static CellSheet sheet(Sheets which, List<Map<String, String>> entries) {
        List<CellRow> rows = new ArrayList<>();
        rows.add(row(which.title(), 1, which.headings()));
        for (Map<String, String> entry : entries) {
            List<String> texts = new ArrayList<>();
            for (String heading : which.headings()) {
                texts.add(entry.getOrDefault(heading, ""));
            }
            rows.add(row(which.title(), rows.size() + 1, texts));
        }
        return new CellSheet(which.title(), rows, Set.of(), false);
    }

    private static CellRow row(String sheet, int number, List<String> texts) {
        TreeMap<Integer, SheetCell> cells = new TreeMap<>();
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                String place = sheet + "!" + SheetCell.name(number, column);
                cells.put(column, new SheetCell(place, Kind.TEXT, PlainWords.trimmed(texts.get(column))));
            }
        }
        return new CellRow(sheet + "!" + SheetCell.name(number, 0), number, false, cells);
    }

    private static Map<String, String> item(String item, String value) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(Sheets.ITEM, item);
        row.put(Sheets.VALUE, value);
        return row;
    }

    private List<Map<String, String>> noDates() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String item : DateRows.ITEMS) {
            rows.add(item(item, item.equals(DateRows.STATUS) ? "draft" : ""));
        }
        return rows;
    }

    private List<Map<String, String>> dates() {
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(item(DateRows.ID, framework.id().value()));
        rows.add(item(DateRows.VERSION, framework.version()));
        rows.add(item(DateRows.TITLE, framework.title()));
        rows.add(item(DateRows.STATUS, framework.status().toString()));
        Map<String, String> source = item(DateRows.SOURCE, framework.source().document());
        source.put(Sheets.PLACE, framework.source().place());
        rows.add(source);
        Map<String, String> from =
                item(DateRows.FROM, framework.inForce().startInclusive().toString());
        List<GradedValue> days = values("framework.yaml", "in force ");
        SignOff.write(days, framework.source(), from);
        if (from.getOrDefault(Sheets.READ_BY, "").isEmpty()) {
            from.remove(Sheets.DOCUMENT);
            from.remove(Sheets.PLACE);
        }
        rows.add(from);
        java.time.LocalDate until = framework.inForce().endExclusive();
        rows.add(item(DateRows.UNTIL, until == null ? "" : until.toString()));
        String manifest = files.getOrDefault("framework.yaml", "");
        int reasons = TextBlocks.keys(manifest).stream()
                .filter(block -> block.key().equals("draftBecause"))
                .mapToInt(block -> (int) block.text()
                        .lines()
                        .filter(line -> line.stripLeading().startsWith("- "))
                        .count())
                .sum();
        for (int i = 0; i < framework.knownIssues().size(); i++) {
            rows.add(item(
                    i < reasons ? DateRows.DRAFT_BECAUSE : DateRows.KNOWN_ISSUE,
                    framework.knownIssues().get(i)));
        }
        return rows;
    }

    private List<GradedValue> values(String file, String... whats) {
        return check.values().stream()
                .filter(value -> value.file().equals(check.folder() + "/" + file))
                .filter(value -> {
                    for (String what : whats) {
                        if (value.what().startsWith(what)) {
                            return true;
                        }
                    }
                    return false;
                })
                .toList();
    }

    private String tableFile(ProviderType type) {
        return tableFiles.getOrDefault(type, "");
    }

    private List<Map<String, String>> parameters() {
        List<Map<String, String>> rows = new ArrayList<>();
        framework
                .tables()
                .forEach(
                        (type, table) -> table.parameters().forEach(parameter -> rows.add(parameter(type, parameter))));
        return rows;
    }

    private Map<String, String> parameter(ProviderType type, Parameter parameter) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(Sheets.PROVIDER, type.id());
        row.put(Sheets.NUMBER, Integer.toString(parameter.number()));
        row.put(Sheets.ID, parameter.id().value());
        row.put(Sheets.LABEL, parameter.label());
        row.put(Sheets.DEFINITION, parameter.definition());
        row.put(Sheets.UNIT, parameter.unit());
        row.put(Sheets.WORSE, parameter.worse() == Parameter.Direction.HIGHER ? "higher" : "lower");
        List<String> printed = printedBands(type, parameter);
        int number = 1;
        for (Band band : parameter.bandsFromBest()) {
            row.put(Sheets.band(number), asPrinted(band.interval(), parameter.unit(), printed));
            row.put(Sheets.points(number), Integer.toString(band.points()));
            number++;
        }
        if (parameter.isExpected()) {
            row.put(Sheets.band(1), ParameterRows.EXPECTED);
            row.put(
                    Sheets.points(1),
                    parameter.expectedPoints() == null
                            ? ""
                            : "up to " + parameter.expectedPoints().upTo());
        }
        List<GradedValue> values = values(tableFile(type), parameter.id() + ": ").stream()
                .filter(value -> !value.what().contains(": usual values "))
                .toList();
        SignOff.write(values, parameter.source(), row);
        row.put(Sheets.LOWEST, parameter.domain().from().toPlainString());
        row.put(Sheets.HIGHEST, parameter.domain().upTo().toPlainString());
        row.put(Sheets.PRECISION, parameter.domain().precision().toPlainString());
        UsualRange usual = parameter.usual();
        row.put(Sheets.USUAL_FROM, usual == null ? "" : usual.from().toPlainString());
        row.put(Sheets.USUAL_TO, usual == null ? "" : usual.upTo().toPlainString());
        row.put(Sheets.SINCE, parameter.sinceMidnight() ? "yes" : "no");
        row.put(Sheets.OLDEST, SpokenTime.words(parameter.maxAge()));
        return row;
    }

    /** What is noted beside the bands of a parameter as what the document prints. */
    private List<String> printedBands(ProviderType type, Parameter parameter) {
        List<String> printed = new ArrayList<>();
        for (TextBlocks.Block key : TextBlocks.keys(files.getOrDefault(tableFile(type), ""))) {
            if (!key.key().equals("parameters")) {
                continue;
            }
            for (TextBlocks.Block entry : TextBlocks.entries(key.text())) {
                if (entry.key().equals(parameter.id().value())) {
                    Matcher note = PRINTED.matcher(entry.text());
                    while (note.find()) {
                        printed.add(unquoted(note.group(2)));
                    }
                }
            }
        }
        return printed;
    }

    private static String unquoted(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static String asPrinted(Interval interval, String unit, List<String> printed) {
        for (String each : printed) {
            if (means(each, interval, unit)) {
                return each;
            }
        }
        return PrintedBand.print(interval);
    }

    /** Whether a note says what a band is; one that somebody wrote by hand need not be a band at all. */
    private static boolean means(String note, Interval interval, String unit) {
        try {
            return PrintedBand.parse(note, unit, false).toString().equals(interval.toString());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<Map<String, String>> noLevels() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (ProviderType type : ProviderType.values()) {
            rows.add(Map.of(Sheets.LEVELS_OF, type.id()));
        }
        rows.add(Map.of(Sheets.LEVELS_OF, Sheets.SYSTEMS));
        return rows;
    }

    private List<Map<String, String>> levels() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map.Entry<ProviderType, ScoringTable> table : framework.tables().entrySet()) {
            String file = tableFile(table.getKey());
            rows.add(levels(
                    table.getKey().id(),
                    table.getValue().levels(),
                    file,
                    "levels",
                    values(file, "level cut ", "side of level cut ")));
        }
        TierRules tiers = framework.tiers();
        if (tiers != null) {
            rows.add(levels(
                    Sheets.SYSTEMS,
                    tiers.levels(),
                    "framework.yaml",
                    "tiers",
                    values("framework.yaml", "tier level cut ", "side of tier level cut ")));
        }
        return rows;
    }

    private Map<String, String> levels(String of, LevelTable table, String file, String key, List<GradedValue> values) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(Sheets.LEVELS_OF, of);
        row.put(Sheets.BASIS, table.basis() == LevelTable.Basis.TOTAL ? "total" : "share");
        Map<String, String> printed = printedLevels(file, key);
        for (LevelCut cut : table.cuts()) {
            row.put(cut.level().toString(), PrintedBand.print(cut.interval()));
        }
        if (!printed.isEmpty()) {
            Map<String, String> noted = new LinkedHashMap<>(row);
            noted.putAll(printed);
            if (LevelRows.means(noted, table)) {
                row.putAll(printed);
            }
        }
        SignOff.write(values, table.citation().source(), row);
        return row;
    }

    private Map<String, String> printedLevels(String file, String key) {
        Map<String, String> printed = new LinkedHashMap<>();
        for (TextBlocks.Block block : TextBlocks.keys(files.getOrDefault(file, ""))) {
            Matcher note = PRINTED.matcher(block.key().equals(key) ? block.text() : "");
            while (note.find()) {
                Matcher level = LEVEL.matcher(note.group(1));
                if (level.find()) {
                    printed.put("OPEL " + level.group(1), unquoted(note.group(2)));
                }
            }
        }
        return printed;
    }

    private List<Map<String, String>> tiers() {
        TierRules tiers = framework.tiers();
        List<Map<String, String>> rows = new ArrayList<>();
        if (tiers == null) {
            return rows;
        }
        tiers.pillars().forEach((type, weight) -> {
            Map<String, String> row = item(TierRows.WEIGHT + type.id(), weight.toPlainString());
            if (rows.isEmpty()) {
                SignOff.write(
                        values("framework.yaml", "weights of the provider types"),
                        tiers.pillarCitation().source(),
                        row);
            }
            rows.add(row);
        });
        for (Tier tier : Tier.aboveProvider()) {
            Map<String, String> row = item(tier.id(), TierRows.MEAN);
            SignOff.write(
                    values("framework.yaml", "mean of " + tier.withArticle()),
                    tiers.mean(tier).source(),
                    row);
            rows.add(row);
        }
        Map<String, String> age =
                item(TierRows.COUNTS, SpokenTime.words(tiers.maxAge().value()));
        SignOff.write(
                values("framework.yaml", "greatest age of a report"),
                tiers.maxAge().citation().source(),
                age);
        rows.add(age);
        return rows;
    }

    private List<Map<String, String>> actions() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (ProtocolRule rule : framework.protocolRules()) {
            boolean first = true;
            for (Sentence consequence : rule.consequences()) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put(Sheets.RULE, rule.id());
                if (first) {
                    row.put(Sheets.TITLE, rule.title());
                    row.put(
                            Sheets.WHEN,
                            String.join(
                                    "; ",
                                    rule.conditions().stream()
                                            .map(Sentence::text)
                                            .toList()));
                }
                ActionRows.write(consequence, row);
                if (first) {
                    List<GradedValue> values = check.values().stream()
                            .filter(value -> value.what().equals(rule.name()))
                            .toList();
                    SignOff.write(values, rule.citation().source(), row);
                }
                rows.add(row);
                first = false;
            }
        }
        return rows;
    }

    /** The name of a rule file for a provider type that has none yet. */
    static String fileFor(ProviderType type) {
        return type.id() + ".yaml";
    }

    @Override
    public String toString() {
        return rules + ": " + Words.count(files.size(), "file");
    }
}
