package io.github.opelrules.rules.internal.json;

import io.github.opelrules.assess.Rule;
import io.github.opelrules.framework.Fraction;
import io.github.opelrules.framework.ScoreRange;
import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.internal.format.Json;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the levels of a system in the format {@code opel.system/1}: equal systems give equal text. */
public final class SystemWriter {

    public static final String FORMAT = "opel.system/1";

    private static final int DECIMALS = 10;

    private final JsonGenerator json;

    private SystemWriter(JsonGenerator json) {
        this.json = json;
    }

    /** A system as one line of JSON, without a line end. */
    public static String write(SystemAssessment system) {
        return Json.object(json -> new SystemWriter(json).members(system));
    }

    private void members(SystemAssessment system) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("library", Library.VERSION);
        json.writeStringProperty("at", system.at().toString());
        json.writeArrayPropertyStart("units");
        system.tops().forEach(top -> part(null, top));
        json.writeEndArray();
        json.writeArrayPropertyStart("leftOut");
        system.leftOut().forEach(code -> json.writeString(code.value()));
        json.writeEndArray();
    }

    private void part(@Nullable TierAssessment of, TierAssessment part) {
        json.writeStartObject();
        json.writeStringProperty("code", part.unit().code().value());
        json.writeStringProperty("name", part.unit().name());
        json.writeStringProperty("tier", part.unit().tier().id());
        if (part.pillar() != null) {
            json.writeStringProperty("pillar", part.pillar().id());
        }
        if (part.unit().providerType() != null) {
            json.writeStringProperty("providerType", part.unit().providerType().id());
        }
        json.writeStringProperty("weight", part.weight().toPlainString());
        json.writeObjectPropertyStart("framework");
        AssessmentWriter.writeIdentity(json, part.framework());
        json.writeEndObject();
        json.writeStringProperty("how", part.code().name());
        score("score", part.score());
        if (of != null && !of.counted(part).equals(part.score())) {
            score("countsAs", of.counted(part));
        }
        json.writeName("level");
        LevelForm.OUTCOME.write(part.level(), json);
        json.writeStringProperty("assurance", part.assurance().id());
        rule("scoreRule", part.scoreRule());
        rule("levelRule", part.levelRule());
        if (part.declared() != null) {
            declared(part.declared());
        }
        if (!part.parts().isEmpty()) {
            json.writeStringProperty("sentence", part.sentence());
            json.writeArrayPropertyStart("parts");
            part.parts().forEach(below -> part(part, below));
            json.writeEndArray();
        }
        if (!part.notCounted().isEmpty()) {
            json.writeArrayPropertyStart("notCounted");
            for (Unit unit : part.notCounted()) {
                json.writeString(unit.code().value());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void score(String key, ScoreRange score) {
        json.writeObjectPropertyStart(key);
        number("min", score.min());
        if (!score.minIncluded()) {
            json.writeBooleanProperty("minIncluded", false);
        }
        number("max", score.max());
        if (!score.maxIncluded()) {
            json.writeBooleanProperty("maxIncluded", false);
        }
        json.writeEndObject();
    }

    /** Ten decimals at most; the level comes from the exact fraction, not from them. */
    private void number(String key, Fraction fraction) {
        String text = fraction.decimal(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        json.writeStringProperty(key, text);
    }

    private void rule(String key, Rule rule) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("name", rule.name());
        json.writeStringProperty("citation", rule.citation());
        json.writeEndObject();
    }

    private void declared(Declaration declared) {
        json.writeObjectPropertyStart("declared");
        json.writeNumberProperty("level", declared.level().number());
        json.writeStringProperty("by", declared.by());
        json.writeStringProperty("at", declared.at().toString());
        if (declared.reason() != null) {
            json.writeStringProperty("reason", declared.reason());
        }
        json.writeEndObject();
    }
}
