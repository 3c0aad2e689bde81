package io.github.opelrules.rules;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where frameworks are loaded from, as often as they are asked for. */
record RuleSources(List<Supplier<FrameworkFolder>> folders) {

    private static final Logger LOG = LoggerFactory.getLogger(OpelRules.class);

    RuleSources {
        folders = List.copyOf(folders);
    }

    /**
     * Reads and checks all of them, anew each time.
     *
     * @throws InvalidRulesException if anything is wrong in any of them or they do not go together, listing all of it
     * @throws IllegalArgumentException if there is no source
     */
    FrameworkSet load() {
        List<RuleCheck> checks = folders.stream()
                .map(folder -> FrameworkLoader.check(folder.get()))
                .toList();
        List<Finding> errors = Stream.concat(
                        checks.stream().flatMap(check -> check.findings().stream()),
                        RuleChecker.checkTogether(checks).stream())
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidRulesException(errors);
        }
        List<Framework> frameworks = new ArrayList<>();
        for (RuleCheck check : checks) {
            Framework framework = check.framework().orElseThrow();
            LOG.info(
                    "Loaded OPEL framework {} {} ({}) from {}",
                    framework.id(),
                    framework.version(),
                    framework.digest(),
                    check.folder());
            frameworks.add(framework);
        }
        return new FrameworkSet(frameworks);
    }
}
