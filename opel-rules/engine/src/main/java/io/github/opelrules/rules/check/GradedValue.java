package io.github.opelrules.rules.check;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.framework.Source;
import org.jspecify.annotations.Nullable;

/**
 * One value of the rules, with how sure it is.
 *
 * @param file the folder and the file, such as {@code nhse-opel-2023-24/acute.yaml}
 * @param line the line of the value, from 1
 * @param column the character in the line, from 1
 * @param what the value, such as {@code ga-bed-occupancy: cut 92}
 * @param assurance how sure it is; {@link Assurance#PUBLISHED} where it is verified
 * @param source where it comes from
 * @param verification who read it in the publication, or null where nobody signed it off by name
 */
public record GradedValue(
        String file,
        int line,
        int column,
        String what,
        Assurance assurance,
        Source source,
        @Nullable Verification verification) {

    /** {@code nhse-opel-2023-24/acute.yaml:132:17: ga-bed-occupancy: cut 92 (unverified)}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what + " (" + assurance + ")";
    }
}
