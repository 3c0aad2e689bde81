package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.LEVEL;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;

import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.OneOf;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A level, as far as it is known. */
public final class LevelForm extends OneOf<Level> {

    private static final ExactShape EXACT = new ExactShape();
    private static final BetweenShape BETWEEN = new BetweenShape();
    private static final UndeterminedShape UNDETERMINED = new UndeterminedShape();
    public static final LevelForm OUTCOME = new LevelForm();

    private LevelForm() {
        super("level", EXACT, BETWEEN, UNDETERMINED);
    }

    @Override
    public void write(Level level, JsonGenerator json) {
        if (level instanceof Level.Exact exact) {
            EXACT.write(exact, json);
        } else if (level instanceof Level.Between between) {
            BETWEEN.write(between, json);
        } else if (level instanceof Level.Undetermined undetermined) {
            UNDETERMINED.write(undetermined, json);
        }
    }

    private static final class ExactShape extends Shape<Level.Exact> {

        private final Key<OpelLevel> level = key("level", LEVEL);

        ExactShape() {
            super("exact", "kind", "exact");
        }

        @Override
        protected Level.Exact make(In in) {
            return new Level.Exact(in.get(level));
        }

        @Override
        protected void take(Level.Exact exact, Out out) {
            out.put(level, exact.level());
        }
    }

    private static final class BetweenShape extends Shape<Level.Between> {

        private final Key<OpelLevel> best = key("best", LEVEL);
        private final Key<OpelLevel> worst = key("worst", LEVEL);

        BetweenShape() {
            super("between", "kind", "between");
        }

        @Override
        protected Level.Between make(In in) {
            return new Level.Between(in.get(best), in.get(worst));
        }

        @Override
        protected void take(Level.Between between, Out out) {
            out.put(best, between.best()).put(worst, between.worst());
        }
    }

    private static final class UndeterminedShape extends Shape<Level.Undetermined> {

        private final Key<List<String>> reasons = key("reasons", ListForm.of(TEXT));

        UndeterminedShape() {
            super("undetermined", "kind", "undetermined");
        }

        @Override
        protected Level.Undetermined make(In in) {
            return new Level.Undetermined(in.get(reasons));
        }

        @Override
        protected void take(Level.Undetermined undetermined, Out out) {
            out.put(reasons, undetermined.reasons());
        }
    }
}
