package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;

/** Where a rule comes from. */
final class SourceShape extends Shape<Source> {

    static final SourceShape SOURCE = new SourceShape();
    static final Form<Assurance> ASSURANCE =
            word(Assurance.values(), Assurance::id).called("assurance");

    private final Key<String> document = key("document", TEXT);
    private final Key<String> place = key("place", TEXT);

    private SourceShape() {
        super("source");
    }

    @Override
    protected Source make(In in) {
        return new Source(in.get(document), in.get(place));
    }

    @Override
    protected void take(Source source, Out out) {
        out.put(document, source.document()).put(place, source.place());
    }
}
