package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import java.time.Instant;

/** Something that no parameter measures and that an escalation must know. */
final class NoticeShape extends Shape<Notice> {

    static final NoticeShape NOTICE = new NoticeShape();

    private final Key<OdsCode> unit = key("unit", CODE);
    private final Key<Notice.Kind> kind = key("kind", word(Notice.Kind.values(), Notice.Kind::title));
    private final Key<Instant> from = key("from", UTC);
    private final Key<Instant> until = key("until", UTC).optional();

    private NoticeShape() {
        super("notice");
    }

    @Override
    protected Notice make(In in) {
        return new Notice(in.get(unit), in.get(kind), in.get(from), in.orNull(until));
    }

    @Override
    protected void take(Notice notice, Out out) {
        out.put(unit, notice.unit())
                .put(kind, notice.kind())
                .put(from, notice.from())
                .put(until, notice.until());
    }
}
