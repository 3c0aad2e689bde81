package io.github.opelrules.framework;

/**
 * A fault of a table of bands, of level cuts or of adoptions, with a value that shows it.
 *
 * @param code what kind of fault
 * @param index which entry of the table, counted from 0 in the order given
 * @param message what is wrong, with a counter-example, and how to mend it
 */
public record Flaw(Code code, int index, String message) {

    /** The kinds of fault, each with the stable code that findings carry. */
    public enum Code {
        /** A value of the domain falls in no band. */
        BAND_GAP("OPEL-101"),
        /** A value of the domain falls in two bands. */
        BAND_OVERLAP("OPEL-102"),
        /** No value of the domain falls in the band. */
        BAND_OUTSIDE_DOMAIN("OPEL-103"),
        /** A worse value scores fewer points. */
        BAND_NOT_MONOTONE("OPEL-104"),
        /** Two neighbouring bands score the same. */
        BAND_SAME_POINTS("OPEL-105"),
        /** No value of the domain at its precision falls in the band. */
        BAND_UNREACHED("OPEL-106"),
        /** No value of the domain at its precision meets a threshold. */
        THRESHOLD_NEVER("OPEL-107"),
        /** Every value of the domain meets a threshold. */
        THRESHOLD_ALWAYS("OPEL-108"),
        /** A score falls in no level. */
        LEVEL_GAP("OPEL-201"),
        /** A score falls in two levels. */
        LEVEL_OVERLAP("OPEL-202"),
        /** The levels are not OPEL 1, 2, 3, 4 in the order of their scores. */
        LEVEL_ORDER("OPEL-203"),
        /** No score reaches the level, and neither does a mean of scores. */
        LEVEL_UNREACHABLE("OPEL-204"),
        /** No score of one provider reaches the level; a mean of several can. */
        LEVEL_SKIPPED("OPEL-205"),
        /** An adoption of a framework that there is not. */
        ADOPTION_UNKNOWN("OPEL-071"),
        /** Two adoptions of one framework by one organisation. */
        ADOPTION_TWICE("OPEL-072"),
        /** An adoption of an earlier framework after that of a later one, or after the framework's last day. */
        ADOPTION_OUT_OF_ORDER("OPEL-073");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** The stable code, such as {@code OPEL-101}. */
        public String id() {
            return id;
        }
    }
}
