package io.github.opelrules.rules.internal.json;

import io.github.opelrules.escalate.AidProposal;
import io.github.opelrules.escalate.Duty;
import io.github.opelrules.escalate.DutyReply;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.internal.Library;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.digest.Sha256;
import io.github.opelrules.rules.internal.format.Json;
import io.github.opelrules.tier.Declaration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes states and steps of escalations, and single events, duties, replies, notices and declarations, each in a format of its
 * own: equal ones give equal text. What is not there, and a list of nothing, is left out.
 */
public final class EscalationWriter {

    public static final String STATE = "opel.escalation-state/1";
    public static final String STEP = "opel.escalation-step/1";
    public static final String EVENT = "opel.escalation-event/1";
    public static final String DUTY = "opel.duty/1";
    public static final String REPLY = "opel.duty-reply/1";
    public static final String NOTICE = "opel.notice/1";
    public static final String DECLARATION = "opel.declaration/1";

    private final JsonGenerator json;

    EscalationWriter(JsonGenerator json) {
        this.json = json;
    }

    /** A state as one line of JSON, without a line end. */
    public static String write(EscalationState state) {
        return Json.summed(withoutSum(state));
    }

    /** The sum of a state as it is written. */
    public static String sum(EscalationState state) {
        return Sha256.of(withoutSum(state));
    }

    private static String withoutSum(EscalationState state) {
        return Json.object(json -> new EscalationWriter(json).state(state));
    }

    /** A step, with the state after it, as one line of JSON, without a line end. */
    public static String write(EscalationStep step) {
        return Json.object(json -> new EscalationWriter(json).step(step));
    }

    /** An event as one line of JSON, without a line end. */
    public static String write(EscalationEvent event) {
        return write(EVENT, writer -> writer.event(event));
    }

    /** A duty as one line of JSON, without a line end. */
    public static String write(Duty duty) {
        return write(DUTY, writer -> writer.duty(duty));
    }

    /** A reply as one line of JSON, without a line end. */
    public static String write(DutyReply reply) {
        return write(REPLY, writer -> writer.reply(reply));
    }

    /** A notice as one line of JSON, without a line end. */
    public static String write(Notice notice) {
        return write(NOTICE, writer -> writer.notice(notice));
    }

    /** A declaration as one line of JSON, without a line end. */
    public static String write(Declaration declaration) {
        return write(DECLARATION, writer -> {
            writer.text("unit", declaration.unit().value());
            writer.declared(declaration);
        });
    }

    private static String write(String format, Consumer<EscalationWriter> members) {
        return Json.object(json -> {
            json.writeStringProperty("format", format);
            members.accept(new EscalationWriter(json));
        });
    }

    private void step(EscalationStep step) {
        json.writeStringProperty("format", STEP);
        json.writeStringProperty("library", Library.VERSION);
        AssessmentWriter.writeFrameworks(json, step.frameworks());
        list("frameworksUntil", step.frameworksUntil().entrySet(), before -> {
            time("until", before.getKey());
            AssessmentWriter.writeFrameworks(json, before.getValue());
        });
        list("events", step.events(), this::event);
        time("nextDue", step.nextDueAt());
        json.writeName("state");
        json.writeRawValue(write(step.state()));
    }

    private void state(EscalationState state) {
        json.writeStringProperty("format", STATE);
        time("at", state.at());
        if (state.rounds() > 0) {
            json.writeNumberProperty("rounds", state.rounds());
        }
        if (!state.frameworks().isEmpty()) {
            json.writeArrayPropertyStart("frameworks");
            state.frameworks().forEach(json::writeString);
            json.writeEndArray();
        }
        list("units", state.units().values(), this::unit);
        list("causes", state.causes(), cause -> {
            json.writeStringProperty("rule", cause.rule());
            json.writeStringProperty("unit", cause.unit().value());
            time("since", cause.since());
        });
        list("duties", state.duties(), this::duty);
        list("notices", state.notices(), this::notice);
        list("given", state.given(), given -> {
            time("at", given.at());
            json.writeArrayPropertyStart("sums");
            given.sums().forEach(json::writeString);
            json.writeEndArray();
        });
    }

    private void unit(UnitState unit) {
        json.writeStringProperty("unit", unit.unit().value());
        time("knownSince", unit.knownSince());
        if (unit.held() != null) {
            json.writeNumberProperty("held", unit.held().number());
        }
        time("heldSince", unit.heldSince());
        levels("reached", unit.reached());
        levels("below", unit.below());
        time("lowerSince", unit.lowerSince());
        if (unit.latest() != null) {
            json.writeObjectPropertyStart("latest");
            latest(unit.latest());
            json.writeEndObject();
        }
        if (unit.declared() != null) {
            json.writeObjectPropertyStart("declared");
            declared(unit.declared());
            json.writeEndObject();
        }
        time("differSince", unit.differSince());
        list("readings", unit.readings().entrySet(), reading -> {
            json.writeStringProperty("parameter", reading.getKey().value());
            reading(reading.getValue());
        });
    }

    private void levels(String key, Map<OpelLevel, Instant> times) {
        list(key, times.entrySet(), time -> {
            json.writeNumberProperty("level", time.getKey().number());
            time("since", time.getValue());
        });
    }

    private void latest(UnitState.Latest latest) {
        json.writeName("level");
        AssessmentWriter.writeLevel(json, latest.level());
        time("observedAt", latest.observedAt());
        time("recordedAt", latest.recordedAt());
        json.writeStringProperty("basis", latest.basis());
        if (!latest.unknown().isEmpty()) {
            json.writeArrayPropertyStart("unknown");
            latest.unknown().forEach(parameter -> json.writeString(parameter.value()));
            json.writeEndArray();
        }
        UnitState.Restart restart = latest.restart();
        if (restart != null) {
            json.writeObjectPropertyStart("restart");
            stretches("readings", restart.readings());
            stretches("before", restart.before());
            if (restart.levelAsBefore() != null) {
                json.writeName("levelAsBefore");
                AssessmentWriter.writeLevel(json, restart.levelAsBefore());
            }
            if (restart.told()) {
                json.writeBooleanProperty("told", true);
            }
            json.writeEndObject();
        }
    }

    private void stretches(String key, Map<ParameterId, Stretch> readings) {
        list(key, readings.entrySet(), reading -> {
            json.writeStringProperty("parameter", reading.getKey().value());
            stretch("value", reading.getValue());
        });
    }

    private void declared(Declaration declared) {
        json.writeNumberProperty("level", declared.level().number());
        json.writeStringProperty("by", declared.by());
        time("at", declared.at());
        text("reason", declared.reason());
    }

    private void reading(UnitState.ReadingState reading) {
        if (reading.value() != null) {
            stretch("value", reading.value());
        }
        time("unknownSince", reading.unknownSince());
        if (reading.stale()) {
            json.writeBooleanProperty("stale", true);
        }
        list("since", reading.since().entrySet(), (Map.Entry<String, Instant> since) -> {
            json.writeStringProperty("comparison", since.getKey());
            time("since", since.getValue());
        });
    }

    private void duty(Duty duty) {
        json.writeStringProperty("id", duty.id());
        json.writeStringProperty("rule", duty.rule());
        json.writeStringProperty("unit", duty.unit().value());
        holder(duty.holder());
        json.writeBooleanProperty("mandatory", duty.mandatory());
        json.writeStringProperty("text", duty.text());
        time("raisedAt", duty.raisedAt());
        json.writeStringProperty("within", duty.within().toString());
        time("dueAt", duty.dueAt());
        citation(duty.citation());
        json.writeStringProperty("because", duty.because());
        list("handovers", duty.handovers(), handover -> {
            json.writeObjectPropertyStart("from");
            holder(handover.from());
            json.writeEndObject();
            json.writeObjectPropertyStart("to");
            holder(handover.to());
            json.writeEndObject();
            time("at", handover.at());
            json.writeStringProperty("reason", Words.hyphenated(handover.reason()));
        });
        time("acknowledgedAt", duty.acknowledgedAt());
        if (duty.overdue()) {
            json.writeBooleanProperty("overdue", true);
        }
        if (duty.ending() != null) {
            json.writeObjectPropertyStart("ending");
            json.writeStringProperty("kind", Words.hyphenated(duty.ending().kind()));
            time("at", duty.ending().at());
            json.writeStringProperty("reason", duty.ending().reason());
            json.writeEndObject();
        }
    }

    private void holder(Duty.Holder holder) {
        json.writeStringProperty("role", holder.role().title());
        if (holder.team() != null) {
            json.writeStringProperty("team", holder.team().id());
        }
    }

    void notice(Notice notice) {
        json.writeStringProperty("unit", notice.unit().value());
        json.writeStringProperty("kind", notice.kind().title());
        time("from", notice.from());
        time("until", notice.until());
    }

    void reply(DutyReply reply) {
        json.writeStringProperty("duty", reply.duty());
        json.writeStringProperty("kind", Words.hyphenated(reply.kind()));
        json.writeStringProperty("by", reply.by().title());
        time("at", reply.at());
    }

    private void event(EscalationEvent event) {
        json.writeStringProperty("id", event.id());
        json.writeStringProperty("kind", Words.hyphenated(event.kind()));
        json.writeStringProperty("unit", event.unit().value());
        time("at", event.at());
        json.writeStringProperty("text", event.text());
        text("rule", event.rule());
        if (event.citation() != null) {
            citation(event.citation());
        }
        text("informed", event.informed() == null ? null : event.informed().title());
        if (event.duty() != null) {
            json.writeObjectPropertyStart("duty");
            duty(event.duty());
            json.writeEndObject();
        }
        list("proposals", event.proposals(), this::proposal);
    }

    private void proposal(AidProposal proposal) {
        json.writeStringProperty("helper", proposal.helper().value());
        json.writeStringProperty("travel", proposal.travel().toString());
        json.writeNumberProperty("level", proposal.level().number());
        time("since", proposal.since());
        stretch("occupancy", proposal.occupancy());
        if (!proposal.agreement().isEmpty()) {
            json.writeArrayPropertyStart("agreement");
            proposal.agreement().forEach(role -> json.writeString(role.title()));
            json.writeEndArray();
        }
        json.writeStringProperty("because", proposal.because());
    }

    private void citation(Citation citation) {
        json.writeObjectPropertyStart("source");
        json.writeStringProperty("document", citation.source().document());
        json.writeStringProperty("place", citation.source().place());
        json.writeEndObject();
        json.writeStringProperty("assurance", citation.assurance().id());
    }

    private void stretch(String key, Stretch stretch) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("low", stretch.low().toPlainString());
        json.writeStringProperty("high", stretch.high().toPlainString());
        json.writeEndObject();
    }

    private void time(String key, @Nullable Instant time) {
        text(key, time == null ? null : time.toString());
    }

    private void text(String key, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(key, text);
        }
    }

    private <T> void list(String key, Collection<? extends T> items, Consumer<T> members) {
        if (items.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(key);
        for (T item : items) {
            json.writeStartObject();
            members.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
