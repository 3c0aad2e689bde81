package io.github.opelrules.rules.internal.protocol;

import io.github.opelrules.escalate.Notice;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What fills the places of one sentence, each as what it is: a level, a time, a role. */
public final class Fillings {

    private final Map<Slot, Object> values = new EnumMap<>(Slot.class);

    /** @throws IllegalArgumentException if something has a flaw */
    Fillings(Iterable<Slot> slots, Map<String, String> words) {
        for (Slot slot : slots) {
            String value = words.getOrDefault(slot.word(), "");
            slot.flaw(value).ifPresent(flaw -> {
                throw new IllegalArgumentException(flaw);
            });
            values.put(slot, slot.value(value));
        }
    }

    /** A drl text, such as {@code isAt({level})}, with the places filled. */
    String fill(String drl) {
        String filled = drl;
        for (Map.Entry<Slot, Object> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey().word() + "}", Slot.drl(value.getValue()));
        }
        return filled;
    }

    private <T> T get(Slot slot, Class<T> type) {
        Object value = values.get(slot);
        if (value == null) {
            throw new IllegalArgumentException("The sentence has no {" + slot.word() + "}");
        }
        return type.cast(value);
    }

    private <T> Optional<T> find(Slot slot, Class<T> type) {
        return Optional.ofNullable(values.get(slot)).map(type::cast);
    }

    OpelLevel level() {
        return get(Slot.LEVEL, OpelLevel.class);
    }

    Duration time() {
        return get(Slot.TIME, Duration.class);
    }

    UnitKind unit() {
        return get(Slot.UNIT, UnitKind.class);
    }

    UnitKind units() {
        return get(Slot.UNITS, UnitKind.class);
    }

    UnitKind whole() {
        return get(Slot.WHOLE, UnitKind.class);
    }

    int count() {
        return get(Slot.COUNT, Integer.class);
    }

    Role role() {
        return get(Slot.ROLE, Role.class);
    }

    Notice.Kind notice() {
        return get(Slot.NOTICE, Notice.Kind.class);
    }

    ParameterId parameter() {
        return get(Slot.PARAMETER, ParameterId.class);
    }

    BigDecimal number() {
        return get(Slot.NUMBER, BigDecimal.class);
    }

    String rule() {
        return get(Slot.RULE, String.class);
    }

    String text() {
        return get(Slot.TEXT, String.class);
    }

    /** The time that it names. */
    public Optional<Duration> theTime() {
        return find(Slot.TIME, Duration.class);
    }

    /** The parameter that it names. */
    public Optional<ParameterId> theParameter() {
        return find(Slot.PARAMETER, ParameterId.class);
    }
}
