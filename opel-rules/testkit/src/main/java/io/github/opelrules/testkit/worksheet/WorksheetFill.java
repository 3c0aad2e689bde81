package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.Finding.Severity;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.signoff.SignOffSheet;
import io.github.opelrules.testkit.worksheet.TextBlocks.Block;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rule files made of a worksheet and the rules that it was written from. Whatever the worksheet says as the rules do stays in their files
 * to the letter, with comments and grades; what it says otherwise is written anew, with what was typed beside what was made of it.
 *
 * @param files the bytes of each file by its name; empty where there are errors
 * @param findings all that is wrong or odd, in the order of the sheets and their rows
 * @param notes what was left out and why, for whoever goes on with the files
 */
public record WorksheetFill(Map<String, byte[]> files, List<CellFinding> findings, List<String> notes) {

    private static final String MANIFEST = "framework.yaml";
    private static final String CASES = "cases/";
    private static final String PROTOCOL = "protocol/";
    private static final String FURTHER_RULES = PROTOCOL + "actions.dslr";

    /** Keeps copies. */
    public WorksheetFill {
        files = Map.copyOf(files);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** Whether there are rule files: there is no error. */
    public boolean isFilled() {
        return findings.stream().noneMatch(CellFinding::isError);
    }

    /**
     * Makes rule files.
     *
     * @param rules the rules that the worksheet was written from, which keep what it does not say
     * @param worksheet what people made of it
     * @param today the day of it, after which nobody can have read a value yet
     * @throws InvalidRulesException if anything is wrong with the rules
     * @throws IllegalArgumentException if the rules are an overlay
     */
    public static WorksheetFill of(RuleSource rules, Worksheet worksheet, LocalDate today) {
        return new Filling(rules, worksheet, today).fill();
    }

    /**
     * What two people entered differently, each by the cell of the first and what stands at the second's; nothing of dashes and blanks
     * that are typed in another way, of the readers' names and of what stands on sheets that nothing reads.
     *
     * @param first what one typed
     * @param second what the other typed, without looking at the first
     */
    public static List<CellFinding> differences(Worksheet first, Worksheet second) {
        return new SecondEntry(first, second).differences();
    }

    /** The making of the files. */
    private static final class Filling {

        private final WorksheetOfRules before;
        private final Worksheet worksheet;
        private final LocalDate today;
        private final List<CellFinding> findings = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final Map<String, RuleFile> files = new LinkedHashMap<>();
        private final Map<Sheets, List<Entry>> entries = new HashMap<>();
        private final Map<Sheets, List<Entry>> entriesBefore = new HashMap<>();
        private final Cells cells;
        private boolean anotherFramework;
        private final List<String> leftOut = new ArrayList<>();

        /** The rows by what they are called where people sign for it. */
        private final Map<String, @Nullable Entry> signed = new HashMap<>();

        private String title = "";
        private String document = "";

        Filling(RuleSource rules, Worksheet worksheet, LocalDate today) {
            this.before = new WorksheetOfRules(rules);
            this.worksheet = worksheet;
            this.today = today;
            this.cells = new Cells(findings, worksheet.hasDecimalCommas(), today);
        }

        WorksheetFill fill() {
            EntryReader reader = new EntryReader(findings);
            List<CellFinding> none = new ArrayList<>();
            Worksheet written = before.written(true);
            for (Sheets sheet : Sheets.values()) {
                entries.put(sheet, reader.read(worksheet, sheet));
                entriesBefore.put(sheet, new EntryReader(none).read(written, sheet));
            }
            if (!findings.isEmpty() && findings.stream().anyMatch(found -> isAboutHeadings(found))) {
                // Of rows that stand under the wrong headings nothing is told that is of use.
                return new WorksheetFill(Map.of(), findings, notes);
            }
            Cells unheard = new Cells(none, false, today);
            DateRows dates = new DateRows(of(Sheets.DATES), cells);
            DateRows datesBefore = new DateRows(before(Sheets.DATES), unheard);
            document = dates.document();
            title = dates.title();
            anotherFramework = !dates.id().equals(before.framework().id().value());
            ParameterRows parameters = new ParameterRows(
                    of(Sheets.PARAMETERS), before(Sheets.PARAMETERS), before.framework(), document, cells);
            LevelRows levels = new LevelRows(of(Sheets.LEVELS), before(Sheets.LEVELS), document, cells);
            TierRows tiers = new TierRows(of(Sheets.TIERS), before(Sheets.TIERS), document, cells);
            ActionRows actions = new ActionRows(of(Sheets.ACTIONS), before(Sheets.ACTIONS), document, cells);
            Map<String, String> manifest = dates.changed(datesBefore);
            List<String> tables = tables(parameters, levels);
            manifest(manifest, tables, tiers, levels);
            List<ActionRows.Row> rules = actions.rows();
            protocol(rules);
            parameters
                    .rows()
                    .forEach((type, rows) -> rows.forEach(row -> signed.put(type + " " + row.id(), row.entry())));
            levels.rows().forEach((of, row) -> signed.put(of + " levels", row.entry()));
            rules.forEach(row -> signed.put("action " + row.id(), row.entry()));
            signed.putAll(tiers.signed());
            signed.put("in force", dates.item(DateRows.FROM));
            parameters
                    .assumed()
                    .forEach((plausible, places) -> notes.add("Assumed, because nothing is said: readings from "
                            + plausible + " are plausible (" + String.join(", ", places) + ")."));
            if (!leftOut.isEmpty()) {
                notes.add(Words.list(leftOut) + (leftOut.size() == 1 ? " was" : " were")
                        + " left out, because the worksheet has nothing of " + (leftOut.size() == 1 ? "it." : "them."));
            }
            return finish();
        }

        private static boolean isAboutHeadings(CellFinding found) {
            return found.code().equals(CellCode.HEADING.id()) || found.code().equals(CellCode.SHEET.id());
        }

        private List<Entry> of(Sheets sheet) {
            return entries.getOrDefault(sheet, List.of());
        }

        private List<Entry> before(Sheets sheet) {
            return entriesBefore.getOrDefault(sheet, List.of());
        }

        private List<String> tables(ParameterRows parameters, LevelRows levels) {
            List<String> names = new ArrayList<>();
            if (parameters.rows().isEmpty()) {
                cells.error(
                        CellCode.EMPTY,
                        Sheets.PARAMETERS.title(),
                        "There is no parameter. Fill in one row for each that the document has.");
            }
            parameters.rows().forEach((type, rows) -> {
                LevelRows.Row row = levels.rows().get(type.id());
                if (row == null) {
                    cells.error(
                            CellCode.EMPTY,
                            Sheets.LEVELS.title(),
                            "There are parameters of " + type + " providers and no level cuts. Fill in the row " + type
                                    + ".");
                    return;
                }
                String name = before.tableFiles().getOrDefault(type, WorksheetOfRules.fileFor(type));
                names.add(name);
                files.put(name, table(type, name, rows, row));
            });
            before.tableFiles().forEach((type, name) -> {
                if (!parameters.rows().containsKey(type)) {
                    leftOut.add(name);
                }
            });
            levels.rows().forEach((of, row) -> {
                boolean needed = of.equals(Sheets.SYSTEMS)
                        || parameters.rows().keySet().stream()
                                .anyMatch(type -> type.id().equals(of));
                if (!needed) {
                    cells.error(
                            CellCode.OUTSIDE,
                            row.entry().place(),
                            "There are level cuts of " + of
                                    + " providers and no parameters. Add the parameters, or empty the" + " row.");
                }
            });
            return names;
        }

        private RuleFile table(ProviderType type, String name, List<ParameterRows.Row> rows, LevelRows.Row levels) {
            String text = before.files().get(name);
            RuleFile file = new RuleFile();
            boolean same = text != null
                    && levels.yaml() == null
                    && rows.stream().allMatch(row -> row.yaml() == null)
                    && rows.stream().map(ParameterRows.Row::id).toList().equals(idsBefore(type));
            Map<String, String> blocks = new LinkedHashMap<>();
            for (Block block : text == null ? List.<Block>of() : TextBlocks.keys(text)) {
                blocks.put(block.key(), block.text());
            }
            Map<String, String> parametersBefore = new HashMap<>();
            for (Block block : TextBlocks.entries(blocks.getOrDefault("parameters", ""))) {
                parametersBefore.put(block.key(), block.text());
            }
            if (same) {
                // To the letter, whatever way of writing YAML it has.
                addAsItIs(file, text == null ? "" : text, rows, levels);
                return file;
            }
            file.add(head(blocks, text == null), "");
            file.skipLine();
            file.add("format: opel.table/1\nproviderType: " + type + "\n", "");
            file.skipLine();
            file.add(total(blocks.get("total"), levels), levels.entry().place());
            file.skipLine();
            file.add("parameters:\n", "");
            boolean first = true;
            for (ParameterRows.Row row : rows) {
                if (!first) {
                    file.skipLine();
                }
                first = false;
                String kept = parametersBefore.get(row.id());
                file.add(
                        row.yaml() == null && kept != null ? kept : Objects.requireNonNullElse(row.yaml(), ""),
                        row.entry().place());
            }
            file.skipLine();
            file.add(
                    levels.yaml() == null ? blocks.getOrDefault("levels", "") : levels.yaml(),
                    levels.entry().place());
            return file;
        }

        private List<String> idsBefore(ProviderType type) {
            return before.framework()
                    .table(type)
                    .map(table -> table.parameters().stream()
                            .map(parameter -> parameter.id().value())
                            .toList())
                    .orElse(List.of());
        }

        private static void addAsItIs(RuleFile file, String text, List<ParameterRows.Row> rows, LevelRows.Row levels) {
            Map<String, String> places = new HashMap<>();
            rows.forEach(row -> places.put(row.id(), row.entry().place()));
            for (Block block : TextBlocks.keys(text)) {
                if (block.key().equals("parameters")) {
                    for (Block entry : TextBlocks.entries(block.text())) {
                        file.add(entry.text(), places.getOrDefault(entry.key(), ""));
                    }
                } else {
                    file.add(
                            block.text(),
                            block.key().equals("levels") ? levels.entry().place() : "");
                }
            }
        }

        /** The comment at the top of a file: as it was, unless this is another framework now, of which it would say what is not so. */
        private String head(Map<String, String> blocks, boolean isNew) {
            String was = blocks.getOrDefault("", "") + comment(blocks.getOrDefault("format", ""));
            String first = was.lines().findFirst().orElse("");
            boolean names = first.contains("$schema=");
            if (!isNew && !anotherFramework) {
                return was;
            }
            return (names ? first + "\n#\n" : "") + "# " + title + ". Entered from a worksheet.\n";
        }

        private static String comment(String block) {
            StringBuilder comment = new StringBuilder();
            block.lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .forEach(line -> comment.append(line).append('\n'));
            return comment.toString();
        }

        private static String total(@Nullable String was, LevelRows.Row levels) {
            SignOff signOff = levels.signOff();
            if (signOff == null) {
                return Objects.requireNonNullElse(was, "");
            }
            return "total:\n  assurance: " + signOff.gradeYaml() + "\n  source: " + signOff.sourceYaml() + "\n";
        }

        private void manifest(Map<String, String> changed, List<String> tables, TierRows tiers, LevelRows levels) {
            String text = before.files().getOrDefault(MANIFEST, "");
            List<Block> blocks = TextBlocks.keys(text);
            Set<String> tablesBefore = new LinkedHashSet<>(before.tableFiles().values());
            Map<String, String> keys = new LinkedHashMap<>(changed);
            if (!tablesBefore.equals(new LinkedHashSet<>(tables))) {
                keys.put("tables", "tables: [" + String.join(", ", tables) + "]");
            }
            String tiersBefore = blocks.stream()
                    .filter(block -> block.key().equals("tiers"))
                    .map(Block::text)
                    .findFirst()
                    .orElse("");
            Map<String, String> tierKeys = tiers.changed();
            LevelRows.Row systems = levels.rows().get(Sheets.SYSTEMS);
            if (!tiers.isEmpty() && systems == null) {
                cells.error(
                        CellCode.EMPTY,
                        Sheets.LEVELS.title(),
                        "There are weights on the sheet Tiers and no level cuts of systems. Fill in the row "
                                + Sheets.SYSTEMS + ".");
            }
            if (systems != null && systems.yaml() != null) {
                tierKeys.put("levels", systems.yaml().stripTrailing());
            }
            if (tiers.isEmpty() && systems == null) {
                keys.put("tiers", "");
            } else if (!tierKeys.isEmpty()) {
                keys.put("tiers", nested(tiersBefore, tierKeys));
            }
            RuleFile file = new RuleFile();
            Set<String> done = new LinkedHashSet<>();
            for (Block block : blocks) {
                String said = keys.get(block.key());
                String place = places(block.key(), tiers);
                done.add(block.key());
                if (block.key().equals("format") && anotherFramework) {
                    String first = blocks.get(0).key().isEmpty() ? blocks.get(0).text() : "";
                    file.add(head(Map.of("", first, "format", block.text()), false), "");
                    file.skipLine();
                    file.add("format: opel.framework/1\n", "");
                } else if (said == null && !(block.key().isEmpty() && anotherFramework)) {
                    file.add(block.text(), place);
                } else if (said != null && !said.isEmpty()) {
                    String end =
                            block.text().substring(block.text().stripTrailing().length());
                    file.add(said + (end.isEmpty() ? "\n" : end), place);
                }
            }
            keys.forEach((key, said) -> {
                if (!done.contains(key) && !said.isEmpty()) {
                    file.skipLine();
                    file.add(said + "\n", places(key, tiers));
                }
            });
            files.put(MANIFEST, file);
        }

        private static String places(String key, TierRows tiers) {
            return switch (key) {
                case "tiers" -> tiers.place();
                case "id", "version", "title", "status", "inForce", "source", "draftBecause", "knownIssues" ->
                    Sheets.DATES.title();
                default -> "";
            };
        }

        /** A key of {@code framework.yaml} in which some keys are said anew. */
        private static String nested(String was, Map<String, String> keys) {
            String body = was.lines()
                    .dropWhile(line -> !line.startsWith("tiers:"))
                    .skip(1)
                    .map(line -> line.startsWith("  ") ? line.substring(2) : line)
                    .reduce("", (a, b) -> a + b + "\n");
            StringBuilder text = new StringBuilder();
            Map<String, String> left = new LinkedHashMap<>(keys);
            for (Block block : TextBlocks.keys(body)) {
                String said = left.remove(block.key());
                text.append(said == null ? block.text() : said + "\n");
            }
            left.forEach((key, said) -> text.append(said).append('\n'));
            StringBuilder indented = new StringBuilder("tiers:\n");
            text.toString()
                    .lines()
                    .forEach(line ->
                            indented.append(line.isEmpty() ? "" : "  " + line).append('\n'));
            return indented.toString().stripTrailing();
        }

        private void protocol(List<ActionRows.Row> rows) {
            Map<String, String> fileOf = new HashMap<>();
            Map<String, String> textOf = new HashMap<>();
            Map<String, Map<String, String>> others = new LinkedHashMap<>();
            Map<String, List<String>> idsOf = new LinkedHashMap<>();
            before.files().forEach((name, text) -> {
                if (name.startsWith(PROTOCOL)) {
                    List<Block> blocks = TextBlocks.rules(text);
                    idsOf.put(
                            name,
                            blocks.stream()
                                    .map(Block::key)
                                    .filter(key -> !key.isEmpty())
                                    .toList());
                    others.put(
                            name,
                            Map.of(
                                    "head",
                                    blocks.get(0).key().isEmpty()
                                            ? blocks.get(0).text()
                                            : ""));
                    for (Block block : blocks) {
                        fileOf.put(block.key(), name);
                        textOf.put(block.key(), block.text());
                    }
                }
            });
            Map<String, List<ActionRows.Row>> rowsOf = new TreeMap<>();
            String last = FURTHER_RULES;
            for (ActionRows.Row row : rows) {
                last = fileOf.getOrDefault(row.id(), last);
                rowsOf.computeIfAbsent(last, name -> new ArrayList<>()).add(row);
            }
            idsOf.forEach((name, ids) -> {
                if (!rowsOf.containsKey(name)) {
                    leftOut.add(name);
                }
            });
            rowsOf.forEach((name, ofFile) -> {
                RuleFile file = new RuleFile();
                boolean same = ofFile.stream().allMatch(row -> row.text() == null)
                        && ofFile.stream().map(ActionRows.Row::id).toList().equals(idsOf.get(name));
                String head = others.getOrDefault(name, Map.of()).getOrDefault("head", "");
                boolean keptHead = !head.isEmpty() && !anotherFramework;
                if (same || keptHead) {
                    file.add(head, "");
                } else {
                    file.add("# " + title + ". Entered from a worksheet.\n", "");
                }
                for (ActionRows.Row row : ofFile) {
                    if (!same) {
                        file.skipLine();
                    }
                    String text = row.text() == null ? textOf.getOrDefault(row.id(), "") : row.text();
                    file.add(text, row.entry().place());
                }
                files.put(name, file);
            });
        }

        private WorksheetFill finish() {
            if (findings.stream().anyMatch(CellFinding::isError)) {
                return new WorksheetFill(Map.of(), findings, notes);
            }
            Map<String, byte[]> made = new LinkedHashMap<>();
            files.forEach((name, file) -> {
                String text = before.files().get(name);
                String now = file.toString();
                // Blanks at the end of a file that is otherwise as it was stay, too.
                String kept = text != null && text.stripTrailing().equals(now.stripTrailing()) ? text : now;
                made.put(name, kept.getBytes(StandardCharsets.UTF_8));
            });
            RuleCheck check = RuleSource.of("rules", made).check(today);
            for (Finding finding : check.findings()) {
                findings.add(atCell(finding));
            }
            if (findings.stream().anyMatch(CellFinding::isError)) {
                return new WorksheetFill(Map.of(), findings, notes);
            }
            addCases(made);
            Framework framework = check.framework().orElseThrow();
            addSignOffs(made, framework);
            national(framework);
            if (framework.isDraft()) {
                notes.add("The status is draft: it scores for those who ask for drafts.");
            }
            return new WorksheetFill(made, findings, notes);
        }

        /** Who read what, in one file, where anybody did. */
        private void addSignOffs(Map<String, byte[]> made, Framework framework) {
            Cells unheard = new Cells(new ArrayList<>(), worksheet.hasDecimalCommas(), today);
            List<SignOffSheet.Line> lines = new ArrayList<>();
            for (String what : SignOffSheet.sums(framework).keySet()) {
                Entry entry = signed.get(what);
                SignOff signOff = entry == null ? null : unheard.signOff(entry, document, "the whole document");
                if (signOff != null && signOff.on() != null) {
                    lines.add(new SignOffSheet.Line(
                            what,
                            signOff.source().document(),
                            signOff.source().place(),
                            signOff.by(),
                            signOff.on().toString(),
                            signOff.second()));
                }
            }
            if (!lines.isEmpty()) {
                made.put(SignOffSheet.FILE, SignOffSheet.write(lines, framework).getBytes(StandardCharsets.UTF_8));
            }
        }

        /** Says that rules take the place of a draft that this library ships, by having its id. */
        private void national(Framework framework) {
            RuleSource.bundled().stream()
                    .filter(source -> source.toString().equals(framework.id().value()))
                    .flatMap(source -> source.check(today).framework().stream())
                    .filter(shipped -> shipped.isDraft() && !shipped.digest().equals(framework.digest()))
                    .forEach(draft -> notes.add(framework + " keeps the national id and takes the place of the draft "
                            + draft + " where both are loaded."));
        }

        private CellFinding atCell(Finding finding) {
            String name = finding.file().substring(finding.file().indexOf('/') + 1);
            RuleFile file = files.get(name);
            String place = file == null ? name : file.placeOf(finding.line()).orElse(name + ":" + finding.line());
            return new CellFinding(
                    finding.code(),
                    finding.severity() == Severity.ERROR ? Severity.ERROR : Severity.WARNING,
                    place,
                    finding.message());
        }

        /** The worked examples that still fit what is reported; the others are named. */
        private void addCases(Map<String, byte[]> made) {
            List<String> left = new ArrayList<>();
            before.files().forEach((name, text) -> {
                if (name.startsWith(CASES)) {
                    Map<String, byte[]> with = new LinkedHashMap<>(made);
                    with.put(name, text.getBytes(StandardCharsets.UTF_8));
                    boolean fits = !anotherFramework
                            && (name.endsWith(".csv")
                                    || RuleSource.of("rules", with).check(today).passes());
                    if (fits) {
                        made.put(name, text.getBytes(StandardCharsets.UTF_8));
                    } else {
                        left.add(name);
                    }
                }
            });
            if (anotherFramework) {
                notes.add("The cases of " + before.framework().id()
                        + " were left out: they are of another framework. Make"
                        + " your own: opel test DIR --generate --into DIR/cases.");
            } else if (!left.isEmpty()) {
                notes.add(Words.list(left) + " no longer " + (left.size() == 1 ? "fits" : "fit")
                        + " what is reported and scored, and " + (left.size() == 1 ? "was" : "were")
                        + " left out. Make new cases: opel test DIR --generate --into DIR/cases.");
            }
        }
    }
}
