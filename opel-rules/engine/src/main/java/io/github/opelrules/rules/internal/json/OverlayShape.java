package io.github.opelrules.rules.internal.json;

import static io.github.opelrules.rules.internal.format.Scalars.FRAMEWORK;
import static io.github.opelrules.rules.internal.format.Scalars.PARAMETER;
import static io.github.opelrules.rules.internal.format.Scalars.TEXT;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Overlay;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Shape;
import java.util.List;

/** What makes a framework a local one. */
final class OverlayShape extends Shape<Overlay> {

    static final OverlayShape OVERLAY = new OverlayShape();

    private final Key<FrameworkId> base = key("base", FRAMEWORK).says("The framework that it extends.");
    private final Key<String> baseVersion =
            key("baseVersion", FrameworkShape.VERSION).says("The version of that framework's content.");
    private final Key<String> owner = key("owner", TEXT).says("Who answers for the local additions.");
    private final Key<List<Deviation>> deviations = key(
                    "deviations", ListForm.of(new DeviationShape()).orEmpty())
            .says("Where bands or level cuts are not the national ones. If it is empty, all are.");

    private OverlayShape() {
        super("overlay");
    }

    @Override
    protected Overlay make(In in) {
        return new Overlay(in.get(base), in.get(baseVersion), in.get(owner), in.get(deviations));
    }

    @Override
    protected void take(Overlay overlay, Out out) {
        out.put(base, overlay.base())
                .put(baseVersion, overlay.baseVersion())
                .put(owner, overlay.owner())
                .put(deviations, overlay.deviations());
    }

    private static final class DeviationShape extends Shape<Deviation> {

        private final Key<ProviderType> providerType = key(
                        "providerType", word(ProviderType.values(), ProviderType::id))
                .says("Whose scoring deviates.");
        private final Key<String> what = key("what", TEXT).says("What deviates, for people.");
        private final Key<ParameterId> parameter = key("parameter", PARAMETER)
                .optional()
                .says("The parameter whose bands deviate. Without it, the level cuts do.");
        private final Key<String> reason = key("reason", TEXT);
        private final Key<String> owner = key("owner", TEXT).says("Who decided it and answers for it.");

        DeviationShape() {
            super("deviation");
        }

        @Override
        protected Deviation make(In in) {
            return new Deviation(in.get(providerType), in.orNull(parameter), in.get(reason), in.get(owner));
        }

        @Override
        protected void take(Deviation deviation, Out out) {
            out.put(providerType, deviation.providerType())
                    .put(what, deviation.what())
                    .put(parameter, deviation.parameter())
                    .put(reason, deviation.reason())
                    .put(owner, deviation.owner());
        }
    }
}
