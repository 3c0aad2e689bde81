package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.DECIMAL;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Schema;
import io.github.opelrules.rules.internal.format.Shape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reading in its long form, as an object. */
final class ReadingShape extends Shape<Reading> {

    static final ReadingShape READING = new ReadingShape();

    private final Key<BigDecimal> value = key("value", DECIMAL).optional();
    private final Key<BigDecimal> roundedTo = key("roundedTo", DECIMAL)
            .optional()
            .says("The step that the value was rounded to. Without it the value is exact.");
    private final Key<Instant> observedAt =
            key("observedAt", UTC).optional().says("When the value was observed. Without it, when the report was.");
    private final Key<MissingReason> missing = key("missing", word(MissingReason.values(), MissingReason::id))
            .optional()
            .says("Why there is no value.");

    private ReadingShape() {
        super("reading");
        says("What the report says of the parameter: a value, or why there is none.");
    }

    @Override
    protected void check(In in) {
        if (in.has(missing)) {
            for (Key<?> other : List.of(value, roundedTo, observedAt)) {
                if (in.has(other)) {
                    in.wrong(
                            FormCode.KEY_OUT_OF_PLACE,
                            other,
                            "A reading is \"missing\" and so cannot have \"" + other.name()
                                    + "\". Give either its \"value\" or why it is \"missing\".");
                }
            }
        } else {
            in.require(value);
        }
    }

    @Override
    protected @Nullable Reading make(In in) {
        return in.has(missing)
                ? Reading.missing(in.get(missing))
                : new Reading.Measured(in.get(value), in.orNull(roundedTo), in.orNull(observedAt));
    }

    @Override
    protected void take(Reading reading, Out out) {
        if (reading instanceof Reading.Measured measured) {
            out.put(value, measured.value())
                    .put(roundedTo, measured.roundedTo())
                    .put(observedAt, measured.observedAt());
        } else if (reading instanceof Reading.Missing none) {
            out.put(missing, none.reason());
        }
    }

    @Override
    protected void addToSchema(Map<String, Object> members) {
        members.put(
                "oneOf",
                List.of(
                        Schema.members("required", List.of("value")),
                        Schema.members("required", List.of("missing"), "maxProperties", 1)));
    }
}
