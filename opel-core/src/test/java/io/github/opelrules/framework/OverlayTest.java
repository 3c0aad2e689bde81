package io.github.opelrules.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.opelrules.Frameworks;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {

    private static final Framework BASE = Frameworks.acute();
    private static final Deviation BANDS =
            new Deviation(ProviderType.ACUTE, ParameterId.of("ga-bed-occupancy"), "Winter", "Medical director");
    private static final Deviation CUTS = new Deviation(ProviderType.ACUTE, null, "Winter", "Medical director");

    private static LocalParameter local(String id, String label, Duration maxAge) {
        return new LocalParameter(
                ParameterId.of(id),
                label,
                "what is measured",
                "patients",
                Frameworks.domain("0", "500", "1"),
                Parameter.Direction.HIGHER,
                maxAge);
    }

    private static LocalParameter corridor() {
        return local("corridor-patients", "patients in corridors", Duration.ofHours(4));
    }

    private static Threshold threshold(String id, String parameter, String interval) {
        return new Threshold(id, ParameterId.of(parameter), Frameworks.interval(interval), "Ring somebody");
    }

    private static ScoringTable table(List<LocalParameter> parameters, Threshold... thresholds) {
        ScoringTable national = Frameworks.acuteTable();
        return new ScoringTable(
                ProviderType.ACUTE,
                national.parameters(),
                national.total(),
                national.levels(),
                parameters,
                List.of(thresholds));
    }

    private static Framework framework(String id, @Nullable Overlay overlay) {
        return new Framework(
                FrameworkId.of(id),
                "1.0.0",
                "A local one",
                BASE.status(),
                BASE.inForce(),
                BASE.inForceAssurance(),
                BASE.source(),
                BASE.tables(),
                BASE.tiers(),
                BASE.protocol(),
                BASE.digest(),
                BASE.knownIssues(),
                overlay);
    }

    private static Overlay overlay(Deviation... deviations) {
        return new Overlay(BASE.id(), "1.0.0", "Example ICB", List.of(deviations));
    }

    @ParameterizedTest
    @CsvSource({
        "above 45, 45, 45, false, false",
        "above 45, 45, 46, false, true",
        "above 45, 45.01, 46, true, true",
        "from 45, 45, 45, true, true",
        "below 45, 44, 45, false, true",
        "from 10 and up to 20, 9, 21, false, true"
    })
    void a_threshold_is_met_throughout_a_stretch_or_touched_by_it(
            String interval, BigDecimal low, BigDecimal high, boolean throughout, boolean perhaps) {
        Threshold threshold = threshold("long", "ambulance-handover-mean", interval);

        assertThat(threshold.isMetThroughout(new Stretch(low, high))).isEqualTo(throughout);
        assertThat(threshold.mayBeMet(new Stretch(low, high))).isEqualTo(perhaps);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            above 500             | THRESHOLD_NEVER
            below 0               | THRESHOLD_NEVER
            above 3 and below 4   | THRESHOLD_NEVER
            from 0                | THRESHOLD_ALWAYS
            from 0 and up to 500  | THRESHOLD_ALWAYS
            from 500              |
            above 0               |
            up to 0               |
            from 3 and below 4    |
            """)
    void a_threshold_that_tells_nothing_is_a_flaw(String interval, Flaw.@Nullable Code code) {
        assertThat(threshold("many", "corridor-patients", interval)
                        .flaw(corridor().domain())
                        .map(Flaw::code))
                .isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void local_parameters_are_known_to_reports_and_not_to_the_score() {
        ScoringTable table = table(List.of(corridor()), threshold("many", "corridor-patients", "from 10"));

        assertThat(table.quantity(corridor().id())).contains(corridor());
        assertThat(table.quantity(ParameterId.of("ga-bed-occupancy")))
                .contains(Frameworks.acuteTable()
                        .parameter(ParameterId.of("ga-bed-occupancy"))
                        .orElseThrow());
        assertThat(table.quantity(ParameterId.of("other"))).isEmpty();
        assertThat(table.quantities()).hasSize(5);
        assertThat(table.parameter(corridor().id())).isEmpty();
        assertThat(table.available()).isEqualTo(Frameworks.acuteTable().available());
    }

    @Test
    void a_table_refuses_additions_that_do_not_fit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(List.of(corridor(), corridor())))
                .withMessage("Local parameter corridor-patients has the id of another parameter: give it its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(List.of(local("escalation-beds", "beds", Duration.ofHours(1)))))
                .withMessage("Local parameter escalation-beds has the id of another parameter: give it its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(List.of(), threshold("many", "corridor-patients", "from 10")))
                .withMessage("Threshold many is about corridor-patients, which is no parameter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(
                        List.of(corridor()),
                        threshold("many", "corridor-patients", "from 10"),
                        threshold("many", "corridor-patients", "from 20")))
                .withMessage("Two thresholds have the id many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(List.of(corridor()), threshold("many", "corridor-patients", "above 500")))
                .withMessageContaining("\"many\" would never notify");
    }

    @Test
    void parts_are_refused_that_say_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> local("x", " ", Duration.ofHours(1)))
                .withMessage("Local parameter x needs a label, a definition and a unit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> local("x", "two\nlines", Duration.ofHours(1)))
                .withMessageContaining("one line of plain text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> local("x", "x", Duration.ZERO))
                .withMessageContaining("greatest age is above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> threshold("Not An Id", "x", "from 1"))
                .withMessageContaining("is not the id of a threshold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold("x", ParameterId.of("x"), Frameworks.interval("from 1"), "two\nlines"))
                .withMessage("Threshold x: its notice is one line of plain text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deviation(ProviderType.ACUTE, null, " ", "somebody"))
                .withMessageContaining("needs a reason and an owner");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Overlay(BASE.id(), "1", "somebody", List.of()))
                .withMessageContaining("needs an owner and the version of what it extends");
    }

    @Test
    void deviations_are_those_of_one_provider_type() {
        Framework local = framework("local", overlay(BANDS, CUTS));

        assertThat(local.deviations(ProviderType.ACUTE)).containsExactly(BANDS, CUTS);
        assertThat(local.deviations(ProviderType.COMMUNITY)).isEmpty();
        assertThat(BASE.deviations(ProviderType.ACUTE)).isEmpty();
        assertThat(BASE.overlay()).isEmpty();
        assertThat(BANDS).hasToString("acute, bands of ga-bed-occupancy: Winter (Medical director)");
        assertThat(CUTS).hasToString("acute, level cuts: Winter (Medical director)");
    }

    @Test
    void an_overlay_cannot_be_in_force_beside_its_base_or_another_overlay_of_it() {
        Framework one = framework("one", overlay());
        Framework other = framework("other", overlay());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameworkSet(List.of(BASE, one)))
                .withMessage("Both example-2023-24 and one are in force for [acute] at once, because an overlay has the"
                        + " dates of the framework that it extends. Load the overlay instead of that framework, and one"
                        + " overlay of it only.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameworkSet(List.of(one, other)))
                .withMessageStartingWith("Both one and other");
        assertThat(FrameworkSet.isSameBase(BASE, framework("unrelated", null))).isFalse();
    }
}
