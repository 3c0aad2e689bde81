package io.github.opelrules.framework;

import java.util.List;

/**
 * One rule of an escalation protocol: what has to be so, and who must do what then.
 *
 * @param id its id, such as {@code ICS-3-01}
 * @param title what it says, in a few words
 * @param file the folder and the file that it stands in
 * @param line its line there, from 1
 * @param conditions what has to be so; all of it, and the first one says of which unit
 * @param consequences what follows, in order
 * @param citation where it comes from and how sure that is
 */
public record ProtocolRule(
        String id,
        String title,
        String file,
        int line,
        List<Sentence> conditions,
        List<Sentence> consequences,
        Citation citation) {

    /** @throws IllegalArgumentException if the id or title is blank, or there is no condition or no consequence */
    public ProtocolRule {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("A protocol rule needs an id and a title");
        }
        conditions = List.copyOf(conditions);
        consequences = List.copyOf(consequences);
        if (conditions.isEmpty() || consequences.isEmpty()) {
            throw new IllegalArgumentException(
                    "Rule " + id + " needs at least one sentence under \"when\" and one under \"then\"");
        }
    }

    /** {@code ICS-3-01 Convene the system}, as rule files name it. */
    public String name() {
        return id + " " + title;
    }

    @Override
    public String toString() {
        return name();
    }
}
