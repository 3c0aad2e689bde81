package io.github.opelrules.rules.internal.cases;

import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.internal.Words;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.ExpectedUnit;
import io.github.opelrules.rules.cases.SystemCase;
import io.github.opelrules.rules.cases.UnitName;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.PlainText;
import io.github.opelrules.rules.internal.format.Values;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.rules.internal.system.HierarchyCsv;
import io.github.opelrules.rules.internal.system.HierarchyFlaws;
import io.github.opelrules.rules.internal.system.HierarchyShape;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads worked examples of whole systems. */
final class SystemCasesReader {

    private static final List<String> KEYS = List.of("case", "system", "reports", "declared", "under", "expect");
    private static final List<String> UNIT_KEYS = List.of("unit", "is", "of", "weight", "name");
    private static final List<String> REPORT_KEYS = List.of("readings", "others", "observedAt");
    private static final List<String> DECLARATION_KEYS = List.of("level", "at", "age");
    private static final List<String> EXPECT_KEYS = List.of("level", "never", "score", "code", "declared");
    private static final String SYSTEM = "[{ unit: QXX, is: ics }, { unit: RXX, is: acute, of: QXX }]";
    private static final String EXAMPLE_OF_EXPECT = "{ QXX: { level: 3, score: 24.5 } }";

    /** Wide enough for every time that a case can be of. */
    private static final DateRange ALWAYS = new DateRange(LocalDate.of(1948, 7, 5), null);

    private static final Pattern SCORE =
            Pattern.compile("(?:above )?\\d+(?:\\.\\d{1,4})?(?: to (?:below )?\\d+(?:\\.\\d{1,4})?)?");
    private static final List<String> CODES =
            List.of("weighted-mean", "assessed", "other-framework", "level-reported", "no-report");

    private final CasesReader cases;
    private final FrameworkFolder folder;
    private final Framework framework;
    private final Findings findings;
    private final Instant at;
    private final boolean isGenerated;
    private final Map<String, Framework> others = new HashMap<>();

    SystemCasesReader(
            CasesReader cases,
            FrameworkFolder folder,
            Framework framework,
            Findings findings,
            Instant at,
            boolean isGenerated) {
        this.cases = cases;
        this.folder = folder;
        this.framework = framework;
        this.findings = findings;
        this.at = at;
        this.isGenerated = isGenerated;
    }

    /** The cases of a file, each with a system of its own or with the one that the file gives for all. */
    List<Case> read(Fields file) {
        int before = findings.errors();
        Hierarchy shared = file.has("system") ? hierarchy(file) : null;
        if (findings.errors() > before) {
            return List.of();
        }
        SequencesReader sequences = new SequencesReader(this, framework, findings, at, isGenerated, file);
        if (findings.errors() > before) {
            return List.of();
        }
        List<Case> read = new ArrayList<>();
        for (Node entry : file.entries("cases", "[{ case: …, reports: …, expect: … }]")) {
            boolean inSteps =
                    entry instanceof Node.Mapping mapping && mapping.entries().containsKey("steps");
            Fields fields = inSteps
                    ? Fields.of(entry, "a sequence in time", findings, SequencesReader.KEYS)
                    : Fields.of(entry, "a case of a system", findings, KEYS);
            Case one = fields == null ? null : inSteps ? sequences.read(fields, shared) : read(fields, shared);
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    private @Nullable Case read(Fields fields, @Nullable Hierarchy shared) {
        int before = findings.errors();
        String name = fields.text("case", "the mean of two trusts is not rounded");
        Hierarchy hierarchy = hierarchy(fields, shared);
        if (hierarchy == null) {
            return null;
        }
        Map<OdsCode, Framework> under = new HashMap<>();
        each(fields, "under", "{ QXX: nhse-opel-2024-26 }", hierarchy, (unit, node) -> {
            Framework other = other(node);
            if (other != null) {
                under.put(unit.code(), other);
            }
        });
        List<SituationReport> reports = reports(fields, hierarchy, under, at);
        List<Declaration> declared = declared(fields, hierarchy, at);
        Map<UnitName, ExpectedUnit> expected = expected(fields);
        if (expected.isEmpty() && findings.errors() == before) {
            cases.addNothingExpected(fields, "the level of one unit");
        }
        return name == null || findings.errors() > before
                ? null
                : new SystemCase(
                        name,
                        findings.file(),
                        fields.place().line(),
                        isGenerated,
                        hierarchy,
                        at,
                        reports,
                        declared,
                        under,
                        expected);
    }

    // Who belongs to whom.

    /** The system of a case: its own, or the one that its file gives for all. */
    @Nullable
    Hierarchy hierarchy(Fields fields, @Nullable Hierarchy shared) {
        return fields.has("system") || shared == null ? hierarchy(fields) : shared;
    }

    private @Nullable Hierarchy hierarchy(Fields fields) {
        Hierarchy hierarchy = withoutLinks(fields);
        if (hierarchy == null || !fields.has("links")) {
            return hierarchy;
        }
        int before = findings.errors();
        List<Hierarchy.Link> links = HierarchyShape.links(fields, hierarchy.units(), findings);
        return findings.errors() > before ? null : new Hierarchy(hierarchy.weights(), hierarchy.units(), links);
    }

    private @Nullable Hierarchy withoutLinks(Fields fields) {
        Node node = fields.node("system", SYSTEM);
        if (node instanceof Node.Scalar file) {
            return fromFile(file);
        }
        List<Unit> units = new ArrayList<>();
        HierarchyFlaws flaws = new HierarchyFlaws(findings);
        int before = findings.errors();
        boolean weighted = false;
        for (Node entry : node == null ? List.<Node>of() : fields.entries("system", SYSTEM)) {
            Fields one = Fields.of(entry, "a unit", findings, UNIT_KEYS);
            Unit unit = one == null ? null : unit(one);
            if (one != null && unit != null) {
                weighted |= one.has("weight");
                flaws.enter(one.place(), List.of(one.place()));
                units.add(unit);
            }
        }
        return units.isEmpty() || findings.errors() > before
                ? null
                : flaws.hierarchy(weighted ? Hierarchy.Weights.RELATIVE : Hierarchy.Weights.EQUAL, units, List.of());
    }

    private @Nullable Unit unit(Fields fields) {
        OdsCode code = fields.odsCode("unit", "RXX");
        OdsCode parent = fields.has("of") ? fields.odsCode("of", "QXX") : null;
        String is = fields.text("is", "acute");
        BigDecimal weight = fields.has("weight") ? fields.weight("0.6") : BigDecimal.ONE;
        String name = fields.has("name") ? fields.text("name", "Example trust") : "";
        ProviderType type = is == null ? null : ProviderType.ofId(is).orElse(null);
        Tier tier = type != null
                ? Tier.PROVIDER
                : is == null
                        ? null
                        : Tier.ofId(is).filter(known -> known != Tier.PROVIDER).orElse(null);
        if (is != null && tier == null) {
            List<String> known = Stream.concat(
                            Stream.of(ProviderType.values()).map(ProviderType::id),
                            Tier.aboveProvider().stream().map(Tier::id))
                    .toList();
            findings.add(
                    FormCode.UNKNOWN_WORD,
                    fields.placeOf("is"),
                    Words.quoted(is) + " is not what a unit can be." + Words.didYouMean(is, known)
                            + " Expected one of: " + String.join(", ", known) + ".");
        }
        if (code == null || tier == null || weight == null || name == null || (fields.has("of") && parent == null)) {
            return null;
        }
        return new Unit(
                code,
                fields.has("name") ? name : type == null ? tier.label() : type + " provider",
                tier,
                type,
                parent == null ? List.of() : List.of(new Membership(parent, weight, ALWAYS)));
    }

    /** A hierarchy in a file beside the cases. */
    private @Nullable Hierarchy fromFile(Node.Scalar named) {
        String file = named.text();
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\.csv")) {
            findings.add(
                    FormCode.BAD_FILE_NAME,
                    named.place(),
                    Words.quoted(file) + " is not a file of a system. Expected a list, such as " + SYSTEM
                            + ", or the name of a .csv beside this file, such as system.csv.");
            return null;
        }
        try {
            Optional<byte[]> bytes = folder.read(FrameworkFolder.CASES + file);
            if (bytes.isEmpty()) {
                findings.add(
                        FormCode.FILE_MISSING,
                        named.place(),
                        "There is no file \"" + file + "\" beside this one. Add it, or correct the name.");
                return null;
            }
            Findings inFile = new Findings(folder.name() + "/" + FrameworkFolder.CASES + file);
            Hierarchy hierarchy =
                    PlainText.isTooLarge(bytes.get(), inFile) ? null : new HierarchyCsv(inFile).read(bytes.get());
            inFile.inOrder()
                    .forEach(finding -> findings.add(
                            FormCode.BAD_CASE,
                            named.place(),
                            file + ", line " + finding.line() + ": " + finding.message()));
            return hierarchy;
        } catch (IOException e) {
            findings.add(
                    FormCode.FILE_UNREADABLE,
                    named.place(),
                    "\"" + file + "\" cannot be read: " + e.getMessage() + ". Check the file and who may read it.");
            return null;
        }
    }

    // What is reported and declared.

    /** What providers report. */
    List<SituationReport> reports(Fields fields, Hierarchy hierarchy, Map<OdsCode, Framework> under, Instant time) {
        List<SituationReport> reports = new ArrayList<>();
        each(fields, "reports", "{ RXX: best }", hierarchy, (unit, node) -> {
            SituationReport report = report(unit, under.getOrDefault(unit.code(), framework), node, time);
            if (report != null) {
                reports.add(report);
            }
        });
        return reports;
    }

    /** What is declared. */
    List<Declaration> declared(Fields fields, Hierarchy hierarchy, Instant time) {
        List<Declaration> declared = new ArrayList<>();
        each(fields, "declared", "{ QXX: 3 }", hierarchy, (unit, node) -> {
            Declaration declaration = declaration(unit, node, time);
            if (declaration != null) {
                declared.add(declaration);
            }
        });
        return declared;
    }

    /** What is done with each unit below a key. */
    interface Entry {

        void take(Unit unit, Node node);
    }

    void each(Fields fields, String key, String example, Hierarchy hierarchy, Entry entry) {
        Node node = fields.has(key) ? fields.node(key, example) : null;
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((code, found) -> {
                Unit unit = unit(code, found.place(), hierarchy);
                if (unit != null) {
                    entry.take(unit, found.value());
                }
            });
        } else if (node != null) {
            Fields.of(node, "\"" + key + "\"", findings, List.of("QXX"));
        }
    }

    @Nullable
    Unit unit(String code, Place place, Hierarchy hierarchy) {
        Unit unit = hierarchy.units().stream()
                .filter(known -> known.code().value().equals(code))
                .findFirst()
                .orElse(null);
        if (unit == null) {
            List<String> known =
                    hierarchy.units().stream().map(each -> each.code().value()).toList();
            findings.add(
                    FormCode.BAD_CASE,
                    place,
                    Words.quoted(code) + " is no unit of the system." + Words.didYouMean(code, known)
                            + " Its units are: " + String.join(", ", known) + ".");
        }
        return unit;
    }

    private @Nullable Framework other(Node node) {
        if (node instanceof Node.Scalar scalar && FrameworkFolder.BUNDLED.contains(scalar.text())) {
            return others.computeIfAbsent(scalar.text(), id -> FrameworkLoader.load(FrameworkFolder.bundled(id)));
        }
        String found = node instanceof Node.Scalar scalar ? scalar.text() : node.kind();
        findings.add(
                FormCode.UNKNOWN_WORD,
                node.place(),
                Words.quoted(found) + " is not a framework that comes with this library."
                        + Words.didYouMean(found, FrameworkFolder.BUNDLED) + " Expected one of: "
                        + String.join(", ", FrameworkFolder.BUNDLED) + ".");
        return null;
    }

    private @Nullable SituationReport report(Unit unit, Framework scoredBy, Node node, Instant time) {
        ScoringTable table = unit.providerType() == null
                ? null
                : scoredBy.table(unit.providerType()).orElse(null);
        if (table == null) {
            findings.add(
                    FormCode.BAD_CASE,
                    node.place(),
                    scoredBy.id() + " does not score " + unit.code() + ", which is "
                            + (unit.providerType() == null
                                    ? unit.tier().withArticle()
                                    : "of the type " + unit.providerType())
                            + ". Take its report away, or declare its level.");
            return null;
        }
        if (node instanceof Node.Scalar level && level.text().matches("\\d+")) {
            Integer number = new Values(findings).wholeNumber(node, unit.code().value(), "3", 1, 4);
            return number == null
                    ? null
                    : cases.report(OpelLevel.ofNumber(number).orElseThrow(), unit.code(), table, time, node.place());
        }
        if (node instanceof Node.Scalar) {
            CasesReader.Others others =
                    new Values(findings).word(node, unit.code().value(), CasesReader.Others.values());
            return others == null ? null : CasesReader.report(others, unit.code(), table, time);
        }
        Fields fields = Fields.of(node, "a report", findings, REPORT_KEYS);
        Instant observedAt = fields == null
                ? null
                : fields.has("observedAt") ? fields.instant("observedAt", "2024-01-08T08:00:00Z") : time;
        return fields == null || observedAt == null
                ? null
                : cases.report(fields, unit.code(), table, scoredBy, observedAt);
    }

    private @Nullable Declaration declaration(Unit unit, Node node, Instant time) {
        Integer level;
        Instant declaredAt = time;
        if (node instanceof Node.Mapping) {
            Fields fields = Fields.of(node, "a declaration", findings, DECLARATION_KEYS);
            level = fields == null ? null : fields.wholeNumber("level", "3", 1, 4);
            declaredAt = fields == null ? null : declaredAt(fields, time);
        } else {
            level = new Values(findings).wholeNumber(node, unit.code().value(), "3", 1, 4);
        }
        return level == null || declaredAt == null
                ? null
                : new Declaration(
                        unit.code(), OpelLevel.ofNumber(level).orElseThrow(), "as the case says", declaredAt, null);
    }

    private @Nullable Instant declaredAt(Fields declaration, Instant time) {
        if (!declaration.has("age")) {
            return declaration.has("at") ? declaration.instant("at", "2024-01-08T07:30:00Z") : time;
        }
        if (declaration.has("at")) {
            findings.add(
                    FormCode.KEY_OUT_OF_PLACE,
                    declaration.placeOf("age"),
                    "A declaration has an \"age\", counted back from the time of its case, or an \"at\". Remove one of the two.");
        }
        Duration age = declaration.duration("age", "PT25H");
        return age == null ? null : time.minus(age);
    }

    // What must come out.

    private Map<UnitName, ExpectedUnit> expected(Fields fields) {
        Map<UnitName, ExpectedUnit> expected = new HashMap<>();
        Node node = fields.node("expect", EXAMPLE_OF_EXPECT);
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach((name, entry) -> {
                UnitName unit = unitName(name, entry.place());
                Fields one = Fields.of(entry.value(), Words.quoted(name), findings, EXPECT_KEYS);
                ExpectedUnit read = one == null ? null : expectedUnit(one);
                if (unit != null && read != null) {
                    expected.put(unit, read);
                }
            });
        } else if (node != null) {
            Fields.of(node, "\"expect\"", findings, List.of("QXX"));
        }
        return expected;
    }

    private @Nullable UnitName unitName(String name, Place place) {
        String[] parts = name.split("/", 2);
        ProviderType pillar =
                parts.length == 1 ? null : ProviderType.ofId(parts[1]).orElse(null);
        if (parts.length == 1 || pillar != null) {
            try {
                return new UnitName(OdsCode.of(parts[0]), pillar);
            } catch (IllegalArgumentException e) {
                findings.addBadId(place, e);
                return null;
            }
        }
        findings.add(
                FormCode.BAD_CASE,
                place,
                Words.quoted(name) + " is not a unit or one of its pillars. Expected a code such as \"QXX\", or"
                        + " \"QXX/acute\".");
        return null;
    }

    private @Nullable ExpectedUnit expectedUnit(Fields fields) {
        int before = findings.errors();
        List<OpelLevel> levels = fields.has("level") ? cases.levels(fields) : null;
        SortedSet<OpelLevel> never = cases.never(fields);
        String score = fields.has("score") ? score(fields) : null;
        Node.Scalar codeText = fields.has("code") ? fields.scalar("code", "weighted-mean") : null;
        ReasonCode code = codeText == null ? null : cases.code(codeText, CODES, "how a unit's score is had");
        Integer declared = fields.has("declared") ? fields.wholeNumber("declared", "3", 1, 4) : null;
        if (levels == null && never.isEmpty() && score == null && code == null && declared == null) {
            if (findings.errors() == before) {
                cases.addNothingExpected(fields, "a level or a score");
            }
            return null;
        }
        return new ExpectedUnit(
                levels,
                never,
                score,
                code,
                declared == null ? null : OpelLevel.ofNumber(declared).orElseThrow());
    }

    private @Nullable String score(Fields fields) {
        Node.Scalar scalar = fields.scalar("score", "24.5");
        if (scalar == null || SCORE.matcher(scalar.text()).matches()) {
            return scalar == null ? null : scalar.text();
        }
        findings.add(
                FormCode.BAD_NUMBER,
                scalar.place(),
                Words.quoted(scalar.text()) + " is not a score. Expected a number with up to four decimals, such as"
                        + " \"score: 24.5\", or a range such as \"18 to 27.5\" or \"above 11 to 22\".");
        return null;
    }
}
