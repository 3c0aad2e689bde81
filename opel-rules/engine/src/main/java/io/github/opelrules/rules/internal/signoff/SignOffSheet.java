package io.github.opelrules.rules.internal.signoff;

import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.Edge;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.Interval;
import io.github.opelrules.framework.LevelCut;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProtocolRule;
import io.github.opelrules.framework.Sentence;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.internal.Words;
import io.github.opelrules.rules.check.Finding;
import io.github.opelrules.rules.internal.digest.Sha256;
import io.github.opelrules.rules.internal.format.CsvLine;
import io.github.opelrules.rules.internal.format.FormCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code sign-off.csv} of a folder of rules: one line for each parameter, cuts, weights, action and dates that somebody read in
 * the document, with who and when, the page, a second reader, and a sum of what stood there. A number that changes has another sum, so
 * that nobody's name stands for what they did not read.
 */
public final class SignOffSheet {

    /** The name of the file. */
    public static final String FILE = "sign-off.csv";

    private static final List<String> HEADINGS =
            List.of("what", "document", "page and row", "read by", "read on", "second reader", "sum");
    private static final int DIGITS = 16;

    private SignOffSheet() {}

    /**
     * One line.
     *
     * @param what what was read, as {@link #sums} names it
     * @param document the title of the document
     * @param place where in it
     * @param by who read it
     * @param on the day it was read, {@code YYYY-MM-DD}
     * @param second who read it after that; nothing where nobody did
     */
    public record Line(String what, String document, String place, String by, String on, String second) {}

    /** What can be signed of a framework, in the document's order, each with the sum of what stands there now. */
    public static Map<String, String> sums(Framework framework) {
        Map<String, String> sums = new LinkedHashMap<>();
        put(sums, "in force", framework.inForce().toString());
        framework.tables().forEach((type, table) -> {
            table.parameters().forEach(parameter -> put(sums, type + " " + parameter.id(), said(parameter)));
            put(sums, type + " levels", said(table.levels()));
        });
        TierRules tiers = framework.tiers();
        if (tiers != null) {
            put(sums, "systems levels", said(tiers.levels()));
            StringJoiner weights = new StringJoiner("\n");
            tiers.pillars().forEach((type, weight) -> weights.add(type + " " + Words.number(weight)));
            put(sums, "weights", weights.toString());
            tiers.means().forEach((tier, citation) -> put(sums, tier.id(), "weighted mean"));
            put(sums, "a report counts for", tiers.maxAge().value().toString());
        }
        for (ProtocolRule rule : framework.protocolRules()) {
            StringJoiner said = new StringJoiner("\n").add(rule.name());
            rule.conditions().stream().map(Sentence::text).forEach(said::add);
            said.add("then");
            rule.consequences().stream().map(Sentence::text).forEach(said::add);
            put(sums, "action " + rule.id(), said.toString());
        }
        return sums;
    }

    private static void put(Map<String, String> sums, String what, String said) {
        String digest = Sha256.of(what + "\n" + said);
        sums.put(what, digest.substring(digest.indexOf(':') + 1).substring(0, DIGITS));
    }

    /** What the document says of a parameter; not what is plausible, usual or fresh enough, of which it says nothing. */
    private static String said(Parameter parameter) {
        StringJoiner said = new StringJoiner("\n")
                .add(Integer.toString(parameter.number()))
                .add(parameter.label())
                .add(parameter.definition())
                .add(parameter.unit())
                .add(parameter.worse().name())
                .add(parameter.sinceMidnight() ? "since midnight" : "");
        for (Band band : parameter.bands()) {
            said.add(said(band.interval()) + " scores " + band.points());
        }
        return said.toString();
    }

    private static String said(LevelTable levels) {
        StringJoiner said = new StringJoiner("\n").add(levels.basis().name());
        for (LevelCut cut : levels.cuts()) {
            said.add(cut.level() + " " + said(cut.interval()));
        }
        return said.toString();
    }

    private static String said(Interval interval) {
        return said(interval.lower()) + " " + said(interval.upper());
    }

    private static String said(@Nullable Edge edge) {
        return edge == null ? "any" : edge.kind() + " " + Words.number(edge.value());
    }

    /** The file, with the sums of what stands in a framework now. */
    public static String write(List<Line> lines, Framework framework) {
        Map<String, String> sums = sums(framework);
        StringBuilder text = new StringBuilder(String.join(",", HEADINGS)).append('\n');
        for (Line line : lines) {
            List<String> cells = List.of(
                    line.what(),
                    line.document(),
                    line.place(),
                    line.by(),
                    line.on(),
                    line.second(),
                    sums.getOrDefault(line.what(), ""));
            text.append(new CsvLine(cells, true)).append('\n');
        }
        return text.toString();
    }

    /**
     * Says which lines are void, because what they are of has changed since or is not there any more, and which cannot be read.
     *
     * @param bytes the file
     * @param folder the name of the folder it stands in
     */
    public static List<Finding> check(byte[] bytes, String folder, Framework framework) {
        Map<String, String> sums = sums(framework);
        List<Finding> findings = new ArrayList<>();
        String[] lines =
                new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "").split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            List<String> cells = CsvLine.of(lines[i]).cells();
            boolean heading = i == 0 && cells.equals(HEADINGS);
            if (heading || lines[i].isBlank()) {
                continue;
            }
            String wrong = cells.size() == HEADINGS.size() ? wrong(cells, sums) : notALine(lines[i]);
            if (!wrong.isEmpty()) {
                findings.add(new Finding(
                        FormCode.SIGN_OFF_VOID.id(), Finding.Severity.ERROR, folder + "/" + FILE, i + 1, 1, wrong));
            }
        }
        return findings;
    }

    private static String notALine(String line) {
        return Words.quoted(line) + " is no line of this file. Expected " + String.join(", ", HEADINGS)
                + ", with commas between, as \"opel fill\" writes them.";
    }

    private static String wrong(List<String> cells, Map<String, String> sums) {
        String what = cells.get(0);
        String by = cells.get(3);
        String on = cells.get(4);
        String sum = sums.get(what);
        if (sum == null) {
            return by + " read " + Words.quoted(what) + " on " + on + ", and there is no such thing in these rules."
                    + Words.didYouMean(what, sums.keySet()) + " Remove the line.";
        }
        return sum.equals(cells.get(6))
                ? ""
                : "The sign-off of " + Words.quoted(what) + " is void: what " + by + " read on " + on
                        + " is not what stands there now. Undo the change; or have it read again, and make the rules anew with"
                        + " \"opel fill\"; or remove the line, and give the values a grade such as unverified.";
    }
}
