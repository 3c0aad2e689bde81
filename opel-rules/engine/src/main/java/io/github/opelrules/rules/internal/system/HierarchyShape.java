package io.github.opelrules.rules.internal.system;

import static io.github.opelrules.rules.internal.format.Scalars.CODE;
import static io.github.opelrules.rules.internal.format.Scalars.DATE;
import static io.github.opelrules.rules.internal.format.Scalars.WEIGHT;
import static io.github.opelrules.rules.internal.format.Scalars.line;
import static io.github.opelrules.rules.internal.format.Scalars.wholeNumber;
import static io.github.opelrules.rules.internal.format.Scalars.word;

import io.github.opelrules.framework.DateRange;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.format.Dates;
import io.github.opelrules.rules.internal.format.Fields;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Format;
import io.github.opelrules.rules.internal.format.In;
import io.github.opelrules.rules.internal.format.Key;
import io.github.opelrules.rules.internal.format.ListForm;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Out;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.Schema;
import io.github.opelrules.rules.internal.format.Shape;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Hierarchy.Link;
import io.github.opelrules.tier.Hierarchy.Weights;
import io.github.opelrules.tier.Membership;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who belongs to whom. */
public final class HierarchyShape extends Shape<Hierarchy> {

    private static final HierarchyShape SHAPE = new HierarchyShape();

    public static final Format<Hierarchy> HIERARCHY =
            new Format<>("opel.hierarchy/1", "the hierarchy", "Who belongs to whom, and when", SHAPE);

    private static final int LONGEST_WAY = 24 * 60;

    private final Key<Weights> weights = key("weights", word(Weights.values(), HierarchyShape::inLowerCase))
            .says("shares: those of one parent add up to 1 for each provider type. relative: only their ratios count."
                    + " equal: there are none, and each unit counts the same.");
    private final Key<List<Unit>> units = key("units", ListForm.of(new UnitShape(true), "a unit"))
            .like("[{ code: QXX, name: Example ICS, tier: ics, belongsTo: … }]");
    private final Key<List<Link>> links = key("links", ListForm.of(new LinkShape(), "a link"))
            .optional()
            .says(
                    "How far it is between neighbours of one tier that can help each other; a link leads in both directions.");

    private HierarchyShape() {
        super("hierarchy");
    }

    /** The links of a mapping that says elsewhere which units there are; the findings say what is wrong with them. */
    public static List<Link> links(Fields fields, List<Unit> units, Findings findings) {
        In in = SHAPE.some(fields, findings, SHAPE.links);
        SHAPE.checkLinks(in, units);
        return in.usable(SHAPE.links);
    }

    @Override
    protected void check(In in) {
        checkLinks(in, in.usable(units));
    }

    /** Units that could not be read are reported already, and a link to one would be blamed for it. */
    private void checkLinks(In in, List<Unit> all) {
        List<Link> known = in.usable(links);
        for (int i = 0; i < known.size() && in.findings().errors() == 0; i++) {
            Place place = in.node(links, i).place();
            Hierarchy.linkFlaw(all, known.subList(0, i), known.get(i))
                    .ifPresent(message -> in.findings().add(Hierarchy.Flaw.Code.LINK, place, message));
        }
    }

    @Override
    protected @Nullable Hierarchy make(In in) {
        if (in.findings().errors() > 0) {
            return null;
        }
        HierarchyFlaws flaws = new HierarchyFlaws(in.findings());
        for (int i = 0; i < in.get(units).size(); i++) {
            Node unit = in.node(units, i);
            flaws.enter(unit.place(), placesOfMemberships(unit));
        }
        return flaws.hierarchy(in.get(weights), in.get(units), in.get(links));
    }

    private static List<Place> placesOfMemberships(Node unit) {
        Node.Entry memberships =
                unit instanceof Node.Mapping mapping ? mapping.entries().get("belongsTo") : null;
        return memberships != null && memberships.value() instanceof Node.Sequence list
                ? list.items().stream().map(Node::place).toList()
                : List.of();
    }

    @Override
    protected void take(Hierarchy hierarchy, Out out) {
        boolean weighted = hierarchy.weights() != Weights.EQUAL;
        out.put(weights, hierarchy.weights())
                .put(units, hierarchy.units(), ListForm.of(new UnitShape(weighted)))
                .put(links, hierarchy.links());
    }

    private static String inLowerCase(Weights weights) {
        return weights.name().toLowerCase(Locale.ROOT);
    }

    private static final class UnitShape extends Shape<Unit> {

        private final Key<OdsCode> code = key("code", CODE);
        private final Key<String> name = key("name", line("Example ICS")).says("What people call it.");
        private final Key<Tier> tier = key("tier", word(Tier.values(), Tier::id));
        private final Key<ProviderType> providerType = key(
                        "providerType", word(ProviderType.values(), ProviderType::id))
                .optional()
                .says("Of a provider, and of no other unit.");
        private final Key<List<Membership>> belongsTo;

        /** @param weighted whether units have weights */
        UnitShape(boolean weighted) {
            super("unit");
            belongsTo = key(
                            "belongsTo",
                            ListForm.of(new MembershipShape(weighted), "a membership")
                                    .orEmpty())
                    .optional()
                    .like("[{ parent: QXX, weight: 1, from: 2022-07-01 }]")
                    .says(
                            "What it belonged to, one entry for each stretch of time; an empty list where it belongs to nothing."
                                    + " Only a nation may do without.");
        }

        @Override
        protected void check(In in) {
            Tier is = in.orNull(tier);
            if (is == Tier.PROVIDER) {
                in.require(providerType);
            } else if (is != null && in.has(providerType)) {
                in.wrong(
                        FormCode.UNKNOWN_KEY,
                        providerType,
                        "Only a provider has a \"providerType\", and this is " + is.withArticle() + ". Remove it.");
            }
            if (is != null && is != Tier.NATION) {
                in.require(belongsTo);
            }
        }

        @Override
        protected Unit make(In in) {
            return new Unit(in.get(code), in.get(name), in.get(tier), in.orNull(providerType), in.usable(belongsTo));
        }

        @Override
        protected void take(Unit unit, Out out) {
            boolean bare = unit.tier() == Tier.NATION && unit.memberships().isEmpty();
            out.put(code, unit.code())
                    .put(name, unit.name())
                    .put(tier, unit.tier())
                    .put(providerType, unit.providerType())
                    .put(belongsTo, bare ? null : unit.memberships());
        }

        @Override
        protected void addToSchema(Map<String, Object> members) {
            members.put(
                    "allOf",
                    List.of(Schema.members(
                            "if",
                                    Schema.members(
                                            "properties", Schema.members("tier", Schema.members("const", "provider"))),
                            "then", Schema.members("required", List.of("providerType")),
                            "else", Schema.members("properties", Schema.members("providerType", false)))));
        }
    }

    private static final class MembershipShape extends Shape<Membership> {

        private final Key<OdsCode> parent = key("parent", CODE).says("A unit of the next tier.");
        private final Key<BigDecimal> weight =
                key("weight", WEIGHT).optional().says("How much it counts there; not where the weights are equal.");
        private final Key<LocalDate> from = key("from", DATE).says("The first day, in London.");
        private final Key<LocalDate> until = key("until", DATE)
                .optional()
                .like("2026-04-01")
                .says("The first day on which it no longer belongs there.");
        private final boolean weighted;

        MembershipShape(boolean weighted) {
            super("membership");
            this.weighted = weighted;
        }

        @Override
        protected void check(In in) {
            if (in.orNull(SHAPE.weights) != Weights.EQUAL) {
                in.require(weight);
            } else if (in.has(weight)) {
                in.wrong(
                        FormCode.UNKNOWN_KEY,
                        weight,
                        "A weight stands here, but \"weights: equal\" says that there are none. Remove it, or write"
                                + " \"weights: relative\".");
            }
        }

        @Override
        protected @Nullable Membership make(In in) {
            BigDecimal counts = in.orNull(weight);
            DateRange dates = Dates.range(in, from, until, "the first day on which it no longer belongs there");
            return dates == null
                    ? null
                    : new Membership(in.get(parent), counts == null ? BigDecimal.ONE : counts, dates);
        }

        @Override
        protected void take(Membership membership, Out out) {
            out.put(parent, membership.parent())
                    .put(weight, weighted ? membership.weight() : null)
                    .put(from, membership.dates().startInclusive())
                    .put(until, membership.dates().endExclusive());
        }
    }

    private static final class LinkShape extends Shape<Link> {

        private final Key<OdsCode> between = key("between", CODE).like("RXX");
        private final Key<OdsCode> and = key("and", CODE).like("RYY");
        private final Key<Integer> minutes =
                key("minutes", wholeNumber("25", 1, LONGEST_WAY)).says("How long the way takes.");

        LinkShape() {
            super("link");
        }

        @Override
        protected @Nullable Link make(In in) {
            try {
                return new Link(in.get(between), in.get(and), Duration.ofMinutes(in.get(minutes)));
            } catch (IllegalArgumentException e) {
                in.findings().add(Hierarchy.Flaw.Code.LINK, in.place(), e.getMessage() + ". Correct one of the codes.");
                return null;
            }
        }

        @Override
        protected void take(Link link, Out out) {
            out.put(between, link.one())
                    .put(and, link.other())
                    .put(minutes, Math.toIntExact(link.travel().toMinutes()));
        }
    }
}
