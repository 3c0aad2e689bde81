package io.github.opelrules.rules.internal.protocol;

import java.util.function.Function;

/** A sentence that says what follows. */
public final class Consequence extends Phrase {

    private final String drl;
    private final Function<Fillings, Call> calls;

    Consequence(Theme theme, String pattern, String drl, Function<Fillings, Call> calls, String example) {
        super(Place.CONSEQUENCE, theme, pattern, example);
        this.drl = drl;
        this.calls = calls;
    }

    /** What it calls for. */
    Call call(Fillings said) {
        return calls.apply(said);
    }

    @Override
    String drl(Fillings said) {
        return said.fill(drl);
    }
}
