package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.DECIMAL;

import io.github.opelrules.framework.Stretch;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import java.math.BigDecimal;

/** The values that a reading may have. */
final class StretchShape extends Shape<Stretch> {

    static final StretchShape STRETCH = new StretchShape();

    private final Key<BigDecimal> low = key("low", DECIMAL);
    private final Key<BigDecimal> high = key("high", DECIMAL);

    private StretchShape() {
        super("stretch");
        says("The values that a reading may have.");
    }

    @Override
    protected Stretch make(In in) {
        return new Stretch(in.get(low), in.get(high));
    }

    @Override
    protected void take(Stretch stretch, Out out) {
        out.put(low, stretch.low()).put(high, stretch.high());
    }
}
