package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Deviation;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.digest.Sha256;
import io.github.opelrules.rules.internal.format.Findings;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.format.Inspection;
import io.github.opelrules.rules.internal.format.Node;
import io.github.opelrules.rules.internal.format.Place;
import io.github.opelrules.rules.internal.format.PlainText;
import io.github.opelrules.rules.internal.format.YamlReader;
import io.github.opelrules.rules.internal.protocol.ProtocolCheck;
import io.github.opelrules.rules.internal.protocol.ProtocolReader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.rules.internal.table.LevelReader;
import io.github.opelrules.rules.internal.table.TableReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the framework of one folder, or says everything that is wrong with its files. */
public final class FrameworkLoader {

    static final String MANIFEST = "framework.yaml";
    static final String OVERLAY = "overlay.yaml";

    /** How a protocol is driven where framework.yaml does not say. */
    private static final Protocol NOTHING_SAID =
            new Protocol(List.of(), Protocol.Driver.CALCULATED, Duration.ZERO, Assurance.ASSUMED);

    private final FrameworkFolder folder;
    private final Inspection inspection;
    private final Findings manifestFindings;
    private final List<Findings> findings = new ArrayList<>();
    private final SortedMap<String, byte[]> tableFiles = new TreeMap<>();
    private final Map<ProviderType, String> tableOf = new EnumMap<>(ProviderType.class);
    private final List<GradedValue> values = new ArrayList<>();
    private final SortedMap<String, byte[]> protocolFiles = new TreeMap<>();
    private final List<ProtocolReader.Written> protocolRules = new ArrayList<>();
    private final Set<String> unsoundRules = new TreeSet<>();
    private final Set<String> read = new HashSet<>();
    private byte[] manifestFile = {};
    private int bytesRead;

    private FrameworkLoader(FrameworkFolder folder, LocalDate today) {
        this.folder = folder;
        this.inspection = new Inspection(today);
        this.manifestFindings = findingsOf(MANIFEST);
    }

    /**
     * Reads {@code framework.yaml} of a folder and the tables that it names, or its {@code overlay.yaml} and the framework
     * that it extends, the rules of the escalation protocol, and nothing else.
     *
     * @throws InvalidRulesException if anything is wrong, listing all of it in the order of the files and their lines
     */
    public static Framework load(FrameworkFolder folder) {
        RuleCheck check = check(folder);
        return check.framework().orElseThrow(() -> new InvalidRulesException(check.findings()));
    }

    /**
     * Reads a folder as {@link #load(FrameworkFolder)} does, and says all that is wrong or odd. Today is what the system's clock
     * says, in London.
     */
    public static RuleCheck check(FrameworkFolder folder) {
        return check(folder, LocalDate.now(LondonTime.ZONE));
    }

    /**
     * The same on a given day.
     *
     * @param today the day after which nobody can have read a value yet
     */
    public static RuleCheck check(FrameworkFolder folder, LocalDate today) {
        FrameworkLoader loader = new FrameworkLoader(folder, today);
        Framework framework = null;
        boolean ended = false;
        try {
            framework = loader.has(OVERLAY) ? loader.loadOverlay() : loader.loadFramework();
        } catch (Inspection.EnoughException e) {
            ended = true;
        }
        List<Finding> all = new ArrayList<>();
        boolean usable = true;
        for (Findings file : loader.findings) {
            all.addAll(file.inOrder());
            usable &= file.errors() == 0;
        }
        all = new ArrayList<>(Findings.listed(all));
        if (ended) {
            all.add(Inspection.ended(all));
        }
        return new RuleCheck(
                folder.name(), usable ? Optional.ofNullable(framework) : Optional.empty(), all, loader.values);
    }

    /** Names the files that nothing reads, where it is known which are read. */
    private void nameUnread(Findings naming) {
        try {
            if (naming.errors() == 0) {
                new UnreadFiles(folder, this::findingsOf).report(read);
            }
        } catch (IOException e) {
            addUnlistable(folder.name(), e, naming);
        }
    }

    private static void addUnlistable(String what, IOException e, Findings naming) {
        naming.add(
                FormCode.FILE_UNREADABLE,
                Place.START,
                "The folder \"" + what + "\" cannot be read: " + e.getMessage()
                        + ". Check the folder and who may read it.");
    }

    /** Whether there is such a file; one that cannot be read counts, and reading it says why. */
    private boolean has(String file) {
        try {
            return folder.read(file).isPresent();
        } catch (IOException e) {
            return !(e instanceof FrameworkFolder.BadArchiveException);
        }
    }

    private @Nullable Framework loadOverlay() {
        Findings found = findingsOf(OVERLAY);
        byte[] bytes = read(OVERLAY, Place.START, found);
        Node root = bytes == null ? null : parse(bytes, found);
        if (bytes == null || root == null) {
            return null;
        }
        if (has(MANIFEST)) {
            found.add(
                    FormCode.OVERLAY_AND_FRAMEWORK,
                    Place.START,
                    "There is a \"" + MANIFEST
                            + "\" beside this overlay, and a folder holds one or the other. Move one of"
                            + " the two to a folder of its own.");
        }
        OverlayReader reader = new OverlayReader(root, found);
        String extended = reader.extended();
        if (extended == null) {
            return reader.read(null, tables -> null, "");
        }
        FrameworkLoader base = new FrameworkLoader(FrameworkFolder.bundled(extended), inspection.today());
        Framework national = Objects.requireNonNull(base.loadFramework(), "what the library ships can be loaded");
        readProtocol(found);
        nameUnread(found);
        Framework framework = reader.read(
                national, tables -> protocol(national.protocol(), tables, national.tiers() != null), digest(digest -> {
                    update(digest, OVERLAY, bytes);
                    update(digest, protocolFiles);
                    base.cover(digest);
                }));
        base.values.stream()
                .filter(value -> reader.deviations().stream().noneMatch(deviation -> base.isAbout(value, deviation)))
                .forEach(values::add);
        return framework;
    }

    /** Whether a graded value is one that a deviation takes the place of. */
    private boolean isAbout(GradedValue value, Deviation deviation) {
        ParameterId parameter = deviation.parameter();
        boolean sameTable = value.file().equals(folder.name() + "/" + tableOf.get(deviation.providerType()));
        return sameTable
                && (parameter == null
                        ? LevelReader.isOfProvider(value)
                        : value.what().startsWith(parameter + ": "));
    }

    private @Nullable Framework loadFramework() {
        byte[] bytes = read(MANIFEST, Place.START, manifestFindings);
        Node root = bytes == null ? null : parse(bytes, manifestFindings);
        ManifestReader reader = new ManifestReader(manifestFindings);
        ManifestReader.Manifest manifest = root == null ? null : reader.read(root);
        if (bytes == null || manifest == null) {
            return null;
        }
        manifestFile = bytes;
        Map<ProviderType, ScoringTable> tables = tables(manifest.tables());
        values.addAll(reader.values());
        readProtocol(manifestFindings);
        nameUnread(manifestFindings);
        Protocol protocol = manifest.escalation();
        reader.checkStatus(manifest, tables);
        if (tables.size() == manifest.tables().size()) {
            if (manifest.tiers() != null) {
                reader.checkTiers(manifest.tiers(), tables);
            }
            boolean tiersAreSaid = manifest.tiers() != null || manifestFindings.errors() > 0;
            protocol = protocol(protocol, tables, tiersAreSaid);
        }
        if (manifest.id() == null
                || manifest.version() == null
                || manifest.title() == null
                || manifest.status() == null
                || manifest.inForce() == null
                || manifest.inForceGrade() == null
                || manifest.source() == null
                || tables.isEmpty()) {
            return null;
        }
        return new Framework(
                manifest.id(),
                manifest.version(),
                manifest.title(),
                manifest.status(),
                manifest.inForce(),
                manifest.inForceGrade().assurance(),
                manifest.source(),
                tables,
                manifest.tiers(),
                protocol,
                digest(this::cover),
                Stream.concat(manifest.draftBecause().stream(), manifest.knownIssues().stream())
                        .toList(),
                null);
    }

    private Map<ProviderType, ScoringTable> tables(List<ManifestReader.TableFile> files) {
        Map<ProviderType, ScoringTable> tables = new EnumMap<>(ProviderType.class);
        for (ManifestReader.TableFile file : files) {
            byte[] bytes = read(file.name(), file.place(), manifestFindings);
            if (bytes == null) {
                continue;
            }
            tableFiles.put(file.name(), bytes);
            Findings found = findingsOf(file.name());
            Node root = parse(bytes, found);
            TableReader reader = new TableReader(found);
            ScoringTable table = root == null ? null : reader.read(root);
            values.addAll(reader.values());
            ProviderType type = reader.providerType();
            String before = type == null ? null : tableOf.putIfAbsent(type, file.name());
            if (before != null) {
                found.add(
                        FormCode.DUPLICATE_TABLE,
                        reader.providerTypePlace(),
                        before + " holds a table of \"providerType: " + type
                                + "\" too. Keep one table for each provider type.");
            } else if (table != null) {
                tables.put(table.providerType(), table);
            }
        }
        return tables;
    }

    /** Reads the rules of the escalation protocol, which are checked once the tables are known. */
    private void readProtocol(Findings naming) {
        try {
            for (String file : few(folder.protocol(), naming)) {
                byte[] bytes = read(file, Place.START, naming);
                if (bytes != null) {
                    protocolFiles.put(file, bytes);
                    ProtocolReader reader = new ProtocolReader(findingsOf(file));
                    protocolRules.addAll(reader.read(bytes));
                    unsoundRules.addAll(reader.unsound());
                    values.addAll(reader.values());
                }
            }
        } catch (IOException e) {
            addUnlistable(FrameworkFolder.PROTOCOL, e, naming);
        }
    }

    /**
     * The escalation protocol: the rules of this folder, after those of the framework that it extends.
     *
     * @param known how it is driven, with the rules of the framework that is extended; or null where that is not said
     * @param tiers whether it is said, or was meant to be, how the levels above the provider are made
     */
    private @Nullable Protocol protocol(
            @Nullable Protocol known, Map<ProviderType, ScoringTable> tables, boolean tiers) {
        if (known == null && protocolFiles.isEmpty()) {
            return null;
        }
        Protocol extended = known == null ? NOTHING_SAID : known;
        int most = ProtocolReader.MOST_RULES - extended.rules().size();
        if (protocolRules.size() > most) {
            ProtocolReader.Written further = protocolRules.get(most);
            further.findings()
                    .add(
                            FormCode.TOO_MANY,
                            further.place(),
                            "The protocol has more than " + ProtocolReader.MOST_RULES
                                    + " rules, with those of a framework that it extends. Expected at most that many: say in"
                                    + " one rule what holds for several levels or units, and leave out what is not needed.");
            return null;
        }
        new ProtocolCheck(tables, tiers, unsoundRules, extended.driver(), extended.rules()).check(protocolRules);
        Map<String, ProtocolRule> rules = new LinkedHashMap<>();
        for (ProtocolRule rule : extended.rules()) {
            rules.put(rule.id(), rule);
        }
        for (ProtocolReader.Written written : protocolRules) {
            rules.putIfAbsent(written.rule().id(), written.rule());
        }
        return new Protocol(
                List.copyOf(rules.values()),
                extended.driver(),
                extended.stepDownAfter(),
                extended.restartCountsAfter(),
                extended.assurance(),
                extended.mutualAid());
    }

    /** The files of a folder, as many as a framework needs; that there are more, the findings say. */
    public static List<String> few(List<String> files, Findings findings) {
        if (files.size() <= FrameworkFolder.MOST_FILES) {
            return files;
        }
        findings.add(
                FormCode.TOO_MANY,
                Place.START,
                "The folder of " + Words.quoted(files.get(0)) + " has " + files.size()
                        + " such files. Expected at most " + FrameworkFolder.MOST_FILES + ": join some of them.");
        return files.subList(0, FrameworkFolder.MOST_FILES);
    }

    private byte @Nullable [] read(String file, Place namedAt, Findings naming) {
        read.add(file);
        try {
            Optional<byte[]> bytes = folder.read(file);
            bytesRead += bytes.map(content -> content.length).orElse(0);
            if (bytesRead > FrameworkFolder.MOST_BYTES_IN_ALL) {
                naming.add(
                        FormCode.TOO_MANY,
                        namedAt,
                        "With \"" + file
                                + "\" the files of the framework have more than 10 MiB, which no rules need. Leave"
                                + " out what does not belong.");
                return null;
            }
            if (bytes.isEmpty()) {
                naming.add(
                        FormCode.FILE_MISSING,
                        namedAt,
                        "There is no file \"" + file + "\" in " + folder.name() + ". Add it, or correct the name.");
            }
            return bytes.orElse(null);
        } catch (FrameworkFolder.BadArchiveException e) {
            Findings ofArchive = new Findings(folder.name());
            findings.add(ofArchive);
            ofArchive.add(FormCode.BAD_ARCHIVE, Place.START, String.valueOf(e.getMessage()));
        } catch (FrameworkFolder.OutsideFolderException e) {
            naming.add(
                    FormCode.FILE_OUTSIDE,
                    namedAt,
                    e.getMessage() + ". Rules are read from one folder only: put the file itself there.");
        } catch (IOException e) {
            naming.add(
                    FormCode.FILE_UNREADABLE,
                    namedAt,
                    "\"" + file + "\" cannot be read: " + e.getMessage() + ". Check the file and who may read it.");
        }
        return null;
    }

    public static @Nullable Node parse(byte[] bytes, Findings findings) {
        return PlainText.isTooLarge(bytes, findings) ? null : YamlReader.read(bytes, findings);
    }

    private Findings findingsOf(String file) {
        Findings found = new Findings(folder.name() + "/" + file, inspection);
        findings.add(found);
        return found;
    }

    /**
     * {@code sha256:} and the SHA-256 digest of some files. Of each file enter the name, a zero byte, the number of its bytes
     * in decimal digits, a zero byte, and its bytes. The files of a framework are the manifest, then the tables and then the
     * rules of the protocol, both in the order of their names; those of an overlay are {@code overlay.yaml}, the rules of
     * its protocol, and then the files of the framework it extends.
     */
    private static String digest(Consumer<MessageDigest> files) {
        return Sha256.of(files);
    }

    private void cover(MessageDigest digest) {
        update(digest, MANIFEST, manifestFile);
        update(digest, tableFiles);
        update(digest, protocolFiles);
    }

    private static void update(MessageDigest digest, SortedMap<String, byte[]> files) {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            update(digest, file.getKey(), file.getValue());
        }
    }

    private static void update(MessageDigest digest, String name, byte[] bytes) {
        String head = name + '\0' + bytes.length + '\0';
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
