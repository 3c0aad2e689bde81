package io.github.opelrules.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
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
import io.github.opelrules.tier.SystemAssessment;
import io.github.opelrules.tier.TierAssessment;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The regions of England day by day, from the published figures of their trusts.
 *
 * <p>A trust counts by the beds of its first day in the file, which is a stand-in: the real weights are not published. Codes of
 * ICSs and regions are made up here. Most parameters are missing, so most levels are ranges.
 */
public final class RegionsOfEngland {

    private static final DateRange ALWAYS = new DateRange(LocalDate.of(2020, 4, 1), null);
    private static final OdsCode ENGLAND = OdsCode.of("ENG");

    private RegionsOfEngland() {}

    /**
     * Prints a line for each day and region.
     *
     * @param args a file of daily figures by trust; without it the shipped sample of six trusts
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<NamedCsvRecord> rows = args.length == 0 ? Csv.rows("sample_2022_23.csv") : Csv.rows(Path.of(args[0]));
        OpelEngine engine = OpelRules.bundled().pinnedTo(FrameworkId.of("nhse-opel-2023-24"));
        Hierarchy hierarchy = hierarchy(rows);
        Map<Instant, List<SituationReport>> days = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            SituationReport report = WinterReports.report(row);
            days.computeIfAbsent(report.observedAt(), day -> new ArrayList<>()).add(report);
        }
        out.println(
                "What-if levels: the framework of 2023/24 is pinned, and the weights are beds, which is a stand-in.");
        out.println();
        days.forEach((at, reports) -> {
            List<Assessment> assessments = engine.assessAll(reports);
            print(engine.aggregate(hierarchy, at, assessments, List.of()), out);
        });
        out.println();
        out.println("Contains NHS England data licensed under the Open Government Licence v3.0; minimally validated,");
        out.println("percentages derived by us; not endorsed by NHS England.");
    }

    private static void print(SystemAssessment system, PrintStream out) {
        LocalDate day = LondonTime.dayOf(system.at());
        TierAssessment england = system.unit(ENGLAND).orElseThrow();
        for (TierAssessment region : england.parts()) {
            out.printf("%s  %-25s  %-25s  %s%n", day, region.unit().name(), region.level(), region.score());
        }
    }

    private static Hierarchy hierarchy(List<NamedCsvRecord> rows) {
        Map<String, Unit> units = new LinkedHashMap<>();
        units.put("England", new Unit(ENGLAND, "England", Tier.NATION, null, List.of()));
        for (NamedCsvRecord row : rows) {
            String region = row.getField("nhs_region");
            String ics = row.getField("icb_name_2025");
            String trust = row.getField("ods_code");
            String open = row.getField("ga_beds_open");
            BigDecimal beds = open.isBlank() ? BigDecimal.ZERO : new BigDecimal(open);
            if (region.isBlank() || ics.isBlank() || beds.signum() == 0) {
                continue;
            }
            units.computeIfAbsent(
                    region, name -> unit(code("Y", units), name, Tier.REGION, null, ENGLAND, BigDecimal.ONE));
            units.computeIfAbsent(
                    ics,
                    name -> unit(
                            code("Q", units),
                            name,
                            Tier.ICS,
                            null,
                            units.get(region).code(),
                            BigDecimal.ONE));
            units.computeIfAbsent(
                    trust,
                    name -> unit(
                            OdsCode.of(trust),
                            row.getField("trust_name"),
                            Tier.PROVIDER,
                            ProviderType.ACUTE,
                            units.get(ics).code(),
                            beds));
        }
        return new Hierarchy(Hierarchy.Weights.RELATIVE, List.copyOf(units.values()));
    }

    private static OdsCode code(String letter, Map<String, Unit> units) {
        return OdsCode.of(letter + (1000 + units.size()));
    }

    private static Unit unit(
            OdsCode code, String name, Tier tier, @Nullable ProviderType type, OdsCode parent, BigDecimal weight) {
        return new Unit(code, name, tier, type, List.of(new Membership(parent, weight, ALWAYS)));
    }
}
