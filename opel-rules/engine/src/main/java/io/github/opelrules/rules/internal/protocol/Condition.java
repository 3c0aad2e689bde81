package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.framework.OpelLevel;
import java.util.Set;

/** A sentence that says what has to be so. */
public final class Condition extends Phrase {

    private final Scope shape;
    private final Question<?> question;

    Condition(Scope shape, String pattern, Question<?> question, String example) {
        super(
                shape.isFirst() ? Place.FIRST_CONDITION : Place.FURTHER_CONDITION,
                shape.isOfOthers() ? Theme.SYSTEMS : question.theme(),
                pattern,
                example);
        this.shape = shape;
        this.question = question;
    }

    Scope shape() {
        return shape;
    }

    Question<?> question() {
        return question;
    }

    /** The question as Drools rules write it; it names everything that it depends on. */
    String asked(Fillings said) {
        return said.fill(question.drl());
    }

    @Override
    String drl(Fillings said) {
        return said.fill(shape.drl(question.drl()));
    }

    /** Where the unit of the rule can be when it is so: all levels, where it does not speak of that unit's level. */
    Set<OpelLevel> levels(Fillings said) {
        return shape.isOfTheUnit() && question.levels() != LevelRelation.ANY
                ? question.levels().around(said.level())
                : Set.of(OpelLevel.values());
    }

    /** Whether it says at which levels the unit of the rule is. */
    boolean namesLevels() {
        return shape.isOfTheUnit() && question.levels().namesLevels();
    }
}
