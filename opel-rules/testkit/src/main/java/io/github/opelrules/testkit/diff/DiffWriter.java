package io.github.opelrules.testkit.diff;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.internal.Library;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.internal.format.Json;
import io.github.opelrules.rules.internal.json.LevelForm;
import io.github.opelrules.rules.internal.json.ReportWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes differences in the format {@code opel.diff/1}: equal differences give equal text. */
final class DiffWriter {

    static final String FORMAT = "opel.diff/1";

    private final JsonGenerator json;

    private DiffWriter(JsonGenerator json) {
        this.json = json;
    }

    /** A difference as one line of JSON, without a line end. */
    static String write(FrameworkDiff diff) {
        return Json.object(json -> new DiffWriter(json).members(diff));
    }

    private void members(FrameworkDiff diff) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("library", Library.VERSION);
        framework("before", diff.before());
        framework("after", diff.after());
        json.writeBooleanProperty("resultsCanChange", diff.resultsCanChange());
        json.writeBooleanProperty("versionChecked", diff.isSameFramework());
        json.writeArrayPropertyStart("findings");
        diff.findings().forEach(this::finding);
        json.writeEndArray();
        changes("changes", diff.changes());
        json.writeArrayPropertyStart("tables");
        diff.tables().forEach(this::table);
        json.writeEndArray();
        diff.tiers().ifPresent(this::tiers);
        diff.protocol().ifPresent(this::protocol);
    }

    private void framework(String key, Framework framework) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("id", framework.id().value());
        json.writeStringProperty("version", framework.version());
        json.writeStringProperty("digest", framework.digest());
        json.writeStringProperty("status", framework.status().toString());
        json.writeEndObject();
    }

    private void finding(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("code", finding.code());
        json.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("message", finding.message());
        json.writeEndObject();
    }

    private void changes(String key, List<Change> changes) {
        json.writeArrayPropertyStart(key);
        for (Change change : changes) {
            json.writeStartObject();
            json.writeStringProperty("what", change.what());
            json.writeStringProperty("before", change.before());
            json.writeStringProperty("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void table(TableDiff table) {
        json.writeStartObject();
        json.writeStringProperty("providerType", table.providerType().id());
        json.writeStringProperty("presence", table.presence().id());
        json.writeBooleanProperty("resultsCanChange", table.resultsCanChange());
        changes("changes", table.changes());
        if (!table.local().isEmpty()) {
            changes("local", table.local());
        }
        json.writeArrayPropertyStart("parameters");
        table.parameters().forEach(this::parameter);
        json.writeEndArray();
        levels(table.levels());
        table.impact().ifPresent(this::impact);
        json.writeEndObject();
    }

    private void tiers(TiersDiff tiers) {
        json.writeObjectPropertyStart("tiers");
        json.writeStringProperty("presence", tiers.presence().id());
        json.writeBooleanProperty("resultsCanChange", tiers.resultsCanChange());
        changes("changes", tiers.changes());
        levels(tiers.levels());
        json.writeEndObject();
    }

    private void protocol(ProtocolDiff protocol) {
        json.writeObjectPropertyStart("protocol");
        json.writeStringProperty("presence", protocol.presence().id());
        json.writeBooleanProperty("resultsCanChange", protocol.resultsCanChange());
        changes("changes", protocol.changes());
        json.writeArrayPropertyStart("rules");
        for (ProtocolDiff.RuleDiff rule : protocol.rules()) {
            json.writeStartObject();
            json.writeStringProperty("rule", rule.rule().id());
            json.writeStringProperty("title", rule.rule().title());
            json.writeStringProperty("presence", rule.presence().id());
            json.writeBooleanProperty("resultsCanChange", rule.resultsCanChange());
            changes("changes", rule.changes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void levels(List<LevelChange> levels) {
        json.writeArrayPropertyStart("levels");
        levels.forEach(this::level);
        json.writeEndArray();
    }

    private void parameter(ParameterDiff parameter) {
        json.writeStartObject();
        json.writeStringProperty("parameter", parameter.parameter().id().value());
        json.writeNumberProperty("number", parameter.parameter().number());
        json.writeStringProperty("label", parameter.parameter().label());
        json.writeStringProperty("unit", parameter.parameter().unit());
        json.writeStringProperty("presence", parameter.presence().id());
        json.writeBooleanProperty("resultsCanChange", parameter.resultsCanChange());
        changes("changes", parameter.changes());
        json.writeArrayPropertyStart("scores");
        parameter.scores().forEach(change -> score(change, parameter));
        json.writeEndArray();
        json.writeObjectPropertyStart("missing");
        if (parameter.presence() != Presence.ADDED) {
            points("before", parameter.missingBefore());
        }
        if (parameter.presence() != Presence.DROPPED) {
            points("after", parameter.missingAfter());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void score(ScoreChange change, ParameterDiff parameter) {
        json.writeStartObject();
        range("values", change.values());
        change.values()
                .multiplesOf(parameter.parameter().domain().precision())
                .ifPresent(readings -> range("readings", readings));
        score("before", change.before());
        score("after", change.after());
        json.writeEndObject();
    }

    private void score(String key, ReadingScore score) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("kind", score.kind().id());
        points("points", score.points());
        json.writeEndObject();
    }

    private void level(LevelChange change) {
        json.writeStartObject();
        range("scores", change.scores());
        json.writeNumberProperty("before", change.before().number());
        json.writeNumberProperty("after", change.after().number());
        json.writeEndObject();
    }

    private void impact(LevelImpact impact) {
        json.writeObjectPropertyStart("impact");
        json.writeStringProperty("extent", impact.extent().id());
        json.writeArrayPropertyStart("moves");
        for (LevelImpact.Move move : impact.moves()) {
            json.writeStartObject();
            json.writeNumberProperty("before", move.before().number());
            json.writeNumberProperty("after", move.after().number());
            json.writeEndObject();
        }
        json.writeEndArray();
        impact.example().ifPresent(this::example);
        json.writeEndObject();
    }

    private void example(ReportExample example) {
        json.writeObjectPropertyStart("example");
        json.writeName("report");
        json.writeRawValue(ReportWriter.write(example.report()));
        assessed("before", example.scoreBefore(), example.before());
        assessed("after", example.scoreAfter(), example.after());
        json.writeEndObject();
    }

    private void assessed(String key, PointsRange score, Level level) {
        json.writeObjectPropertyStart(key);
        points("score", score);
        json.writeName("level");
        LevelForm.OUTCOME.write(level, json);
        json.writeEndObject();
    }

    /** A range with the keys of rule files: from is ≥, above is >, upTo is ≤, below is <. */
    private void range(String key, ValueRange range) {
        json.writeObjectPropertyStart(key);
        BigDecimal low = range.low();
        BigDecimal high = range.high();
        if (low != null) {
            json.writeStringProperty(range.lowIncluded() ? "from" : "above", low.toPlainString());
        }
        if (high != null) {
            json.writeStringProperty(range.highIncluded() ? "upTo" : "below", high.toPlainString());
        }
        json.writeEndObject();
    }

    private void points(String key, PointsRange range) {
        json.writeObjectPropertyStart(key);
        json.writeStringProperty("min", Integer.toString(range.min()));
        json.writeStringProperty("max", Integer.toString(range.max()));
        json.writeEndObject();
    }
}
