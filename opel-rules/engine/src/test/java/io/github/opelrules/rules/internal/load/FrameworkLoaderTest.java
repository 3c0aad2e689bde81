package io.github.opelrules.rules.internal.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Citation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.Source;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FrameworkLoaderTest {

    private static final String BANDS_OF_THE_SECOND = """
            bands:
                  - { from: 95, points: 0 }
                  - { below: 95, points: 4, source: { document: Another document, place: page 9 } }
                assurance: { cuts: { 95: assumed }, sides: { 95.0: unverified }, points: { 0: unverified, 4: corroborated } }
            """;

    private final MemoryFolder folder = MemoryFolder.small();

    @Test
    void a_framework_is_what_its_files_say() {
        Framework framework = FrameworkLoader.load(folder);

        assertThat(framework).hasToString("small 1.0.0");
        assertThat(framework.title()).isEqualTo("A small framework");
        assertThat(framework.inForce()).hasToString("from 2024-01-01 until 2025-01-01");
        assertThat(framework.source()).isEqualTo(new Source("A document", "all of it"));
        assertThat(framework.tables()).containsOnlyKeys(ProviderType.ACUTE);
        assertThat(table(framework).total())
                .isEqualTo(new Citation(new Source("A document", "page 1"), Assurance.CORROBORATED));
    }

    @Test
    void a_band_has_the_source_of_its_parameter_unless_it_names_its_own() {
        Parameter second = table(FrameworkLoader.load(folder)).parameters().get(1);

        assertThat(second.bands())
                .extracting(band -> band.source().toString())
                .containsExactly("Another document, page 9", "A document, page 3");
    }

    @Test
    void cuts_and_sides_and_points_are_graded_one_by_one_or_all_at_once() {
        ScoringTable table = table(FrameworkLoader.load(folder));

        assertThat(table.parameters().get(0).bands())
                .extracting(band -> band.pointsAssurance())
                .containsOnly(Assurance.CORROBORATED);
        assertThat(table.parameters().get(1).bands().get(1)).satisfies(best -> {
            assertThat(best.points()).isZero();
            assertThat(best.pointsAssurance()).isEqualTo(Assurance.UNVERIFIED);
            assertThat(best.interval().lower()).satisfies(edge -> {
                assertThat(edge.assurance()).isEqualTo(Assurance.ASSUMED);
                assertThat(edge.sideAssurance()).isEqualTo(Assurance.UNVERIFIED);
            });
        });
    }

    @Test
    void level_cuts_are_cited_with_their_lowest_grade() {
        assertThat(table(FrameworkLoader.load(folder)).levels().citation())
                .isEqualTo(new Citation(new Source("A document", "page 4"), Assurance.UNVERIFIED));

        folder.replace(
                "acute.yaml",
                "6: unverified }, sides: unverified",
                "6: unverified }, sides: { 2: unverified, 4: unverified, 6: assumed }");

        assertThat(table(FrameworkLoader.load(folder)).levels().citation().assurance())
                .isEqualTo(Assurance.ASSUMED);
    }

    @Test
    void bands_can_be_announced_and_not_known_yet() {
        folder.replace("acute.yaml", BANDS_OF_THE_SECOND, "bands: expected\n")
                .replace("framework.yaml", "status: published", "status: draft");

        Parameter second = table(FrameworkLoader.load(folder)).parameters().get(1);

        assertThat(second.isExpected()).isTrue();
    }

    @Test
    void level_cuts_can_be_a_share_of_what_could_be_scored() {
        folder.replace("acute.yaml", "basis: total", "basis: share");

        ScoringTable table = table(FrameworkLoader.load(folder));

        assertThat(table.available()).isEqualTo(10);
        assertThat(table.levelOf(0)).isEqualTo(OpelLevel.OPEL_1);
        assertThat(table.levelOf(1)).isEqualTo(OpelLevel.OPEL_4);
    }

    @Test
    void a_framework_without_a_known_end_has_no_until() {
        folder.replace("framework.yaml", "until: 2025-01-01, ", "");

        assertThat(FrameworkLoader.load(folder).inForce().endExclusive()).isNull();
    }

    @Test
    void the_digest_covers_the_name_the_length_and_the_bytes_of_every_file() throws Exception {
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        for (String file : new String[] {"framework.yaml", "acute.yaml"}) {
            covered.write(file.getBytes(UTF_8));
            covered.write(0);
            covered.write(Integer.toString(folder.bytes(file).length).getBytes(UTF_8));
            covered.write(0);
            covered.write(folder.bytes(file));
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(covered.toByteArray());

        assertThat(FrameworkLoader.load(folder).digest())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
    }

    @Test
    void tables_enter_the_digest_by_name_whatever_their_order_in_the_manifest() {
        String second = folder.text("acute.yaml").replace("providerType: acute", "providerType: nhs-111");
        folder.put("nhs-111.yaml", second.getBytes(UTF_8));
        String one = FrameworkLoader.load(
                        folder.replace("framework.yaml", "[acute.yaml]", "[acute.yaml, nhs-111.yaml]"))
                .digest();
        String manifest = folder.text("framework.yaml");
        String other = FrameworkLoader.load(
                        folder.replace("framework.yaml", "[acute.yaml, nhs-111.yaml]", "[nhs-111.yaml, acute.yaml]"))
                .digest();

        assertThat(other).as("the manifest itself is another").isNotEqualTo(one);
        assertThat(FrameworkLoader.load(folder.put("framework.yaml", manifest.getBytes(UTF_8)))
                        .digest())
                .isEqualTo(one);
    }

    @Test
    void a_protocol_is_its_rules_in_the_order_of_the_files_and_how_it_is_driven() {
        String digest = FrameworkLoader.load(folder).digest();
        assertThat(FrameworkLoader.load(folder).protocol()).isNull();
        folder.put("protocol/b.dslr", rule("B-1", "an acute provider enters OPEL 3 or above"))
                .put("protocol/a.dslr", rule("A-1", "an acute provider  enters OPEL 2"))
                .put("protocol/notes.md", new byte[] {1});

        Framework framework = FrameworkLoader.load(folder);
        Protocol protocol = framework.protocol();

        assertThat(framework.digest()).isNotEqualTo(digest);
        assertThat(protocol.rules()).extracting(ProtocolRule::name).containsExactly("A-1 Convene", "B-1 Convene");
        assertThat(protocol.driver()).isEqualTo(Protocol.Driver.CALCULATED);
        assertThat(protocol.stepDownAfter()).isZero();
        assertThat(protocol.assurance()).isEqualTo(Assurance.ASSUMED);
        ProtocolRule first = protocol.rules().get(0);
        assertThat(first.file() + ":" + first.line()).isEqualTo("folder/protocol/a.dslr:2");
        assertThat(first.citation()).hasToString("A document, page 5 (unverified)");
        Sentence condition = first.conditions().get(0);
        assertThat(condition).hasToString("an acute provider  enters OPEL 2");
        assertThat(condition.pattern()).isEqualTo("{unit} enters OPEL {level}");
        assertThat(condition.slots()).hasToString("{unit=an acute provider, level=2}");
        assertThat(condition.line()).isEqualTo(4);

        folder.replace(
                "framework.yaml",
                "tables: [acute.yaml]",
                "tables: [acute.yaml]\nescalation: { driver: declared, stepDownAfter: PT2H, assurance: unverified }");

        Protocol driven = FrameworkLoader.load(folder).protocol();
        assertThat(driven.rules()).hasSize(2);
        assertThat(driven.driver()).isEqualTo(Protocol.Driver.DECLARED);
        assertThat(driven.stepDownAfter()).isEqualTo(Duration.ofHours(2));
        assertThat(driven.assurance()).isEqualTo(Assurance.UNVERIFIED);
    }

    private static byte[] rule(String id, String condition) {
        return ("# A comment\r\nrule \"" + id + " Convene\"\r\nwhen\r\n\t" + condition
                        + " \r\nthen\r\n    // another\r\n"
                        + "    the SCC duty manager must \"convene a call\" within 30 minutes\r\n"
                        + "    citing \"A document\", \"page 5\", which is unverified\r\nend\r\n")
                .getBytes(UTF_8);
    }

    @Test
    void one_changed_byte_changes_the_digest() {
        String before = FrameworkLoader.load(folder).digest();
        folder.replace("acute.yaml", "label: waiting time", "label: Waiting time");

        assertThat(FrameworkLoader.load(folder).digest()).isNotEqualTo(before);
    }

    @Test
    void only_the_manifest_and_the_tables_it_names_are_read() {
        folder.put("mental-health.yaml", new byte[] {1});

        FrameworkLoader.load(folder);

        assertThat(folder.filesRead()).containsExactly("overlay.yaml", "framework.yaml", "acute.yaml");
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_never_asked_for() {
        folder.replace(
                "framework.yaml", "[acute.yaml]", "[../secret.yaml, /etc/passwd, 'C:\\secret.yaml', acute.yaml]");

        assertThatThrownBy(() -> FrameworkLoader.load(folder)).isInstanceOf(InvalidRulesException.class);
        assertThat(folder.filesRead()).containsExactly("overlay.yaml", "framework.yaml", "acute.yaml");
    }

    @Test
    void the_exception_lists_every_finding_in_a_line_of_its_own() {
        folder.replace("framework.yaml", "status: published", "status: final")
                .replace("acute.yaml", "basis: total", "basis: sum");

        assertThatThrownBy(() -> FrameworkLoader.load(folder))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessage("""
                        The rules have 2 problems:
                          folder/framework.yaml:5:9: OPEL-038 "final" is not known for "status". Known: published, draft.
                          folder/acute.yaml:33:10: OPEL-038 "sum" is not known for "basis". Known: total, share.""");
    }

    @Test
    void a_folder_without_a_manifest_is_no_framework() {
        assertFinding(
                new MemoryFolder(),
                "folder/framework.yaml:1:1: OPEL-001 There is no file \"framework.yaml\" in folder. Add it, or correct"
                        + " the name.");
    }

    @Test
    void a_file_in_another_encoding_is_refused_at_its_first_strange_byte() {
        folder.put("framework.yaml", "format: opel.framework/1\ntitle: Café\n".getBytes(ISO_8859_1));

        assertFinding(
                folder,
                "folder/framework.yaml:2:11: OPEL-006 The byte 0xE9 is not UTF-8. Save the file with the encoding UTF-8.");
    }

    @Test
    void a_file_cut_off_within_a_character_is_not_utf_8() {
        byte[] bytes = (folder.text("framework.yaml") + "# é").getBytes(UTF_8);
        folder.put("framework.yaml", Arrays.copyOf(bytes, bytes.length - 1));

        assertFinding(
                folder,
                "folder/framework.yaml:9:3: OPEL-006 The byte 0xC3 is not UTF-8. Save the file with the encoding UTF-8.");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() {
        folder.put("framework.yaml", ("\uFEFF" + folder.text("framework.yaml")).getBytes(UTF_8));

        assertThat(FrameworkLoader.load(folder)).hasToString("small 1.0.0");
    }

    @Test
    void lines_can_end_as_on_windows() {
        folder.put(
                        "framework.yaml",
                        folder.text("framework.yaml").replace("\n", "\r\n").getBytes(UTF_8))
                .replace("framework.yaml", "status: published", "status: final");

        assertFinding(
                folder,
                "folder/framework.yaml:5:9: OPEL-038 \"final\" is not known for \"status\". Known: published, draft.");
    }

    @Test
    void a_tab_is_refused() {
        folder.replace("acute.yaml", "    worse: higher", "\tworse: higher");

        assertFinding(
                folder, "folder/acute.yaml:11:1: OPEL-007 A tab stands here. Use spaces only, in the whole file.");
    }

    @Test
    void a_control_character_is_named() {
        folder.replace("framework.yaml", "small framework", "small\u0007framework");

        assertFinding(
                folder,
                "folder/framework.yaml:4:15: OPEL-015 The character U+0007 (BEL) stands here, which cannot be seen. Take it"
                        + " away.");
    }

    @Test
    void a_control_character_in_a_key_is_named() {
        folder.replace("acute.yaml", "cuts: { 95: assumed }", "cuts: { \"95\\e[31m\": assumed }");

        assertFinding(
                folder,
                "folder/acute.yaml:31:26: OPEL-015 The character U+001B (ESCAPE) is written as an escape in this text, which"
                        + " cannot be seen. Take it away.");
    }

    @Test
    void columns_count_characters_not_bytes_or_surrogates() {
        folder.replace("framework.yaml", "{ from: 2024", "{ \"😀\": 1, from: 2024");

        assertFinding(
                folder,
                "folder/framework.yaml:6:12: OPEL-020 \"😀\" is not a key of \"inForce\"."
                        + " Known: from, until, assurance.");

        folder.replace("framework.yaml", "\"😀\": 1, from: 2024", "assurance: \"😀\", from: 2024")
                .replace("framework.yaml", ", assurance: unverified", ", wrong: 1");

        assertThatThrownBy(() -> FrameworkLoader.load(folder)).hasMessageContaining("framework.yaml:6:65: OPEL-020");
    }

    @Test
    void a_file_can_have_one_mebibyte_and_no_byte_more() {
        int room = FrameworkFolder.MOST_BYTES - folder.bytes("acute.yaml").length;
        String full = folder.text("acute.yaml") + "#" + "x".repeat(room - 1);

        assertThat(FrameworkLoader.load(folder.put("acute.yaml", full.getBytes(UTF_8))))
                .hasToString("small 1.0.0");
        assertFinding(
                folder.put("acute.yaml", (full + "x").getBytes(UTF_8)),
                "folder/acute.yaml:1:1: OPEL-004 The file is larger than 1 MiB. Split it, or remove what does not"
                        + " belong.");
    }

    @Test
    @Timeout(20)
    void nesting_that_would_exhaust_the_stack_is_refused_like_any_other() {
        folder.replace("framework.yaml", "A small framework", "[".repeat(1_000_000));

        assertFinding(
                folder,
                "folder/framework.yaml:4:27: OPEL-010 Values are nested deeper than 20 levels here. No rule needs that.");

        folder.replace("framework.yaml", "[".repeat(1_000_000), "x\n? " + "? ".repeat(400_000));

        assertThatThrownBy(() -> FrameworkLoader.load(folder)).hasMessageContaining("framework.yaml:5:41: OPEL-010");
    }

    private static void assertFinding(FrameworkFolder folder, String expected) {
        assertThatThrownBy(() -> FrameworkLoader.load(folder))
                .isInstanceOfSatisfying(
                        InvalidRulesException.class,
                        e -> assertThat(e.findings())
                                .extracting(Object::toString)
                                .containsExactly(expected));
    }

    private static ScoringTable table(Framework framework) {
        return framework.table(ProviderType.ACUTE).orElseThrow();
    }
}
