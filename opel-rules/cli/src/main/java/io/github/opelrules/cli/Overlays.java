package io.github.opelrules.cli;

import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LocalParameter;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.RuleSource;
import java.util.Locale;
import java.util.Optional;

/** How local frameworks are shown. */
final class Overlays {

    private Overlays() {}

    /**
     * The draft of this library that a framework takes the place of; what it extends, whose it is and where it deviates; a line each,
     * empty where there is none of it.
     */
    static String summary(Framework framework) {
        StringBuilder text = new StringBuilder();
        replaced(framework)
                .ifPresent(draft -> line(
                        text,
                        "replaces   the draft " + draft + " that comes with this program, and has its national id"));
        framework.overlay().ifPresent(overlay -> {
            line(text, "extends    " + overlay.extended());
            line(text, "owner      " + overlay.owner());
            int parameters = 0;
            int thresholds = 0;
            for (ScoringTable table : framework.tables().values()) {
                parameters += table.localParameters().size();
                thresholds += table.thresholds().size();
            }
            line(
                    text,
                    "adds       " + Words.count(parameters, "local parameter") + ", "
                            + Words.count(thresholds, "threshold"));
            for (Deviation deviation : overlay.deviations()) {
                line(text, "deviates   " + deviation);
            }
        });
        return text.toString();
    }

    /** The draft that comes with this program under the id of a framework that is another; empty where there is none. */
    static Optional<Framework> replaced(Framework framework) {
        return RuleSource.bundled().stream()
                .filter(source -> source.toString().equals(framework.id().value()))
                .flatMap(source -> source.check().framework().stream())
                .filter(shipped -> shipped.isDraft() && !shipped.digest().equals(framework.digest()))
                .findFirst();
    }

    /** The local additions of one provider type, to be read; empty where there are none. */
    static String additions(ScoringTable table) {
        StringBuilder text = new StringBuilder();
        if (!table.localParameters().isEmpty()) {
            text.append("\nLocal parameters, which never score\n");
            for (LocalParameter parameter : table.localParameters()) {
                line(text, title(parameter));
            }
        }
        if (!table.thresholds().isEmpty()) {
            text.append("\nLocal thresholds, which notify and change no level\n");
            for (Threshold threshold : table.thresholds()) {
                line(
                        text,
                        threshold.id() + ": " + threshold.parameter() + " " + threshold.interval() + ": "
                                + threshold.notice());
            }
        }
        return text.toString();
    }

    /** {@code G&A bed occupancy (ga-bed-occupancy), in % from 0 to 150, higher is worse}. */
    static String title(Quantity quantity) {
        return quantity.label() + " (" + quantity.id() + "), in " + quantity.unit() + " from "
                + quantity.domain() + ", "
                + quantity.worse().name().toLowerCase(Locale.ROOT) + " is worse"
                + (quantity instanceof Parameter parameter && parameter.sinceMidnight() ? ", since midnight" : "");
    }

    private static void line(StringBuilder text, String content) {
        text.append("  ").append(content).append('\n');
    }
}
