package io.github.opelrules.testkit.worksheet;

import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.internal.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sheet Tiers: how much each provider type counts, and where it comes from how the levels of systems are made. */
final class TierRows {

    static final String WEIGHT = "Weight of ";
    static final String COUNTS = "A report counts for";
    static final String MEAN = "weighted mean";

    private final Cells cells;
    private final String document;
    private final Map<String, Entry> rows = new LinkedHashMap<>();
    private final Map<String, Entry> before;

    TierRows(List<Entry> entries, List<Entry> entriesBefore, String document, Cells cells) {
        this.cells = cells;
        this.document = document;
        List<String> known = new ArrayList<>();
        for (ProviderType type : ProviderType.values()) {
            known.add(WEIGHT + type.id());
        }
        for (Tier tier : Tier.aboveProvider()) {
            known.add(tier.id());
        }
        known.add(COUNTS);
        for (Entry entry : entries) {
            String item = cells.word(entry, Sheets.ITEM, known);
            if (item != null && rows.putIfAbsent(item, entry) != null) {
                cells.error(
                        CellCode.ORDER,
                        entry.place(Sheets.ITEM),
                        Words.quoted(item) + " stands here a second time. Keep one of the two.");
            }
        }
        this.before = new LinkedHashMap<>();
        entriesBefore.forEach(entry -> before.put(entry.text(Sheets.ITEM), entry));
    }

    /** Whether the sheet says anything. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows by what they are called where people sign for it. */
    Map<String, Entry> signed() {
        Map<String, Entry> signed = new LinkedHashMap<>();
        rows.forEach((item, entry) -> signed.putIfAbsent(
                item.startsWith(WEIGHT) ? "weights" : item.equals(COUNTS) ? "a report counts for" : item, entry));
        return signed;
    }

    /** Where a finding belongs that is about all of it. */
    String place() {
        return rows.isEmpty()
                ? Sheets.TIERS.title()
                : rows.values().iterator().next().place();
    }

    /** The keys under {@code tiers} that are said here, where they are not what was said before. */
    Map<String, String> changed() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            return keys;
        }
        Map<String, Entry> weights = weights(rows);
        if (!sameRows(weights, weights(before))) {
            pillars(weights, keys);
        }
        for (Tier tier : Tier.aboveProvider()) {
            Entry entry = required(tier.id());
            if (entry != null && !entry.saysTheSameAs(before.get(tier.id()))) {
                cells.word(entry, Sheets.VALUE, List.of(MEAN));
                SignOff signOff = cells.signOff(entry, document, null);
                if (signOff != null) {
                    keys.put(
                            tier.id(),
                            tier.id() + ": { assurance: " + signOff.gradeYaml() + ", source: " + signOff.sourceYaml()
                                    + " }");
                }
            }
        }
        Entry age = required(COUNTS);
        if (age != null && !age.saysTheSameAs(before.get(COUNTS))) {
            cells.text(age, Sheets.VALUE, "24 hours");
            Duration time = cells.time(age, Sheets.VALUE);
            SignOff signOff = cells.signOff(age, document, null);
            if (time != null && signOff != null) {
                keys.put(
                        "maxAge",
                        "maxAge: { value: " + time + ", assurance: " + signOff.gradeYaml() + ", source: "
                                + signOff.sourceYaml() + " }");
            }
        }
        return keys;
    }

    private @Nullable Entry required(String item) {
        Entry entry = rows.get(item);
        if (entry == null) {
            cells.error(
                    CellCode.EMPTY,
                    Sheets.TIERS.title(),
                    "There is no row " + Words.quoted(item) + ". Add it, with where it comes from.");
        }
        return entry;
    }

    private static Map<String, Entry> weights(Map<String, Entry> rows) {
        Map<String, Entry> weights = new LinkedHashMap<>();
        rows.forEach((item, entry) -> {
            if (item.startsWith(WEIGHT)) {
                weights.put(item.substring(WEIGHT.length()), entry);
            }
        });
        return weights;
    }

    private static boolean sameRows(Map<String, Entry> now, Map<String, Entry> before) {
        return now.keySet().equals(before.keySet())
                && now.entrySet().stream().allMatch(each -> each.getValue().saysTheSameAs(before.get(each.getKey())));
    }

    private void pillars(Map<String, Entry> weights, Map<String, String> keys) {
        if (weights.isEmpty()) {
            required(WEIGHT + ProviderType.ACUTE.id());
            return;
        }
        weights.values().stream().skip(1).forEach(entry -> cells.reportUnread(entry, DateRows.SIGNED));
        StringBuilder yaml = new StringBuilder("pillars:");
        for (Map.Entry<String, Entry> weight : weights.entrySet()) {
            cells.text(weight.getValue(), Sheets.VALUE, "1");
            BigDecimal number = cells.number(weight.getValue(), Sheets.VALUE);
            if (number != null && number.signum() <= 0) {
                cells.error(
                        CellCode.NUMBER,
                        weight.getValue().place(Sheets.VALUE),
                        "The weight is " + number.toPlainString()
                                + ". Expected a number above 0; remove the row of a provider type that does not count.");
            }
            if (number != null) {
                yaml.append("\n  ").append(weight.getKey()).append(": ").append(Yaml.number(number));
            }
        }
        SignOff signOff = cells.signOff(weights.values().iterator().next(), document, null);
        if (signOff != null) {
            yaml.append("\n  assurance: ")
                    .append(signOff.gradeYaml())
                    .append("\n  source: ")
                    .append(signOff.sourceYaml());
            keys.put("pillars", yaml.toString());
        }
    }
}
