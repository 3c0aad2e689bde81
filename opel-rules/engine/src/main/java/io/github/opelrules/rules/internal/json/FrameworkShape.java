package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DIGEST;
import static io.github.opelrules.rules.internal.format.Scalars.FRAMEWORK;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Overlay;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.internal.format.EntryShape;
import io.github.opelrules.rules.internal.format.Form;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Scalar;
import io.github.opelrules.rules.internal.format.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which rule files were applied: enough to find the same ones again. */
final class FrameworkShape extends Shape<Framework> {

    /** The version of a framework's content. */
    static final Form<String> VERSION = Scalar.exact("version", "1.0.0", FormCode.BAD_VERSION, text -> text)
            .matching("^(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})$");

    static final FrameworkShape APPLIED = new FrameworkShape(List.of());
    static final Form<Map<OdsCode, Framework>> BY_UNIT = byUnit(List.of());

    private final Key<FrameworkId> id = key("id", FRAMEWORK).says("Lower-case words and numbers joined by hyphens.");
    private final Key<String> version = key("version", VERSION).says("The version of the framework's content.");
    private final Key<String> digest = key("digest", DIGEST).says("The SHA-256 digest of the rule files.");
    private final Key<Framework.Status> status = key(
                    "status", word(Framework.Status.values(), Framework.Status::toString))
            .says(
                    "Whether the framework may score without being asked to. Too little is known of a draft for operational use.");
    private final Key<Overlay> overlay = key("overlay", OverlayShape.OVERLAY)
            .optional()
            .says("What makes the framework a local one. Without it, it is none.");
    private final Map<String, Framework> known = new HashMap<>();

    /** @param known those that may be named where it is read */
    FrameworkShape(Collection<Framework> known) {
        super("framework");
        known.forEach(framework -> this.known.put(framework.digest(), framework));
    }

    /** Which rule files were applied to which units. */
    static Form<Map<OdsCode, Framework>> byUnit(Collection<Framework> known) {
        return ListForm.of(
                        new EntryShape<>("applied", "framework", new FrameworkShape(known), "units", ListForm.of(CODE)))
                .orEmpty()
                .as(FrameworkShape::apart, FrameworkShape::together);
    }

    private static Map<OdsCode, Framework> apart(List<Map.Entry<Framework, List<OdsCode>>> applied) {
        Map<OdsCode, Framework> byUnit = new TreeMap<>();
        applied.forEach(entry -> entry.getValue().forEach(unit -> byUnit.put(unit, entry.getKey())));
        return byUnit;
    }

    /** Frameworks with their units, in the order of the first unit of each. */
    private static List<Map.Entry<Framework, List<OdsCode>>> together(Map<OdsCode, Framework> byUnit) {
        Map<String, Map.Entry<Framework, List<OdsCode>>> byDigest = new LinkedHashMap<>();
        byUnit.forEach((unit, framework) -> byDigest.computeIfAbsent(
                        framework.digest(), digest -> Map.entry(framework, new ArrayList<>()))
                .getValue()
                .add(unit));
        return List.copyOf(byDigest.values());
    }

    @Override
    protected @Nullable Framework make(In in) {
        Framework framework = known.get(in.get(digest));
        if (framework == null) {
            in.wrong(
                    FormCode.BAD_TEXT,
                    digest,
                    "The step was made by " + Words.quoted(in.get(id).value()) + " " + Words.quoted(in.get(version))
                            + " with the digest " + Words.quoted(in.get(digest))
                            + ", and no framework that is given has it. Give those that made it.");
        }
        return framework;
    }

    @Override
    protected void take(Framework framework, Out out) {
        out.put(id, framework.id())
                .put(version, framework.version())
                .put(digest, framework.digest())
                .put(status, framework.status())
                .put(overlay, framework.overlay().orElse(null));
    }
}
