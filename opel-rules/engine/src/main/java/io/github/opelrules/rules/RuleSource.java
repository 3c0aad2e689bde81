package io.github.opelrules.rules;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.cases.Case;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.cases.CaseFiles;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.signoff.SignOffSheet;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the rule files of one framework stand: in this library, in a folder or .zip, or in memory. Nothing is read before it is asked
 * for, and then it is read anew each time.
 */
public final class RuleSource {

    private final String name;
    private final @Nullable Path path;
    private final boolean shipped;
    private final Supplier<FrameworkFolder> folder;

    private RuleSource(String name, @Nullable Path path, boolean shipped, Supplier<FrameworkFolder> folder) {
        this.name = name;
        this.shipped = shipped;
        this.path = path;
        this.folder = folder;
    }

    /** All frameworks that this library ships, in the order of their first days. */
    public static List<RuleSource> bundled() {
        return FrameworkFolder.BUNDLED.stream().map(RuleSource::bundled).toList();
    }

    /**
     * A framework that this library ships.
     *
     * @throws IllegalArgumentException if the library ships none of that id
     */
    public static RuleSource bundled(FrameworkId id) {
        return bundled(Objects.requireNonNull(id, "id").value());
    }

    /** @throws IllegalArgumentException if the library ships none of that id */
    static RuleSource bundled(String id) {
        Objects.requireNonNull(id, "id");
        if (!FrameworkFolder.BUNDLED.contains(id)) {
            throw new IllegalArgumentException("This library ships no framework " + Words.quoted(id) + "."
                    + Words.didYouMean(id, FrameworkFolder.BUNDLED) + " Known: "
                    + String.join(", ", FrameworkFolder.BUNDLED) + ".");
        }
        return new RuleSource(id, null, true, () -> FrameworkFolder.bundled(id));
    }

    /**
     * Rule files on disk.
     *
     * @param folderOrZip a folder with a {@code framework.yaml} and the tables it names, or with an {@code overlay.yaml}; or a
     *     {@code .zip} of one
     */
    public static RuleSource of(Path folderOrZip) {
        Objects.requireNonNull(folderOrZip, "folderOrZip");
        return new RuleSource(folderOrZip.toString(), folderOrZip, false, () -> FrameworkFolder.of(folderOrZip));
    }

    /**
     * Rule files in memory, from a class path or a database, say. They are held to the limits of a {@code .zip}: at most 100 files,
     * 1 MiB each, 10 MiB in all, and no name that leads out of the folder; what exceeds them is a finding of the check.
     *
     * @param name what findings put before the names of files
     * @param files the bytes of each file by its name in the folder, such as {@code framework.yaml} and {@code cases/acute.yaml};
     *     copied
     */
    public static RuleSource of(String name, Map<String, byte[]> files) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(files, "files");
        Map<String, byte[]> copies = new HashMap<>();
        files.forEach((file, bytes) -> copies.put(file, bytes.clone()));
        return new RuleSource(name, null, false, () -> FrameworkFolder.of(name, copies));
    }

    /** The folder or .zip on disk; empty where the rules stand elsewhere. */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /** Checks the rule files and the form of their cases, on the day that the system's clock says, in London. */
    public RuleCheck check() {
        return check(LocalDate.now(LondonTime.ZONE));
    }

    /**
     * Checks the rule files and the form of their cases without scoring by them: everything that is wrong or odd, and how sure each
     * value is.
     *
     * @param today the day of the check, after which nobody can have read a value yet
     */
    public RuleCheck check(LocalDate today) {
        Objects.requireNonNull(today, "today");
        FrameworkFolder opened = open();
        RuleCheck check = check(opened, today);
        if (check.framework().isEmpty()) {
            return check;
        }
        Framework framework = check.framework().get();
        List<Finding> findings = new ArrayList<>(check.findings());
        if (isAnother(framework)) {
            findings.add(notAsShipped(check.folder(), framework));
        }
        findings.addAll(CaseFiles.of(opened, framework).findings());
        return new RuleCheck(check.folder(), check.framework(), findings, check.values());
    }

    /** Checks the rule files of a folder, and that what people signed for is what stands there. */
    static RuleCheck check(FrameworkFolder opened, LocalDate today) {
        RuleCheck check = FrameworkLoader.check(opened, today);
        Framework framework = check.framework().orElse(null);
        if (framework == null) {
            return check;
        }
        List<Finding> findings = new ArrayList<>(check.findings());
        try {
            opened.read(SignOffSheet.FILE)
                    .ifPresent(bytes -> findings.addAll(SignOffSheet.check(bytes, opened.name(), framework)));
        } catch (IOException e) {
            findings.add(new Finding(
                    FormCode.FILE_UNREADABLE.id(),
                    Finding.Severity.ERROR,
                    opened.name() + "/" + SignOffSheet.FILE,
                    1,
                    1,
                    "The file cannot be read: " + e.getMessage() + ". Check the file and who may read it."));
        }
        return new RuleCheck(check.folder(), check.framework(), findings, check.values());
    }

    /**
     * The worked examples that stand beside the rules, in the folder {@code cases}; none where there is no such folder.
     *
     * @throws InvalidRulesException if anything is wrong with the rule files or the cases, listing all of it
     */
    public List<Case> cases() {
        FrameworkFolder opened = open();
        return cases(opened, FrameworkLoader.load(opened));
    }

    /**
     * Tries the worked examples: reports and systems, and what must come out of each.
     *
     * @throws InvalidRulesException if anything is wrong with the rule files or the cases, listing all of it
     */
    public CaseRun tryCases() {
        FrameworkFolder opened = open();
        return tryCases(opened, FrameworkLoader.load(opened));
    }

    /** @param framework what was loaded from that folder */
    static CaseRun tryCases(FrameworkFolder folder, Framework framework) {
        return CaseRun.of(framework, cases(folder, framework));
    }

    private static List<Case> cases(FrameworkFolder folder, Framework framework) {
        CaseFiles files = CaseFiles.of(folder, framework);
        if (!files.findings().isEmpty()) {
            throw new InvalidRulesException(files.findings());
        }
        return files.cases();
    }

    /**
     * The files that make up a framework that is no overlay: its {@code framework.yaml}, the tables that it names, its protocol, its
     * cases with their tables of units, and who signed for what.
     *
     * @return the bytes of each file by its name in the folder
     * @throws InvalidRulesException if anything is wrong with the rules, listing all of it
     * @throws UncheckedIOException if the folder cannot be read
     */
    public Map<String, byte[]> files() {
        FrameworkFolder opened = open();
        Map<String, byte[]> files = new LinkedHashMap<>();
        FrameworkFolder recording = new FrameworkFolder() {
            @Override
            public String name() {
                return opened.name();
            }

            @Override
            public List<String> list(String within, String suffix) throws IOException {
                return opened.list(within, suffix);
            }

            @Override
            public Optional<byte[]> read(String file) throws IOException {
                Optional<byte[]> bytes = opened.read(file);
                bytes.ifPresent(content -> files.put(file, content));
                return bytes;
            }
        };
        FrameworkLoader.load(recording);
        try {
            List<String> cases = new ArrayList<>(opened.cases());
            cases.addAll(opened.list(FrameworkFolder.CASES, ".csv"));
            cases.add(SignOffSheet.FILE);
            for (String file : cases) {
                recording.read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The cases of " + name + " cannot be read: " + e.getMessage(), e);
        }
        return files;
    }

    /** Whether they stand in this library. */
    boolean isShipped() {
        return shipped;
    }

    FrameworkFolder open() {
        return folder.get();
    }

    private static Finding notAsShipped(String folder, Framework framework) {
        return new Finding(
                FormCode.NOT_AS_SHIPPED.id(),
                Finding.Severity.WARNING,
                folder,
                1,
                1,
                "This is not " + framework
                        + " as the library ships it, though every result will name it so. Give it an"
                        + " id of its own, such as \"local-" + framework.id() + "\", or a version of its own.");
    }

    /** Whether rules pass for a framework that this library ships, and differ from it. */
    private boolean isAnother(Framework framework) {
        String id = framework.id().value();
        if (shipped || !FrameworkFolder.BUNDLED.contains(id)) {
            return false;
        }
        Framework original = FrameworkLoader.load(FrameworkFolder.bundled(id));
        return original.version().equals(framework.version())
                && !original.digest().equals(framework.digest());
    }

    /** What findings put before the names of files: the id, the path, or the name that was given. */
    @Override
    public String toString() {
        return name;
    }
}
