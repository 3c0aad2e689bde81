package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.escalate.DutyReply;
import io.github.opelrules.framework.Role;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import java.time.Instant;

/** What a role says of a duty. */
final class ReplyShape extends Shape<DutyReply> {

    static final ReplyShape REPLY = new ReplyShape();

    private final Key<String> duty = key("duty", TEXT).says("The id of the duty.");
    private final Key<DutyReply.Kind> kind = key("kind", word(DutyReply.Kind.values(), Words::hyphenated));
    private final Key<Role> by = key("by", DutyShape.ROLE);
    private final Key<Instant> at = key("at", UTC);

    private ReplyShape() {
        super("reply");
    }

    @Override
    protected DutyReply make(In in) {
        return new DutyReply(in.get(duty), in.get(kind), in.get(by), in.get(at));
    }

    @Override
    protected void take(DutyReply reply, Out out) {
        out.put(duty, reply.duty()).put(kind, reply.kind()).put(by, reply.by()).put(at, reply.at());
    }
}
