package io.github.opelrules.rules.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.load.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkFolderTest {

    @TempDir
    private Path temporary;

    private Path directory;

    @BeforeEach
    void copyTheSmallFramework() throws IOException {
        directory = Files.createDirectory(temporary.resolve("rules"));
        for (String file : new String[] {"framework.yaml", "acute.yaml"}) {
            Files.copy(MemoryFolder.resource("small").resolve(file), directory.resolve(file));
        }
    }

    @Test
    void a_directory_loads_as_a_framework() {
        assertThat(FrameworkLoader.load(FrameworkFolder.of(directory))).hasToString("small 1.0.0");
    }

    @Test
    void findings_name_the_directory_so_that_the_file_can_be_opened() throws IOException {
        Files.delete(directory.resolve("acute.yaml"));

        assertThatThrownBy(() -> FrameworkLoader.load(FrameworkFolder.of(directory)))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessage(
                        "The rules have 1 problem:\n  " + directory + "/framework.yaml:8:10: OPEL-001 There is no file"
                                + " \"acute.yaml\" in " + directory + ". Add it, or correct the name.");
    }

    @Test
    void a_directory_that_is_not_there_has_no_manifest() {
        assertThatThrownBy(() -> FrameworkLoader.load(FrameworkFolder.of(temporary.resolve("elsewhere"))))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining(
                        "OPEL-001 There is no file \"framework.yaml\" in " + temporary.resolve("elsewhere"));
    }

    @Test
    void a_link_that_leaves_the_folder_is_not_followed() throws IOException {
        Path outside = Files.move(directory.resolve("acute.yaml"), temporary.resolve("outside.yaml"));
        Files.createSymbolicLink(directory.resolve("acute.yaml"), outside);

        assertThatThrownBy(() -> FrameworkLoader.load(FrameworkFolder.of(directory)))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining(
                        "framework.yaml:8:10: OPEL-003 \"acute.yaml\" leads out of the folder. Rules are read"
                                + " from one folder only: put the file itself there.");
    }

    @Test
    void a_link_that_stays_in_the_folder_is_followed() throws IOException {
        Files.move(directory.resolve("acute.yaml"), directory.resolve("acute-1.yaml"));
        Files.createSymbolicLink(directory.resolve("acute.yaml"), Path.of("acute-1.yaml"));

        assertThat(FrameworkLoader.load(FrameworkFolder.of(directory))).hasToString("small 1.0.0");
    }

    @Test
    void the_folder_itself_can_be_a_link() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);

        assertThat(FrameworkLoader.load(FrameworkFolder.of(link))).hasToString("small 1.0.0");
    }

    @Test
    void a_path_out_of_the_folder_is_refused_by_the_folder_too() throws IOException {
        Path outside = Files.createFile(temporary.resolve("outside.yaml"));

        assertThatThrownBy(() -> FrameworkFolder.of(directory).read("../outside.yaml"))
                .isInstanceOf(FrameworkFolder.OutsideFolderException.class);
        assertThatThrownBy(() -> FrameworkFolder.of(directory).read(outside.toString()))
                .isInstanceOf(FrameworkFolder.OutsideFolderException.class);
    }

    @Test
    void a_directory_in_the_place_of_a_file_cannot_be_read() throws IOException {
        Files.delete(directory.resolve("acute.yaml"));
        Files.createDirectory(directory.resolve("acute.yaml"));

        assertThatThrownBy(() -> FrameworkLoader.load(FrameworkFolder.of(directory)))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining("framework.yaml:8:10: OPEL-002 \"acute.yaml\" cannot be read: it is not a file."
                        + " Check the file and who may read it.");
    }

    @Test
    void no_more_is_read_of_a_huge_file_than_shows_that_it_is_huge() throws IOException {
        Files.write(directory.resolve("acute.yaml"), new byte[3 * FrameworkFolder.MOST_BYTES]);

        assertThat(FrameworkFolder.of(directory).read("acute.yaml"))
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(FrameworkFolder.MOST_BYTES + 1));
    }

    @Test
    void the_class_path_gives_the_same_framework_as_the_same_directory() {
        FrameworkFolder onClassPath = FrameworkFolder.onClassPath(MemoryFolder.class, "small");

        assertThat(onClassPath.name()).isEqualTo("small");
        assertThat(FrameworkLoader.load(onClassPath)).isEqualTo(FrameworkLoader.load(FrameworkFolder.of(directory)));
    }

    @ParameterizedTest
    @CsvSource({"nhse-opel-2023-24", "nhse-opel-2024-26"})
    void the_index_of_a_bundled_folder_names_all_its_files(String id) throws IOException {
        Path folder = Path.of("src/main/resources/io/github/opelrules/rules/frameworks", id);

        assertThat(FrameworkFolder.bundled(id).cases())
                .isNotEmpty()
                .isEqualTo(FrameworkFolder.of(folder).cases());
        assertThat(FrameworkFolder.bundled(id).protocol())
                .isNotEmpty()
                .isEqualTo(FrameworkFolder.of(folder).protocol());
    }

    @Test
    void what_is_not_on_the_class_path_is_absent() throws IOException {
        assertThat(FrameworkFolder.bundled("nhse-opel-1999").read("framework.yaml"))
                .isEmpty();
    }
}
