package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.format.Dates;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Formats;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who belongs to whom. */
final class HierarchyReader {

    private static final String FORMAT = "opel.hierarchy/1";
    private static final List<String> UNIT_KEYS = List.of("code", "name", "tier", "providerType", "belongsTo");
    private static final List<String> MEMBERSHIP_KEYS = List.of("parent", "weight", "from", "until");
    private static final List<String> LINK_KEYS = List.of("between", "and", "minutes");
    private static final String LINKS = "[{ between: RXX, and: RYY, minutes: 25 }]";
    private static final int LONGEST_WAY = 24 * 60;
    private static final String BELONGS_TO = "[{ parent: QXX, weight: 1, from: 2022-07-01 }]";

    private final Findings findings;
    private final HierarchyFlaws flaws;

    HierarchyReader(Findings findings) {
        this.findings = findings;
        this.flaws = new HierarchyFlaws(findings);
    }

    /** The hierarchy, or null where it cannot be used, and then the findings say why. */
    @Nullable
    Hierarchy read(Node root) {
        Fields fields =
                Formats.fields(root, "the hierarchy", FORMAT, findings, List.of("format", "weights", "units", "links"));
        if (fields == null) {
            return null;
        }
        Hierarchy.Weights weights = fields.word("weights", Hierarchy.Weights.values());
        List<Unit> units = new ArrayList<>();
        for (Node entry : fields.entries("units", "[{ code: QXX, name: Example ICS, tier: ics, belongsTo: … }]")) {
            Fields unit = Fields.of(entry, "a unit", findings, UNIT_KEYS);
            Unit read = unit == null ? null : unit(unit, weights);
            if (read != null) {
                units.add(read);
            }
        }
        List<Hierarchy.Link> links = links(fields, units);
        return weights == null || findings.errors() > 0 ? null : flaws.hierarchy(weights, units, links);
    }

    /** The links, such as they are; the findings say what is wrong with them. */
    List<Hierarchy.Link> links(Fields fields, List<Unit> units) {
        List<Hierarchy.Link> links = new ArrayList<>();
        for (Node entry : fields.has("links") ? fields.entries("links", LINKS) : List.<Node>of()) {
            Fields link = Fields.of(entry, "a link", findings, LINK_KEYS);
            Hierarchy.Link read = link == null ? null : link(link);
            if (read != null) {
                // Units that could not be read are reported already, and a link to one would be blamed for it.
                Optional<String> flaw =
                        findings.errors() > 0 ? Optional.empty() : Hierarchy.linkFlaw(units, links, read);
                flaw.ifPresent(message -> findings.add(Hierarchy.Flaw.Code.LINK, entry.place(), message));
                links.add(read);
            }
        }
        return links;
    }

    private Hierarchy.@Nullable Link link(Fields fields) {
        OdsCode one = fields.odsCode("between", "RXX");
        OdsCode other = fields.odsCode("and", "RYY");
        Integer minutes = fields.wholeNumber("minutes", "25", 1, LONGEST_WAY);
        if (one == null || other == null || minutes == null) {
            return null;
        }
        try {
            return new Hierarchy.Link(one, other, Duration.ofMinutes(minutes));
        } catch (IllegalArgumentException e) {
            findings.add(Hierarchy.Flaw.Code.LINK, fields.place(), e.getMessage() + ". Correct one of the codes.");
            return null;
        }
    }

    private @Nullable Unit unit(Fields fields, Hierarchy.@Nullable Weights weights) {
        int before = findings.errors();
        OdsCode code = fields.odsCode("code", "QXX");
        String name = fields.text("name", "Example ICS");
        Tier tier = fields.word("tier", Tier.values());
        ProviderType type = null;
        if (tier == Tier.PROVIDER) {
            type = fields.word("providerType", ProviderType.values());
        } else if (tier != null && fields.has("providerType")) {
            findings.add(
                    FormCode.UNKNOWN_KEY,
                    fields.placeOf("providerType"),
                    "Only a provider has a \"providerType\", and this is " + tier.withArticle() + ". Remove it.");
        }
        List<Membership> memberships = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        if (tier != null && (tier != Tier.NATION || fields.has("belongsTo"))) {
            for (Node entry : fields.entriesOrNone("belongsTo", BELONGS_TO)) {
                Fields membership = Fields.of(entry, "a membership", findings, MEMBERSHIP_KEYS);
                Membership read = membership == null ? null : membership(membership, weights);
                if (read != null) {
                    memberships.add(read);
                    places.add(entry.place());
                }
            }
        }
        boolean untyped = tier == Tier.PROVIDER && type == null;
        if (code == null || name == null || tier == null || untyped || findings.errors() > before) {
            return null;
        }
        flaws.enter(fields.place(), places);
        return new Unit(code, name, tier, type, memberships);
    }

    private @Nullable Membership membership(Fields fields, Hierarchy.@Nullable Weights weights) {
        OdsCode parent = fields.odsCode("parent", "QXX");
        BigDecimal weight = BigDecimal.ONE;
        if (weights != Hierarchy.Weights.EQUAL) {
            weight = fields.weight("0.516");
        } else if (fields.has("weight")) {
            findings.add(
                    FormCode.UNKNOWN_KEY,
                    fields.placeOf("weight"),
                    "A weight stands here, but \"weights: equal\" says that there are none. Remove it, or write"
                            + " \"weights: relative\".");
        }
        DateRange dates = new Dates(findings)
                .range(fields, "2022-07-01", "2026-04-01", "the first day on which it no longer belongs there");
        return parent == null || weight == null || dates == null ? null : new Membership(parent, weight, dates);
    }
}
