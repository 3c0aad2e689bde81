package io.github.opelrules.cli;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ScoringTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small overlay to begin with: one threshold, and an example of everything else to take the {@code #} from. */
final class OverlayTemplate {

    private OverlayTemplate() {}

    /**
     * The text of {@code overlay.yaml}.
     *
     * @param base the framework that it extends
     * @param id the overlay's own id
     */
    static String of(Framework base, String id) {
        ScoringTable table = base.tables().values().iterator().next();
        Parameter parameter = table.parameters().stream()
                .filter(each -> !each.isExpected())
                .findFirst()
                .orElseThrow();
        List<Band> bands = parameter.bandsFromBest();
        Interval worst = bands.get(bands.size() - 1).interval();
        return """
                # yaml-language-server: $schema=schema/opel.overlay-1.schema.json
                #
                # Local additions to %1$s. Whatever does not stand here is as it is there, its dates too.
                # Take the # from the examples that you need; "opel check" says what is wrong.
                # In thresholds and bands: from is ≥, above is >, upTo is ≤, below is <.

                format: opel.overlay/1
                id: %2$s
                version: "1.0.0" # raise it with every change that you put into service
                title: %3$s with local additions
                extends: %1$s
                owner: Example organisation # who answers for what stands here

                %4$s:
                  # Thresholds notify and never change a level.
                  notify:
                    - { id: high-%5$s, parameter: %5$s, %6$s, notice: "Ring the duty manager" }

                  # What people here call a parameter.
                  # labels: { %5$s: %7$s }

                  # Parameters of your own: thresholds can be set on them, and they never score.
                  # parameters:
                  #   - id: corridor-patients
                  #     label: patients cared for in corridors
                  #     definition: patients cared for in corridors at the time of the report
                  #     unit: patients
                  #     domain: { from: 0, upTo: 500, precision: 1 }
                  #     worse: higher
                  #     maxAge: PT4H

                  # Deviations change what scores. Every result then says that it is not national, with reason and owner.
                  # deviations:
                  #   - parameter: %5$s # below are the national bands: change them
                  #     reason: who decided what, when and why
                  #     owner: who answers for it
                  #     bands:
                %8$s""".formatted(
                        base.id(),
                        id,
                        base.title(),
                        table.providerType(),
                        parameter.id(),
                        edges(worst),
                        parameter.label(),
                        bands.stream().map(OverlayTemplate::band).collect(Collectors.joining()));
    }

    private static String band(Band band) {
        return "  #       - { " + edges(band.interval()) + ", points: " + band.points() + " }\n";
    }

    private static String edges(Interval interval) {
        List<String> edges = new ArrayList<>();
        add(interval.lower(), edges);
        add(interval.upper(), edges);
        return String.join(", ", edges);
    }

    private static void add(@Nullable Edge edge, List<String> edges) {
        if (edge != null) {
            edges.add(edge.kind().key() + ": " + edge.value().toPlainString());
        }
    }
}
