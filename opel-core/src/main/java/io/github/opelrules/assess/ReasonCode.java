package io.github.opelrules.assess;

/** What one part of an {@link Explanation} says, and why a {@link Contribution} is what it is. The names are stable. */
public enum ReasonCode {
    /** The level is known. */
    LEVEL_EXACT,
    /** The level lies between two. */
    LEVEL_BETWEEN,
    /** No level can be given. */
    LEVEL_UNDETERMINED,

    /** Heading: the rules are not the national ones. */
    DEVIATIONS,
    /** One place in which the rules depart from the national ones, with the reason and who answers for it. */
    DEVIATION,

    /** Heading: every parameter with its reading, band and points. */
    READINGS,
    /** The reading lies in one band. */
    BAND_MATCHED,
    /** The reading touches several bands, because it was rounded or is finer than the bands' precision. */
    BANDS_TOUCHED,
    /** The provider did not submit the reading. */
    NOT_SUBMITTED,
    /** The parameter does not apply to the provider. */
    NOT_APPLICABLE,
    /** The reading was withheld. */
    SUPPRESSED,
    /** The reading is older than its parameter allows; it counts as missing. */
    STALE,
    /** The reading lies outside the plausible values, or was observed after its report; it counts as missing. */
    IMPLAUSIBLE,
    /** The parameter's bands are announced but not known yet. */
    BANDS_EXPECTED,
    /** The reading lies outside the usual values: it scores as any other, and may be a slip. */
    DOUBTFUL,

    /** Heading: the parts that a tier's score is the mean of. */
    PARTS,
    /** A provider's score is that of its assessment. */
    ASSESSED,
    /** A provider was assessed by another framework than its tier, and counts with the scores that its level covers. */
    OTHER_FRAMEWORK,
    /** A provider counts with the scores that the level covers which it reports itself. */
    LEVEL_REPORTED,
    /** Nothing is known of a provider, and it may have any score. */
    NO_REPORT,
    /** A score is the weighted mean of its parts. */
    WEIGHTED_MEAN,

    /** Heading: the local thresholds that are met, or may be. */
    NOTIFICATIONS,
    /** Every value that the reading may have meets the threshold. */
    THRESHOLD_MET,
    /** Some of the values that the reading may have meet the threshold and others do not. */
    THRESHOLD_POSSIBLY_MET,
    /** There is no usable reading, so it cannot be told whether the threshold is met. */
    THRESHOLD_UNKNOWN,

    /** Heading: what is not known, and what it could do to the level. */
    UNCERTAINTY,
    /** What one reading that is not known exactly could do to the level. */
    UNCERTAIN_READING,
    /** What one part that is not known exactly could do to the level. */
    UNCERTAIN_PART,
    /** The readings that are not known exactly and could do nothing to the level, each by itself. */
    UNDECISIVE_READINGS,

    /** Heading: how far it is to the neighbouring levels. */
    MARGINS,
    /** How far it is to the next level up. */
    MARGIN_UP,
    /** How far it is to the next level down. */
    MARGIN_DOWN,

    /** Heading: which change of one reading, or of one part, would move the level. */
    SINGLE_CHANGES,
    /** One reading or part that would move the level by itself, and the value from which it does. */
    SINGLE_CHANGE,

    /** Heading: by which rules, framework and library. */
    PROVENANCE,
    /** The framework and how it was chosen. */
    FRAMEWORK,
    /** What is known to be open or in conflict about the framework. */
    KNOWN_ISSUE,
    /** A rule of the method that was applied. */
    RULE,
    /** Some of what was used was not read in an NHS England publication. */
    ASSURANCE,
    /** The digest of the rule files and the version of the library, with which the result can be reproduced. */
    DIGEST;

    /** Whether a contribution or a notification with this code has no usable reading. */
    public boolean isUnknown() {
        return switch (this) {
            case NOT_SUBMITTED, NOT_APPLICABLE, SUPPRESSED, STALE, IMPLAUSIBLE, BANDS_EXPECTED -> true;
            default -> false;
        };
    }
}
