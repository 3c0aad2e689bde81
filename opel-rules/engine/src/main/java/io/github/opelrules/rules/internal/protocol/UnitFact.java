package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The fact that the rules of a protocol are about: one unit of the system as it is now. Its questions are those that the
 * sentences of the dictionary ask.
 */
public interface UnitFact {

    /** Whether it is of a kind. */
    boolean is(UnitKind kind);

    /** Whether its level in force has just become this one. */
    boolean enters(OpelLevel level);

    /** Whether its level in force has just become this or a worse one, from below or from nothing. */
    boolean entersOrAbove(OpelLevel level);

    /** Whether its level in force has just ceased to be this one. */
    boolean leaves(OpelLevel level);

    /** Whether its level in force has just become a better one than this. */
    boolean fallsBelow(OpelLevel level);

    /** Whether it is at this level. */
    boolean isAt(OpelLevel level);

    /** Whether it is at this or a worse level. */
    boolean isAtOrAbove(OpelLevel level);

    /** Whether it has been at exactly this level for so long. */
    boolean hasBeenAt(OpelLevel level, Duration time);

    /** Whether it has been at this or a worse level for so long. */
    boolean hasBeenAtOrAbove(OpelLevel level, Duration time);

    /** Whether its calculated and its declared level have differed for so long. */
    boolean hasDiffered(Duration time);

    /** Whether a reading is certainly above a number. */
    boolean isAbove(ParameterId parameter, BigDecimal number);

    /** Whether a reading is certainly below a number. */
    boolean isBelow(ParameterId parameter, BigDecimal number);

    /** Whether a reading has certainly been above a number for so long. */
    boolean hasBeenAbove(ParameterId parameter, BigDecimal number, Duration time);

    /** Whether a reading has certainly been below a number for so long. */
    boolean hasBeenBelow(ParameterId parameter, BigDecimal number, Duration time);

    /** Whether there has been no usable reading for so long. */
    boolean hasMissed(ParameterId parameter, Duration time);

    /** Whether the reading has been too old to be used for so long. */
    boolean hasBeenStale(ParameterId parameter, Duration time);

    /** Whether it has sent no report for so long. */
    boolean hasBeenSilent(Duration time);

    /** Whether a notice of a kind is in force for it or for what it belongs to. */
    boolean hasNotice(Notice.Kind kind);

    /** Whether the SCC of its ICS is staffed; true for what belongs to no ICS. */
    boolean isStaffed();

    /** Whether it belongs to another unit, by way of others if need be. */
    boolean isPartOf(UnitFact whole);

    /** Whether a link leads from the one to the other. */
    boolean isNeighbourOf(UnitFact other);
}
