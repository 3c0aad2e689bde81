package io.github.opelrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each command says of a local overlay. */
class OverlayCommandsTest {

    private static final String BUNDLED = "nhse-opel-2023-24";
    private static final Path OVERLAY =
            Path.of("../engine/src/test/resources/io/github/opelrules/rules/internal/load/overlay/overlay.yaml");
    private static final String WHOSE = """
              extends    nhse-opel-2023-24 1.1.0
              owner      Example ICB, system coordination centre
              adds       1 local parameter, 2 thresholds
              deviates   acute, bands of ga-bed-occupancy: The board decided on 2023-11-02 to escalate earlier \
            (Example ICB, medical director)
              deviates   acute, level cuts: OPEL 2 begins earlier in winter (Example ICB, chief operating officer)
            """;

    @TempDir
    private Path temporary;

    private String folder(String name, String old, String text) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        String overlay = Files.readString(OVERLAY);
        assertThat(overlay).contains(old);
        Files.writeString(folder.resolve("overlay.yaml"), overlay.replace(old, text));
        return folder.toString();
    }

    private String folder() throws IOException {
        return folder("overlay", "", "");
    }

    private String newOverlay() {
        String folder = temporary.resolve("mine").toString();
        Result result = Result.of("new", BUNDLED, folder, "--overlay");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(folder + " holds local-nhse-opel-2023-24, which extends nhse-opel-2023-24: overlay.yaml.\n"
                        + "Next:\n");
        return folder;
    }

    @Test
    void new_writes_an_overlay_that_loads_and_only_notifies() throws IOException {
        String folder = newOverlay();

        assertThat(Result.of("check", folder).out())
                .startsWith("local-nhse-opel-2023-24 1.0.0: no error.\n")
                .endsWith("  owner      Example organisation\n  adds       0 local parameters, 1 threshold\n");
        assertThat(temporary.resolve("mine/schema/opel.overlay-1.schema.json")).exists();
        assertThat(temporary.resolve("mine/framework.yaml")).doesNotExist();
    }

    @Test
    void the_examples_in_a_new_overlay_are_right_once_their_number_signs_are_taken_away() throws IOException {
        String folder = newOverlay();
        Path file = Path.of(folder, "overlay.yaml");
        String text = Files.readString(file);
        int examples = text.indexOf("  # labels:");
        Files.writeString(
                file,
                text.substring(0, examples)
                        + text.substring(examples)
                                .replaceAll("(?m)^  # ([A-Z].*)$", "")
                                .replace("  # ", "  ")
                                .replace("upTo: 15,", "upTo: 20,")
                                .replace("above: 15,", "above: 20,"));

        assertThat(Result.of("check", folder).out())
                .startsWith("local-nhse-opel-2023-24 1.0.0: no error.\n")
                .contains("adds       1 local parameter, 1 threshold\n")
                .contains("deviates   acute, bands of ambulance-handover-mean: who decided what, when and why");
    }

    @Test
    void check_frameworks_and_rules_say_whose_an_overlay_is_and_where_it_deviates() throws IOException {
        String folder = folder();

        assertThat(Result.of("check", folder).out())
                .isEqualTo("qxx-opel-2023-24 1.0.0: no error.\n"
                        + "124 values: 0 published, 64 corroborated, 39 unverified, 21 assumed.\n"
                        + "Status: in use; none of its 124 values was read.\n"
                        + WHOSE);
        assertThat(Result.of("frameworks", "--rules", folder).out())
                .startsWith("qxx-opel-2023-24 1.0.0: OPEL 2023/24 as Example ICB uses it\n")
                .endsWith(WHOSE);
        assertThat(Result.of("frameworks", "--rules", folder, "--format", "json")
                        .out())
                .contains("\"overlay\":{\"base\":\"nhse-opel-2023-24\",\"baseVersion\":\"1.1.0\"");
        assertThat(Result.of("rules", folder).out())
                .contains("""

                        Local parameters, which never score
                          patients cared for in corridors (corridor-patients), in patients from 0 to 500, higher is worse

                        Local thresholds, which notify and change no level
                          long-handovers: ambulance-handover-mean above 45: Ring the ambulance trust's duty manager
                          corridor-care: corridor-patients from 10: Patients are cared for in corridors.
                        """)
                .endsWith("\n=== Whose rules these are ===\n\n" + WHOSE);
    }

    @Test
    void score_tells_notifications_under_the_report_and_deviations_below_the_table() throws IOException {
        Path report = temporary.resolve("report.json");
        Files.writeString(report, """
                {"format": "opel.report/1", "organisation": "RXX", "providerType": "acute",
                 "observedAt": "2024-01-08T08:00:00Z", "readings": {"ambulance-handover-mean": "50"}}""");

        assertThat(Result.of("score", "--rules", folder(), report.toString()).out())
                .contains("""
                        and 6 more
                          Notification: Ring the ambulance trust's duty manager. Mean ambulance handover time: 50 min, \
                        and the threshold is above 45 min.
                          Notification: Cannot be told whether: Patients are cared for in corridors. \
                        Patients cared for in corridors is not known (not submitted, so unknown); \
                        the threshold is from 10 patients.
                        """)
                .contains("\nScored by qxx-opel-2023-24 1.0.0, which is not the national framework: local bands of"
                        + " ga-bed-occupancy and level cuts; lowest evidence grade of any value used: assumed.\n");
    }

    @Test
    void diff_shows_labels_thresholds_and_deviations() throws IOException {
        assertThat(Result.of("diff", BUNDLED, folder()).out())
                .contains("extends: none → nhse-opel-2023-24 1.1.0\n")
                .contains("deviation, acute, level cuts: none → OPEL 2 begins earlier in winter (Example ICB, chief")
                .contains("    above 90 and up to 92% (90.01 to 92.00): 0 → 2\n")
                .contains("    label: G&A bed occupancy → G&A bed occupancy at 08:00\n")
                .contains("    above 10 and up to 11: OPEL 1 → OPEL 2\n")
                .contains("""
                          notifications
                            local parameter corridor-patients: none → 0 to 500 patients, precision 1, at most PT4H old, \
                        higher is worse
                            threshold long-handovers: none → ambulance-handover-mean above 45
                        """)
                .contains("    notice of corridor-care: none → Patients are cared for in corridors.\n");
        assertThat(Result.of("diff", BUNDLED, folder(), "--format", "markdown").out())
                .contains("\n- threshold long-handovers: none → ambulance-handover-mean above 45\n");
    }

    @Test
    void a_patch_of_an_overlay_must_not_change_what_is_notified() throws IOException {
        String patch = "version: \"1.0.1\"";
        String before = folder();
        String other = folder("other", "above: 45", "above: 50");
        Path file = Path.of(other, "overlay.yaml");
        Files.writeString(file, Files.readString(file).replace("version: \"1.0.0\"", patch));

        Result result = Result.of("diff", before, other);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "Error OPEL-450: Version 1.0.1 is a PATCH of 1.0.0 and so claims that no result changes, but it"
                                + " notifies differently (threshold long-handovers: ambulance-handover-mean above 45 →"
                                + " ambulance-handover-mean above 50): raise MINOR, to 1.1.0.");
    }

    @Test
    void a_patch_of_an_overlay_may_change_a_notice() throws IOException {
        String before = folder();
        String other = folder("other", "Patients are cared for in corridors.", "Tell the chief nurse.");
        Path file = Path.of(other, "overlay.yaml");
        Files.writeString(file, Files.readString(file).replace("\"1.0.0\"", "\"1.0.1\""));

        assertThat(Result.of("diff", before, other)).satisfies(result -> {
            assertThat(result.exitCode()).isZero();
            assertThat(result.out())
                    .contains("No result can change")
                    .contains("notice of corridor-care: Patients are cared for in corridors. → Tell the chief nurse.");
        });
    }
}
