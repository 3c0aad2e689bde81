package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.tier.Declaration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what people declared. */
final class DeclarationsReader {

    private static final String FORMAT = "opel.declarations/1";
    private static final List<String> KEYS = List.of("unit", "level", "by", "at", "reason");

    private final Findings findings;

    DeclarationsReader(Findings findings) {
        this.findings = findings;
    }

    /** The declarations, or null where they cannot be used, and then the findings say why. */
    @Nullable
    List<Declaration> read(Node root) {
        Fields fields = Formats.fields(root, "the declarations", FORMAT, findings, List.of("format", "declarations"));
        if (fields == null) {
            return null;
        }
        List<Declaration> declarations = new ArrayList<>();
        for (Node entry : fields.entries(
                "declarations", "[{ unit: QXX, level: 3, by: ICB director on call, at: \"2026-01-08T09:30:00Z\" }]")) {
            Fields one = Fields.of(entry, "a declaration", findings, KEYS);
            Declaration declaration = one == null ? null : declaration(one);
            if (declaration != null) {
                declarations.add(declaration);
            }
        }
        return declarations;
    }

    private @Nullable Declaration declaration(Fields fields) {
        return declaration(fields.odsCode("unit", "QXX"), fields);
    }

    /** What was declared of a unit. */
    static @Nullable Declaration declaration(@Nullable OdsCode unit, Fields fields) {
        Integer level = fields.wholeNumber("level", "3", 1, OpelLevel.values().length);
        String by = fields.text("by", "ICB director on call");
        Instant at = fields.instant("at", "2026-01-08T09:30:00Z");
        boolean reasoned = fields.has("reason");
        String reason = reasoned ? fields.text("reason", "three trusts divert ambulances") : null;
        if (unit == null || level == null || by == null || at == null || (reasoned && reason == null)) {
            return null;
        }
        return new Declaration(unit, OpelLevel.ofNumber(level).orElseThrow(), by, at, reason);
    }
}
