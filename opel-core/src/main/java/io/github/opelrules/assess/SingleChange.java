package io.github.opelrules.assess;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Parameter;
import java.math.BigDecimal;

/**
 * A change of one reading that would move the level by itself.
 *
 * @param parameter whose reading
 * @param rises whether the reading would have to rise; otherwise it would have to fall
 * @param value the nearest value, at the parameter's precision, that moves the level
 * @param band the band that this value lies in
 * @param level the level that would follow
 */
public record SingleChange(Parameter parameter, boolean rises, BigDecimal value, Band band, Level level) {}
