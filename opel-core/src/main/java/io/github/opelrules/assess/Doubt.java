package io.github.opelrules.assess;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.UsualRange;
import java.math.BigDecimal;

/**
 * That a reading lies outside the usual values of its parameter. A doubt stands beside the score and changes neither points nor level.
 *
 * @param reason what it may be, or that it is outside the usual values, as a sentence without its full stop
 * @param usual the usual values
 * @param rule the rule that found it
 */
public record Doubt(String reason, UsualRange usual, Rule rule) {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    /**
     * The doubt about a value of a parameter, with a likely reason where there is one: that the value would be usual in percent if
     * it is a share, or in minutes if it is in hours.
     */
    public static Doubt about(BigDecimal value, Parameter parameter, UsualRange usual, Rule rule) {
        String found = value.toPlainString();
        String reason = switch (parameter.unit()) {
            case "%" ->
                likely(value.multiply(PERCENT), usual, found + " may be a share where a percentage is expected: ");
            case "min" -> likely(value.multiply(MINUTES), usual, found + " may be hours where minutes are expected: ");
            default -> "";
        };
        return new Doubt(
                reason.isEmpty() ? found + " is outside the usual " + parameter.withUnit(usual.toString()) : reason,
                usual,
                rule);
    }

    private static String likely(BigDecimal meant, UsualRange usual, String reason) {
        return usual.contains(meant) ? reason + meant.stripTrailingZeros().toPlainString() : "";
    }

    /** How sure the usual values are. */
    public Assurance assurance() {
        return usual.assurance();
    }
}
