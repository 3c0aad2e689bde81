package io.github.opelrules.rules.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.load.MemoryFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipFolderTest {

    private static final MemoryFolder SMALL = MemoryFolder.small();

    @TempDir
    private Path temporary;

    private record Entry(String name, byte[] bytes) {}

    private static List<Entry> small(String prefix) {
        List<Entry> entries = new ArrayList<>();
        for (String file : List.of("framework.yaml", "acute.yaml")) {
            entries.add(new Entry(prefix + file, SMALL.bytes(file)));
        }
        return entries;
    }

    private Path zip(List<Entry> entries) throws IOException {
        Path zip = temporary.resolve("rules.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Entry entry : entries) {
                out.putNextEntry(new ZipEntry(entry.name()));
                out.write(entry.bytes());
            }
        }
        return zip;
    }

    private Path zipWith(String name, byte[] bytes) throws IOException {
        List<Entry> entries = small("");
        entries.add(new Entry(name, bytes));
        return zip(entries);
    }

    private static Framework load(Path zip) {
        return FrameworkLoader.load(FrameworkFolder.of(zip));
    }

    private static void assertRefused(Path zip, String message) {
        assertThatThrownBy(() -> load(zip))
                .isInstanceOfSatisfying(
                        InvalidRulesException.class,
                        e -> assertThat(e.findings())
                                .containsExactly(new Finding(
                                        "OPEL-013", Finding.Severity.ERROR, zip.toString(), 1, 1, message)));
    }

    /** Changes bytes of a .zip in every place where they stand. */
    private static Path patch(Path zip, String from, String to) throws IOException {
        String text = Files.readString(zip, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return Files.writeString(zip, text.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    @Test
    void wherever_a_zip_is_damaged_or_cut_short_it_loads_or_the_finding_says_what_is_wrong() throws IOException {
        byte[] whole = Files.readAllBytes(zip(small("")));
        int refused = 0;
        for (int i = 0; i < whole.length; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0xFF;
            refused += isRefusedWithReason(damaged) ? 1 : 0;
            refused += isRefusedWithReason(Arrays.copyOf(whole, i)) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(whole.length / 7);
    }

    private boolean isRefusedWithReason(byte[] zip) throws IOException {
        RuleCheck check = FrameworkLoader.check(FrameworkFolder.of(Files.write(temporary.resolve("damaged.zip"), zip)));

        assertThat(check.findings()).extracting(Finding::message).noneMatch(message -> message.contains("null"));
        assertThat(check.framework().isPresent()).isEqualTo(check.passes());
        return !check.passes();
    }

    @Test
    void a_zip_a_folder_and_the_class_path_give_the_same_framework_and_digest() throws IOException {
        Framework fromFolder = FrameworkLoader.load(FrameworkFolder.of(MemoryFolder.resource("small")));
        Framework fromClassPath = FrameworkLoader.load(FrameworkFolder.onClassPath(MemoryFolder.class, "small"));
        Framework fromZip = load(zip(small("")));

        assertThat(fromZip).isEqualTo(fromFolder).isEqualTo(fromClassPath);
        assertThat(fromZip.digest()).isEqualTo(fromFolder.digest()).isEqualTo(fromClassPath.digest());
    }

    @Test
    void the_files_can_stand_in_one_top_folder() throws IOException {
        List<Entry> entries = small("small/");
        entries.add(0, new Entry("small/", new byte[0]));

        assertThat(load(zip(entries))).isEqualTo(FrameworkLoader.load(SMALL));
    }

    @Test
    void what_macOS_adds_is_passed_over() throws IOException {
        List<Entry> entries = small("small/");
        entries.add(new Entry("__MACOSX/small/._acute.yaml", new byte[] {0, 5, 22, 7}));

        assertThat(load(zip(entries))).isEqualTo(FrameworkLoader.load(SMALL));
    }

    @Test
    void findings_name_the_zip_and_the_file_in_it() throws IOException {
        Path zip = zip(small("").subList(0, 1));

        assertThatThrownBy(() -> load(zip))
                .hasMessage("The rules have 1 problem:\n  " + zip + "/framework.yaml:8:10: OPEL-001 There is no file"
                        + " \"acute.yaml\" in " + zip + ". Add it, or correct the name.");
    }

    @Test
    void files_in_two_folders_are_no_framework() throws IOException {
        List<Entry> entries = small("small/");
        entries.add(new Entry("other/acute.yaml", new byte[0]));
        Path zip = zip(entries);

        assertThatThrownBy(() -> load(zip))
                .hasMessageContaining("framework.yaml:1:1: OPEL-001 There is no file \"framework.yaml\" in " + zip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../acute.yaml", "a/../../b.yaml", "a/..", "/etc/passwd", "C:/a.yaml", "a\\b.yaml"})
    void a_name_that_leads_out_is_refused(String name) throws IOException {
        assertRefused(
                zipWith(name, new byte[0]),
                "The .zip has an entry named \"" + name + "\". Expected names inside the .zip, such as \"acute.yaml\","
                        + " without \"..\", a backslash or a leading slash: make it again from the folder of the rules.");
    }

    @Test
    void two_entries_of_one_name_are_refused() throws IOException {
        Path zip = patch(zipWith("brute.yaml", new byte[0]), "brute.yaml", "acute.yaml");

        assertThatThrownBy(() -> load(zip))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessage("The rules have 1 problem:\n  " + zip + ":1:1: OPEL-013 The .zip has two entries named"
                        + " \"acute.yaml\". Make it again, with one of each name.");
    }

    @Test
    void an_entry_of_more_than_1_MiB_is_refused() throws IOException {
        assertThat(load(zipWith("large.bin", new byte[1 << 20]))).hasToString("small 1.0.0");
        assertRefused(
                zipWith("large.bin", new byte[(1 << 20) + 1]),
                "The entry \"large.bin\" is larger than 1 MiB, which no rules need. Leave it out.");
    }

    @Test
    void more_than_100_entries_are_refused() throws IOException {
        List<Entry> entries = small("");
        for (int i = 2; i < 100; i++) {
            entries.add(new Entry(i + ".txt", new byte[0]));
        }
        assertThat(load(zip(entries))).hasToString("small 1.0.0");

        entries.add(new Entry("last.txt", new byte[0]));
        assertRefused(
                zip(entries),
                "The .zip has 101 entries. Expected at most 100: put only the files of one framework into it.");
    }

    @Test
    void more_than_10_MiB_in_all_are_refused_packed_or_unpacked() throws IOException {
        String tooLarge =
                "The .zip holds more than 10 MiB, which no rules need. Put only the files of one framework into it.";
        List<Entry> entries = small("");
        for (int i = 0; i < 10; i++) {
            entries.add(new Entry(i + ".bin", new byte[1 << 20]));
        }
        assertRefused(zip(entries), tooLarge);

        Path large = temporary.resolve("large.zip");
        Files.write(large, new byte[(10 << 20) + 1]);
        assertRefused(large, tooLarge);
    }

    @Test
    void an_encrypted_zip_is_refused() throws IOException {
        Path zip = zip(small(""));
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i < bytes.length - 10; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        Files.write(zip, bytes);

        assertThatThrownBy(() -> load(zip))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining(zip + ":1:1: OPEL-013 The .zip cannot be read: ")
                .hasMessageContaining("encrypted entry")
                .hasMessageEndingWith(
                        "Expected one that is whole and not encrypted: make it again, without a password.");
    }

    @Test
    void what_is_no_zip_or_none_at_all_is_refused() throws IOException {
        Path text = Files.writeString(temporary.resolve("text.zip"), "id: small");

        assertThatThrownBy(() -> load(text))
                .isInstanceOf(InvalidRulesException.class)
                .hasMessageContaining("OPEL-013 The .zip cannot be read: ");
        assertRefused(temporary.resolve("none.zip"), "There is no such file. Correct the name.");
    }

    @Test
    void a_damaged_entry_is_refused_by_its_checksum() throws IOException {
        byte[] content = "stored as it is!".getBytes(StandardCharsets.UTF_8);
        Path zip = temporary.resolve("rules.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            ZipEntry entry = new ZipEntry("framework.yaml");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            entry.setCrc(checksum.getValue());
            out.putNextEntry(entry);
            out.write(content);
        }

        assertRefused(
                patch(zip, "it is!", "it was"),
                "The entry \"framework.yaml\" is damaged: its checksum is another than the .zip says. Make the .zip"
                        + " again.");
    }

    @Test
    void whatever_is_damaged_only_findings_come_out() throws IOException {
        byte[] whole = Files.readAllBytes(zip(small("")));
        Random random = new Random(20230801);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int j = 0; j < 1 + i % 4 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path zip = Files.write(temporary.resolve("damaged.zip"), damaged);
            try {
                assertThat(load(zip)).hasToString("small 1.0.0");
            } catch (InvalidRulesException e) {
                assertThat(e.findings()).isNotEmpty();
            }
        }
    }

    @Test
    void a_folder_whose_name_ends_in_zip_is_a_folder() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("folder.zip"));
        for (Entry entry : small("")) {
            Files.write(folder.resolve(entry.name()), entry.bytes());
        }

        assertThat(load(folder)).isEqualTo(FrameworkLoader.load(SMALL));
    }

    @Test
    void all_files_come_from_one_state_of_the_zip() throws IOException {
        Path zip = zip(small(""));
        FrameworkFolder folder = FrameworkFolder.of(zip);
        folder.read("framework.yaml");
        Files.delete(zip);

        assertThat(folder.read("acute.yaml"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(SMALL.bytes("acute.yaml")));
        assertThat(folder.read("none.yaml")).isEmpty();
    }
}
