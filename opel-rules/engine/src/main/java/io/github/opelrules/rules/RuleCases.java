package io.github.opelrules.rules;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.cases.CaseRun;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.load.CaseFiles;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import java.nio.file.Path;
import java.util.Objects;

/** Tries the worked examples that stand beside rule files: a report each, and what must come out of it. */
public final class RuleCases {

    private RuleCases() {}

    /**
     * Tries the cases of a framework.
     *
     * @param folderOrZip where its rule files stand, with its cases in the folder {@code cases}
     * @throws InvalidRulesException if anything is wrong with the rule files or the cases, listing all of it
     */
    public static CaseRun run(Path folderOrZip) {
        Objects.requireNonNull(folderOrZip, "folderOrZip");
        return run(FrameworkFolder.of(folderOrZip));
    }

    /**
     * Tries the cases of a framework that this library ships.
     *
     * @param id its id, such as {@code nhse-opel-2023-24}
     * @throws IllegalArgumentException if that is not of the form of an id
     */
    public static CaseRun runBundled(String id) {
        Objects.requireNonNull(id, "id");
        return run(FrameworkFolder.bundled(FrameworkId.of(id).value()));
    }

    private static CaseRun run(FrameworkFolder folder) {
        return run(folder, FrameworkLoader.load(folder));
    }

    /** @param framework what was loaded from that folder */
    static CaseRun run(FrameworkFolder folder, Framework framework) {
        CaseFiles files = CaseFiles.of(folder, framework);
        if (!files.findings().isEmpty()) {
            throw new InvalidRulesException(files.findings());
        }
        return CaseRun.of(framework, files.cases());
    }
}
