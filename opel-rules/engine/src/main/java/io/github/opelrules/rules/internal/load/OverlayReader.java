package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.LocalParameter;
import io.github.opelrules.framework.Overlay;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.Grade;
import io.github.opelrules.rules.internal.format.Ledger;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.Values;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.rules.internal.table.BandGrades;
import io.github.opelrules.rules.internal.table.EdgeReader;
import io.github.opelrules.rules.internal.table.Grades;
import io.github.opelrules.rules.internal.table.LevelReader;
import io.github.opelrules.rules.internal.table.ParameterReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code overlay.yaml}: what a local framework adds to a national one, and where it departs from it. */
final class OverlayReader {

    private static final String FORMAT = "opel.overlay/1";
    private static final List<String> HEAD = List.of("format", "id", "version", "title", "extends", "owner");
    private static final List<String> TABLE_KEYS = List.of("labels", "notify", "parameters", "deviations");
    private static final List<String> DEVIATION_KEYS = List.of("parameter", "bands", "levels", "reason", "owner");
    private static final List<String> THRESHOLD_KEYS = Stream.concat(
                    Stream.of("id", "parameter", "notice"),
                    Stream.of(Edge.Kind.values()).map(Edge.Kind::key))
            .toList();
    private static final String LEVEL_CUTS = "level cuts";
    private static final String OWNER = "Example ICB, system coordination centre";

    private final Findings findings;
    private final @Nullable Fields fields;
    private final List<Deviation> deviations = new ArrayList<>();

    /** @param root the file, or null where it cannot be read */
    OverlayReader(@Nullable Node root, Findings findings) {
        List<String> keys = Stream.concat(
                        HEAD.stream(), Stream.of(ProviderType.values()).map(ProviderType::id))
                .toList();
        this.findings = findings;
        this.fields = root == null ? null : Formats.fields(root, "the overlay", FORMAT, findings, keys);
    }

    /** The id of the framework that it extends, or null where there is none, and then the findings say why. */
    @Nullable
    String extended() {
        Node.Scalar id = fields == null ? null : fields.scalar("extends", FrameworkFolder.BUNDLED.get(0));
        if (id == null || FrameworkFolder.BUNDLED.contains(id.text())) {
            return id == null ? null : id.text();
        }
        findings.add(
                FormCode.UNKNOWN_BASE,
                id.place(),
                Words.quoted(id.text()) + " is not a framework that this library ships, and an overlay extends one of"
                        + " those." + Words.didYouMean(id.text(), FrameworkFolder.BUNDLED) + " Known: "
                        + String.join(", ", FrameworkFolder.BUNDLED) + ".");
        return null;
    }

    /**
     * The local framework, or null where it cannot be used, and then the findings say why.
     *
     * @param base the framework that it extends, or null where that is not known
     * @param protocol what must happen when levels move, checked against the tables of the local framework
     * @param digest the digest of all files that make it up
     */
    @Nullable
    Framework read(
            @Nullable Framework base,
            Function<Map<ProviderType, ScoringTable>, @Nullable Protocol> protocol,
            String digest) {
        if (fields == null) {
            return null;
        }
        ManifestReader head = new ManifestReader(findings);
        FrameworkId id = head.id(fields);
        String version = head.version(fields);
        String title = fields.text("title", "OPEL 2023/24 as Example ICB uses it");
        String owner = fields.text("owner", OWNER);
        if (id != null && FrameworkFolder.BUNDLED.contains(id.value())) {
            findings.add(
                    FormCode.ID_OF_NATIONAL_FRAMEWORK,
                    fields.placeOf("id"),
                    "\"" + id
                            + "\" is the id of a framework that this library ships. Give the overlay one of its own, so"
                            + " that nobody takes one for the other, such as \"local-" + id + "\".");
        }
        if (base == null) {
            return null;
        }
        Map<ProviderType, ScoringTable> tables = tables(fields, base, title == null ? "overlay" : title);
        if (id == null || version == null || title == null || owner == null || findings.errors() > 0) {
            return null;
        }
        return new Framework(
                id,
                version,
                title,
                base.status(),
                base.inForce(),
                base.inForceAssurance(),
                base.source(),
                tables,
                base.tiers(),
                protocol.apply(tables),
                digest,
                base.knownIssues(),
                new Overlay(base.id(), base.version(), owner, deviations));
    }

    /** Where it departs from the framework that it extends, once it is read. */
    List<Deviation> deviations() {
        return deviations;
    }

    private Map<ProviderType, ScoringTable> tables(Fields fields, Framework base, String title) {
        Map<ProviderType, ScoringTable> tables = new EnumMap<>(base.tables());
        for (ProviderType type : ProviderType.values()) {
            if (!fields.has(type.id())) {
                continue;
            }
            ScoringTable national = tables.get(type);
            if (national == null) {
                List<String> scored =
                        base.tables().keySet().stream().map(ProviderType::id).toList();
                findings.add(
                        FormCode.NOT_SCORED,
                        fields.placeOf(type.id()),
                        base.id() + " does not score " + type + " providers, so there is nothing to extend. It scores: "
                                + Words.list(scored) + ".");
                continue;
            }
            Fields local = fields.fields(type.id(), "{ notify: … }", TABLE_KEYS);
            ScoringTable table = local == null ? null : new Table(national, title).read(local);
            if (table != null) {
                tables.put(type, table);
            }
        }
        return tables;
    }

    private Grades assumed(String key) {
        return Grades.all(key, new Grade(Place.START, Assurance.ASSUMED, null), findings);
    }

    /** What the overlay says of one provider type. */
    private final class Table {

        private final ScoringTable national;
        private final String title;
        private final Map<ParameterId, Parameter> parameters = new LinkedHashMap<>();
        private final Map<ParameterId, LocalParameter> localParameters = new LinkedHashMap<>();
        private final LevelReader levelReader =
                new LevelReader(findings, new Ledger(findings), LevelReader.PROVIDER_CUT);
        private final Set<String> deviating = new HashSet<>();
        private LevelTable levels;
        private @Nullable Place lastDeviation;

        Table(ScoringTable national, String title) {
            this.national = national;
            this.title = title;
            this.levels = national.levels();
            national.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter));
        }

        @Nullable
        ScoringTable read(Fields local) {
            int before = findings.errors();
            if (local.has("parameters")) {
                readLocalParameters(local.fewEntries("parameters", "[{ id: corridor-patients, … }]"));
            }
            if (local.has("labels")) {
                readLabels(local.node("labels", "{ ga-bed-occupancy: G&A bed occupancy at 08:00 }"));
            }
            List<Threshold> thresholds =
                    local.has("notify") ? thresholds(local.fewEntries("notify", "[{ id: …, … }]")) : List.of();
            if (local.has("deviations")) {
                local.fewEntries("deviations", "[{ parameter: ga-bed-occupancy, … }]")
                        .forEach(this::readDeviation);
            }
            if (findings.errors() == before) {
                checkReach();
            }
            return findings.errors() > before
                    ? null
                    : new ScoringTable(
                            national.providerType(),
                            List.copyOf(parameters.values()),
                            national.total(),
                            levels,
                            List.copyOf(localParameters.values()),
                            thresholds);
        }

        private void readLocalParameters(List<Node> entries) {
            for (LocalParameter parameter : new ParameterReader(findings).readLocal(entries, this::isNational)) {
                localParameters.put(parameter.id(), parameter);
            }
        }

        private boolean isNational(ParameterId id, Place place) {
            boolean national = parameters.containsKey(id);
            if (national) {
                findings.add(
                        FormCode.ID_OF_NATIONAL_PARAMETER,
                        place,
                        "\"" + id + "\" is a national parameter. Give the local one an id of its own; to notify of a"
                                + " national parameter, set a threshold on it under \"notify\".");
            }
            return national;
        }

        private void readLabels(@Nullable Node node) {
            if (!(node instanceof Node.Mapping labels)) {
                if (node != null) {
                    new Values(findings).addWrongKind(node, "labels", Node.Mapping.KIND, "labels: { id: text }");
                }
                return;
            }
            labels.entries().forEach((id, entry) -> {
                Parameter parameter = known(id, entry.place(), parameters);
                String label = parameter == null
                        ? null
                        : new Values(findings).text(entry.value(), id, "G&A bed occupancy at 08:00");
                if (parameter != null && label != null) {
                    parameters.put(parameter.id(), with(parameter, label, parameter.bands()));
                }
            });
        }

        private List<Threshold> thresholds(List<Node> entries) {
            Map<ParameterId, Quantity> quantities = new LinkedHashMap<>(parameters);
            quantities.putAll(localParameters);
            EdgeReader edges = new EdgeReader(assumed("cuts"), assumed("sides"), findings);
            Map<String, Place> ids = new LinkedHashMap<>();
            List<Threshold> thresholds = new ArrayList<>();
            for (Node entry : entries) {
                Fields each = Fields.of(entry, "a threshold", findings, THRESHOLD_KEYS);
                Threshold threshold = each == null ? null : threshold(each, edges, quantities);
                if (each == null || threshold == null) {
                    continue;
                }
                Place first = ids.putIfAbsent(threshold.id(), each.placeOf("id"));
                if (first != null) {
                    findings.add(
                            FormCode.DUPLICATE_ADDITION,
                            each.placeOf("id"),
                            "The threshold in line " + first.line() + " has the id " + threshold.id()
                                    + " too. Give each threshold its own.");
                }
                thresholds.add(threshold);
            }
            return thresholds;
        }

        private @Nullable Threshold threshold(Fields each, EdgeReader edges, Map<ParameterId, Quantity> quantities) {
            Node.Scalar id = each.scalar("id", "long-handovers");
            Quantity quantity = named(each, quantities);
            Interval interval = edges.read(each, ParameterReader.UNKNOWN);
            String notice = each.text("notice", "'Ring the duty manager'");
            if (id != null && !ParameterId.isId(id.text())) {
                findings.add(
                        FormCode.BAD_ID,
                        id.place(),
                        Words.quoted(id.text()) + " is not an id of a threshold: expected lower-case words joined by"
                                + " hyphens, such as \"long-handovers\".");
                return null;
            }
            if (id == null || quantity == null || interval == null || notice == null) {
                return null;
            }
            Threshold threshold = new Threshold(id.text(), quantity.id(), interval, notice);
            threshold
                    .flaw(quantity.domain())
                    .ifPresent(flaw -> findings.add(flaw.code(), each.place(), flaw.message()));
            return threshold;
        }

        private void readDeviation(Node entry) {
            Fields each = Fields.of(entry, "a deviation", findings, DEVIATION_KEYS);
            if (each == null) {
                return;
            }
            String reason = explained(each, "reason", "The board decided on 2026-11-02 to escalate earlier");
            String owner = explained(each, "owner", "Example ICB, medical director");
            boolean ofLevels = each.has("levels");
            if (ofLevels == (each.has("parameter") || each.has("bands"))) {
                findings.add(
                        FormCode.DEVIATION_OF_WHAT,
                        each.place(),
                        "A deviation is either of one parameter, with \"parameter\" and its \"bands\", or of the level cuts,"
                                + " with \"levels\". Found "
                                + (ofLevels ? "both: make two of it." : "neither: add one."));
                return;
            }
            Source source = new Source(title, "deviation of " + (owner == null ? "unknown" : owner));
            int before = findings.errors();
            ParameterId parameter = ofLevels ? null : deviatingBands(each, source);
            if (ofLevels) {
                readLevels(each, source);
            }
            if (findings.errors() > before) {
                return;
            }
            String subject = parameter == null ? LEVEL_CUTS : parameter.value();
            if (!deviating.add(subject)) {
                findings.add(
                        FormCode.DUPLICATE_ADDITION,
                        each.place(),
                        "There is a deviation of " + subject + " above. Make one of the two.");
                return;
            }
            lastDeviation = ofLevels || !deviating.contains(LEVEL_CUTS) ? each.place() : lastDeviation;
            if (reason != null && owner != null) {
                deviations.add(new Deviation(national.providerType(), parameter, reason, owner));
            }
        }

        private @Nullable String explained(Fields each, String key, String example) {
            String text = each.text(key, example);
            if (text != null && Grade.isPlaceholder(text)) {
                findings.add(
                        FormCode.DEVIATION_UNEXPLAINED,
                        each.placeOf(key),
                        "\"" + key + "\" is " + Words.quoted(text) + ", and every result under the deviation shows it."
                                + " Expected a real one, such as \"" + example + "\".");
                return null;
            }
            return text;
        }

        private @Nullable ParameterId deviatingBands(Fields each, Source source) {
            Parameter parameter = named(each, parameters);
            Node bands = each.node("bands", ParameterReader.BANDS);
            if (parameter == null || bands == null) {
                return null;
            }
            List<Band> read = new ParameterReader(findings)
                    .bands(
                            bands,
                            parameter,
                            source,
                            new BandGrades(assumed("cuts"), assumed("sides"), assumed("points")));
            if (read != null) {
                Parameter changed = with(parameter, parameter.label(), read);
                requireOther(said(changed.bands()), said(parameter.bands()), each.placeOf("bands"));
                parameters.put(parameter.id(), changed);
            }
            return parameter.id();
        }

        private void readLevels(Fields each, Source source) {
            LevelTable read =
                    levelReader.read(each, "levels", levels.basis(), source, assumed("cuts"), assumed("sides"));
            if (read != null) {
                requireOther(
                        read.cuts().stream()
                                .map(LevelCut::interval)
                                .map(Interval::toString)
                                .toList(),
                        levels.cuts().stream()
                                .map(LevelCut::interval)
                                .map(Interval::toString)
                                .toList(),
                        each.placeOf("levels"));
                levels = read;
            }
        }

        /** Checks that scores and levels still fit, once all deviations are known: one may need another. */
        private void checkReach() {
            Place place = lastDeviation;
            if (place != null) {
                levelReader.checkReach(levels, List.copyOf(parameters.values()), cut -> place);
            }
        }

        private void requireOther(List<String> local, List<String> before, Place place) {
            if (local.equals(before)) {
                findings.add(
                        FormCode.NO_DEVIATION,
                        place,
                        "These are the national ones, so nothing deviates. Correct the numbers, or remove the deviation:"
                                + " every result would say for nothing that it is not national.");
            }
        }

        private static List<String> said(List<Band> bands) {
            return bands.stream()
                    .map(band -> band.interval() + ": " + band.points())
                    .toList();
        }

        private <Q extends Quantity> @Nullable Q named(Fields each, Map<ParameterId, Q> among) {
            Node.Scalar name =
                    each.scalar("parameter", national.parameters().get(0).id().value());
            return name == null ? null : known(name.text(), name.place(), among);
        }

        private <Q extends Quantity> @Nullable Q known(String name, Place place, Map<ParameterId, Q> among) {
            Q found = ParameterId.isId(name) ? among.get(ParameterId.of(name)) : null;
            if (found == null) {
                List<String> ids =
                        among.keySet().stream().map(ParameterId::value).toList();
                findings.add(
                        FormCode.UNKNOWN_PARAMETER,
                        place,
                        Words.quoted(name) + " is no parameter of " + national.providerType() + " providers here."
                                + Words.didYouMean(name, ids) + " Known: " + String.join(", ", ids) + ".");
            }
            return found;
        }

        private static Parameter with(Parameter parameter, String label, List<Band> bands) {
            return new Parameter(
                    parameter.id(),
                    parameter.number(),
                    label,
                    parameter.definition(),
                    parameter.unit(),
                    parameter.domain(),
                    parameter.worse(),
                    parameter.maxAge(),
                    parameter.source(),
                    bands,
                    bands.isEmpty() ? parameter.expectedPoints() : null,
                    parameter.usual(),
                    parameter.sinceMidnight());
        }
    }
}
