package io.github.opelrules.rules.internal.system;

import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.tier.Hierarchy;
import io.github.opelrules.tier.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows where the units of a file stand, so that what is wrong with the hierarchy as a whole is found at its place. */
public final class HierarchyFlaws {

    private final Findings findings;
    private final List<Place> units = new ArrayList<>();
    private final List<List<Place>> memberships = new ArrayList<>();

    public HierarchyFlaws(Findings findings) {
        this.findings = findings;
    }

    /** Enters the place of the next unit, and those of its memberships. */
    public void enter(Place unit, List<Place> itsMemberships) {
        units.add(unit);
        memberships.add(itsMemberships);
    }

    /** The hierarchy of these units, or null where something is wrong with it, and then the findings say what. */
    @Nullable
    public Hierarchy hierarchy(Hierarchy.Weights weights, List<Unit> read, List<Hierarchy.Link> links) {
        List<Hierarchy.Flaw> flaws = Hierarchy.flaws(weights, read);
        for (Hierarchy.Flaw flaw : flaws) {
            Place place = flaw.membership() < 0
                    ? units.get(flaw.unit())
                    : memberships.get(flaw.unit()).get(flaw.membership());
            findings.add(flaw.code(), place, flaw.message());
        }
        return flaws.isEmpty() ? new Hierarchy(weights, read, links) : null;
    }
}
