package io.github.opelrules.rules;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.rules.check.InvalidRulesException;
import io.github.opelrules.rules.internal.engine.DroolsEngine;
import io.github.opelrules.rules.internal.load.FrameworkFolder;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an {@link OpelEngine} comes from: the frameworks that this library ships, rule files of your own, or both.
 *
 * <p>Loading reads and checks all rule files once. The engine that comes out of it is immutable, thread-safe, and reads
 * neither files nor a clock.
 */
public final class OpelRules {

    private static final Logger LOG = LoggerFactory.getLogger(OpelRules.class);
    private static final List<String> BUNDLED = List.of("nhse-opel-2023-24");

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

        private final List<FrameworkFolder> folders = new ArrayList<>();
        private boolean drafts;

        private Builder() {}

        /** Adds the frameworks that this library ships. */
        public Builder bundled() {
            BUNDLED.forEach(id -> folders.add(FrameworkFolder.bundled(id)));
            return this;
        }

        /**
         * Adds the framework whose rule files stand in a folder.
         *
         * @param folder a folder with a {@code framework.yaml} and the tables it names
         */
        public Builder folder(Path folder) {
            folders.add(FrameworkFolder.of(folder));
            return this;
        }

        /** Lets frameworks score whose status is {@code draft}; without this a draft is an error. */
        public Builder allowDrafts() {
            drafts = true;
            return this;
        }

        /**
         * Loads and checks the rule files.
         *
         * @throws InvalidRulesException if anything in them is wrong, listing all of it
         * @throws IllegalArgumentException if there is no framework, two have one id, or two are in force at once
         */
        public OpelEngine build() {
            List<Framework> frameworks = new ArrayList<>();
            for (FrameworkFolder folder : folders) {
                Framework framework = FrameworkLoader.load(folder);
                LOG.info(
                        "Loaded OPEL framework {} {} ({}) from {}",
                        framework.id(),
                        framework.version(),
                        framework.digest(),
                        folder.name());
                frameworks.add(framework);
            }
            return DroolsEngine.over(new FrameworkSet(frameworks), drafts);
        }
    }
}
