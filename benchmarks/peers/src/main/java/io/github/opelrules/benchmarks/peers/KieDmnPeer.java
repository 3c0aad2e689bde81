package io.github.opelrules.benchmarks.peers;

import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.PlainJavaScorer;
import io.github.opelrules.rules.PlainJavaScorer.Row;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;

/**
 * KIE DMN: a decision table for each parameter, the sums, and decision tables for the levels. Java lists the reasons, and
 * nothing else.
 */
final class KieDmnPeer implements Peer {

    private final Table table;
    private final DMNRuntime runtime;
    private final DMNModel model;

    KieDmnPeer(Table table) {
        this.table = table;
        String source = model(table);
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(KieServices.get()
                        .getResources()
                        .newReaderResource(new StringReader(source))
                        .setSourcePath("opel.dmn")))
                .getOrElseThrow(IllegalStateException::new);
        this.model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages() + " in " + source);
        }
    }

    @Override
    public PlainJavaScorer.Result score(SituationReport report) {
        DMNContext context = runtime.newContext();
        int[] bands = new int[table.lines().size()];
        for (int i = 0; i < bands.length; i++) {
            context.set("value" + i, Table.value(report, table.lines().get(i)));
        }
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        for (int i = 0; i < bands.length; i++) {
            Map<?, ?> points = (Map<?, ?>) result.getContext().get("points" + i);
            bands[i] = whole(points.get("band"));
        }
        return new PlainJavaScorer.Result(
                whole(result.getContext().get("fewest")),
                whole(result.getContext().get("most")),
                whole(result.getContext().get("best")),
                whole(result.getContext().get("worst")),
                table.reasons(report, bands));
    }

    private static int whole(@Nullable Object number) {
        return ((BigDecimal) Objects.requireNonNull(number)).intValueExact();
    }

    private static String model(Table table) {
        StringBuilder model = new StringBuilder();
        List<String> points = new ArrayList<>();
        for (int i = 0; i < table.lines().size(); i++) {
            Table.Line line = table.lines().get(i);
            String value = "value" + i;
            model.append("<inputData id='%1$s' name='%1$s'><variable name='%1$s'/></inputData>".formatted(value));
            StringBuilder rules = new StringBuilder(rule("null", -1, line.fewest(), line.most()));
            for (int j = 0; j < line.bands().size(); j++) {
                Row band = line.bands().get(j);
                rules.append(rule(feel(band), j, band.points(), band.points()));
            }
            points.add("points" + i);
            model.append(decision(
                    "points" + i, "Input", List.of(value), decisionTable(value, rules, "band", "fewest", "most")));
        }
        model.append(decision("fewest", "Decision", points, sum(points, ".fewest")));
        model.append(decision("most", "Decision", points, sum(points, ".most")));
        StringBuilder levels = new StringBuilder();
        table.levels().forEach(level -> levels.append(rule(feel(level), level.points())));
        model.append(decision("best", "Decision", List.of("fewest"), decisionTable("fewest", levels, "level")));
        model.append(decision("worst", "Decision", List.of("most"), decisionTable("most", levels, "level")));
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' name='opel' namespace='opel'>" + model
                + "</definitions>";
    }

    private static String decision(String name, String kind, List<String> required, String logic) {
        StringBuilder requirements = new StringBuilder();
        for (String id : required) {
            requirements.append(
                    "<informationRequirement><required%s href='#%s'/></informationRequirement>".formatted(kind, id));
        }
        return "<decision id='%1$s' name='%1$s'><variable name='%1$s'/>%2$s%3$s</decision>"
                .formatted(name, requirements, logic);
    }

    private static String sum(List<String> names, String end) {
        return "<literalExpression><text>sum(" + String.join(end + ", ", names) + end + ")</text></literalExpression>";
    }

    private static String decisionTable(String input, CharSequence rules, String... outputs) {
        StringBuilder columns = new StringBuilder();
        for (String output : outputs) {
            columns.append("<output name='" + output + "'/>");
        }
        return "<decisionTable hitPolicy='UNIQUE'><input><inputExpression><text>" + input
                + "</text></inputExpression></input>" + columns + rules + "</decisionTable>";
    }

    private static String rule(String test, int... outputs) {
        StringBuilder entries = new StringBuilder();
        for (int output : outputs) {
            entries.append("<outputEntry><text>" + output + "</text></outputEntry>");
        }
        return "<rule><inputEntry><text>" + test + "</text></inputEntry>" + entries + "</rule>";
    }

    /** The row as a unary test of FEEL, in XML. */
    private static String feel(Row row) {
        BigDecimal low = row.low();
        BigDecimal high = row.high();
        if (low == null) {
            return (row.highIncluded() ? "&lt;= " : "&lt; ") + high;
        }
        if (high == null) {
            return (row.lowIncluded() ? "&gt;= " : "&gt; ") + low;
        }
        return (row.lowIncluded() ? "[" : "(") + low + ".." + high + (row.highIncluded() ? "]" : ")");
    }
}
