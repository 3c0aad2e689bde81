package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.BandTable;
import io.github.opelrules.framework.Domain;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Flaw;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.feel.runtime.Range;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalysisMessage;
import org.kie.dmn.validation.dtanalysis.model.Bound;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;
import org.kie.dmn.validation.dtanalysis.model.Hyperrectangle;

/**
 * Compares {@link BandTable} with Drools' analysis of decision tables: bands become a DMN table of one numeric input
 * with the hit policy UNIQUE.
 *
 * <p>DMN's numbers have no precision. So an overlap is one for both, however narrow; but a gap of DMN's is one of ours
 * only where a reading can stand in it: a multiple of the precision, or an end of the domain.
 */
class DmnJudgeTest {

    private static final Source SOURCE = new Source("Example", "here");
    private static final DMNValidator VALIDATOR = DMNValidatorFactory.newValidator();
    private static final int END = 200;

    @Example
    void bundled_bands_have_no_gap_and_no_overlap() {
        for (String id : FrameworkFolder.BUNDLED) {
            Framework framework =
                    RuleSource.bundled(FrameworkId.of(id)).check().framework().orElseThrow();
            for (ScoringTable table : framework.tables().values()) {
                for (Parameter parameter : table.parameters()) {
                    if (!parameter.isExpected()) {
                        Judgement judgement = Judgement.of(parameter.domain(), parameter.bands());

                        assertThat(judgement.gaps())
                                .as("gaps of %s", parameter.id())
                                .isEmpty();
                        assertThat(judgement.overlaps())
                                .as("overlaps of %s", parameter.id())
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Example
    void a_gap_that_no_reading_can_stand_in_is_one_for_dmn_alone() {
        List<Band> bands =
                List.of(band(0, null, edge(Edge.Kind.UP_TO, "1")), band(1, edge(Edge.Kind.FROM, "1.05"), null));
        Domain tenths = new Domain(BigDecimal.ZERO, BigDecimal.TEN, new BigDecimal("0.1"));
        Domain hundredths = new Domain(BigDecimal.ZERO, BigDecimal.TEN, new BigDecimal("0.01"));

        assertThat(Judgement.of(tenths, bands).gaps()).hasToString("[above 1 and below 1.05]");
        assertThat(BandTable.flaws(tenths, Parameter.Direction.HIGHER, bands)).isEmpty();
        assertThat(BandTable.flaws(hundredths, Parameter.Direction.HIGHER, bands))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.message()).startsWith("1.01 is in no band"));
    }

    @Property(tries = 200)
    void gaps_and_overlaps_are_those_that_dmn_finds(@ForAll Random random) {
        BigDecimal precision = tenths(List.of(1, 2, 5, 10, 25).get(random.nextInt(5)));
        Domain domain = new Domain(BigDecimal.ZERO, tenths(END), precision);
        List<Band> bands = nearlyRightBands(random);

        Judgement judgement = Judgement.of(domain, bands);
        List<Flaw> flaws = BandTable.flaws(domain, Parameter.Direction.HIGHER, bands);

        List<Interval> gaps = judgement.gaps().stream()
                .filter(gap -> canHoldReading(gap, domain))
                .toList();
        String described = "%s at %s: %s".formatted(bands, domain, flaws);
        assertWitnesses(described, flaws, Flaw.Code.BAND_GAP, gaps);
        assertWitnesses(described, flaws, Flaw.Code.BAND_OVERLAP, judgement.overlaps());
    }

    /** There are flaws of this code where DMN finds stretches, and the value that each names lies in one of them. */
    private static void assertWitnesses(String bands, List<Flaw> flaws, Flaw.Code code, List<Interval> stretches) {
        List<BigDecimal> named = flaws.stream()
                .filter(flaw -> flaw.code() == code)
                .map(flaw -> new BigDecimal(flaw.message().split(" ", 2)[0]))
                .toList();
        assertThat(named.isEmpty()).as("%s of %s", code, bands).isEqualTo(stretches.isEmpty());
        assertThat(named)
                .as("values of %s in %s of %s", code, stretches, bands)
                .allMatch(value -> stretches.stream().anyMatch(stretch -> stretch.contains(value)));
    }

    private static boolean canHoldReading(Interval gap, Domain domain) {
        BigDecimal lowest = Objects.requireNonNull(gap.lower()).value();
        BigDecimal precision = domain.precision();
        BigDecimal multiple = lowest.divide(precision, 0, RoundingMode.CEILING).multiply(precision);
        return Stream.of(domain.from(), domain.upTo(), multiple, multiple.add(precision))
                .anyMatch(gap::contains);
    }

    /**
     * Two to five bands that meet, with a slip of up to three tenths, or to the wrong side, now and then. They are wide enough that
     * no three meet at once: there DMN's analysis loses the point at which one of them ends.
     */
    private static List<Band> nearlyRightBands(Random random) {
        List<Band> bands = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        int start = 0;
        Edge lower = null;
        for (int i = 0; i < count; i++) {
            int end = start + 7 + random.nextInt(29);
            Edge.Kind kind = random.nextBoolean() ? Edge.Kind.UP_TO : Edge.Kind.BELOW;
            bands.add(band(
                    i, lower, i == count - 1 ? null : edge(kind, tenths(end).toPlainString())));
            boolean wrongSide = random.nextInt(4) == 0;
            int slip = random.nextInt(3) == 0 ? random.nextInt(7) - 3 : 0;
            start = Math.max(start + 1, end + slip);
            Edge.Kind other = wrongSide == (kind == Edge.Kind.UP_TO) ? Edge.Kind.FROM : Edge.Kind.ABOVE;
            lower = edge(other, tenths(start).toPlainString());
        }
        return bands;
    }

    private static Band band(int points, @Nullable Edge lower, @Nullable Edge upper) {
        return new Band(new Interval(lower, upper), points, Assurance.PUBLISHED, SOURCE);
    }

    private static Edge edge(Edge.Kind kind, String value) {
        return new Edge(kind, new BigDecimal(value), Assurance.PUBLISHED, Assurance.PUBLISHED);
    }

    private static BigDecimal tenths(int tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }

    /** What DMN's analysis finds, in our terms. */
    private record Judgement(List<Interval> gaps, List<Interval> overlaps) {

        static Judgement of(Domain domain, List<Band> bands) {
            List<DMNMessage> messages = VALIDATOR
                    .validateUsing(DMNValidator.Validation.ANALYZE_DECISION_TABLE)
                    .theseModels(new StringReader(dmn(domain, bands)));
            DTAnalysis analysis = ((DMNDTAnalysisMessage) messages.get(0)).getAnalysis();
            assertThat(analysis.isError()).as("%s", messages).isFalse();
            return new Judgement(
                    analysis.getGaps().stream().map(Judgement::interval).toList(),
                    analysis.getOverlaps().stream()
                            .map(overlap -> interval(overlap.getOverlap()))
                            .toList());
        }

        private static Interval interval(Hyperrectangle found) {
            Bound<?> lower = found.getEdges().get(0).getLowerBound();
            Bound<?> upper = found.getEdges().get(0).getUpperBound();
            return new Interval(
                    edge(
                            isClosed(lower) ? Edge.Kind.FROM : Edge.Kind.ABOVE,
                            lower.getValue().toString()),
                    edge(
                            isClosed(upper) ? Edge.Kind.UP_TO : Edge.Kind.BELOW,
                            upper.getValue().toString()));
        }

        private static boolean isClosed(Bound<?> bound) {
            return bound.getBoundaryType() == Range.RangeBoundary.CLOSED;
        }
    }

    private static String dmn(Domain domain, List<Band> bands) {
        StringBuilder rules = new StringBuilder();
        for (Band band : bands) {
            rules.append("<rule><inputEntry><text><![CDATA[")
                    .append(test(band.interval()))
                    .append("]]></text></inputEntry><outputEntry><text>")
                    .append(band.points())
                    .append("</text></outputEntry></rule>");
        }
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    namespace="https://example.org/bands" name="bands" id="bands">
                  <inputData name="value" id="value"><variable name="value" typeRef="number"/></inputData>
                  <decision name="points" id="points">
                    <variable name="points" typeRef="number"/>
                    <informationRequirement id="needed"><requiredInput href="#value"/></informationRequirement>
                    <decisionTable hitPolicy="UNIQUE" id="table">
                      <input>
                        <inputExpression typeRef="number"><text>value</text></inputExpression>
                        <inputValues><text>[%s..%s]</text></inputValues>
                      </input>
                      <output/>
                      %s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(domain.from().toPlainString(), domain.upTo().toPlainString(), rules);
    }

    private static String test(Interval interval) {
        Edge lower = interval.lower();
        Edge upper = interval.upper();
        if (lower == null || upper == null) {
            Edge edge = lower == null ? upper : lower;
            return edge == null
                    ? "-"
                    : edge.kind().symbol().replace("≤", "<=").replace("≥", ">=") + " "
                            + edge.value().toPlainString();
        }
        return (lower.kind().isInclusive() ? "[" : "(") + lower.value().toPlainString() + ".."
                + upper.value().toPlainString() + (upper.kind().isInclusive() ? "]" : ")");
    }
}
