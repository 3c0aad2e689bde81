package io.github.opelrules.rules;

import io.github.opelrules.framework.Adoption;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.format.FormCode;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.rules.internal.system.AdoptionsFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where frameworks are loaded from, as often as they are asked for.
 *
 * @param sources the rule files of each framework
 * @param loaded frameworks that are loaded already
 * @param adoptionsFile the file that says which organisation uses which framework from when, or null where none does
 * @param adoptions the same where it was made in code
 * @param today the day of a load, after which nobody can have read a value yet
 */
record RuleSources(
        List<RuleSource> sources,
        List<Framework> loaded,
        @Nullable Path adoptionsFile,
        List<Adoption> adoptions,
        Supplier<LocalDate> today) {

    private static final Logger LOG = LoggerFactory.getLogger(OpelRules.class);

    RuleSources {
        sources = List.copyOf(sources);
        loaded = List.copyOf(loaded);
        adoptions = List.copyOf(adoptions);
    }

    /**
     * Reads and checks all of them, anew each time.
     *
     * @throws InvalidRulesException if anything is wrong in any of them or they do not go together, listing all of it
     * @throws InvalidInputException if only the adoptions are wrong, listing all of it
     * @throws IllegalArgumentException if there is no source, or what was made in code does not go together with the rest
     */
    FrameworkSet load() {
        return load(false);
    }

    /**
     * Reads and checks all of them, anew each time, and tries their cases.
     *
     * @throws InvalidRulesException if anything is wrong in any of them, they do not go together, or a case does not hold,
     *     listing all of it
     * @throws InvalidInputException if only the adoptions are wrong, listing all of it
     * @throws IllegalArgumentException if there is no source, or what was made in code does not go together with the rest
     */
    FrameworkSet loadAndTry() {
        return load(true);
    }

    private FrameworkSet load(boolean tryCases) {
        if (sources.isEmpty() && loaded.isEmpty()) {
            throw new IllegalArgumentException(
                    "No framework was added. Call bundled() for those of the library, or folder(path) for your own.");
        }
        List<FrameworkFolder> opened = new ArrayList<>();
        List<RuleCheck> checks = new ArrayList<>();
        LocalDate day = today.get();
        for (RuleSource source : sources) {
            FrameworkFolder folder = source.open();
            opened.add(folder);
            checks.add(RuleSource.check(folder, day));
        }
        leaveOutReplacedDrafts(opened, checks);
        List<Finding> errors = Stream.concat(
                        checks.stream().flatMap(check -> check.findings().stream()),
                        OpelRules.checkTogether(checks).stream())
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .collect(Collectors.toCollection(ArrayList::new));
        FrameworkSet frameworks = errors.isEmpty() ? frameworks(checks) : null;
        List<Adoption> adopted = adoptions;
        if (adoptionsFile != null) {
            AdoptionsFile file = AdoptionsFile.read(adoptionsFile);
            List<Finding> wrong = file.findings(frameworks);
            if (errors.isEmpty() && !wrong.isEmpty()) {
                throw new InvalidInputException("adoptions", wrong);
            }
            errors.addAll(wrong);
            adopted = file.adoptions();
        }
        if (tryCases && frameworks != null) {
            for (int i = 0; i < opened.size(); i++) {
                errors.addAll(failures(opened.get(i), checks.get(i).framework().orElseThrow()));
            }
        }
        if (frameworks == null || !errors.isEmpty()) {
            throw new InvalidRulesException(errors);
        }
        checks.forEach(RuleSources::log);
        return frameworks.withAdoptions(adopted);
    }

    /** A draft that the library ships gives way to other rules that have its id: those are what it was a draft of. */
    private void leaveOutReplacedDrafts(List<FrameworkFolder> opened, List<RuleCheck> checks) {
        for (int i = sources.size() - 1; i >= 0; i--) {
            Framework draft = checks.get(i).framework().orElse(null);
            if (draft == null || !draft.isDraft() || !sources.get(i).isShipped()) {
                continue;
            }
            for (int j = 0; j < checks.size(); j++) {
                Framework other = checks.get(j).framework().orElse(null);
                if (other != null
                        && other.id().equals(draft.id())
                        && !other.digest().equals(draft.digest())) {
                    LOG.info("{} takes the place of the draft {} that the library ships", other, draft);
                    opened.remove(i);
                    checks.remove(i);
                    break;
                }
            }
        }
    }

    private static List<Finding> failures(FrameworkFolder folder, Framework framework) {
        try {
            return RuleSource.tryCases(folder, framework).failures().stream()
                    .map(failure -> new Finding(
                            FormCode.CASE_FAILED.id(),
                            Finding.Severity.ERROR,
                            failure.tried().file(),
                            failure.tried().line(),
                            1,
                            "The case \"" + failure.tried().name() + "\" does not hold: "
                                    + String.join("; ", failure.differences())
                                    + ". Correct the rules, or the case."))
                    .toList();
        } catch (InvalidRulesException e) {
            return e.findings();
        }
    }

    private FrameworkSet frameworks(List<RuleCheck> checks) {
        return new FrameworkSet(Stream.concat(
                        loaded.stream(),
                        checks.stream().map(check -> check.framework().orElseThrow()))
                .toList());
    }

    private static void log(RuleCheck check) {
        Framework framework = check.framework().orElseThrow();
        LOG.info(
                "Loaded OPEL framework {} {} ({}) from {}{}",
                framework.id(),
                framework.version(),
                framework.digest(),
                check.folder(),
                warnings(check));
    }

    /** What a check finds in rules that load are warnings. */
    private static String warnings(RuleCheck check) {
        int warnings = check.findings().size();
        return warnings == 0 ? "" : ", with " + Words.count(warnings, "warning") + " that a check of the rules lists";
    }
}
