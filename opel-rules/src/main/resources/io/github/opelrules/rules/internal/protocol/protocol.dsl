# The sentences of escalation protocols, and what they become: a dictionary of Drools' domain-specific language.
#
# A sentence is matched as a whole, word by word. What stands in braces is filled in, and its name says with what: {unit} with
# a kind of unit, {level} with 1 to 4, {time} with a time in words, and so on. It is checked before it comes here: it holds no
# quotes, no backslash and nothing else that could be code. "Example:" begins a sentence that the next line matches.
#
# The first condition of a rule says of which unit it is, and binds it to $unit; the others speak of that one. Where two
# lines could match, the one that says more stands first.

# --- The first condition: units and their levels

# Example: at least 2 acute providers in the ICS are at OPEL 4 or above
[when]at least {count} {units} in {whole} are at OPEL {level} or above=$unit : UnitNow( is("{whole}") ) accumulate( $member : UnitNow( is("{units}"), isAtOrAbove({level}), isPartOf($unit) ); $count : count($member); $count >= {count} )
# Example: at least 2 acute providers in the ICS are at OPEL 3
[when]at least {count} {units} in {whole} are at OPEL {level}=$unit : UnitNow( is("{whole}") ) accumulate( $member : UnitNow( is("{units}"), isAt({level}), isPartOf($unit) ); $count : count($member); $count >= {count} )
# Example: at least 2 ICSs in the nation have been at OPEL 4 or above for 24 hours
[when]at least {count} {units} in {whole} have been at OPEL {level} or above for {time}=$unit : UnitNow( is("{whole}") ) accumulate( $member : UnitNow( is("{units}"), hasBeenAtOrAbove({level}, "{time}"), isPartOf($unit) ); $count : count($member); $count >= {count} )
# Example: at least 2 ICSs in the nation have been at OPEL 4 for 24 hours
[when]at least {count} {units} in {whole} have been at OPEL {level} for {time}=$unit : UnitNow( is("{whole}") ) accumulate( $member : UnitNow( is("{units}"), hasBeenAt({level}, "{time}"), isPartOf($unit) ); $count : count($member); $count >= {count} )
# Example: an acute provider in the ICS is at OPEL 3 or above
[when]{unit} in {whole} is at OPEL {level} or above=$unit : UnitNow( is("{whole}") ) exists UnitNow( is("{unit}"), isAtOrAbove({level}), isPartOf($unit) )
# Example: a community provider in the ICS is at OPEL 4
[when]{unit} in {whole} is at OPEL {level}=$unit : UnitNow( is("{whole}") ) exists UnitNow( is("{unit}"), isAt({level}), isPartOf($unit) )
# Example: the ICS and its neighbour are both at OPEL 4 or above
[when]the ICS and its neighbour are both at OPEL {level} or above=$unit : UnitNow( is("the ICS"), isAtOrAbove({level}) ) exists UnitNow( is("the ICS"), isAtOrAbove({level}), isNeighbourOf($unit) )
# Example: the ICS and its neighbour are both at OPEL 3
[when]the ICS and its neighbour are both at OPEL {level}=$unit : UnitNow( is("the ICS"), isAt({level}) ) exists UnitNow( is("the ICS"), isAt({level}), isNeighbourOf($unit) )
# Example: the calculated and declared levels of the ICS have differed for 2 hours
[when]the calculated and declared levels of {unit} have differed for {time}=$unit : UnitNow( is("{unit}"), hasDiffered("{time}") )

# --- The first condition: readings, reports, notices, the SCC and duties

# Example: ambulance-handover-mean of an acute provider has been above 45 for 1 hour
[when]{parameter} of {unit} has been above {number} for {time}=$unit : UnitNow( is("{unit}"), hasBeenAbove("{parameter}", "{number}", "{time}") )
# Example: ed-four-hour-performance of an acute provider has been below 60 for 4 hours
[when]{parameter} of {unit} has been below {number} for {time}=$unit : UnitNow( is("{unit}"), hasBeenBelow("{parameter}", "{number}", "{time}") )
# Example: ambulance-handover-mean of an acute provider is above 45
[when]{parameter} of {unit} is above {number}=$unit : UnitNow( is("{unit}"), isAbove("{parameter}", "{number}") )
# Example: ed-four-hour-performance of an acute provider is below 78
[when]{parameter} of {unit} is below {number}=$unit : UnitNow( is("{unit}"), isBelow("{parameter}", "{number}") )
# Example: ga-bed-occupancy of an acute provider has been missing for 2 hours
[when]{parameter} of {unit} has been missing for {time}=$unit : UnitNow( is("{unit}"), hasMissed("{parameter}", "{time}") )
# Example: ga-bed-occupancy of an acute provider has been stale for 1 hour and 30 minutes
[when]{parameter} of {unit} has been stale for {time}=$unit : UnitNow( is("{unit}"), hasBeenStale("{parameter}", "{time}") )
# Example: a provider has sent no report for 1 day
[when]{unit} has sent no report for {time}=$unit : UnitNow( is("{unit}"), hasBeenSilent("{time}") )
# Example: a notice of industrial action is in force for the ICS
[when]a notice of {notice} is in force for {unit}=$unit : UnitNow( is("{unit}"), hasNotice("{notice}") )
# Example: the SCC of the ICS is not staffed
[when]the SCC of {unit} is not staffed=$unit : UnitNow( is("{unit}"), !isStaffed() )
# Example: the SCC of the ICS is staffed
[when]the SCC of {unit} is staffed=$unit : UnitNow( is("{unit}"), isStaffed() )
# Example: the duty ICS-4-01 of the ICS has not been acknowledged for 30 minutes
[when]the duty {rule} of {unit} has not been acknowledged for {time}=$unit : UnitNow( is("{unit}") ) exists DutyNow( getUnit() == $unit, getRule() == "{rule}", isUnacknowledgedFor("{time}") )
# Example: the duty ICS-4-01 of the ICS has not been done for 2 hours
[when]the duty {rule} of {unit} has not been done for {time}=$unit : UnitNow( is("{unit}") ) exists DutyNow( getUnit() == $unit, getRule() == "{rule}", isUndoneFor("{time}") )

# --- Further conditions, on the unit of the first one

# Example: it has been at OPEL 3 or above for 2 hours
[when]it has been at OPEL {level} or above for {time}=UnitNow( this == $unit, hasBeenAtOrAbove({level}, "{time}") )
# Example: it has been at OPEL 4 for 24 hours
[when]it has been at OPEL {level} for {time}=UnitNow( this == $unit, hasBeenAt({level}, "{time}") )
# Example: it is at OPEL 3 or above
[when]it is at OPEL {level} or above=UnitNow( this == $unit, isAtOrAbove({level}) )
# Example: it is at OPEL 4
[when]it is at OPEL {level}=UnitNow( this == $unit, isAt({level}) )
# Example: its ICS is at OPEL 3 or above
[when]its ICS is at OPEL {level} or above=exists UnitNow( is("the ICS"), isAtOrAbove({level}), $unit.isPartOf(this) )
# Example: its ICS is at OPEL 4
[when]its ICS is at OPEL {level}=exists UnitNow( is("the ICS"), isAt({level}), $unit.isPartOf(this) )
# Example: its region is at OPEL 3 or above
[when]its region is at OPEL {level} or above=exists UnitNow( is("the region"), isAtOrAbove({level}), $unit.isPartOf(this) )
# Example: its region is at OPEL 4
[when]its region is at OPEL {level}=exists UnitNow( is("the region"), isAt({level}), $unit.isPartOf(this) )
# Example: its calculated and declared levels have differed for 2 hours
[when]its calculated and declared levels have differed for {time}=UnitNow( this == $unit, hasDiffered("{time}") )
# Example: its SCC is not staffed
[when]its SCC is not staffed=UnitNow( this == $unit, !isStaffed() )
# Example: its SCC is staffed
[when]its SCC is staffed=UnitNow( this == $unit, isStaffed() )
# Example: its duty ICS-4-01 has not been acknowledged for 30 minutes
[when]its duty {rule} has not been acknowledged for {time}=exists DutyNow( getUnit() == $unit, getRule() == "{rule}", isUnacknowledgedFor("{time}") )
# Example: its duty ICS-4-01 has not been done for 2 hours
[when]its duty {rule} has not been done for {time}=exists DutyNow( getUnit() == $unit, getRule() == "{rule}", isUndoneFor("{time}") )
# Example: its ga-bed-occupancy is above 98
[when]its {parameter} is above {number}=UnitNow( this == $unit, isAbove("{parameter}", "{number}") )
# Example: its ed-four-hour-performance is below 60
[when]its {parameter} is below {number}=UnitNow( this == $unit, isBelow("{parameter}", "{number}") )
# Example: a notice of critical incident is in force
[when]a notice of {notice} is in force=UnitNow( this == $unit, hasNotice("{notice}") )
# Example: no notice of critical incident is in force
[when]no notice of {notice} is in force=UnitNow( this == $unit, !hasNotice("{notice}") )

# --- The first condition again: units and their levels, in the plainest words

# Example: the ICS enters OPEL 3 or above
[when]{unit} enters OPEL {level} or above=$unit : UnitNow( is("{unit}"), entersOrAbove({level}) )
# Example: an acute provider enters OPEL 4
[when]{unit} enters OPEL {level}=$unit : UnitNow( is("{unit}"), enters({level}) )
# Example: the region has been at OPEL 3 or above for 12 hours
[when]{unit} has been at OPEL {level} or above for {time}=$unit : UnitNow( is("{unit}"), hasBeenAtOrAbove({level}, "{time}") )
# Example: the ICS has been at OPEL 4 for 1 day and 12 hours
[when]{unit} has been at OPEL {level} for {time}=$unit : UnitNow( is("{unit}"), hasBeenAt({level}, "{time}") )
# Example: a mental health provider is at OPEL 3 or above
[when]{unit} is at OPEL {level} or above=$unit : UnitNow( is("{unit}"), isAtOrAbove({level}) )
# Example: an NHS 111 provider is at OPEL 4
[when]{unit} is at OPEL {level}=$unit : UnitNow( is("{unit}"), isAt({level}) )
# Example: the ICS leaves OPEL 4
[when]{unit} leaves OPEL {level}=$unit : UnitNow( is("{unit}"), leaves({level}) )
# Example: the nation falls below OPEL 3
[when]{unit} falls below OPEL {level}=$unit : UnitNow( is("{unit}"), fallsBelow({level}) )

# --- Consequences

# Example: the ICB executive must consider "asking the region for mutual aid" within 1 hour
[then]the {role} must consider "{text}" within {time}=$unit.mustConsider(drools.getRule().getName(), "{role}", "{text}", "{time}");
# Example: the SCC duty manager must "convene a system call with all providers" within 30 minutes
[then]the {role} must "{text}" within {time}=$unit.must(drools.getRule().getName(), "{role}", "{text}", "{time}");
# Example: the national operations team is informed by exception that "a system is at OPEL 4"
[then]the {role} is informed by exception that "{text}"=$unit.informByException(drools.getRule().getName(), "{role}", "{text}");
# Example: the NHS England region is informed that "the system is at OPEL 3"
[then]the {role} is informed that "{text}"=$unit.inform(drools.getRule().getName(), "{role}", "{text}");
# Example: the duty ICS-4-01 is stood down
[then]the duty {rule} is stood down=$unit.standDown(drools.getRule().getName(), "{rule}");
# Example: mutual aid is proposed
[then]mutual aid is proposed=$unit.proposeMutualAid(drools.getRule().getName());

# --- The last line of every rule, which becomes the rule's @citation

# Example: citing "Integrated OPEL framework 2024 to 2026", "ICS actions", which is unverified
[then]citing "{document}", "{place}", which is {assurance}=// {document}, {place} ({assurance})
