package io.github.opelrules.rules.internal.format;

import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Source;
import io.github.opelrules.internal.Forms;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one mapping, read strictly: a key that is missing or not known becomes a finding, and so does a value that
 * is not of its form.
 *
 * <p>A getter expects its key, and gives null where there is nothing that can be used. Everywhere, {@code example} is a
 * value that the key could have.
 */
public final class Fields {

    private static final String SOURCE = "{ document: OPEL Framework 2023/24, place: acute parameter 7 }";

    private final Node.Mapping mapping;
    private final Findings findings;
    private final Values values;
    private final Set<String> misspelt;

    private Fields(Node.Mapping mapping, Set<String> misspelt, Findings findings) {
        this.mapping = mapping;
        this.misspelt = misspelt;
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** The keys of a node, or null where it is not a mapping. */
    public static @Nullable Fields of(Node node, String name, Findings findings, List<String> known) {
        if (!(node instanceof Node.Mapping mapping)) {
            findings.add(
                    FormCode.WRONG_KIND,
                    node.place(),
                    "Found " + node.kind() + " where " + name + " belongs. Expected " + Node.Mapping.KIND + ": "
                            + Words.list(known) + ".");
            return null;
        }
        Set<String> misspelt = new HashSet<>();
        Map.Entry<String, Node.Entry> before = null;
        for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
            if (before != null
                    && known.contains(before.getKey())
                    && before.getValue().value() instanceof Node.Scalar number
                    && isDecimalPart(number, entry)) {
                findings.add(
                        FormCode.BAD_NUMBER,
                        entry.getValue().place(),
                        "\"" + before.getKey() + "\" is followed by \"," + entry.getKey()
                                + "\", and a comma ends a number. Write a point for decimals: \"" + before.getKey()
                                + ": "
                                + number.text() + "." + entry.getKey() + "\".");
            } else if (!known.contains(entry.getKey())) {
                Words.nearest(entry.getKey(), known).ifPresent(misspelt::add);
                findings.add(
                        FormCode.UNKNOWN_KEY,
                        entry.getValue().place(),
                        Words.quoted(entry.getKey()) + " is not a key of " + name + "."
                                + Words.didYouMean(entry.getKey(), known) + " Known: " + String.join(", ", known)
                                + ".");
            }
            before = entry;
        }
        return new Fields(mapping, misspelt, findings);
    }

    /** Whether a key is what a decimal comma has cut off the number before it. */
    private static boolean isDecimalPart(Node.Scalar number, Map.Entry<String, Node.Entry> entry) {
        return entry.getValue().value() instanceof Node.Scalar nothing
                && nothing.text().isEmpty()
                && Forms.isPlainNumber(number.text())
                && Forms.isPlainNumber("0." + entry.getKey());
    }

    public Place place() {
        return mapping.place();
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** Whether one of these keys seems to be there, with a slip that is reported already. */
    public boolean isMisspelt(String... keys) {
        return Stream.of(keys).anyMatch(misspelt::contains);
    }

    /** Where the value of a key stands, or the mapping where it has no such key. */
    public Place placeOf(String key) {
        Node.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.place() : entry.value().place();
    }

    @Nullable
    public Node node(String key, String example) {
        Node.Entry entry = mapping.entries().get(key);
        if (entry != null) {
            return entry.value();
        }
        if (isMisspelt(key)) {
            return null;
        }
        findings.add(
                FormCode.MISSING_KEY,
                mapping.place(),
                "The key \"" + key + "\" is missing. Add it, such as \"" + key + ": " + example + "\".");
        return null;
    }

    @Nullable
    public Fields fields(String key, String example, List<String> known) {
        Node node = node(key, example);
        return node == null ? null : of(node, "\"" + key + "\"", findings, known);
    }

    /** The entries of a list, at least one; none where there is no list. */
    public List<Node> entries(String key, String example) {
        Node node = node(key, example);
        return node == null ? List.of() : values.entries(node, key, example);
    }

    /** The entries of a list, which can be empty; none where there is no list. */
    public List<Node> entriesOrNone(String key, String example) {
        Node node = node(key, example);
        return node == null ? List.of() : values.entriesOrNone(node, key, example);
    }

    public List<Node> fewEntries(String key, String example) {
        Node node = node(key, example);
        return node == null ? List.of() : values.fewEntries(node, key, example);
    }

    public Node.@Nullable Scalar scalar(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.scalar(node, key, example);
    }

    @Nullable
    public String text(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.text(node, key, example);
    }

    /** A text of any length and any characters, as JSON holds it; it may be empty. */
    @Nullable
    public String exactText(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.exactText(node, key, example);
    }

    public <E> @Nullable E word(String key, E[] known) {
        Node node = node(key, known[0].toString().toLowerCase(Locale.ROOT));
        return node == null ? null : values.word(node, key, known);
    }

    @Nullable
    public BigDecimal number(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.number(node, key, example);
    }

    /** How much a unit counts beside others: a number above 0. */
    @Nullable
    public BigDecimal weight(String example) {
        Node node = node("weight", example);
        return node == null ? null : values.weight(node, "weight", example);
    }

    @Nullable
    public Integer wholeNumber(String key, String example, int least, int most) {
        Node node = node(key, example);
        return node == null ? null : values.wholeNumber(node, key, example, least, most);
    }

    @Nullable
    public LocalDate date(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.date(node, key, example);
    }

    @Nullable
    public Duration duration(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.duration(node, key, example);
    }

    /** A duration that may be zero. */
    @Nullable
    public Duration durationFromZero(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.durationFromZero(node, key, example);
    }

    @Nullable
    public Instant instant(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.instant(node, key, example);
    }

    @Nullable
    public OdsCode odsCode(String key, String example) {
        Node node = node(key, example);
        return node == null ? null : values.odsCode(node, key, example);
    }

    @Nullable
    public Source source() {
        Fields source = fields("source", SOURCE, List.of("document", "place"));
        if (source == null) {
            return null;
        }
        String document = source.text("document", "OPEL Framework 2023/24");
        String place = source.text("place", "acute parameter 7");
        return document == null || place == null ? null : new Source(document, place);
    }

    @Nullable
    public Grade grade() {
        Node node = node("assurance", "corroborated");
        return node == null ? null : Grade.read(node, "assurance", findings);
    }
}
