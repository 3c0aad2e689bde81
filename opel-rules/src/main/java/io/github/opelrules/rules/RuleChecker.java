package io.github.opelrules.rules;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.load.CaseFiles;
import io.github.opelrules.rules.internal.load.FormCode;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.load.Succession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks rule files without scoring by them: everything that is wrong or odd, and how sure each value is. */
public final class RuleChecker {

    private RuleChecker() {}

    /**
     * Checks the rule files of one framework.
     *
     * @param folderOrZip where they stand
     */
    public static RuleCheck check(Path folderOrZip) {
        return check(FrameworkFolder.of(folderOrZip));
    }

    /**
     * Checks a framework that this library ships.
     *
     * @param id its id, such as {@code nhse-opel-2023-24}
     * @throws IllegalArgumentException if that is not of the form of an id
     */
    public static RuleCheck checkBundled(String id) {
        return check(FrameworkFolder.bundled(FrameworkId.of(id).value()));
    }

    /** What is wrong with the rules and, where these are sound, with the form of their cases. */
    private static RuleCheck check(FrameworkFolder folder) {
        RuleCheck check = FrameworkLoader.check(folder);
        if (check.framework().isEmpty()) {
            return check;
        }
        Framework framework = check.framework().get();
        List<Finding> findings = new ArrayList<>(check.findings());
        if (isAnother(framework)) {
            findings.add(new Finding(
                    FormCode.NOT_AS_SHIPPED.id(),
                    Finding.Severity.WARNING,
                    check.folder(),
                    1,
                    1,
                    "This is not " + framework
                            + " as the library ships it, though every result will name it so. Give it an"
                            + " id of its own, such as \"local-" + framework.id() + "\", or a version of its own."));
        }
        findings.addAll(CaseFiles.of(folder, framework).findings());
        return new RuleCheck(check.folder(), check.framework(), findings, check.values());
    }

    /** Whether rules pass for a framework that this library ships, and differ from it. */
    private static boolean isAnother(Framework framework) {
        String id = framework.id().value();
        if (!FrameworkFolder.BUNDLED.contains(id)) {
            return false;
        }
        Framework shipped = FrameworkLoader.load(FrameworkFolder.bundled(id));
        return shipped.version().equals(framework.version())
                && !shipped.digest().equals(framework.digest());
    }

    /**
     * Checks frameworks against each other: whether two are in force for one provider type on one day, or none is
     * between two. What is wrong with each by itself is not repeated, and those that did not load are left out.
     *
     * @return the findings, in the order of the days; empty where nothing is
     */
    public static List<Finding> checkTogether(List<RuleCheck> checks) {
        return Succession.check(checks);
    }
}
