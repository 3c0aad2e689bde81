package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.rules.internal.protocol.Question.Comparison;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * All sentences of escalation protocols, each with all that it means: its words and their places, an example, what it asks of
 * which facts or what it calls for, and the Drools rule that it stands for.
 *
 * <p>A sentence is matched as a whole, word by word. What stands in braces is filled in, and its name says with what: see
 * {@link Slot}. The first condition of a rule says of which unit it is; the others speak of that one. A new sentence is one
 * more entry here.
 */
final class Sentences {

    // ---- what conditions ask

    private static final Question<UnitFact> ENTERS_OR_ABOVE = ofUnit(
                    Theme.LEVELS, "entersOrAbove({level})", (unit, said) -> unit.entersOrAbove(said.level()))
            .with(LevelRelation.OR_ABOVE)
            .atTheMoment();
    private static final Question<UnitFact> ENTERS = ofUnit(
                    Theme.LEVELS, "enters({level})", (unit, said) -> unit.enters(said.level()))
            .with(LevelRelation.EXACTLY)
            .atTheMoment();
    private static final Question<UnitFact> IS_AT_OR_ABOVE = ofUnit(
                    Theme.LEVELS, "isAtOrAbove({level})", (unit, said) -> unit.isAtOrAbove(said.level()))
            .with(LevelRelation.OR_ABOVE);
    private static final Question<UnitFact> IS_AT = ofUnit(
                    Theme.LEVELS, "isAt({level})", (unit, said) -> unit.isAt(said.level()))
            .with(LevelRelation.EXACTLY);
    private static final Question<UnitFact> HAS_BEEN_AT_OR_ABOVE = ofUnit(
                    Theme.LEVELS,
                    "hasBeenAtOrAbove({level}, {time})",
                    (unit, said) -> unit.hasBeenAtOrAbove(said.level(), said.time()))
            .with(LevelRelation.OR_ABOVE);
    private static final Question<UnitFact> HAS_BEEN_AT = ofUnit(
                    Theme.LEVELS,
                    "hasBeenAt({level}, {time})",
                    (unit, said) -> unit.hasBeenAt(said.level(), said.time()))
            .with(LevelRelation.EXACTLY);
    private static final Question<UnitFact> LEAVES = ofUnit(
                    Theme.LEVELS, "leaves({level})", (unit, said) -> unit.leaves(said.level()))
            .with(LevelRelation.LEFT)
            .atTheMoment();
    private static final Question<UnitFact> FALLS_BELOW = ofUnit(
                    Theme.LEVELS, "fallsBelow({level})", (unit, said) -> unit.fallsBelow(said.level()))
            .with(LevelRelation.BELOW)
            .atTheMoment();
    private static final Question<UnitFact> LEVELS_HAVE_DIFFERED = ofUnit(
                    Theme.LEVELS, "hasDiffered({time})", (unit, said) -> unit.hasDiffered(said.time()))
            .openToDoubt();

    private static final Question<UnitFact> HAS_BEEN_ABOVE = ofUnit(
                    Theme.READINGS,
                    "hasBeenAbove({parameter}, {number}, {time})",
                    (unit, said) -> unit.hasBeenAbove(said.parameter(), said.number(), said.time()))
            .with(Comparison.ABOVE);
    private static final Question<UnitFact> HAS_BEEN_BELOW = ofUnit(
                    Theme.READINGS,
                    "hasBeenBelow({parameter}, {number}, {time})",
                    (unit, said) -> unit.hasBeenBelow(said.parameter(), said.number(), said.time()))
            .with(Comparison.BELOW);
    private static final Question<UnitFact> IS_ABOVE = ofUnit(
                    Theme.READINGS,
                    "isAbove({parameter}, {number})",
                    (unit, said) -> unit.isAbove(said.parameter(), said.number()))
            .with(Comparison.ABOVE);
    private static final Question<UnitFact> IS_BELOW = ofUnit(
                    Theme.READINGS,
                    "isBelow({parameter}, {number})",
                    (unit, said) -> unit.isBelow(said.parameter(), said.number()))
            .with(Comparison.BELOW);
    private static final Question<UnitFact> HAS_MISSED = ofUnit(
            Theme.READINGS,
            "hasMissed({parameter}, {time})",
            (unit, said) -> unit.hasMissed(said.parameter(), said.time()));
    private static final Question<UnitFact> HAS_BEEN_STALE = ofUnit(
            Theme.READINGS,
            "hasBeenStale({parameter}, {time})",
            (unit, said) -> unit.hasBeenStale(said.parameter(), said.time()));

    private static final Question<UnitFact> HAS_BEEN_SILENT =
            ofUnit(Theme.REPORTS, "hasBeenSilent({time})", (unit, said) -> unit.hasBeenSilent(said.time()));
    private static final Question<UnitFact> HAS_NOTICE =
            ofUnit(Theme.NOTICES, "hasNotice({notice})", (unit, said) -> unit.hasNotice(said.notice()));
    private static final Question<UnitFact> IS_STAFFED =
            ofUnit(Theme.SCC, "isStaffed()", (unit, said) -> unit.isStaffed());

    private static final Question<ActionFact> UNACKNOWLEDGED =
            ofAction("isUnacknowledgedFor({time})", (action, said) -> action.isUnacknowledgedFor(said.time()));
    private static final Question<ActionFact> UNDONE =
            ofAction("isUndoneFor({time})", (action, said) -> action.isUndoneFor(said.time()));

    // ---- the sentences, in the order in which they are printed

    static final List<Phrase> ALL = List.of(
            // The first condition
            new Condition(
                    Scope.UNIT,
                    "{unit} enters OPEL {level} or above",
                    ENTERS_OR_ABOVE,
                    "the ICS enters OPEL 3 or above"),
            new Condition(Scope.UNIT, "{unit} enters OPEL {level}", ENTERS, "an acute provider enters OPEL 4"),
            new Condition(
                    Scope.UNIT,
                    "{unit} is at OPEL {level} or above",
                    IS_AT_OR_ABOVE,
                    "a mental health provider is at OPEL 3 or above"),
            new Condition(Scope.UNIT, "{unit} is at OPEL {level}", IS_AT, "an NHS 111 provider is at OPEL 4"),
            new Condition(
                    Scope.UNIT,
                    "{unit} has been at OPEL {level} or above for {time}",
                    HAS_BEEN_AT_OR_ABOVE,
                    "the region has been at OPEL 3 or above for 12 hours"),
            new Condition(
                    Scope.UNIT,
                    "{unit} has been at OPEL {level} for {time}",
                    HAS_BEEN_AT,
                    "the ICS has been at OPEL 4 for 1 day and 12 hours"),
            new Condition(Scope.UNIT, "{unit} leaves OPEL {level}", LEAVES, "the ICS leaves OPEL 4"),
            new Condition(Scope.UNIT, "{unit} falls below OPEL {level}", FALLS_BELOW, "the nation falls below OPEL 3"),
            new Condition(
                    Scope.UNIT,
                    "the calculated and declared levels of {unit} have differed for {time}",
                    LEVELS_HAVE_DIFFERED,
                    "the calculated and declared levels of the ICS have differed for 2 hours"),
            new Condition(
                    Scope.COUNT,
                    "at least {count} {units} in {whole} are at OPEL {level} or above",
                    IS_AT_OR_ABOVE,
                    "at least 2 acute providers in the ICS are at OPEL 4 or above"),
            new Condition(
                    Scope.COUNT,
                    "at least {count} {units} in {whole} are at OPEL {level}",
                    IS_AT,
                    "at least 2 acute providers in the ICS are at OPEL 3"),
            new Condition(
                    Scope.COUNT,
                    "at least {count} {units} in {whole} have been at OPEL {level} or above for {time}",
                    HAS_BEEN_AT_OR_ABOVE,
                    "at least 2 ICSs in the nation have been at OPEL 4 or above for 24 hours"),
            new Condition(
                    Scope.COUNT,
                    "at least {count} {units} in {whole} have been at OPEL {level} for {time}",
                    HAS_BEEN_AT,
                    "at least 2 ICSs in the nation have been at OPEL 4 for 24 hours"),
            new Condition(
                    Scope.MEMBER,
                    "{unit} in {whole} is at OPEL {level} or above",
                    IS_AT_OR_ABOVE,
                    "an acute provider in the ICS is at OPEL 3 or above"),
            new Condition(
                    Scope.MEMBER,
                    "{unit} in {whole} is at OPEL {level}",
                    IS_AT,
                    "a community provider in the ICS is at OPEL 4"),
            new Condition(
                    Scope.NEIGHBOUR,
                    "the ICS and its neighbour are both at OPEL {level} or above",
                    IS_AT_OR_ABOVE,
                    "the ICS and its neighbour are both at OPEL 4 or above"),
            new Condition(
                    Scope.NEIGHBOUR,
                    "the ICS and its neighbour are both at OPEL {level}",
                    IS_AT,
                    "the ICS and its neighbour are both at OPEL 3"),
            new Condition(
                    Scope.UNIT,
                    "{parameter} of {unit} is above {number}",
                    IS_ABOVE,
                    "ambulance-handover-mean of an acute provider is above 45"),
            new Condition(
                    Scope.UNIT,
                    "{parameter} of {unit} is below {number}",
                    IS_BELOW,
                    "ed-four-hour-performance of an acute provider is below 78"),
            new Condition(
                    Scope.UNIT,
                    "{parameter} of {unit} has been above {number} for {time}",
                    HAS_BEEN_ABOVE,
                    "ambulance-handover-mean of an acute provider has been above 45 for 1 hour"),
            new Condition(
                    Scope.UNIT,
                    "{parameter} of {unit} has been below {number} for {time}",
                    HAS_BEEN_BELOW,
                    "ed-four-hour-performance of an acute provider has been below 60 for 4 hours"),
            new Condition(
                    Scope.UNIT,
                    "{parameter} of {unit} has been missing for {time}",
                    HAS_MISSED,
                    "ga-bed-occupancy of an acute provider has been missing for 2 hours"),
            new Condition(
                    Scope.UNIT,
                    "{parameter} of {unit} has been stale for {time}",
                    HAS_BEEN_STALE,
                    "ga-bed-occupancy of an acute provider has been stale for 1 hour and 30 minutes"),
            new Condition(
                    Scope.UNIT,
                    "{unit} has sent no report for {time}",
                    HAS_BEEN_SILENT,
                    "a provider has sent no report for 1 day"),
            new Condition(
                    Scope.UNIT,
                    "a notice of {notice} is in force for {unit}",
                    HAS_NOTICE,
                    "a notice of industrial action is in force for the ICS"),
            new Condition(
                    Scope.UNIT,
                    "the SCC of {unit} is not staffed",
                    IS_STAFFED.not(),
                    "the SCC of the ICS is not staffed"),
            new Condition(Scope.UNIT, "the SCC of {unit} is staffed", IS_STAFFED, "the SCC of the ICS is staffed"),
            new Condition(
                    Scope.ACTION_OF_UNIT,
                    "the action {rule} of {unit} has not been acknowledged for {time}",
                    UNACKNOWLEDGED,
                    "the action ICS-4-01 of the ICS has not been acknowledged for 30 minutes"),
            new Condition(
                    Scope.ACTION_OF_UNIT,
                    "the action {rule} of {unit} has not been done for {time}",
                    UNDONE,
                    "the action ICS-4-01 of the ICS has not been done for 2 hours"),

            // Further conditions
            new Condition(Scope.SAME, "it is at OPEL {level} or above", IS_AT_OR_ABOVE, "it is at OPEL 3 or above"),
            new Condition(Scope.SAME, "it is at OPEL {level}", IS_AT, "it is at OPEL 4"),
            new Condition(
                    Scope.SAME,
                    "it has been at OPEL {level} or above for {time}",
                    HAS_BEEN_AT_OR_ABOVE,
                    "it has been at OPEL 3 or above for 2 hours"),
            new Condition(
                    Scope.SAME,
                    "it has been at OPEL {level} for {time}",
                    HAS_BEEN_AT,
                    "it has been at OPEL 4 for 24 hours"),
            new Condition(
                    Scope.SAME,
                    "its calculated and declared levels have differed for {time}",
                    LEVELS_HAVE_DIFFERED,
                    "its calculated and declared levels have differed for 2 hours"),
            new Condition(
                    Scope.ITS_ICS,
                    "its ICS is at OPEL {level} or above",
                    IS_AT_OR_ABOVE,
                    "its ICS is at OPEL 3 or above"),
            new Condition(Scope.ITS_ICS, "its ICS is at OPEL {level}", IS_AT, "its ICS is at OPEL 4"),
            new Condition(
                    Scope.ITS_REGION,
                    "its region is at OPEL {level} or above",
                    IS_AT_OR_ABOVE,
                    "its region is at OPEL 3 or above"),
            new Condition(Scope.ITS_REGION, "its region is at OPEL {level}", IS_AT, "its region is at OPEL 4"),
            new Condition(
                    Scope.SAME, "its {parameter} is above {number}", IS_ABOVE, "its ga-bed-occupancy is above 98"),
            new Condition(
                    Scope.SAME,
                    "its {parameter} is below {number}",
                    IS_BELOW,
                    "its ed-four-hour-performance is below 60"),
            new Condition(
                    Scope.SAME,
                    "a notice of {notice} is in force",
                    HAS_NOTICE,
                    "a notice of critical incident is in force"),
            new Condition(
                    Scope.SAME,
                    "no notice of {notice} is in force",
                    HAS_NOTICE.not(),
                    "no notice of critical incident is in force"),
            new Condition(Scope.SAME, "its SCC is not staffed", IS_STAFFED.not(), "its SCC is not staffed"),
            new Condition(Scope.SAME, "its SCC is staffed", IS_STAFFED, "its SCC is staffed"),
            new Condition(
                    Scope.ITS_ACTION,
                    "its action {rule} has not been acknowledged for {time}",
                    UNACKNOWLEDGED,
                    "its action ICS-4-01 has not been acknowledged for 30 minutes"),
            new Condition(
                    Scope.ITS_ACTION,
                    "its action {rule} has not been done for {time}",
                    UNDONE,
                    "its action ICS-4-01 has not been done for 2 hours"),

            // Consequences
            new Consequence(
                    Theme.WORK,
                    "the {role} must \"{text}\" within {time}",
                    "Call.must({role}, {text}, {time})",
                    said -> Call.must(said.role(), said.text(), said.time()),
                    "the SCC duty manager must \"convene a system call with all providers\" within 30 minutes"),
            new Consequence(
                    Theme.WORK,
                    "the {role} must consider \"{text}\" within {time}",
                    "Call.mustConsider({role}, {text}, {time})",
                    said -> Call.mustConsider(said.role(), said.text(), said.time()),
                    "the ICB executive must consider \"asking the region for mutual aid\" within 1 hour"),
            new Consequence(
                    Theme.NEWS,
                    "the {role} is informed that \"{text}\"",
                    "Call.inform({role}, {text})",
                    said -> Call.inform(said.role(), said.text()),
                    "the NHS England region is informed that \"the system is at OPEL 3\""),
            new Consequence(
                    Theme.NEWS,
                    "the {role} is informed by exception that \"{text}\"",
                    "Call.informByException({role}, {text})",
                    said -> Call.informByException(said.role(), said.text()),
                    "the national operations team is informed by exception that \"a system is at OPEL 4\""),
            new Consequence(
                    Theme.ENDS,
                    "the action {rule} is stood down",
                    "Call.standDown({rule})",
                    said -> Call.standDown(said.rule()),
                    "the action ICS-4-01 is stood down"),
            new Consequence(
                    Theme.ENDS,
                    "mutual aid is proposed",
                    "Call.proposeAid()",
                    said -> Call.proposeAid(),
                    "mutual aid is proposed"),

            // The last line of every rule
            new Phrase(
                    Phrase.Place.CITATION,
                    Theme.SOURCE,
                    "citing \"{document}\", \"{place}\", which is {assurance}",
                    "citing \"Integrated OPEL framework 2024 to 2026\", \"ICS actions\", which is unverified"),
            new Phrase(
                    Phrase.Place.CITATION,
                    Theme.SOURCE,
                    "citing \"{document}\", \"{place}\", which \"{reader}\" read on {day}",
                    "citing \"OPEL Framework 2023/24 (PRN00551)\", \"page 9\", which \"A. Name\" read on 2024-11-01"));

    private Sentences() {}

    private static Question<UnitFact> ofUnit(Theme theme, String drl, BiPredicate<UnitFact, Fillings> asks) {
        return Question.of(UnitFact.class, theme, drl, asks);
    }

    private static Question<ActionFact> ofAction(String drl, BiPredicate<ActionFact, Fillings> asks) {
        return Question.of(ActionFact.class, Theme.ACTIONS, drl, asks);
    }
}
