package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Compares {@link BandTable} with a judge of another kind, at random precisions: it counts in whole numbers and knows
 * neither edges nor bands.
 *
 * <p>All cuts lie on tenths of a unit, and the judge walks over twentieths. A reading at the precision stands on every
 * {@code step}th of these; only there can a gap be one. An overlap is one wherever it is, however narrow.
 */
class BandTableGridTest {

    private static final int DOMAIN_END = 400;
    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

    /** A band in twentieths: all from the first to the last, both included. */
    private record Run(int first, int last) {}

    @Property(tries = 2000)
    void gaps_overlaps_and_unreached_bands_are_those_that_counting_finds(@ForAll Random random) {
        int step = List.of(2, 4, 10, 20, 50).get(random.nextInt(5));
        List<Run> runs = new ArrayList<>();
        List<Band> bands = new ArrayList<>();
        for (Run run : table(random)) {
            runs.add(run);
            bands.add(new Band(
                    new Interval(lower(run.first()), upper(run.last())),
                    bands.size(),
                    Assurance.PUBLISHED,
                    new Source("Example", "here")));
        }
        Domain domain = new Domain(BigDecimal.ZERO, value(DOMAIN_END), value(step));

        Set<String> judged = judge(runs, step);
        List<Flaw> found = new ArrayList<>(BandTable.flaws(domain, Parameter.Direction.HIGHER, bands));
        if (found.isEmpty()) {
            found.addAll(BandTable.warnings(domain, bands));
        } else {
            judged.remove("unreached");
        }

        Set<String> codes = new TreeSet<>();
        for (Flaw flaw : found) {
            switch (flaw.code()) {
                case BAND_GAP -> codes.add("gap");
                case BAND_OVERLAP -> codes.add("overlap");
                case BAND_UNREACHED -> codes.add("unreached");
                default -> codes.add(flaw.message());
            }
        }
        assertThat(codes).as("%s at %s: %s", bands, domain, found).isEqualTo(judged);
    }

    private static Set<String> judge(List<Run> runs, int step) {
        int[] covered = new int[DOMAIN_END + 1];
        boolean[] reading = new boolean[DOMAIN_END + 1];
        Set<String> judged = new TreeSet<>();
        for (int at = 0; at <= DOMAIN_END; at++) {
            reading[at] = at % step == 0 || at == DOMAIN_END;
        }
        for (Run run : runs) {
            boolean reached = false;
            for (int at = Math.max(0, run.first()); at <= Math.min(DOMAIN_END, run.last()); at++) {
                covered[at]++;
                reached |= reading[at];
            }
            if (!reached) {
                judged.add("unreached");
            }
        }
        for (int at = 0; at <= DOMAIN_END; at++) {
            if (covered[at] > 1) {
                judged.add("overlap");
            } else if (covered[at] == 0 && reading[at]) {
                judged.add("gap");
            }
        }
        return judged;
    }

    /** Two to six bands that meet, with a slip of up to six twentieths at one place in three. */
    private static List<Run> table(Random random) {
        List<Run> runs = new ArrayList<>();
        int first = 0;
        int bands = 2 + random.nextInt(5);
        for (int i = 0; i < bands; i++) {
            int last = i == bands - 1 ? DOMAIN_END : first + random.nextInt(60);
            int slip = random.nextInt(3) == 0 ? random.nextInt(13) - 6 : 0;
            runs.add(new Run(first, last));
            first = Math.max(runs.get(i).first() + 1, last + 1 + slip);
        }
        return runs;
    }

    /** Odd twentieths lie between tenths, so a band that begins there excludes the tenth before. */
    private static @Nullable Edge lower(int first) {
        if (first == 0) {
            return null;
        }
        boolean even = first % 2 == 0;
        return edge(even ? Edge.Kind.FROM : Edge.Kind.ABOVE, even ? first : first - 1);
    }

    private static @Nullable Edge upper(int last) {
        if (last == DOMAIN_END) {
            return null;
        }
        boolean even = last % 2 == 0;
        return edge(even ? Edge.Kind.UP_TO : Edge.Kind.BELOW, even ? last : last + 1);
    }

    private static Edge edge(Edge.Kind kind, int twentieths) {
        return new Edge(kind, value(twentieths), Assurance.PUBLISHED, Assurance.PUBLISHED);
    }

    private static BigDecimal value(int twentieths) {
        return TWENTIETH.multiply(BigDecimal.valueOf(twentieths));
    }
}
