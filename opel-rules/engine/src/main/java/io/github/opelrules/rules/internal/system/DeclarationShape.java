package io.github.opelrules.rules.internal.system;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.LEVEL;
import static io.github.opelrules.rules.internal.format.Scalars.SAID;
import static io.github.opelrules.rules.internal.format.Scalars.TIME;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.line;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import io.github.opelrules.tier.Declaration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The level that people say a unit is at. */
public final class DeclarationShape extends Shape<Declaration> {

    /** One that stands alone, as the library writes it. */
    public static final Format<Declaration> DECLARATION = new Format<>(
            "opel.declaration/1",
            "the declaration",
            "The level that people say a unit is at",
            new DeclarationShape(null, SAID, UTC));

    /** Those of a file. */
    public static final Format<List<Declaration>> DECLARATIONS =
            new Format<>("opel.declarations/1", "the declarations", "The levels that people declared", new ListShape());

    private final @Nullable Key<OdsCode> around;
    private final Key<OdsCode> unit;
    private final Key<OpelLevel> level;
    private final Key<String> by;
    private final Key<Instant> at;
    private final Key<String> reason;

    private DeclarationShape(@Nullable Key<OdsCode> around, Form<String> texts, Form<Instant> times) {
        super("declaration");
        this.around = around;
        unit = around == null ? key("unit", CODE) : around;
        level = key("level", LEVEL);
        by = key("by", texts).like("ICB director on call").says("The role that declared it, never a person's name.");
        at = key("at", times).says("From when it holds.");
        reason = key("reason", texts).like("three trusts divert ambulances").optional();
    }

    /** What was declared of the unit that a mapping around it is of, as the library writes it. */
    public static DeclarationShape of(Key<OdsCode> around) {
        return new DeclarationShape(around, SAID, UTC);
    }

    @Override
    protected void check(In in) {
        if (in.orNull(unit) == null) {
            in.fail();
        }
    }

    @Override
    protected Declaration make(In in) {
        return new Declaration(in.get(unit), in.get(level), in.get(by), in.get(at), in.orNull(reason));
    }

    @Override
    protected void take(Declaration declared, Out out) {
        if (around == null) {
            out.put(unit, declared.unit());
        }
        out.put(level, declared.level())
                .put(by, declared.by())
                .put(at, declared.at())
                .put(reason, declared.reason());
    }

    private static final class ListShape extends Shape<List<Declaration>> {

        private final Key<List<Declaration>> declarations =
                key("declarations", ListForm.of(new DeclarationShape(null, line("…"), TIME), "a declaration"));

        ListShape() {
            super("declarations");
        }

        @Override
        protected List<Declaration> make(In in) {
            return in.get(declarations);
        }

        @Override
        protected void take(List<Declaration> all, Out out) {
            out.put(declarations, all);
        }
    }
}
