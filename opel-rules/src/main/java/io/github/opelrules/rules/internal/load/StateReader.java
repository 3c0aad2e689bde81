package io.github.opelrules.rules.internal.load;

import io.github.opelrules.assess.Level;
import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationState.Cause;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.escalate.UnitState.ReadingState;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.tier.Declaration;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the state of an escalation, as strictly as rule files: a state that was tampered with must not be taken on. */
public final class StateReader {

    private static final String FORMAT = "opel.escalation-state/1";
    private static final String TITLE = "escalation state";

    private final Findings findings = new Findings(TITLE);

    private StateReader() {}

    /**
     * Reads a state.
     *
     * @param json one JSON object
     * @throws InvalidRulesException if anything is wrong with it, listing all of it
     */
    public static EscalationState read(String json) {
        StateReader reader = new StateReader();
        Node root = YamlReader.read(json.getBytes(StandardCharsets.UTF_8), reader.findings);
        EscalationState state = null;
        try {
            state = root == null ? null : reader.state(root);
        } catch (UnusableException e) {
            // The findings say why.
            state = null;
        } catch (IllegalArgumentException e) {
            reader.findings.add(FormCode.BAD_TEXT, Place.START, e.getMessage() + ".");
        }
        if (state == null || reader.findings.errors() > 0) {
            throw new InvalidRulesException(reader.findings.inOrder());
        }
        return state;
    }

    /** Something that must be there is not usable; a finding says why. */
    private static final class UnusableException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private static <T> T need(@Nullable T value) {
        if (value == null) {
            throw new UnusableException();
        }
        return value;
    }

    private EscalationState state(Node root) {
        Fields fields = need(Formats.fields(
                root, "the state", FORMAT, findings, List.of("format", "at", "units", "causes", "duties", "notices")));
        Map<OdsCode, UnitState> units = new TreeMap<>();
        list(
                        fields,
                        "units",
                        List.of(
                                "unit",
                                "knownSince",
                                "held",
                                "heldSince",
                                "reached",
                                "below",
                                "lowerSince",
                                "latest",
                                "declared",
                                "differSince",
                                "readings"),
                        this::unit)
                .forEach(unit -> {
                    if (units.put(unit.unit(), unit) != null) {
                        throw new IllegalArgumentException("Unit " + unit.unit() + " stands in the state twice");
                    }
                });
        return new EscalationState(
                optional(fields, "at", StateReader::instant),
                units,
                list(
                        fields,
                        "causes",
                        List.of("rule", "unit", "since"),
                        cause -> new Cause(text(cause, "rule"), code(cause), time(cause, "since"))),
                list(
                        fields,
                        "duties",
                        List.of(
                                "id",
                                "rule",
                                "unit",
                                "role",
                                "mandatory",
                                "text",
                                "raisedAt",
                                "within",
                                "dueAt",
                                "source",
                                "assurance",
                                "because",
                                "handovers",
                                "acknowledgedAt",
                                "overdue"),
                        this::duty),
                list(fields, "notices", List.of("unit", "kind", "from", "until"), this::notice));
    }

    private UnitState unit(Fields fields) {
        OdsCode code = code(fields);
        Map<ParameterId, ReadingState> readings = new TreeMap<>();
        list(
                        fields,
                        "readings",
                        List.of("parameter", "value", "unknownSince", "stale", "since"),
                        one -> Map.entry(parameter(text(one, "parameter")), reading(one)))
                .forEach(entry -> readings.put(entry.getKey(), entry.getValue()));
        return new UnitState(
                code,
                time(fields, "knownSince"),
                optional(fields, "held", this::level),
                levels(fields, "reached"),
                levels(fields, "below"),
                optional(fields, "heldSince", StateReader::instant),
                optional(fields, "lowerSince", StateReader::instant),
                optional(fields, "latest", this::latest),
                optional(fields, "declared", (one, key) -> declared(code, one)),
                optional(fields, "differSince", StateReader::instant),
                readings);
    }

    private Map<OpelLevel, Instant> levels(Fields fields, String key) {
        Map<OpelLevel, Instant> levels = new EnumMap<>(OpelLevel.class);
        list(fields, key, List.of("level", "since"), one -> Map.entry(level(one, "level"), time(one, "since")))
                .forEach(entry -> levels.put(entry.getKey(), entry.getValue()));
        return levels;
    }

    private UnitState.Latest latest(Fields of, String key) {
        Fields fields = need(of.fields(key, "…", List.of("level", "observedAt", "recordedAt", "basis", "unknown")));
        List<ParameterId> unknown = new ArrayList<>();
        if (fields.has("unknown")) {
            for (Node entry : fields.entries("unknown", "[ga-bed-occupancy]")) {
                unknown.add(parameter(need(new Values(findings).text(entry, "unknown", "ga-bed-occupancy"))));
            }
        }
        return new UnitState.Latest(
                levelRange(need(fields.fields("level", "…", List.of("kind", "level", "best", "worst", "reasons")))),
                time(fields, "observedAt"),
                optional(fields, "recordedAt", StateReader::instant),
                text(fields, "basis"),
                unknown);
    }

    private Level levelRange(Fields fields) {
        if (fields.has("level")) {
            return new Level.Exact(level(fields, "level"));
        }
        if (fields.has("best")) {
            return new Level.Between(level(fields, "best"), level(fields, "worst"));
        }
        List<String> reasons = new ArrayList<>();
        for (Node entry : fields.entries("reasons", "[The bands are not known yet]")) {
            reasons.add(need(new Values(findings).text(entry, "reasons", "The bands are not known yet")));
        }
        return new Level.Undetermined(reasons);
    }

    private Declaration declared(OdsCode unit, Fields of) {
        Fields fields = need(of.fields("declared", "…", List.of("level", "by", "at", "reason")));
        return need(DeclarationsReader.declaration(unit, fields));
    }

    private ReadingState reading(Fields fields) {
        Map<String, Instant> since = new TreeMap<>();
        list(
                        fields,
                        "since",
                        List.of("comparison", "since"),
                        one -> Map.entry(text(one, "comparison"), time(one, "since")))
                .forEach(entry -> since.put(entry.getKey(), entry.getValue()));
        return new ReadingState(
                optional(fields, "value", this::stretch),
                optional(fields, "unknownSince", StateReader::instant),
                isTrue(fields, "stale"),
                since);
    }

    private Stretch stretch(Fields of, String key) {
        Fields fields = need(of.fields(key, "…", List.of("low", "high")));
        return new Stretch(decimal(fields, "low"), decimal(fields, "high"));
    }

    private BigDecimal decimal(Fields fields, String key) {
        String text = text(fields, key);
        if (!Forms.isPlainNumber(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is no number");
        }
        return new BigDecimal(text);
    }

    private Duty duty(Fields fields) {
        return new Duty(
                text(fields, "id"),
                text(fields, "rule"),
                code(fields),
                role(fields, "role"),
                isTrue(fields, "mandatory"),
                text(fields, "text"),
                time(fields, "raisedAt"),
                within(fields),
                time(fields, "dueAt"),
                new Citation(need(fields.source()), need(fields.grade()).assurance()),
                text(fields, "because"),
                list(
                        fields,
                        "handovers",
                        List.of("from", "to", "at", "reason"),
                        one -> new Duty.Handover(
                                role(one, "from"),
                                role(one, "to"),
                                time(one, "at"),
                                word(one, "reason", Duty.Handover.Reason.values()))),
                optional(fields, "acknowledgedAt", StateReader::instant),
                isTrue(fields, "overdue"),
                null);
    }

    private Duration within(Fields fields) {
        return need(fields.duration("within", "PT30M"));
    }

    private Notice notice(Fields fields) {
        String kind = text(fields, "kind");
        return new Notice(
                code(fields),
                Notice.Kind.ofTitle(kind)
                        .orElseThrow(
                                () -> new IllegalArgumentException("\"" + kind + "\" is no kind of notice: expected "
                                        + Notice.Kind.CRITICAL_INCIDENT.title() + " or such")),
                time(fields, "from"),
                optional(fields, "until", StateReader::instant));
    }

    private OdsCode code(Fields fields) {
        return need(fields.odsCode("unit", "QXX"));
    }

    private static @Nullable Instant instant(Fields fields, String key) {
        return fields.instant(key, "2026-01-08T09:30:00Z");
    }

    private Instant time(Fields fields, String key) {
        return need(instant(fields, key));
    }

    private String text(Fields fields, String key) {
        return need(fields.text(key, "…"));
    }

    private OpelLevel level(Fields fields, String key) {
        Integer number = need(fields.wholeNumber(key, "3", 1, OpelLevel.values().length));
        return OpelLevel.ofNumber(number).orElseThrow();
    }

    private Role role(Fields fields, String key) {
        String title = text(fields, key);
        return Role.ofTitle(title)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + title + "\" is no role: expected " + Role.SCC_DUTY_MANAGER + " or such"));
    }

    private <E extends Enum<E>> E word(Fields fields, String key, E[] known) {
        String word = text(fields, key);
        for (E one : known) {
            if (one.name().equalsIgnoreCase(word.replace('-', '_'))) {
                return one;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no " + key + " that is known");
    }

    private static ParameterId parameter(String id) {
        return ParameterId.of(id);
    }

    private boolean isTrue(Fields fields, String key) {
        String text = fields.has(key) ? text(fields, key) : "false";
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is neither true nor false, as \"" + key + "\" must be");
        }
        return text.equals("true");
    }

    private <T> @Nullable T optional(Fields fields, String key, Reading<T> reading) {
        return fields.has(key) ? reading.read(fields, key) : null;
    }

    /** Reads what stands under a key. */
    private interface Reading<T> {

        @Nullable
        T read(Fields fields, String key);
    }

    private <T> List<T> list(Fields fields, String key, List<String> known, Function<Fields, T> reading) {
        List<T> all = new ArrayList<>();
        if (fields.has(key)) {
            for (Node entry : fields.entries(key, "[…]")) {
                all.add(reading.apply(need(Fields.of(entry, "an entry of \"" + key + "\"", findings, known))));
            }
        }
        return all;
    }
}
