package io.github.opelrules.rules.internal.load;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Loads the framework of one folder, or says everything that is wrong with its files. */
public final class FrameworkLoader {

    static final String MANIFEST = "framework.yaml";

    private final FrameworkFolder folder;
    private final Findings manifestFindings;
    private final List<Findings> findings = new ArrayList<>();
    private final TreeMap<String, byte[]> tableFiles = new TreeMap<>();
    private final List<GradedValue> values = new ArrayList<>();

    private FrameworkLoader(FrameworkFolder folder) {
        this.folder = folder;
        this.manifestFindings = findingsOf(MANIFEST);
    }

    /**
     * Reads {@code framework.yaml} of a folder and the tables that it names, and nothing else.
     *
     * @throws InvalidRulesException if anything is wrong, listing all of it in the order of the files and their lines
     */
    public static Framework load(FrameworkFolder folder) {
        RuleCheck check = check(folder);
        return check.framework().orElseThrow(() -> new InvalidRulesException(check.findings()));
    }

    /** Reads {@code framework.yaml} of a folder and the tables that it names, and nothing else. */
    public static RuleCheck check(FrameworkFolder folder) {
        FrameworkLoader loader = new FrameworkLoader(folder);
        Framework framework = loader.load();
        List<Finding> all = new ArrayList<>();
        boolean usable = true;
        for (Findings file : loader.findings) {
            all.addAll(file.inOrder());
            usable &= file.errors() == 0;
        }
        return new RuleCheck(
                folder.name(), usable ? Optional.ofNullable(framework) : Optional.empty(), all, loader.values);
    }

    private @Nullable Framework load() {
        byte[] bytes = read(MANIFEST, Place.START);
        Node root = bytes == null ? null : parse(bytes, manifestFindings);
        ManifestReader reader = new ManifestReader(manifestFindings);
        ManifestReader.Manifest manifest = root == null ? null : reader.read(root);
        if (bytes == null || manifest == null) {
            return null;
        }
        Map<ProviderType, ScoringTable> tables = tables(manifest.tables());
        values.addAll(reader.values());
        if (manifest.tiers() != null) {
            reader.checkTiers(manifest.tiers(), tables);
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
                digest(bytes),
                manifest.knownIssues());
    }

    private Map<ProviderType, ScoringTable> tables(List<ManifestReader.TableFile> files) {
        Map<ProviderType, ScoringTable> tables = new EnumMap<>(ProviderType.class);
        Map<ProviderType, String> fileOf = new EnumMap<>(ProviderType.class);
        for (ManifestReader.TableFile file : files) {
            byte[] bytes = read(file.name(), file.place());
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
            String before = type == null ? null : fileOf.putIfAbsent(type, file.name());
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

    private byte @Nullable [] read(String file, Place namedAt) {
        try {
            Optional<byte[]> bytes = folder.read(file);
            if (bytes.isEmpty()) {
                manifestFindings.add(
                        FormCode.FILE_MISSING,
                        namedAt,
                        "There is no file \"" + file + "\" in " + folder.name() + ". Add it, or correct the name.");
            }
            return bytes.orElse(null);
        } catch (FrameworkFolder.BadArchiveException e) {
            Findings ofArchive = new Findings(folder.name());
            ofArchive.add(FormCode.BAD_ARCHIVE, Place.START, String.valueOf(e.getMessage()));
            findings.add(ofArchive);
        } catch (FrameworkFolder.OutsideFolderException e) {
            manifestFindings.add(
                    FormCode.FILE_OUTSIDE,
                    namedAt,
                    e.getMessage() + ". Rules are read from one folder only: put the file itself there.");
        } catch (IOException e) {
            manifestFindings.add(
                    FormCode.FILE_UNREADABLE,
                    namedAt,
                    "\"" + file + "\" cannot be read: " + e.getMessage() + ". Check the file and who may read it.");
        }
        return null;
    }

    static @Nullable Node parse(byte[] bytes, Findings findings) {
        if (bytes.length > FrameworkFolder.MOST_BYTES) {
            findings.add(
                    FormCode.FILE_TOO_LARGE,
                    Place.START,
                    "The file is larger than 1 MiB, which no rules need. Split it or remove what does not belong.");
            return null;
        }
        return YamlReader.read(bytes, findings);
    }

    private Findings findingsOf(String file) {
        Findings found = new Findings(folder.name() + "/" + file);
        findings.add(found);
        return found;
    }

    /**
     * SHA-256 over the manifest and then the tables in the order of their names: of each the name, a zero byte, the
     * number of its bytes in decimal digits, a zero byte, and its bytes.
     */
    private String digest(byte[] manifest) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, MANIFEST, manifest);
            for (Map.Entry<String, byte[]> table : tableFiles.entrySet()) {
                update(digest, table.getKey(), table.getValue());
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, String name, byte[] bytes) {
        String head = name + '\0' + bytes.length + '\0';
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
