package io.github.opelrules.rules.internal.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Overlay;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayReaderTest {

    private static final String HEAD = """
            format: opel.overlay/1
            id: qxx
            version: "1.0.0"
            title: A local one
            extends: nhse-opel-2023-24
            owner: Example ICB
            """;

    private final MemoryFolder folder = MemoryFolder.overlay();
    private final Framework base = FrameworkLoader.load(MemoryFolder.bundled());

    private static ScoringTable acute(Framework framework) {
        return framework.table(ProviderType.ACUTE).orElseThrow();
    }

    private static Parameter parameter(Framework framework, String id) {
        return acute(framework).parameter(ParameterId.of(id)).orElseThrow();
    }

    private static MemoryFolder folder(String text) {
        return new MemoryFolder().put("overlay.yaml", text.getBytes(UTF_8));
    }

    @Test
    void an_overlay_is_a_framework_of_its_own_name_with_the_dates_and_the_status_of_its_base() {
        Framework local = FrameworkLoader.load(folder);

        assertThat(local).hasToString("qxx-opel-2023-24 1.0.0");
        assertThat(local.title()).isEqualTo("OPEL 2023/24 as Example ICB uses it");
        assertThat(local.status()).isEqualTo(base.status());
        assertThat(local.inForce()).isEqualTo(base.inForce());
        assertThat(local.inForceAssurance()).isEqualTo(base.inForceAssurance());
        assertThat(local.source()).isEqualTo(base.source());
        assertThat(local.tiers()).isNotNull().isEqualTo(base.tiers());
        assertThat(local.overlay().map(Overlay::extended)).contains("nhse-opel-2023-24 1.1.0");
        assertThat(local.overlay().map(Overlay::owner)).contains("Example ICB, system coordination centre");
    }

    @Test
    void an_overlay_may_say_nothing_and_is_then_as_its_base() {
        Framework local = FrameworkLoader.load(folder(HEAD));

        assertThat(local.tables()).isEqualTo(base.tables());
        assertThat(local.overlay().orElseThrow().deviations()).isEmpty();
    }

    @Test
    void local_parameters_and_thresholds_stand_beside_the_national_ones() {
        ScoringTable table = acute(FrameworkLoader.load(folder));

        assertThat(table.localParameters())
                .singleElement()
                .satisfies(local -> assertThat(local.label()).isEqualTo("patients cared for in corridors"));
        assertThat(table.thresholds())
                .extracting(threshold -> threshold.id() + ": " + threshold.parameter() + " " + threshold.interval())
                .containsExactly(
                        "long-handovers: ambulance-handover-mean above 45", "corridor-care: corridor-patients from 10");
        assertThat(table.available()).isEqualTo(44);
        assertThat(table.parameters()).hasSize(9);
    }

    @Test
    void a_label_changes_nothing_but_the_label() {
        Framework local =
                FrameworkLoader.load(folder(HEAD + "acute: { labels: { escalation-beds: beds that we opened } }\n"));
        Parameter national = parameter(base, "escalation-beds");

        assertThat(parameter(local, "escalation-beds"))
                .isEqualTo(new Parameter(
                        national.id(),
                        national.number(),
                        "beds that we opened",
                        national.definition(),
                        national.unit(),
                        national.domain(),
                        national.worse(),
                        national.maxAge(),
                        national.source(),
                        national.bands(),
                        null,
                        national.usual(),
                        national.sinceMidnight()));
    }

    @Test
    void the_draft_of_2024_to_2026_can_be_extended_too() {
        Framework draft = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2024-26"));

        Framework local = FrameworkLoader.load(folder(
                HEAD.replace("2023-24", "2024-26") + "acute: { labels: { discharge: discharges before noon } }\n"));

        assertThat(local.isDraft()).isTrue();
        assertThat(local.tiers()).isEqualTo(draft.tiers());
        assertThat(local.knownIssues()).isNotEmpty().isEqualTo(draft.knownIssues());
        assertThat(local.tables().keySet()).isEqualTo(draft.tables().keySet());
        assertThat(parameter(local, "discharge").label()).isEqualTo("discharges before noon");
        assertThat(parameter(local, "discharge").expectedPoints())
                .isNotNull()
                .isEqualTo(parameter(draft, "discharge").expectedPoints());
    }

    @Test
    void a_deviation_can_give_bands_to_a_parameter_that_waits_for_them() {
        Framework local = FrameworkLoader.load(folder(HEAD.replace("2023-24", "2024-26") + """
                acute:
                  deviations:
                    - parameter: discharge
                      reason: The region scores discharges so until the table is out
                      owner: Example ICB
                      bands: [{ from: 40, points: 0 }, { from: 20, below: 40, points: 2 }, { below: 20, points: 3 }]
                """));

        assertThat(parameter(local, "discharge").expectedPoints()).isNull();
        assertThat(parameter(local, "discharge").isExpected()).isFalse();
        assertThat(acute(local).available()).isEqualTo(30);
    }

    @Test
    void deviating_bands_are_assumed_and_cite_the_overlay() {
        Parameter deviating = parameter(FrameworkLoader.load(folder), "ga-bed-occupancy");

        assertThat(deviating.bands())
                .extracting(band -> band.interval() + ": " + band.points())
                .containsExactly("up to 90: 0", "above 90 and up to 95: 2", "above 95 and up to 98: 4", "above 98: 8");
        assertThat(deviating.bands()).allSatisfy(band -> {
            assertThat(band.assurance()).isEqualTo(Assurance.ASSUMED);
            assertThat(band.source())
                    .hasToString("OPEL 2023/24 as Example ICB uses it, deviation of Example ICB, medical director");
        });
        assertThat(deviating.domain())
                .isEqualTo(parameter(base, "ga-bed-occupancy").domain());
    }

    @Test
    void deviating_level_cuts_are_assumed_and_cite_the_overlay() {
        assertThat(acute(FrameworkLoader.load(folder)).levels()).satisfies(levels -> {
            assertThat(levels.cuts().get(0).interval()).hasToString("up to 10");
            assertThat(levels.citation())
                    .hasToString(
                            "OPEL 2023/24 as Example ICB uses it, deviation of Example ICB, chief operating officer"
                                    + " (assumed)");
        });
    }

    @Test
    void deviations_are_told_with_their_reasons_and_owners() {
        assertThat(FrameworkLoader.load(folder).deviations(ProviderType.ACUTE))
                .extracting(Object::toString)
                .containsExactly(
                        "acute, bands of ga-bed-occupancy: The board decided on 2023-11-02 to escalate earlier"
                                + " (Example ICB, medical director)",
                        "acute, level cuts: OPEL 2 begins earlier in winter (Example ICB, chief operating officer)");
    }

    @Test
    void a_deviation_of_bands_may_need_one_of_the_levels() {
        folder.replace("overlay.yaml", "above: 98, points: 8", "above: 98, points: 9");

        assertThat(acute(FrameworkLoader.load(folder)).available()).isEqualTo(45);
    }

    @Test
    void what_deviates_is_not_among_the_values_to_verify() {
        RuleCheck check = FrameworkLoader.check(folder);
        RuleCheck national = FrameworkLoader.check(FrameworkFolder.bundled("nhse-opel-2023-24"));

        assertThat(check.values())
                .extracting(GradedValue::what)
                .noneMatch(OverlayReaderTest::deviates)
                .contains("tier level cut 11");
        assertThat(check.values()).hasSize((int) national.values().stream()
                .map(GradedValue::what)
                .filter(what -> !deviates(what))
                .count());
    }

    private static boolean deviates(String what) {
        return what.startsWith("ga-bed-occupancy")
                || what.startsWith("level cut")
                || what.startsWith("side of level cut");
    }

    @Test
    void the_digest_covers_the_overlay_and_then_the_files_of_its_base() throws Exception {
        MemoryFolder national = MemoryFolder.bundled();
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        cover(covered, "overlay.yaml", folder.bytes("overlay.yaml"));
        cover(covered, "framework.yaml", national.bytes("framework.yaml"));
        cover(covered, "acute.yaml", national.bytes("acute.yaml"));
        for (String file : new String[] {"protocol/ics.dslr", "protocol/provider.dslr"}) {
            cover(
                    covered,
                    file,
                    FrameworkFolder.bundled("nhse-opel-2023-24").read(file).orElseThrow());
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(covered.toByteArray());

        assertThat(FrameworkLoader.load(folder).digest())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
    }

    private static void cover(ByteArrayOutputStream covered, String name, byte[] bytes) throws Exception {
        covered.write((name + "\0" + bytes.length + "\0").getBytes(UTF_8));
        covered.write(bytes);
    }

    @Test
    void an_overlay_adds_rules_to_the_protocol_of_its_base_and_its_digest_covers_them() {
        Framework national = FrameworkLoader.load(folder);
        folder.put("protocol/own.dslr", """
                rule "QXX-4-01 Ring the chair"
                when
                    corridor-patients of an acute provider is above 20
                    it is at OPEL 4
                then
                    the ICB executive must consider "ringing the chair of the trust" within 1 hour
                    citing "Example ICB, escalation plan", "page 3", which is assumed
                end
                """.getBytes(UTF_8));

        Framework local = FrameworkLoader.load(folder);

        List<String> before =
                national.protocol().rules().stream().map(ProtocolRule::id).toList();
        assertThat(before).isNotEmpty();
        assertThat(local.protocol().rules())
                .extracting(ProtocolRule::id)
                .startsWith(before.toArray(new String[0]))
                .endsWith("QXX-4-01")
                .hasSize(before.size() + 1);
        assertThat(local.digest()).isNotEqualTo(national.digest());
    }

    @Test
    void nothing_but_the_overlay_is_read_from_its_folder() {
        folder.put("acute.yaml", new byte[] {1});

        FrameworkLoader.load(folder);

        assertThat(folder.filesRead()).containsOnly("overlay.yaml", "framework.yaml");
    }

    @Test
    void an_overlay_that_cannot_be_used_is_refused_with_its_findings() {
        MemoryFolder empty = folder("");

        assertThatThrownBy(() -> FrameworkLoader.load(empty))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining("folder/overlay.yaml:1:1: OPEL-005");
    }

    @Test
    void an_overlay_and_its_base_cannot_both_be_in_force() {
        List<Finding> findings =
                Succession.check(List.of(FrameworkLoader.check(MemoryFolder.bundled()), FrameworkLoader.check(folder)));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "folder/overlay.yaml:1:1: OPEL-301 On 2023-08-01 both nhse-opel-2023-24 (from 2023-08-01 until"
                                + " 2024-12-01) and qxx-opel-2023-24 (from 2023-08-01 until 2024-12-01) are in force for"
                                + " acute providers, because an overlay has the dates of the framework that it extends."
                                + " Load the overlay instead of that framework, and one overlay of it only.");
    }
}
