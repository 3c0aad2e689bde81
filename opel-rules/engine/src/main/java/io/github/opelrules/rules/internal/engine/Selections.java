package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.LondonTime;
import io.github.opelrules.framework.NoFrameworkException;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.ProviderType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which framework applies. That changes only on some days, so it is found once for the time between two of them, for all who keep to
 * the national dates and for each organisation that adopts its own.
 */
final class Selections {

    private final FrameworkSet frameworks;
    private final boolean drafts;
    private final Instant[] changes;
    private final Map<ProviderType, FrameworkSet.@Nullable Selected[]> national;
    private final Map<OdsCode, Map<ProviderType, FrameworkSet.@Nullable Selected[]>> adopted = new HashMap<>();

    Selections(FrameworkSet frameworks, boolean drafts) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        changes = frameworks.daysOfChange().stream().map(LondonTime::startOf).toArray(Instant[]::new);
        national = none();
        frameworks.adoptions().keySet().forEach(organisation -> adopted.put(organisation, none()));
    }

    private Map<ProviderType, FrameworkSet.@Nullable Selected[]> none() {
        Map<ProviderType, FrameworkSet.@Nullable Selected[]> none = new EnumMap<>(ProviderType.class);
        for (ProviderType type : ProviderType.values()) {
            none.put(type, new FrameworkSet.Selected[changes.length + 1]);
        }
        return none;
    }

    /** @throws NoFrameworkException as {@link FrameworkSet#select} does */
    FrameworkSet.Selected select(OdsCode organisation, ProviderType type, Instant at) {
        FrameworkSet.@Nullable Selected[] found = Objects.requireNonNull(
                (adopted.isEmpty() ? national : adopted.getOrDefault(organisation, national)).get(type));
        int between = 0;
        while (between < changes.length && !at.isBefore(changes[between])) {
            between++;
        }
        FrameworkSet.Selected selected = found[between];
        if (selected == null) {
            selected = frameworks.select(organisation, type, at, drafts);
            found[between] = selected;
        }
        return selected;
    }
}
