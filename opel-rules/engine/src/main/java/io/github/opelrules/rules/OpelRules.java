package io.github.opelrules.rules;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
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

    /** Begins an engine over chosen frameworks. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the frameworks of an engine. Not thread-safe. */
    public static final class Builder {

        private final List<Supplier<FrameworkFolder>> folders = new ArrayList<>();
        private @Nullable Path adoptions;
        private Supplier<LocalDate> today = () -> LocalDate.now(LondonTime.ZONE);
        private boolean drafts;
        private boolean keep = true;

        private Builder() {}

        /** Adds the frameworks that this library ships. */
        public Builder bundled() {
            FrameworkFolder.BUNDLED.forEach(this::bundled);
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
            if (!FrameworkFolder.BUNDLED.contains(id)) {
                throw new IllegalArgumentException("This library ships no framework " + Words.quoted(id) + "."
                        + Words.didYouMean(id, FrameworkFolder.BUNDLED) + " Known: "
                        + String.join(", ", FrameworkFolder.BUNDLED) + ".");
            }
            folders.add(() -> FrameworkFolder.bundled(id));
            return this;
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
            folders.add(() -> FrameworkFolder.of(folder));
            return this;
        }

        /**
         * Lets organisations use frameworks from the days on which they adopted them, which go before the national dates. A
         * second file replaces the first.
         *
         * @param file a YAML file of the format {@code opel.adoptions/1}
         */
        public Builder adoptions(Path file) {
            Objects.requireNonNull(file, "file");
            adoptions = file;
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

        /**
         * Loads and checks the rule files.
         *
         * @throws InvalidRulesException if anything in them is wrong, two have one id, or two are in force at once, listing
         *     all of it
         * @throws IllegalArgumentException if no framework was added
         */
        public OpelEngine build() {
            return DroolsEngine.over(new RuleSources(folders, adoptions, today).load(), drafts, keep);
        }

        /**
         * Loads and checks the rule files, for an engine that can do so again.
         *
         * @throws InvalidRulesException as {@link #build()} does
         * @throws IllegalArgumentException if no framework was added
         */
        public ReloadableEngine buildReloadable() {
            return new ReloadableEngine(new RuleSources(folders, adoptions, today), drafts, keep);
        }
    }
}
