package io.github.opelrules.rules.internal.protocol;

/**
 * How a condition comes to the facts that it asks: of the unit of the rule, of others beside or within it, or of its actions.
 * {@link ProtocolModel} makes the same Drools patterns of each.
 */
enum Scope {
    /** A unit of a kind. */
    UNIT(true, "$unit : UnitFact( is({unit}), ? )"),
    /** What enough of its parts are. */
    COUNT(
            true,
            "$unit : UnitFact( is({whole}) ) accumulate( $member : UnitFact( is({units}), ?, isPartOf($unit) );"
                    + " $count : count($member); $count >= {count} )"),
    /** What one of its parts is. */
    MEMBER(true, "$unit : UnitFact( is({whole}) ) exists UnitFact( is({unit}), ?, isPartOf($unit) )"),
    /** What an ICS and one of its neighbours both are. */
    NEIGHBOUR(
            true,
            "$unit : UnitFact( is(UnitKind.ICS), ? ) exists UnitFact( is(UnitKind.ICS), ?, isNeighbourOf($unit) )"),
    /** What an open action of a unit of a kind is. */
    ACTION_OF_UNIT(
            true, "$unit : UnitFact( is({unit}) ) exists ActionFact( getUnit() == $unit, getRule() == {rule}, ? )"),
    /** The same unit again. */
    SAME(false, "UnitFact( this == $unit, ? )"),
    /** The ICS that it belongs to. */
    ITS_ICS(false, "exists UnitFact( is(UnitKind.ICS), ?, $unit.isPartOf(this) )"),
    /** The region that it belongs to. */
    ITS_REGION(false, "exists UnitFact( is(UnitKind.REGION), ?, $unit.isPartOf(this) )"),
    /** What an open action of the same unit is. */
    ITS_ACTION(false, "exists ActionFact( getUnit() == $unit, getRule() == {rule}, ? )");

    private final boolean first;
    private final String drl;

    /** @param drl the patterns as Drools rules write them, with a question mark for what is asked */
    Scope(boolean first, String drl) {
        this.first = first;
        this.drl = drl;
    }

    /** Whether it binds the unit that a rule is of, and so begins the conditions. */
    boolean isFirst() {
        return first;
    }

    /** Whether it asks the unit of the rule itself. */
    boolean isOfTheUnit() {
        return this == UNIT || this == SAME;
    }

    /** Whether it asks other units, too. */
    boolean isOfOthers() {
        return this == COUNT || this == MEMBER || this == NEIGHBOUR || this == ITS_ICS || this == ITS_REGION;
    }

    /** The kind of unit that a rule is of that it begins. */
    UnitKind subject(Fillings said) {
        return switch (this) {
            case COUNT, MEMBER -> said.whole();
            case NEIGHBOUR -> UnitKind.ICS;
            default -> said.unit();
        };
    }

    /**
     * The kind of unit that is asked.
     *
     * @param subject the kind of unit that the rule is of
     */
    UnitKind asked(Fillings said, UnitKind subject) {
        return switch (this) {
            case COUNT -> said.units();
            case MEMBER -> said.unit();
            case ITS_ICS -> UnitKind.ICS;
            case ITS_REGION -> UnitKind.REGION;
            default -> subject;
        };
    }

    String drl(String question) {
        return drl.replace("?", question);
    }
}
