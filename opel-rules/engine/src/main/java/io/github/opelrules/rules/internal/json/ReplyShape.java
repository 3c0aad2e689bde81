package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.UTC;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.escalate.ActionReply;
import io.github.opelrules.framework.Role;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import java.time.Instant;

/** What a role says of an action. */
final class ReplyShape extends Shape<ActionReply> {

    static final ReplyShape REPLY = new ReplyShape();

    private final Key<String> action = key("action", TEXT).says("The id of the action.");
    private final Key<ActionReply.Kind> kind = key("kind", word(ActionReply.Kind.values(), Words::hyphenated));
    private final Key<Role> by = key("by", ActionShape.ROLE);
    private final Key<Instant> at = key("at", UTC);

    private ReplyShape() {
        super("reply");
    }

    @Override
    protected ActionReply make(In in) {
        return new ActionReply(in.get(action), in.get(kind), in.get(by), in.get(at));
    }

    @Override
    protected void take(ActionReply reply, Out out) {
        out.put(action, reply.action())
                .put(kind, reply.kind())
                .put(by, reply.by())
                .put(at, reply.at());
    }
}
