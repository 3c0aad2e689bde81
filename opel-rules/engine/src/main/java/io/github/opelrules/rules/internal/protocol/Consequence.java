package io.github.opelrules.rules.internal.protocol;

import java.util.function.Function;

/** A sentence that says what follows. */
public final class Consequence extends Phrase {

    private final String drl;
    private final Function<Said, Call> calls;

    Consequence(Theme theme, String pattern, String drl, Function<Said, Call> calls, String example) {
        super(Place.CONSEQUENCE, theme, pattern, example);
        this.drl = drl;
        this.calls = calls;
    }

    /** What it calls for. */
    Call call(Said said) {
        return calls.apply(said);
    }

    @Override
    String drl(Said said) {
        return said.fill(drl);
    }
}
