package io.github.opelrules.rules.internal.load;

import io.github.opelrules.assess.Level;
import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.DutyReply;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationState.Cause;
import io.github.opelrules.escalate.EscalationState.Given;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.Team;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.escalate.UnitState.ReadingState;
import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Role;
import io.github.opelrules.framework.Source;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.InvalidJsonException;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.JsonReader;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Values;
import io.github.opelrules.rules.internal.json.EscalationWriter;
import io.github.opelrules.tier.Declaration;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link EscalationWriter} writes, and nothing else. Of a list, each entry is read, so that what is wrong with
 * several is listed together.
 */
public final class EscalationReader {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,999}(\\.[0-9]{1,999})?");

    private static final List<String> STATE_KEYS =
            List.of("format", "at", "rounds", "frameworks", "units", "causes", "duties", "notices", "given", "sum");
    private static final List<String> STEP_KEYS =
            List.of("format", "library", "frameworks", "frameworksUntil", "events", "nextDue", "state");
    private static final List<String> UNIT_KEYS = List.of(
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
            "readings");
    private static final List<String> HOLDER_KEYS = List.of("role", "team");

    private static final List<String> CAUSE_KEYS = List.of("rule", "unit", "since");
    private static final List<String> DUTY_KEYS = List.of(
            "id",
            "rule",
            "unit",
            "role",
            "team",
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
            "overdue",
            "ending");
    private static final List<String> EVENT_KEYS =
            List.of("id", "kind", "unit", "at", "text", "rule", "source", "assurance", "informed", "duty", "proposals");
    private static final List<String> PROPOSAL_KEYS =
            List.of("helper", "travel", "level", "since", "occupancy", "agreement", "because");
    private static final List<String> NOTICE_KEYS = List.of("unit", "kind", "from", "until");
    private static final List<String> REPLY_KEYS = List.of("duty", "kind", "by", "at");
    private static final List<String> DECLARATION_KEYS = List.of("unit", "level", "by", "at", "reason");

    private final Findings findings;

    private EscalationReader(String what) {
        this.findings = new Findings(what);
    }

    /**
     * Reads a state.
     *
     * @throws InvalidJsonException if anything is wrong with it, or it is not as it was written
     */
    public static EscalationState state(String json) {
        return read(json, "escalation state", (reader, root) -> reader.state(root, true));
    }

    /**
     * Reads a state, whatever its sum says.
     *
     * @throws InvalidJsonException if anything is wrong with it
     */
    public static EscalationState editedState(String json) {
        return read(json, "escalation state", (reader, root) -> reader.state(root, false));
    }

    /**
     * Reads a step.
     *
     * @param known the frameworks that it may have been made by
     * @throws InvalidJsonException if anything is wrong with it, or it was made by another framework
     */
    public static EscalationStep step(String json, Collection<Framework> known) {
        return read(json, "escalation step", (reader, root) -> reader.step(root, known));
    }

    /** Reads an event. */
    public static EscalationEvent event(String json) {
        return read(json, "escalation event", EscalationWriter.EVENT, EVENT_KEYS, EscalationReader::event);
    }

    /** Reads a duty. */
    public static Duty duty(String json) {
        return read(json, "duty", EscalationWriter.DUTY, DUTY_KEYS, EscalationReader::duty);
    }

    /** Reads a reply. */
    public static DutyReply reply(String json) {
        return read(json, "reply to a duty", EscalationWriter.REPLY, REPLY_KEYS, EscalationReader::reply);
    }

    /** Reads a notice. */
    public static Notice notice(String json) {
        return read(json, "notice", EscalationWriter.NOTICE, NOTICE_KEYS, EscalationReader::notice);
    }

    /** Reads a declaration. */
    public static Declaration declaration(String json) {
        return read(
                json,
                "declaration",
                EscalationWriter.DECLARATION,
                DECLARATION_KEYS,
                (reader, fields) -> reader.declaration(reader.code(fields), fields));
    }

    /** Reads what a node or an object says. */
    private interface Reading<F, T> {

        T read(EscalationReader reader, F from);
    }

    private static <T> T read(String json, String what, String format, List<String> keys, Reading<Fields, T> reading) {
        return read(json, what, (reader, root) -> reading.read(reader, reader.fields(root, what, format, keys)));
    }

    private static <T> T read(String json, String what, Reading<Node, T> reading) {
        EscalationReader reader = new EscalationReader(what);
        Node root = JsonReader.read(json, reader.findings);
        T value = root == null ? null : reader.orNull(root, node -> reading.read(reader, node));
        if (value == null || reader.findings.errors() > 0) {
            throw new InvalidJsonException(what, reader.findings.inOrder());
        }
        return value;
    }

    private Fields fields(Node root, String what, String format, List<String> keys) {
        List<String> known = new ArrayList<>(List.of("format"));
        known.addAll(keys);
        return need(Formats.fields(root, "the " + what, format, findings, known));
    }

    /** Something that must be there is not usable; a finding says why. */
    private static final class UnusableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnusableException() {
            super(null, null, false, false);
        }
    }

    private static <T> T need(@Nullable T value) {
        if (value == null) {
            throw new UnusableException();
        }
        return value;
    }

    /** What is read from a node, or null where it cannot be used, and then the findings say why. */
    private <T> @Nullable T orNull(Node node, Function<Node, T> reading) {
        try {
            return reading.apply(node);
        } catch (UnusableException e) {
            return null; // The findings say why.
        } catch (IllegalArgumentException | DateTimeException e) {
            String message = String.valueOf(e.getMessage());
            findings.add(FormCode.BAD_TEXT, node.place(), message.endsWith(".") ? message : message + ".");
            return null;
        }
    }

    private EscalationState state(Node root, boolean asWritten) {
        Fields fields = need(Formats.fields(root, "the state", EscalationWriter.STATE, findings, STATE_KEYS));
        // Each of them is read before any is needed, so that what is wrong with all is listed.
        List<UnitState> known = orNull(root, node -> list(fields, "units", UNIT_KEYS, this::unit));
        List<Cause> causes = orNull(root, node -> list(fields, "causes", CAUSE_KEYS, this::cause));
        List<Duty> duties = orNull(root, node -> list(fields, "duties", DUTY_KEYS, this::duty));
        List<Notice> notices = orNull(root, node -> list(fields, "notices", NOTICE_KEYS, this::notice));
        List<Given> given = orNull(root, node -> list(fields, "given", List.of("at", "sums"), this::given));
        List<String> frameworks = orNull(root, node -> texts(fields, "frameworks"));
        Instant at = optional(fields, "at", this::time);
        Map<OdsCode, UnitState> units = new TreeMap<>();
        for (UnitState unit : need(known)) {
            if (units.put(unit.unit(), unit) != null) {
                throw new IllegalArgumentException("Unit " + unit.unit() + " stands in the state twice");
            }
        }
        EscalationState state = new EscalationState(
                at,
                fields.has("rounds") ? need(fields.wholeNumber("rounds", "1", 1, Integer.MAX_VALUE)) : 0,
                units,
                need(causes),
                need(duties),
                need(notices),
                need(given),
                new TreeSet<>(need(frameworks)));
        if (asWritten) {
            requireSum(fields, EscalationWriter.sum(state));
        }
        return state;
    }

    private void requireSum(Fields fields, String expected) {
        if (!fields.has("sum") || !expected.equals(fields.exactText("sum", expected))) {
            findings.add(
                    FormCode.SUM_DIFFERS,
                    fields.placeOf("sum"),
                    (fields.has("sum") ? "The state is not what its sum says" : "The state has no sum")
                            + ", so it was changed after it was written. Expected the sum " + expected
                            + " of what stands here. Take the state as it was written, such as the last one that was kept;"
                            + " to take on one that was edited on purpose, read it with readEditedEscalationState.");
        }
    }

    private EscalationStep step(Node root, Collection<Framework> known) {
        Fields fields = need(Formats.fields(root, "the step", EscalationWriter.STEP, findings, STEP_KEYS));
        Map<String, Framework> byDigest = new HashMap<>();
        known.forEach(framework -> byDigest.put(framework.digest(), framework));
        List<EscalationEvent> events = list(fields, "events", EVENT_KEYS, this::event);
        Map<Instant, Map<OdsCode, Framework>> until = new TreeMap<>();
        list(
                        fields,
                        "frameworksUntil",
                        List.of("until", "frameworks"),
                        one -> Map.entry(time(one, "until"), frameworks(one, byDigest)))
                .forEach(entry -> until.put(entry.getKey(), entry.getValue()));
        Map<OdsCode, Framework> frameworks = frameworks(fields, byDigest);
        EscalationState state = state(need(fields.node("state", "{…}")), true);
        return new EscalationStep(state, events, frameworks, until, optional(fields, "nextDue", this::time));
    }

    private Map<OdsCode, Framework> frameworks(Fields fields, Map<String, Framework> known) {
        Map<OdsCode, Framework> byUnit = new TreeMap<>();
        list(fields, "frameworks", List.of("framework", "units"), one -> {
            Framework framework = framework(one, known);
            texts(one, "units").forEach(code -> byUnit.put(OdsCode.of(code), framework));
            return framework;
        });
        return byUnit;
    }

    private Framework framework(Fields of, Map<String, Framework> known) {
        Fields fields = need(of.fields("framework", "{…}", List.of("id", "version", "digest", "status", "overlay")));
        String digest = text(fields, "digest");
        Framework framework = known.get(digest);
        if (framework == null) {
            throw new IllegalArgumentException("The step was made by " + Words.quoted(text(fields, "id")) + " "
                    + Words.quoted(text(fields, "version")) + " with the digest " + Words.quoted(digest)
                    + ", and no framework that is given has it. Give those that made it");
        }
        return framework;
    }

    private Given given(Fields fields) {
        return new Given(time(fields, "at"), new TreeSet<>(texts(fields, "sums")));
    }

    private Cause cause(Fields fields) {
        return new Cause(text(fields, "rule"), code(fields), time(fields, "since"));
    }

    private UnitState unit(Fields fields) {
        OdsCode code = code(fields);
        Map<ParameterId, ReadingState> readings = new TreeMap<>();
        list(
                        fields,
                        "readings",
                        List.of("parameter", "value", "unknownSince", "stale", "since"),
                        one -> Map.entry(ParameterId.of(text(one, "parameter")), reading(one)))
                .forEach(entry -> readings.put(entry.getKey(), entry.getValue()));
        return new UnitState(
                code,
                time(fields, "knownSince"),
                optional(fields, "held", this::level),
                levels(fields, "reached"),
                levels(fields, "below"),
                optional(fields, "heldSince", this::time),
                optional(fields, "lowerSince", this::time),
                optional(fields, "latest", this::latest),
                optional(fields, "declared", (one, key) -> declaration(code, declared(one, key))),
                optional(fields, "differSince", this::time),
                readings);
    }

    private static Fields declared(Fields of, String key) {
        return need(of.fields(key, "{…}", List.of("level", "by", "at", "reason")));
    }

    private Map<OpelLevel, Instant> levels(Fields fields, String key) {
        Map<OpelLevel, Instant> levels = new EnumMap<>(OpelLevel.class);
        list(fields, key, List.of("level", "since"), one -> Map.entry(level(one, "level"), time(one, "since")))
                .forEach(entry -> levels.put(entry.getKey(), entry.getValue()));
        return levels;
    }

    private UnitState.Latest latest(Fields of, String key) {
        Fields fields = need(
                of.fields(key, "{…}", List.of("level", "observedAt", "recordedAt", "basis", "unknown", "restart")));
        return new UnitState.Latest(
                levelRange(fields, "level"),
                time(fields, "observedAt"),
                optional(fields, "recordedAt", this::time),
                text(fields, "basis"),
                texts(fields, "unknown").stream().map(ParameterId::of).toList(),
                optional(fields, "restart", this::restart));
    }

    private UnitState.Restart restart(Fields of, String key) {
        Fields fields = need(of.fields(key, "{…}", List.of("readings", "before", "levelAsBefore", "told")));
        return new UnitState.Restart(
                stretches(fields, "readings"),
                stretches(fields, "before"),
                optional(fields, "levelAsBefore", this::levelRange),
                isTrue(fields, "told"));
    }

    private Map<ParameterId, Stretch> stretches(Fields fields, String key) {
        Map<ParameterId, Stretch> stretches = new TreeMap<>();
        list(
                        fields,
                        key,
                        List.of("parameter", "value"),
                        one -> Map.entry(ParameterId.of(text(one, "parameter")), stretch(one, "value")))
                .forEach(entry -> stretches.put(entry.getKey(), entry.getValue()));
        return stretches;
    }

    private Level levelRange(Fields of, String key) {
        return levelRange(need(of.fields(key, "{…}", List.of("kind", "level", "best", "worst", "reasons"))));
    }

    private Level levelRange(Fields fields) {
        if (fields.has("level")) {
            return new Level.Exact(level(fields, "level"));
        }
        if (fields.has("best")) {
            return new Level.Between(level(fields, "best"), level(fields, "worst"));
        }
        return new Level.Undetermined(texts(fields, "reasons"));
    }

    private Declaration declaration(OdsCode unit, Fields fields) {
        return new Declaration(
                unit,
                level(fields, "level"),
                text(fields, "by"),
                time(fields, "at"),
                optional(fields, "reason", this::text));
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
                optional(fields, "unknownSince", this::time),
                isTrue(fields, "stale"),
                since);
    }

    private Stretch stretch(Fields of, String key) {
        Fields fields = need(of.fields(key, "{…}", List.of("low", "high")));
        return new Stretch(decimal(fields, "low"), decimal(fields, "high"));
    }

    /** What was measured, perhaps with half of the step that it was rounded to taken away, so that it may be long. */
    private BigDecimal decimal(Fields fields, String key) {
        String text = text(fields, key);
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + key + "\" is " + Words.quoted(text) + ", which is no number");
        }
        return new BigDecimal(text);
    }

    private Duty duty(Fields fields) {
        return new Duty(
                text(fields, "id"),
                text(fields, "rule"),
                code(fields),
                holder(fields),
                isTrue(fields, "mandatory"),
                text(fields, "text"),
                time(fields, "raisedAt"),
                duration(fields, "within"),
                time(fields, "dueAt"),
                citation(fields),
                text(fields, "because"),
                list(
                        fields,
                        "handovers",
                        List.of("from", "to", "at", "reason"),
                        one -> new Duty.Handover(
                                holder(need(one.fields("from", "{…}", HOLDER_KEYS))),
                                holder(need(one.fields("to", "{…}", HOLDER_KEYS))),
                                time(one, "at"),
                                word(one, "reason", Duty.Handover.Reason.values(), Words::hyphenated))),
                optional(fields, "acknowledgedAt", this::time),
                isTrue(fields, "overdue"),
                optional(fields, "ending", this::ending));
    }

    private Duty.Holder holder(Fields fields) {
        return new Duty.Holder(role(fields, "role"), optional(fields, "team", (of, key) -> new Team(text(of, key))));
    }

    private Duty.Ending ending(Fields of, String key) {
        Fields fields = need(of.fields(key, "{…}", List.of("kind", "at", "reason")));
        return new Duty.Ending(
                word(fields, "kind", Duty.Ending.Kind.values(), Words::hyphenated),
                time(fields, "at"),
                text(fields, "reason"));
    }

    private Notice notice(Fields fields) {
        return new Notice(
                code(fields),
                word(fields, "kind", Notice.Kind.values(), Notice.Kind::title),
                time(fields, "from"),
                optional(fields, "until", this::time));
    }

    private DutyReply reply(Fields fields) {
        return new DutyReply(
                text(fields, "duty"),
                word(fields, "kind", DutyReply.Kind.values(), Words::hyphenated),
                role(fields, "by"),
                time(fields, "at"));
    }

    private EscalationEvent event(Fields fields) {
        return new EscalationEvent(
                text(fields, "id"),
                word(fields, "kind", EscalationEvent.Kind.values(), Words::hyphenated),
                code(fields),
                time(fields, "at"),
                text(fields, "text"),
                optional(fields, "rule", this::text),
                fields.has("source") ? citation(fields) : null,
                optional(fields, "informed", this::role),
                optional(fields, "duty", (one, key) -> duty(need(one.fields(key, "{…}", DUTY_KEYS)))),
                list(fields, "proposals", PROPOSAL_KEYS, this::proposal));
    }

    private AidProposal proposal(Fields fields) {
        return new AidProposal(
                need(fields.odsCode("helper", "RXX")),
                duration(fields, "travel"),
                level(fields, "level"),
                time(fields, "since"),
                stretch(fields, "occupancy"),
                texts(fields, "agreement").stream()
                        .map(title -> known(title, "agreement", Role.values(), Role::title))
                        .toList(),
                text(fields, "because"));
    }

    private Citation citation(Fields fields) {
        Fields source = need(fields.fields("source", "{…}", List.of("document", "place")));
        return new Citation(
                new Source(text(source, "document"), text(source, "place")),
                word(fields, "assurance", Assurance.values(), Assurance::id));
    }

    private OdsCode code(Fields fields) {
        return need(fields.odsCode("unit", "QXX"));
    }

    private Instant time(Fields fields, String key) {
        return need(fields.instant(key, "2026-01-08T09:30:00Z"));
    }

    private Duration duration(Fields fields, String key) {
        String text = text(fields, key);
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            findings.add(
                    FormCode.BAD_DURATION,
                    fields.placeOf(key),
                    "\"" + key + "\" is " + Words.quoted(text) + ". Expected a duration in ISO 8601, such as PT30M.");
            throw new UnusableException();
        }
    }

    private String text(Fields fields, String key) {
        return need(fields.exactText(key, "…"));
    }

    private OpelLevel level(Fields fields, String key) {
        Integer number = need(fields.wholeNumber(key, "3", 1, OpelLevel.values().length));
        return OpelLevel.ofNumber(number).orElseThrow();
    }

    private Role role(Fields fields, String key) {
        return word(fields, key, Role.values(), Role::title);
    }

    private <E> E word(Fields fields, String key, E[] known, Function<E, String> word) {
        return known(text(fields, key), key, known, word);
    }

    private static <E> E known(String found, String key, E[] known, Function<? super E, String> word) {
        List<String> words = new ArrayList<>();
        for (E one : known) {
            if (word.apply(one).equals(found)) {
                return one;
            }
            words.add(word.apply(one));
        }
        throw new IllegalArgumentException(Words.quoted(found) + " is not known for \"" + key + "\"."
                + Words.didYouMean(found, words) + " Known: " + String.join(", ", words));
    }

    private boolean isTrue(Fields fields, String key) {
        String text = fields.has(key) ? need(fields.scalar(key, "true")).text() : "false";
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("\"" + key + "\" is " + Words.quoted(text) + ". Expected true or false");
        }
        return text.equals("true");
    }

    private static <T> @Nullable T optional(Fields fields, String key, Keyed<T> reading) {
        return fields.has(key) ? reading.read(fields, key) : null;
    }

    /** Reads what stands under a key. */
    private interface Keyed<T> {

        T read(Fields fields, String key);
    }

    /** What each object of a list is read as; none where there is no such key. */
    private <T> List<T> list(Fields fields, String key, List<String> known, Function<Fields, T> reading) {
        return nodes(
                fields,
                key,
                node -> reading.apply(need(Fields.of(node, "an entry of \"" + key + "\"", findings, known))));
    }

    /** The texts of a list; none where there is no such key. */
    private List<String> texts(Fields fields, String key) {
        return nodes(fields, key, node -> need(new Values(findings).exactText(node, key, "…")));
    }

    /** Each node is read, so that what is wrong with one does not hide what is wrong with the next. */
    private <T> List<T> nodes(Fields fields, String key, Function<Node, T> reading) {
        List<T> all = new ArrayList<>();
        int before = findings.errors();
        if (fields.has(key)) {
            for (Node node : fields.entries(key, "[…]")) {
                T read = orNull(node, reading);
                if (read != null) {
                    all.add(read);
                }
            }
        }
        if (findings.errors() > before) {
            throw new UnusableException();
        }
        return all;
    }
}
