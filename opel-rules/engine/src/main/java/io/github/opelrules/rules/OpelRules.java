package io.github.opelrules.rules;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Adoption;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.check.InvalidInputException;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.check.RuleCheck;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.load.Succession;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where an {@link OpelEngine} comes from: the frameworks that this library ships, rule files of your own, or both.
 *
 * <p>Loading reads and checks all rule files once, and the system's date unless it is told {@linkplain Builder#today the day}. The
 * engine that comes out of it is immutable, thread-safe, and reads neither files nor a clock.
 */
public final class OpelRules {

    private OpelRules() {}

    /** An engine over the frameworks that this library ships. */
    public static OpelEngine bundled() {
        return builder().bundled().build();
    }

    /** An engine over frameworks that are loaded already, none of which scores while it is a draft. */
    public static OpelEngine over(FrameworkSet frameworks) {
        return builder().frameworks(frameworks).build();
    }

    /**
     * Loads the framework of one source, whether or not it is a draft, to look at it: an engine does not need that.
     *
     * @return its framework, which is always there, with its warnings and how sure each value is
     * @throws InvalidRulesException if anything is wrong with the rule files, listing all of it
     */
    public static RuleCheck load(RuleSource source) {
        RuleCheck check =
                RuleSource.check(Objects.requireNonNull(source, "source").open(), LocalDate.now(LondonTime.ZONE));
        if (!check.passes()) {
            throw new InvalidRulesException(check.findings());
        }
        return check;
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

    /** Begins an engine over chosen frameworks. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the frameworks of an engine. Not thread-safe. */
    public static final class Builder {

        private final List<RuleSource> sources = new ArrayList<>();
        private final List<Framework> loaded = new ArrayList<>();
        private @Nullable Path adoptionsFile;
        private List<Adoption> adoptions = List.of();
        private Supplier<LocalDate> today = () -> LocalDate.now(LondonTime.ZONE);
        private boolean drafts;
        private boolean keep = true;
        private final List<ReloadListener> listeners = new ArrayList<>();

        private Builder() {}

        /** Adds the frameworks that this library ships. */
        public Builder bundled() {
            RuleSource.bundled().forEach(this::add);
            return this;
        }

        /**
         * Adds one of the frameworks that this library ships, so that no others are loaded.
         *
         * @param id its id, such as {@code nhse-opel-2023-24}
         * @throws IllegalArgumentException if the library ships none of that id
         */
        public Builder bundled(String id) {
            Objects.requireNonNull(id, "id");
            return add(RuleSource.bundled(id));
        }

        /**
         * Adds the framework whose rule files stand in a folder.
         *
         * @param folder a folder, or a {@code .zip} of one, with a {@code framework.yaml} and the tables it names, or with an
         *     {@code overlay.yaml}, which extends a framework that this library ships and takes its place: leave that framework
         *     out then
         */
        public Builder folder(Path folder) {
            Objects.requireNonNull(folder, "folder");
            return add(RuleSource.of(folder));
        }

        /** Adds the framework of a source; an overlay as {@link #folder} does. */
        public Builder add(RuleSource source) {
            sources.add(Objects.requireNonNull(source, "source"));
            return this;
        }

        /**
         * Adds frameworks that are loaded already, with their adoptions where they have any. Reloading loads the others only.
         *
         * @param frameworks those of another engine, or of {@link OpelRules#load}
         */
        public Builder frameworks(FrameworkSet frameworks) {
            Objects.requireNonNull(frameworks, "frameworks");
            loaded.addAll(frameworks.frameworks());
            List<Adoption> own = frameworks.adoptions().values().stream()
                    .flatMap(List::stream)
                    .toList();
            return own.isEmpty() ? this : adoptions(own);
        }

        /**
         * Lets organisations use frameworks from the days on which they adopted them, which go before the national dates. It
         * replaces all adoptions that were given before.
         *
         * @param file a file of the format {@code opel.adoptions/1}, JSON where its name ends in {@code .json}, else YAML
         */
        public Builder adoptions(Path file) {
            Objects.requireNonNull(file, "file");
            adoptionsFile = file;
            adoptions = List.of();
            return this;
        }

        /** The same as of a file. What is wrong with them is an {@link IllegalArgumentException} of {@link #build()}. */
        public Builder adoptions(List<Adoption> adopted) {
            adoptions = List.copyOf(Objects.requireNonNull(adopted, "adopted"));
            adoptionsFile = null;
            return this;
        }

        /** Lets frameworks score whose status is {@code draft}; without this a draft is an error. */
        public Builder allowDrafts() {
            drafts = true;
            return this;
        }

        /**
         * Says which day it is. Rule files are loaded on a day, and whoever signed off a value read it on that day or before; a
         * later one is an error. Nothing else depends on it: the engine knows no today.
         *
         * @param day the day of each load; without this it is asked of the system's clock, in London, whenever rules are loaded
         */
        public Builder today(LocalDate day) {
            Objects.requireNonNull(day, "day");
            today = () -> day;
            return this;
        }

        /**
         * Fires the scoring rules anew for every report. Without this each answer of theirs is kept, and they are asked only what
         * has not been asked before, so that an assessment takes a hundredth of the time. The results are equal, and this is for
         * those who want to see for themselves that they are.
         */
        public Builder fireEveryTime() {
            keep = false;
            return this;
        }

        /** Adds one that is told of each later reload of a {@linkplain #buildReloadable() reloadable} engine, in the order added. */
        public Builder onReload(ReloadListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Loads and checks the rule files.
         *
         * @throws InvalidRulesException if anything in them is wrong, two have one id, or two are in force at once, listing
         *     all of it
         * @throws InvalidInputException if only the file of adoptions is wrong, listing all of it
         * @throws IllegalArgumentException if no framework was added, or frameworks and adoptions that were made in code do not go
         *     together
         */
        public OpelEngine build() {
            return DroolsEngine.over(sources().load(), drafts, keep);
        }

        /**
         * Loads and checks the rule files, for an engine that can do so again.
         *
         * @throws InvalidInputException as {@link #build()} does
         * @throws IllegalArgumentException as {@link #build()} does
         */
        public ReloadableEngine buildReloadable() {
            return new ReloadableEngine(sources(), drafts, keep, listeners);
        }

        private RuleSources sources() {
            return new RuleSources(sources, loaded, adoptionsFile, adoptions, today);
        }
    }
}
