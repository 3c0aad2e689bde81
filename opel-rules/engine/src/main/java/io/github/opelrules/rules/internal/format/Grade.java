package io.github.opelrules.rules.internal.format;

import io.github.opelrules.framework.Assurance;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Verification;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How sure something is, as a rule file says it: a word, or the sign-off of somebody who read it in a publication.
 *
 * @param place where that is said
 * @param verification the sign-off, which makes it published, or null
 */
public record Grade(
        Place place, Assurance assurance, @Nullable Verification verification) {

    private static final String VERIFIED = "verified";
    private static final Assurance[] WORDS = {Assurance.CORROBORATED, Assurance.UNVERIFIED, Assurance.ASSUMED};
    private static final String SIGN_OFF =
            "{ by: A. Name, on: 2024-11-01, document: OPEL Framework 2023/24 (PRN00551), place: page 9 }";
    private static final Set<String> PLACEHOLDERS = Set.of(
            "todo",
            "to do",
            "tbc",
            "tbd",
            "to be confirmed",
            "to be done",
            "fixme",
            "xxx",
            "n/a",
            "na",
            "none",
            "unknown");

    /** Reads a grade, or gives null, and then the findings say why. */
    public static @Nullable Grade read(Node node, String name, Findings findings) {
        if (node instanceof Node.Mapping mapping) {
            return signOff(mapping, name, findings);
        }
        if (node instanceof Node.Scalar scalar
                && (scalar.text().equals(VERIFIED) || scalar.text().equals(Assurance.PUBLISHED.id()))) {
            findings.add(
                    FormCode.SIGN_OFF_INCOMPLETE,
                    node.place(),
                    "\"" + scalar.text() + "\" does not say who read it, when and where. Write \"{ " + VERIFIED + ": "
                            + SIGN_OFF + " }\", or, until somebody has, a grade such as unverified.");
            return null;
        }
        Assurance assurance = new Values(findings).word(node, name, WORDS);
        return assurance == null ? null : new Grade(node.place(), assurance, null);
    }

    /** Whether a node holds one sign-off, and not a grade for each of several values. */
    public static boolean isSignOff(Node node) {
        return node instanceof Node.Mapping mapping && mapping.entries().containsKey(VERIFIED);
    }

    private static @Nullable Grade signOff(Node.Mapping node, String name, Findings findings) {
        if (node.entries().size() > 1 && isSignOff(node)) {
            findings.add(
                    FormCode.UNKNOWN_KEY,
                    node.place(),
                    "\"" + VERIFIED + "\" has other keys beside it, and it stands for all of \"" + name
                            + "\". Let it stand alone, or below each value that was read, such as \"95: { " + VERIFIED
                            + ": … }\".");
            return null;
        }
        Fields grade = Fields.of(node, "a grade", findings, List.of(VERIFIED));
        Fields fields =
                grade == null ? null : grade.fields(VERIFIED, SIGN_OFF, List.of("by", "on", "document", "place"));
        if (fields == null) {
            return null;
        }
        String by = real("by", "A. Name", "the name of the person who read it", fields, findings);
        LocalDate on = fields.date("on", "2024-11-01");
        if (on != null && isInFuture(on, fields.placeOf("on"), findings)) {
            return null;
        }
        String document =
                real("document", "OPEL Framework 2023/24 (PRN00551)", "the title of the publication", fields, findings);
        String place = real("place", "page 9", "the place in the publication", fields, findings);
        return by == null || on == null || document == null || place == null
                ? null
                : new Grade(node.place(), Assurance.PUBLISHED, new Verification(by, on, document, place));
    }

    /** Whether nobody can have read anything on a day yet, and then the findings say so. */
    public static boolean isInFuture(LocalDate on, Place place, Findings findings) {
        if (!on.isAfter(findings.today())) {
            return false;
        }
        findings.add(
                FormCode.SIGN_OFF_INCOMPLETE,
                place,
                "It was read on " + on + ", and today is " + findings.today()
                        + ". Expected the day on which somebody read it; until then, give a grade such as unverified.");
        return true;
    }

    private static @Nullable String real(String key, String example, String what, Fields fields, Findings findings) {
        String text = fields.text(key, example);
        if (text != null && isPlaceholder(text)) {
            findings.add(
                    FormCode.SIGN_OFF_INCOMPLETE,
                    fields.placeOf(key),
                    "\"" + key + "\" is " + Words.quoted(text) + ". Expected " + what + ", such as \"" + example
                            + "\"; until that is known, give a grade such as unverified.");
            return null;
        }
        return text;
    }

    /** Whether a text only keeps the place of one that is not known yet: {@code TODO}, {@code ?}, {@code tbc}. */
    public static boolean isPlaceholder(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (start < end && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return start == end || PLACEHOLDERS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }
}
