package io.github.opelrules.rules;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.load.CaseFiles;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.load.Succession;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Checks rule files without scoring by them: everything that is wrong or odd, and how sure each value is. */
public final class RuleChecker {

    private RuleChecker() {}

    /**
     * Checks the rule files of one framework, on the day that the system's clock says, in London.
     *
     * @param folderOrZip where they stand
     */
    public static RuleCheck check(Path folderOrZip) {
        return check(folderOrZip, LocalDate.now(LondonTime.ZONE));
    }

    /**
     * Checks the rule files of one framework.
     *
     * @param folderOrZip where they stand
     * @param today the day of the check, after which nobody can have read a value yet
     */
    public static RuleCheck check(Path folderOrZip, LocalDate today) {
        Objects.requireNonNull(folderOrZip, "folderOrZip");
        Objects.requireNonNull(today, "today");
        FrameworkFolder folder = FrameworkFolder.of(folderOrZip);
        RuleCheck check = FrameworkLoader.check(folder, today);
        return withCases(
                folder,
                check,
                check.framework()
                        .filter(RuleChecker::isAnother)
                        .map(framework -> List.of(notAsShipped(check.folder(), framework)))
                        .orElse(List.of()));
    }

    /**
     * Checks a framework that this library ships.
     *
     * @param id its id, such as {@code nhse-opel-2023-24}
     * @throws IllegalArgumentException if that is not of the form of an id
     */
    public static RuleCheck checkBundled(String id) {
        Objects.requireNonNull(id, "id");
        FrameworkFolder folder = FrameworkFolder.bundled(FrameworkId.of(id).value());
        return withCases(folder, FrameworkLoader.check(folder), List.of());
    }

    /** What is wrong with the rules, what else is odd about them and, where they are sound, the form of their cases. */
    private static RuleCheck withCases(FrameworkFolder folder, RuleCheck check, List<Finding> odd) {
        if (check.framework().isEmpty()) {
            return check;
        }
        List<Finding> findings = new ArrayList<>(check.findings());
        findings.addAll(odd);
        findings.addAll(CaseFiles.of(folder, check.framework().get()).findings());
        return new RuleCheck(check.folder(), check.framework(), findings, check.values());
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
        Objects.requireNonNull(checks, "checks");
        return Succession.check(checks);
    }
}
