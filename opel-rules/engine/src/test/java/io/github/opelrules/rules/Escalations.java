package io.github.opelrules.rules;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Hierarchy.Link;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small system of two ICSs, four acute trusts between them, and the 2023/24 framework with a protocol of the tests. */
public final class Escalations {

    public static final OdsCode REGION = OdsCode.of("Y01");
    public static final OdsCode ICS = OdsCode.of("QAA");
    public static final OdsCode OTHER_ICS = OdsCode.of("QBB");
    public static final OdsCode ONE = OdsCode.of("RA1");
    public static final OdsCode TWO = OdsCode.of("RA2");
    public static final OdsCode THREE = OdsCode.of("RA3");
    public static final OdsCode NEIGHBOUR = OdsCode.of("RB1");
    public static final List<OdsCode> PROVIDERS = List.of(ONE, TWO, THREE, NEIGHBOUR);

    /** A Monday in winter, when London's time is UTC. */
    public static final Instant MONDAY = Instant.parse("2024-01-08T10:00:00Z");

    public static final Hierarchy HIERARCHY = new Hierarchy(
            Hierarchy.Weights.EQUAL,
            List.of(
                    unit(OdsCode.of("ENG"), Tier.NATION, null),
                    unit(REGION, Tier.REGION, OdsCode.of("ENG")),
                    unit(ICS, Tier.ICS, REGION),
                    unit(OTHER_ICS, Tier.ICS, REGION),
                    unit(ONE, Tier.PROVIDER, ICS),
                    unit(TWO, Tier.PROVIDER, ICS),
                    unit(THREE, Tier.PROVIDER, ICS),
                    unit(NEIGHBOUR, Tier.PROVIDER, OTHER_ICS)),
            List.of(
                    new Link(ICS, OTHER_ICS, Duration.ofMinutes(60)),
                    new Link(ONE, TWO, Duration.ofMinutes(30)),
                    new Link(ONE, NEIGHBOUR, Duration.ofMinutes(50))));

    /** The same system, in which one trust goes to the other ICS on Tuesday, and another ceases to be on Wednesday. */
    public static final Hierarchy MERGING = new Hierarchy(
            Hierarchy.Weights.EQUAL,
            HIERARCHY.units().stream()
                    .map(unit -> switch (unit.code().value()) {
                        case "RA3" ->
                            provider(
                                    THREE,
                                    membership(ICS, "2020-01-01", "2024-01-09"),
                                    membership(OTHER_ICS, "2024-01-09", null));
                        case "RA2" -> provider(TWO, membership(ICS, "2020-01-01", "2024-01-10"));
                        default -> unit;
                    })
                    .toList(),
            HIERARCHY.links());

    /** The readings that give each level, the best first. */
    private static final String[][] READINGS = {
        {"10", "97", "0", "60", "40", "1", "90", "1", "8"},
        {"20", "80", "5", "90", "70", "4", "93", "3", "12"},
        {"40", "70", "15", "105", "100", "7", "96", "5", "14"},
        {"70", "50", "25", "130", "150", "12", "99", "8", "18"}
    };

    private static final List<String> PARAMETERS = List.of(
            "ambulance-handover-mean",
            "ed-four-hour-performance",
            "ed-attendance-variation",
            "majors-resus-occupancy",
            "median-time-to-treatment",
            "ed-over-12-hours",
            "ga-bed-occupancy",
            "escalation-beds",
            "no-criteria-to-reside");

    private Escalations() {}

    private static Unit provider(OdsCode code, Membership... memberships) {
        return new Unit(code, "Unit " + code, Tier.PROVIDER, ProviderType.ACUTE, List.of(memberships));
    }

    private static Membership membership(OdsCode parent, String from, @Nullable String until) {
        return new Membership(
                parent,
                BigDecimal.ONE,
                new DateRange(LocalDate.parse(from), until == null ? null : LocalDate.parse(until)));
    }

    private static Unit unit(OdsCode code, Tier tier, @Nullable OdsCode parent) {
        DateRange always = new DateRange(LocalDate.of(2020, 1, 1), null);
        return new Unit(
                code,
                "Unit " + code,
                tier,
                tier == Tier.PROVIDER ? ProviderType.ACUTE : null,
                parent == null ? List.of() : List.of(new Membership(parent, BigDecimal.ONE, always)));
    }

    /** An engine over the 2023/24 framework with a protocol of the tests. */
    public static OpelEngine engine(Path folder, String protocol, String escalation) {
        try {
            Path rules = folder.resolve("nhse-opel-2023-24");
            Files.createDirectories(rules.resolve("protocol"));
            String manifest = shipped("frameworks/nhse-opel-2023-24/framework.yaml");
            int own = manifest.indexOf("\nescalation:");
            Files.writeString(
                    rules.resolve("framework.yaml"),
                    (own < 0 ? manifest : manifest.substring(0, own)) + "\n" + escalation + "\n");
            Files.writeString(rules.resolve("acute.yaml"), shipped("frameworks/nhse-opel-2023-24/acute.yaml"));
            Files.writeString(rules.resolve("protocol").resolve("test.dslr"), protocol);
            return OpelRules.builder().folder(rules).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String shipped(String resource) {
        try (InputStream in = Objects.requireNonNull(OpelRules.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A full report of a provider at a level. */
    public static SituationReport.Builder report(OdsCode provider, Instant at, int level) {
        SituationReport.Builder report =
                SituationReport.of(provider, ProviderType.ACUTE).observedAt(at);
        for (int i = 0; i < PARAMETERS.size(); i++) {
            report.reading(PARAMETERS.get(i), READINGS[level - 1][i]);
        }
        return report;
    }

    public static Assessment assessment(OpelEngine engine, OdsCode provider, Instant at, int level) {
        return engine.assess(report(provider, at, level));
    }

    /** What is learnt from assessments: those of the providers and those of all that they belong to. */
    public static EscalationInputs inputs(OpelEngine engine, Instant at, Collection<Assessment> assessments) {
        return EscalationInputs.of(HIERARCHY).withSystem(engine.aggregate(HIERARCHY, at, assessments, List.of()));
    }
}
