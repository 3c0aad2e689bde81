package io.github.opelrules.testkit.replay;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.internal.Markdown;
import io.github.opelrules.internal.Words;
import io.github.opelrules.tier.LevelAgreement;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A replay as people read it: what it came to in a line, then a few tables, the same in text and Markdown. */
final class ReplayPage {

    /** The most rows of a table that could have one for each organisation or day. */
    private static final int MOST_ROWS = 10;

    private static final int MOST_DRIVERS = 4;

    private final ReplayResult result;
    private final String title;
    private final String summary;
    private final List<Section> sections = new ArrayList<>();

    /**
     * A table under a title.
     *
     * @param rows the first has the heads of the columns
     * @param note what follows the table; empty for nothing
     */
    private record Section(String title, List<List<String>> rows, String note) {}

    ReplayPage(ReplayResult result) {
        this.result = result;
        this.title = names(result.before()) + " → " + names(result.after());
        this.summary = summary();
        levels();
        flips();
        organisations();
        days();
        runs();
        declared();
        leftOut();
        refusals();
    }

    private String summary() {
        String flips = "Of %s that both scored, %s differ in points and %s in level%s%s."
                .formatted(
                        reports(result.scored()),
                        result.rescored(),
                        result.flips(),
                        percent(result.flips(), result.scored()),
                        result.flips() == 0
                                ? ""
                                : ": " + result.raised() + " certainly worse, " + result.lowered()
                                        + " certainly better");
        return reports(result.reports()) + " of " + count(result.organisations().size(), "organisation")
                + between(", ", result.days().stream().map(DayReplay::day).toList()) + ". " + flips
                + (result.leftAside() == 0
                        ? ""
                        : " " + count(result.leftAside(), "earlier version") + " of them "
                                + (result.leftAside() == 1 ? "was" : "were") + " left aside.");
    }

    private void levels() {
        List<Standing> columns = result.transitions().stream()
                .map(Transition::after)
                .distinct()
                .sorted()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("before ↓ after →", columns.stream().map(Standing::toString)));
        result.transitions().stream().map(Transition::before).distinct().forEach(before -> {
            Map<Standing, Long> cells = result.transitions().stream()
                    .filter(transition -> transition.before().equals(before))
                    .collect(Collectors.toMap(Transition::after, Transition::reports));
            rows.add(row(
                    before.toString(),
                    columns.stream().map(after -> cells.containsKey(after) ? String.valueOf(cells.get(after)) : "-")));
        });
        add("Reports by level", rows, "");
    }

    private void flips() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("from", "to", "reports", "the first", "driven by (reports)"));
        result.transitions().stream()
                .filter(Transition::isFlip)
                .sorted(Comparator.comparingLong((Transition transition) -> -transition.reports()))
                .forEach(flip -> rows.add(List.of(
                        flip.before().toString(),
                        flip.after().toString(),
                        String.valueOf(flip.reports()),
                        flip.organisation() + ", " + flip.observedAt(),
                        drivers(flip))));
        add("Level changes", rows, "");
    }

    private static String drivers(Transition flip) {
        List<String> drivers = new ArrayList<>();
        flip.drivers().forEach(driver -> drivers.add(driver.label() + " (" + driver.reports() + ")"));
        if (flip.byCuts() > 0) {
            drivers.add("the level cuts (" + flip.byCuts() + ")");
        }
        int others = drivers.size() - MOST_DRIVERS;
        return others <= 0
                ? String.join(", ", drivers)
                : String.join(", ", drivers.subList(0, MOST_DRIVERS)) + " and " + others + " more";
    }

    private void organisations() {
        List<OrganisationReplay> flipped = result.organisations().stream()
                .filter(organisation -> organisation.flips() > 0)
                .sorted(Comparator.comparingLong((OrganisationReplay organisation) -> -organisation.flips()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("organisation", "level changes", "of", "first day", "last day"));
        flipped.stream()
                .limit(MOST_ROWS)
                .forEach(organisation -> rows.add(List.of(
                        organisation.organisation() + ", " + organisation.providerType(),
                        String.valueOf(organisation.flips()),
                        reports(organisation.reports()),
                        String.valueOf(organisation.firstFlip()),
                        String.valueOf(organisation.lastFlip()))));
        add("Organisations", rows, more(flipped.size()));
    }

    private void days() {
        List<DayReplay> flipped = result.days().stream()
                .filter(day -> day.flips() > 0)
                .sorted(Comparator.comparingLong((DayReplay day) -> -day.flips()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("day", "level changes", "of"));
        flipped.stream()
                .limit(MOST_ROWS)
                .forEach(day ->
                        rows.add(List.of(day.day().toString(), String.valueOf(day.flips()), reports(day.reports()))));
        LocalDate first = result.firstFlip();
        String affected = first == null ? "" : "The first is " + first + " and the last " + result.lastFlip() + ".";
        add(
                "Days",
                rows,
                Stream.of(affected, more(flipped.size()))
                        .filter(note -> !note.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private void runs() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("level", "before", "after"));
        for (OpelLevel level : OpelLevel.values()) {
            String before = longest(level, OrganisationReplay::longestBefore);
            String after = longest(level, OrganisationReplay::longestAfter);
            if (!before.equals(after) || !before.equals("-")) {
                rows.add(List.of(level.toString(), before, after));
            }
        }
        add("Longest runs at one level", rows, "");
    }

    private String longest(OpelLevel level, Function<OrganisationReplay, Map<OpelLevel, Run>> runs) {
        OrganisationReplay whose = null;
        Run longest = null;
        for (OrganisationReplay organisation : result.organisations()) {
            Run run = runs.apply(organisation).get(level);
            if (run != null && (longest == null || run.isLongerThan(longest))) {
                whose = organisation;
                longest = run;
            }
        }
        return whose == null || longest == null
                ? "-"
                : whose.organisation() + ", " + count(longest.days(), "day") + " from " + longest.from();
    }

    private void declared() {
        LevelAgreement before = result.declaredBefore();
        LevelAgreement after = result.declaredAfter();
        if (before == null || after == null) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("the declared level is", "before", "after"));
        List<LevelAgreement> sides = List.of(before, after);
        sides.stream()
                .flatMap(each -> each.byDifference().keySet().stream())
                .distinct()
                .sorted()
                .forEach(difference -> {
                    if (difference != 0) {
                        rows.add(shares(
                                difference(difference),
                                sides,
                                side -> side.byDifference().getOrDefault(difference, 0L)));
                        return;
                    }
                    rows.add(shares("the calculated one", sides, side -> side.agreeing() - side.agreeingInRange()));
                    if (before.agreeingInRange() + after.agreeingInRange() > 0) {
                        rows.add(shares("in the range of the calculated one", sides, LevelAgreement::agreeingInRange));
                    }
                });
        if (before.incomparable() + after.incomparable() > 0) {
            rows.add(List.of(
                    "not comparable", String.valueOf(before.incomparable()), String.valueOf(after.incomparable())));
        }
        if (before.compared() + after.compared() > 0) {
            rows.add(List.of("always the level declared most often", constant(before), constant(after)));
            rows.add(List.of("Cohen's kappa", kappa(before), kappa(after)));
        }
        add(
                "Agreement with declared levels, in reports",
                rows,
                rows.size() == 1
                        ? "No report has a declared level."
                        : "Cohen's kappa is 1 where all agree, and 0 where as many do as by chance.");
    }

    private static String constant(LevelAgreement agreement) {
        return agreement
                .mostDeclared()
                .map(level -> agreement.agreeingWithMostDeclared()
                        + percent(agreement.agreeingWithMostDeclared(), agreement.compared()) + ", " + level)
                .orElse("-");
    }

    private static String kappa(LevelAgreement agreement) {
        return agreement
                        .kappa()
                        .map(kappa -> kappa.setScale(2, RoundingMode.HALF_UP).toPlainString())
                        .orElse("not defined")
                + (agreement.exact() == agreement.compared() ? "" : ", of " + agreement.exact() + " at an exact level");
    }

    private static String difference(int levels) {
        return count(Math.abs(levels), "level") + (levels > 0 ? " worse" : " better");
    }

    private static List<String> shares(
            String head, List<LevelAgreement> sides, ToLongFunction<LevelAgreement> reports) {
        return row(
                head,
                sides.stream()
                        .map(side -> reports.applyAsLong(side) + percent(reports.applyAsLong(side), side.compared())));
    }

    private void leftOut() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("parameter", "reports", "which is not one of"));
        result.leftOut()
                .forEach(each -> rows.add(
                        List.of(each.parameter().value(), String.valueOf(each.reports()), names(each.side()))));
        add("Left out", rows, "");
    }

    private void refusals() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("by", "reports", "reason", "the first"));
        result.refusals()
                .forEach(each -> rows.add(List.of(
                        names(each.side()),
                        String.valueOf(each.reports()),
                        each.code().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        each.first())));
        add("Not scored", rows, "");
    }

    /** Leaves out what has nothing to say. */
    private void add(String sectionTitle, List<List<String>> rows, String note) {
        if (rows.size() > 1 || !note.isEmpty()) {
            sections.add(new Section(sectionTitle, rows, note));
        }
    }

    private String names(Refusal.Side side) {
        return switch (side) {
            case BEFORE -> result.before().isEmpty() ? "the rules before" : names(result.before());
            case AFTER -> result.after().isEmpty() ? "the rules after" : names(result.after());
            case BOTH -> "either";
        };
    }

    private static String names(List<Framework> frameworks) {
        return frameworks.isEmpty()
                ? "nothing scored"
                : frameworks.stream()
                        .map(framework -> framework + (framework.isDraft() ? " (draft)" : ""))
                        .collect(Collectors.joining(", "));
    }

    private static List<String> row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String reports(long number) {
        return count(number, "report");
    }

    private static String count(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "" : " (" + Words.percent(part, whole) + ")";
    }

    private static String between(String before, List<LocalDate> days) {
        return days.isEmpty() ? "" : before + days.get(0) + " to " + days.get(days.size() - 1);
    }

    private static String more(int rows) {
        return rows <= MOST_ROWS ? "" : rows - MOST_ROWS + " more with fewer level changes are in the JSON.";
    }

    String toText() {
        StringBuilder text =
                new StringBuilder(title).append('\n').append(summary).append('\n');
        for (Section section : sections) {
            text.append('\n').append(section.title()).append('\n');
            int columns = section.rows().get(0).size();
            int[] widths = new int[columns];
            for (List<String> row : section.rows()) {
                for (int i = 0; i < columns; i++) {
                    widths[i] = Math.max(widths[i], row.get(i).length());
                }
            }
            for (List<String> row : section.rows().size() == 1 ? List.<List<String>>of() : section.rows()) {
                StringBuilder line = new StringBuilder(" ");
                for (int i = 0; i < columns; i++) {
                    line.append(' ')
                            .append(row.get(i))
                            .append(" ".repeat(widths[i] - row.get(i).length() + 1));
                }
                text.append(line.toString().stripTrailing()).append('\n');
            }
            text.append(section.note().isEmpty() ? "" : "  " + section.note() + "\n");
        }
        return text.toString();
    }

    String toMarkdown() {
        StringBuilder text =
                new StringBuilder("### " + Markdown.escaped(title) + "\n\n**" + Markdown.escaped(summary) + "**\n");
        for (Section section : sections) {
            text.append("\n#### ").append(section.title()).append('\n');
            if (section.rows().size() > 1) {
                text.append('\n').append(markdownRow(section.rows().get(0)));
                text.append(markdownRow(
                        section.rows().get(0).stream().map(head -> "---").toList()));
                section.rows().stream().skip(1).map(ReplayPage::markdownRow).forEach(text::append);
            }
            text.append(section.note().isEmpty() ? "" : "\n" + Markdown.escaped(section.note()) + "\n");
        }
        return text.toString();
    }

    private static String markdownRow(List<String> cells) {
        return cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
