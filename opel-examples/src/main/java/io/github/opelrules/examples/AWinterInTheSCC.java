package io.github.opelrules.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The escalation of one ICB day by day, from the published figures of its trusts: what its levels force, and who is told.
 *
 * <p>Most parameters are missing, so levels are ranges, and a level is in force only as far as they force it. All trusts count the
 * same, which is a stand-in; nobody acknowledges or does anything, since no figures tell of that.
 */
public final class AWinterInTheSCC {

    private static final String BRISTOL = "NHS Bristol, North Somerset And South Gloucestershire Integrated Care Board";
    private static final OdsCode ICB = OdsCode.of("ICB");

    private AWinterInTheSCC() {}

    /**
     * Prints what happens, day by day.
     *
     * @param args a file of daily figures by trust and the name of an ICB in it; without them two trusts of the shipped sample
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String icb = args.length < 2 ? BRISTOL : args[1];
        List<NamedCsvRecord> rows = (args.length == 0 ? Csv.rows("sample_2022_23.csv") : Csv.rows(Path.of(args[0])))
                .stream()
                        .filter(row -> row.getField("icb_name_2025").equalsIgnoreCase(icb))
                        .toList();
        OpelEngine engine = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
        Hierarchy hierarchy = hierarchy(icb, rows);
        Map<Instant, List<SituationReport>> days = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            SituationReport report = WinterReports.report(row);
            days.computeIfAbsent(report.observedAt(), day -> new ArrayList<>()).add(report);
        }
        out.println(icb + ", what if: the framework of 2023/24 is pinned, and all trusts count the same");
        out.println();
        EscalationState state = EscalationState.none();
        for (Map.Entry<Instant, List<SituationReport>> day : days.entrySet()) {
            Instant at = day.getKey();
            EscalationInputs inputs = EscalationInputs.of(hierarchy)
                    .withSystem(engine.aggregate(hierarchy, at, engine.assessAll(day.getValue()), List.of()));
            EscalationStep step = engine.advance(state, inputs, at);
            state = step.state();
            step.events().stream()
                    .filter(event -> event.kind() == EscalationEvent.Kind.LEVEL_KNOWN
                            || event.kind() == EscalationEvent.Kind.LEVEL_ESCALATED
                            || event.kind() == EscalationEvent.Kind.LEVEL_DE_ESCALATED
                            || event.kind() == EscalationEvent.Kind.ACTION_RAISED
                            || event.kind() == EscalationEvent.Kind.MUTUAL_AID_PROPOSED)
                    .forEach(event -> out.println(line(at, event)));
        }
        out.println();
        out.println(state.actions().size() + " actions are open at the end, since nobody does them here.");
        out.println("Contains NHS England data licensed under the Open Government Licence v3.0; minimally validated,");
        out.println("percentages derived by us; not endorsed by NHS England.");
    }

    private static String line(Instant at, EscalationEvent event) {
        LocalDate day = LondonTime.dayOf(at);
        return day + "  "
                + (event.action() == null ? event.text().split("; ", 2)[0] : event.unit() + ": " + event.action());
    }

    private static Hierarchy hierarchy(String icb, List<NamedCsvRecord> rows) {
        DateRange always = new DateRange(LocalDate.of(2015, 1, 1), null);
        Stream<Unit> trusts = rows.stream()
                .map(row -> row.getField("ods_code"))
                .distinct()
                .map(code -> new Unit(
                        OdsCode.of(code),
                        "Trust " + code,
                        Tier.PROVIDER,
                        ProviderType.ACUTE,
                        List.of(new Membership(ICB, BigDecimal.ONE, always))));
        Stream<Unit> all = Stream.concat(Stream.of(new Unit(ICB, icb, Tier.ICS, null, List.of())), trusts);
        return new Hierarchy(Hierarchy.Weights.EQUAL, all.toList());
    }
}
