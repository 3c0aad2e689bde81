package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DATE;
import static io.github.opelrules.rules.internal.format.Scalars.DIGEST;
import static io.github.opelrules.rules.internal.format.Scalars.FRAMEWORK;
import static io.github.opelrules.rules.internal.format.Scalars.TRUTH;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Overlay;
import io.github.opelrules.framework.Selection;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which rule files were applied: enough to find the same ones again. */
public abstract class FrameworkShape<T> extends Shape<T> {

    /** The version of a framework's content. */
    static final Form<String> VERSION = Scalar.exact("version", "1.0.0", FormCode.BAD_VERSION, text -> text)
            .matching("^(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})$");

    public static final Shape<Framework> APPLIED = new Applied(List.of());
    static final Shape<Chosen> CHOSEN = chosen(List.of());
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
    private FrameworkShape(String name, Collection<Framework> known) {
        super(name);
        known.forEach(framework -> this.known.put(framework.digest(), framework));
    }

    /** Which rule files were applied, and why those. */
    static Shape<Chosen> chosen(Collection<Framework> known) {
        return new ChosenShape(known);
    }

    /** Which rule files were applied to which units. */
    static Form<Map<OdsCode, Framework>> byUnit(Collection<Framework> known) {
        return ListForm.of(new EntryShape<>("applied", "framework", new Applied(known), "units", ListForm.of(CODE)))
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

    /** The framework of which a text was made; null where it is not given, which a finding says then. */
    final @Nullable Framework found(In in) {
        Framework framework = known.get(in.get(digest));
        if (framework == null) {
            List<String> given = known.values().stream()
                    .map(each -> each + " (" + each.digest() + ")")
                    .sorted()
                    .toList();
            in.wrong(
                    FormCode.BAD_TEXT,
                    digest,
                    "It was made by " + Words.quoted(in.get(id).value()) + " " + Words.quoted(in.get(version))
                            + " with the digest " + in.get(digest)
                            + ", and no framework that is given has it. Give those that made it."
                            + (given.isEmpty() ? " None is given." : " Given: " + String.join(", ", given) + "."));
        }
        return framework;
    }

    final Out identity(Framework framework, Out out) {
        return out.put(id, framework.id())
                .put(version, framework.version())
                .put(digest, framework.digest())
                .put(status, framework.status())
                .put(overlay, framework.overlay().orElse(null));
    }

    private static final class Applied extends FrameworkShape<Framework> {

        Applied(Collection<Framework> known) {
            super("framework", known);
        }

        @Override
        protected @Nullable Framework make(In in) {
            return found(in);
        }

        @Override
        protected void take(Framework framework, Out out) {
            identity(framework, out);
        }
    }

    /** The rules that scored a report, and why those. */
    record Chosen(Framework framework, Selection selection) {}

    private static final class ChosenShape extends FrameworkShape<Chosen> {

        private final Key<Boolean> pinned = key("pinned", TRUTH)
                .says("Whether the caller chose the framework. Otherwise the report's time and organisation did.");
        private final Key<LocalDate> adoptedFrom = key("adoptedFrom", DATE)
                .optional()
                .says(
                        "The day from which the organisation adopted the framework, where that and not the national date decided.");
        private final Key<LocalDate> keptUntil = key("keptUntil", DATE)
                .optional()
                .says(
                        "The day on which the organisation adopts the next framework, where it goes on with this one although it is no longer in force nationally.");

        ChosenShape(Collection<Framework> known) {
            super("chosenFramework", known);
        }

        @Override
        protected @Nullable Chosen make(In in) {
            LocalDate from = in.orNull(adoptedFrom);
            LocalDate until = in.orNull(keptUntil);
            if ((in.get(pinned) ? 1 : 0) + (from == null ? 0 : 1) + (until == null ? 0 : 1) > 1) {
                in.wrong(
                        FormCode.KEY_OUT_OF_PLACE,
                        pinned,
                        "A framework is pinned, adopted from a day, or kept until one. Keep one of the three.");
                return null;
            }
            Selection selection = in.get(pinned)
                    ? Selection.PINNED
                    : from != null
                            ? new Selection.Adopted(from)
                            : until != null ? new Selection.Kept(until) : Selection.NATIONAL;
            Framework framework = found(in);
            return framework == null ? null : new Chosen(framework, selection);
        }

        @Override
        protected void take(Chosen chosen, Out out) {
            Selection selection = chosen.selection();
            identity(chosen.framework(), out)
                    .put(pinned, selection instanceof Selection.Pinned)
                    .put(adoptedFrom, selection instanceof Selection.Adopted adopted ? adopted.from() : null)
                    .put(keptUntil, selection instanceof Selection.Kept kept ? kept.until() : null);
        }
    }
}
