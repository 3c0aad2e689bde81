package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Limit;
import io.github.opelrules.framework.MutualAidRules;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.internal.format.Dates;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Ledger;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.Values;
import io.github.opelrules.rules.internal.table.LimitReader;
import io.github.opelrules.rules.internal.table.TiersReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code framework.yaml}: what a framework is called, when it applies, and which files hold its tables. */
final class ManifestReader {

    private static final String FORMAT = "opel.framework/1";
    private static final String IN_FORCE = "{ from: 2023-08-01, until: 2024-12-01, assurance: unverified }";

    /** What the account of graded values calls the first day; its last entries are the days. */
    static final String IN_FORCE_FROM = "in force from ";

    private final Findings findings;
    private final Ledger ledger;
    private final LimitReader limits;
    private final TiersReader tiersReader;
    private Place statusPlace = Place.START;

    ManifestReader(Findings findings) {
        this.findings = findings;
        this.ledger = new Ledger(findings);
        this.limits = new LimitReader(ledger);
        this.tiersReader = new TiersReader(findings, ledger);
    }

    /** The graded values of the file, once it is read. */
    List<GradedValue> values() {
        return ledger.values();
    }

    /**
     * What the file says. Its parts are null where they are not usable, and then the findings say why.
     *
     * @param draftBecause what is open or in conflict, so that the framework is a draft
     * @param knownIssues what else is known to be open or in conflict
     * @param tables the files that hold the tables, each with the place that names it
     * @param tiers how the levels above the provider are made; null too where it does not say
     * @param escalation how the escalation protocol is driven, without its rules; null too where it does not say
     */
    record Manifest(
            @Nullable FrameworkId id,
            @Nullable String version,
            @Nullable String title,
            Framework.@Nullable Status status,
            @Nullable DateRange inForce,
            @Nullable Grade inForceGrade,
            @Nullable Source source,
            List<String> draftBecause,
            List<String> knownIssues,
            List<TableFile> tables,
            @Nullable TierRules tiers,
            @Nullable Protocol escalation) {}

    /** The name of a file that holds a table, and the place that names it. */
    record TableFile(Place place, String name) {}

    /** What the file says, or null where it is not a manifest of a known format. */
    @Nullable
    Manifest read(Node root) {
        Fields fields = Formats.fields(
                root,
                "the framework",
                FORMAT,
                findings,
                List.of(
                        "format",
                        "id",
                        "version",
                        "title",
                        "status",
                        "inForce",
                        "source",
                        "draftBecause",
                        "knownIssues",
                        "tables",
                        "tiers",
                        "escalation"));
        if (fields == null) {
            return null;
        }
        statusPlace = fields.placeOf("status");
        Fields inForce = fields.fields("inForce", IN_FORCE, List.of("from", "until", "assurance"));
        Manifest manifest = new Manifest(
                id(fields),
                version(fields),
                fields.text("title", "OPEL Framework 2023/24"),
                fields.word("status", Framework.Status.values()),
                inForce == null
                        ? null
                        : new Dates(findings)
                                .range(
                                        inForce,
                                        "2023-08-01",
                                        "2024-12-01",
                                        "the first day on which the framework no longer applies"),
                inForce == null ? null : inForce.grade(),
                fields.source(),
                issues(fields, "draftBecause"),
                issues(fields, "knownIssues"),
                tables(fields),
                fields.has("tiers") ? tiersReader.read(fields) : null,
                fields.has("escalation") ? escalation(fields) : null);
        if (inForce != null) {
            enterDays(inForce, manifest);
        }
        return manifest;
    }

    /** Reports what in the tiers does not go together with the tables. */
    void checkTiers(TierRules tiers, Map<ProviderType, ScoringTable> tables) {
        tiersReader.check(tiers, tables);
    }

    private @Nullable Protocol escalation(Fields manifest) {
        Fields fields = manifest.fields(
                "escalation",
                "{ driver: calculated, stepDownAfter: PT0S, assurance: assumed }",
                List.of("driver", "stepDownAfter", "restartCountsAfter", "assurance", "mutualAid"));
        if (fields == null) {
            return null;
        }
        Protocol.Driver driver = fields.word("driver", Protocol.Driver.values());
        Duration stepDownAfter = fields.durationFromZero("stepDownAfter", "PT0S");
        Duration restartCountsAfter = restartCountsAfter(fields);
        Grade grade = fields.grade();
        MutualAidRules mutualAid = fields.has("mutualAid") ? mutualAid(fields) : MutualAidRules.ASSUMED;
        return driver == null
                        || stepDownAfter == null
                        || restartCountsAfter == null
                        || grade == null
                        || mutualAid == null
                ? null
                : new Protocol(List.of(), driver, stepDownAfter, restartCountsAfter, grade.assurance(), mutualAid);
    }

    private @Nullable Duration restartCountsAfter(Fields escalation) {
        Duration time = escalation.has("restartCountsAfter")
                ? escalation.durationFromZero("restartCountsAfter", "PT4H")
                : Protocol.RESTART_COUNTS_AFTER;
        if (time != null && time.compareTo(Duration.ofDays(1)) >= 0) {
            findings.add(
                    FormCode.NUMBER_OUT_OF_RANGE,
                    escalation.placeOf("restartCountsAfter"),
                    "\"restartCountsAfter\" is " + time
                            + ", and what is measured since midnight restarts every day. Expected"
                            + " less than 24 hours, such as PT4H.");
            return null;
        }
        return time;
    }

    private @Nullable MutualAidRules mutualAid(Fields escalation) {
        Fields fields = escalation.fields("mutualAid", "{ settled: …, full: … }", List.of("settled", "full"));
        if (fields == null) {
            return null;
        }
        Limit<Duration> settled =
                limits.read(fields, "settled", "mutual aid, \"settled\"", "PT1H", Fields::durationFromZero);
        Limit<BigDecimal> full = limits.read(fields, "full", "mutual aid, \"full\"", "95", Fields::number);
        try {
            return settled == null || full == null ? null : new MutualAidRules(settled, full);
        } catch (IllegalArgumentException e) {
            // A time below zero is refused before, with its place.
            findings.add(FormCode.NUMBER_OUT_OF_RANGE, fields.placeOf("full"), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void enterDays(Fields inForce, Manifest manifest) {
        DateRange days = manifest.inForce();
        Grade grade = manifest.inForceGrade();
        Source source = manifest.source();
        if (days == null || grade == null || source == null) {
            return;
        }
        ledger.enter(IN_FORCE_FROM + days.startInclusive(), inForce.placeOf("from"), grade, source);
        if (days.endExclusive() != null) {
            ledger.enter("in force until " + days.endExclusive(), inForce.placeOf("until"), grade, source);
        }
    }

    @Nullable
    FrameworkId id(Fields fields) {
        Node.Scalar id = fields.scalar("id", "nhse-opel-2023-24");
        try {
            return id == null ? null : FrameworkId.of(id.text());
        } catch (IllegalArgumentException e) {
            findings.addBadId(fields.placeOf("id"), e);
            return null;
        }
    }

    @Nullable
    String version(Fields fields) {
        Node.Scalar version = fields.scalar("version", "'1.0.0'");
        if (version == null) {
            return null;
        }
        if (!version.quoted()) {
            findings.add(FormCode.VERSION_WITHOUT_QUOTES, version.place(), unquoted(version.text()));
            return null;
        }
        if (!Framework.isVersion(version.text())) {
            findings.add(
                    FormCode.BAD_VERSION,
                    version.place(),
                    Words.quoted(version.text())
                            + " is not a content version. Expected MAJOR.MINOR.PATCH, such as \"1.0.0\".");
            return null;
        }
        return version.text();
    }

    private static String unquoted(String version) {
        String bare = Values.withoutTypographicQuotes(version);
        String whole = Framework.isVersion(bare) ? bare : Framework.isVersion(bare + ".0") ? bare + ".0" : "1.0.0";
        String found = bare.equals(version)
                ? " stands without quotes, so that YAML could take it for a number. Write it in quotes: "
                : " stands in typographic quotes, which YAML takes for letters. Write straight ones: ";
        return "The version " + Words.quoted(bare) + found + "version: \"" + whole + "\".";
    }

    /** Reports that a framework is said to be in use which is a draft still. */
    void checkStatus(Manifest manifest, Map<ProviderType, ScoringTable> tables) {
        if (manifest.status() != Framework.Status.PUBLISHED) {
            return;
        }
        List<String> open = new ArrayList<>();
        for (String reason : manifest.draftBecause()) {
            open.add("\"draftBecause\" says " + Words.quoted(reason));
        }
        for (ScoringTable table : tables.values()) {
            for (Parameter parameter : table.parameters()) {
                if (parameter.isExpected()) {
                    open.add("the bands of " + parameter.id() + " are expected");
                }
            }
        }
        if (!open.isEmpty()) {
            findings.add(
                    FormCode.STILL_A_DRAFT,
                    statusPlace,
                    "The status is published, which says that the framework is no draft, but " + open.get(0)
                            + (open.size() == 1 ? "" : ", and so on (" + open.size() + " reasons)")
                            + ". Write \"status: draft\" until that is answered, then take it away.");
        }
    }

    private List<String> issues(Fields fields, String key) {
        List<String> issues = new ArrayList<>();
        String example = "[Two published feeds disagree on the level cuts.]";
        for (Node entry : fields.has(key) ? fields.fewEntries(key, example) : List.<Node>of()) {
            String issue = new Values(findings).text(entry, key, "Two published feeds disagree.");
            if (issue != null) {
                issues.add(issue);
            }
        }
        return issues;
    }

    private List<TableFile> tables(Fields fields) {
        List<TableFile> tables = new ArrayList<>();
        for (Node entry : fields.fewEntries("tables", "[acute.yaml]")) {
            Node.Scalar name = new Values(findings).scalar(entry, "tables", "acute.yaml");
            if (name != null && isFileName(name) && isFirst(name, tables)) {
                tables.add(new TableFile(name.place(), name.text()));
            }
        }
        return tables;
    }

    private boolean isFileName(Node.Scalar name) {
        String text = name.text();
        if (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 || text.indexOf(':') >= 0) {
            findings.add(
                    FormCode.FILE_OUTSIDE,
                    name.place(),
                    Words.quoted(text)
                            + " is a path. Tables stand in the folder of framework.yaml itself: give the name of"
                            + " a file there, such as acute.yaml.");
            return false;
        }
        boolean plain = text.endsWith(".yaml") && !text.startsWith(".") && !text.equals(FrameworkLoader.MANIFEST);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain = plain && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_');
        }
        if (!plain || text.length() > 80) {
            findings.add(
                    FormCode.BAD_FILE_NAME,
                    name.place(),
                    Words.quoted(text)
                            + " is not a name for a table. Expected lower-case letters, digits and hyphens that"
                            + " end in \".yaml\", such as mental-health.yaml.");
            return false;
        }
        return true;
    }

    private boolean isFirst(Node.Scalar name, List<TableFile> before) {
        for (TableFile table : before) {
            if (table.name().equals(name.text())) {
                findings.add(
                        FormCode.DUPLICATE_TABLE,
                        name.place(),
                        Words.quoted(name.text()) + " is listed twice. Remove one of the two.");
                return false;
            }
        }
        return true;
    }
}
