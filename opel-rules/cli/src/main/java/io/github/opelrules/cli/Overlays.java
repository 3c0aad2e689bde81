package io.github.opelrules.cli;

import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LocalParameter;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.internal.Words;
import java.util.Locale;

/** How local frameworks are shown. */
final class Overlays {

    private Overlays() {}

    /** What a framework extends, whose it is and where it deviates, a line each; empty where it is no local one. */
    static String summary(Framework framework) {
        StringBuilder text = new StringBuilder();
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
