package io.github.opelrules.rules;

import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.load.Succession;
import java.nio.file.Path;
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
        return FrameworkLoader.check(FrameworkFolder.of(folderOrZip));
    }

    /**
     * Checks a framework that this library ships.
     *
     * @param id its id, such as {@code nhse-opel-2023-24}
     * @throws IllegalArgumentException if that is not of the form of an id
     */
    public static RuleCheck checkBundled(String id) {
        return FrameworkLoader.check(FrameworkFolder.bundled(FrameworkId.of(id).value()));
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
