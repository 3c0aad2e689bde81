package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.internal.format.Json;
import io.github.opelrules.rules.internal.json.FrameworkShape;
import io.github.opelrules.tier.LevelAgreement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes replays in the format {@code opel.replay/1}: equal replays give equal text. */
final class ReplayWriter {

    static final String FORMAT = "opel.replay/1";

    private final JsonGenerator json;

    private ReplayWriter(JsonGenerator json) {
        this.json = json;
    }

    /** A replay as one line of JSON, without a line end. */
    static String write(ReplayResult result) {
        return Json.object(json -> new ReplayWriter(json).members(result));
    }

    private void members(ReplayResult result) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("library", Library.VERSION);
        list("before", result.before(), this::framework);
        list("after", result.after(), this::framework);
        json.writeNumberProperty("reports", result.reports());
        json.writeNumberProperty("leftAside", result.leftAside());
        json.writeNumberProperty("scored", result.scored());
        json.writeNumberProperty("rescored", result.rescored());
        json.writeNumberProperty("flips", result.flips());
        json.writeNumberProperty("raised", result.raised());
        json.writeNumberProperty("lowered", result.lowered());
        text("firstFlip", result.firstFlip());
        text("lastFlip", result.lastFlip());
        list("transitions", result.transitions(), this::transition);
        list("organisations", result.organisations(), this::organisation);
        list("days", result.days(), this::day);
        list("leftOut", result.leftOut(), each -> {
            json.writeStringProperty("parameter", each.parameter().value());
            json.writeStringProperty("by", id(each.side()));
            json.writeNumberProperty("reports", each.reports());
        });
        list("notScored", result.refusals(), this::refusal);
        LevelAgreement before = result.declaredBefore();
        LevelAgreement after = result.declaredAfter();
        if (before != null && after != null) {
            json.writeObjectPropertyStart("declared");
            agreement("before", before);
            agreement("after", after);
            json.writeEndObject();
        }
    }

    private void framework(Framework framework) {
        FrameworkShape.APPLIED.writeKeys(framework, json);
    }

    private void transition(Transition transition) {
        json.writeStringProperty("before", transition.before().label());
        json.writeStringProperty("after", transition.after().label());
        json.writeNumberProperty("reports", transition.reports());
        json.writeObjectPropertyStart("first");
        json.writeStringProperty("organisation", transition.organisation().value());
        json.writeStringProperty("observedAt", transition.observedAt().toString());
        json.writeEndObject();
        if (transition.isFlip()) {
            list("drivers", transition.drivers(), driver -> {
                json.writeStringProperty("parameter", driver.parameter());
                json.writeNumberProperty("reports", driver.reports());
            });
            json.writeNumberProperty("byCuts", transition.byCuts());
        }
    }

    private void organisation(OrganisationReplay organisation) {
        json.writeStringProperty("organisation", organisation.organisation().value());
        json.writeStringProperty("providerType", organisation.providerType().id());
        json.writeNumberProperty("reports", organisation.reports());
        json.writeNumberProperty("flips", organisation.flips());
        text("firstFlip", organisation.firstFlip());
        text("lastFlip", organisation.lastFlip());
        json.writeObjectPropertyStart("longestRuns");
        runs("before", organisation.longestBefore());
        runs("after", organisation.longestAfter());
        json.writeEndObject();
    }

    private void runs(String key, Map<OpelLevel, Run> runs) {
        list(key, List.copyOf(runs.entrySet()), entry -> {
            Run run = entry.getValue();
            json.writeNumberProperty("level", entry.getKey().number());
            json.writeNumberProperty("days", run.days());
            json.writeNumberProperty("reports", run.reports());
            json.writeStringProperty("from", run.from().toString());
            json.writeStringProperty("to", run.to().toString());
        });
    }

    private void day(DayReplay day) {
        json.writeStringProperty("day", day.day().toString());
        json.writeNumberProperty("reports", day.reports());
        json.writeNumberProperty("flips", day.flips());
    }

    private void refusal(Refusal refusal) {
        json.writeStringProperty("by", id(refusal.side()));
        json.writeStringProperty("code", refusal.code().name());
        json.writeNumberProperty("reports", refusal.reports());
        json.writeStringProperty("first", refusal.first());
    }

    private void agreement(String key, LevelAgreement agreement) {
        json.writeObjectPropertyStart(key);
        json.writeNumberProperty("reports", agreement.compared());
        json.writeNumberProperty("agreeing", agreement.agreeing());
        json.writeNumberProperty("inRange", agreement.agreeingInRange());
        agreement.mostDeclared().ifPresent(level -> {
            json.writeObjectPropertyStart("mostDeclared");
            json.writeNumberProperty("level", level.number());
            json.writeNumberProperty("reports", agreement.agreeingWithMostDeclared());
            json.writeEndObject();
        });
        json.writeNumberProperty("exact", agreement.exact());
        agreement.kappa().ifPresent(kappa -> json.writeStringProperty("kappa", kappa.toPlainString()));
        json.writeNumberProperty("incomparable", agreement.incomparable());
        list("byDifference", List.copyOf(agreement.byDifference().entrySet()), entry -> {
            json.writeNumberProperty("declaredAbove", entry.getKey());
            json.writeNumberProperty("reports", entry.getValue());
        });
        json.writeEndObject();
    }

    private static String id(Refusal.Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private void text(String key, @Nullable Object value) {
        if (value != null) {
            json.writeStringProperty(key, value.toString());
        }
    }

    private <T> void list(String key, List<T> entries, Consumer<T> members) {
        json.writeArrayPropertyStart(key);
        for (T entry : entries) {
            json.writeStartObject();
            members.accept(entry);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
