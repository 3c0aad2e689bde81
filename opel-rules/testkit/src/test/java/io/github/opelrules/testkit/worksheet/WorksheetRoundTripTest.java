package io.github.opelrules.testkit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.LevelTable;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.RuleSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorksheetRoundTripTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    static Stream<RuleSource> bundled() {
        return RuleSource.bundled().stream();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void a_workbook_that_nobody_changed_gives_the_rules_it_was_written_from_to_the_letter(RuleSource rules) {
        Worksheet read = Worksheet.read("rules.xlsx", Worksheet.of(rules).toXlsx());

        assertSame(rules, WorksheetFill.of(rules, read, TODAY));
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void a_csv_file_that_nobody_changed_gives_the_rules_it_was_written_from_to_the_letter(RuleSource rules) {
        Worksheet read = Worksheet.read("rules.csv", Worksheet.of(rules).toCsv());

        assertSame(rules, WorksheetFill.of(rules, read, TODAY));
    }

    static Stream<Arguments> bundledOnAnother() {
        List<RuleSource> all = RuleSource.bundled();
        return Stream.of(Arguments.of(all.get(0), all.get(1)), Arguments.of(all.get(1), all.get(0)));
    }

    /** Nothing of it is as it was there, so that every row is written anew. */
    @ParameterizedTest
    @MethodSource("bundledOnAnother")
    void a_worksheet_that_is_filled_into_another_version_gives_rules_equal_in_every_number_and_text(
            RuleSource rules, RuleSource another) {
        WorksheetFill fill = WorksheetFill.of(
                another, Worksheet.read("rules.xlsx", Worksheet.of(rules).toXlsx()), TODAY);

        assertThat(fill.findings()).filteredOn(CellFinding::isError).isEmpty();
        Framework made = framework(RuleSource.of("made", fill.files()));
        Framework meant = framework(rules);
        assertThat(saying(made)).isEqualTo(saying(meant));
        assertThat(made.protocolRules().toString())
                .isEqualTo(meant.protocolRules().toString());
    }

    @ParameterizedTest
    @MethodSource("bundledOnAnother")
    void what_was_made_of_a_worksheet_is_written_as_that_worksheet(RuleSource rules, RuleSource another) {
        byte[] csv = Worksheet.of(rules).toCsv();
        WorksheetFill fill = WorksheetFill.of(another, Worksheet.read("rules.csv", csv), TODAY);

        List<CellFinding> differences = WorksheetFill.differences(
                Worksheet.read("rules.csv", csv), Worksheet.of(RuleSource.of("made", fill.files())));

        assertThat(differences).isEmpty();
    }

    private static Framework framework(RuleSource rules) {
        return rules.check(TODAY).framework().orElseThrow();
    }

    /** All of its numbers and texts, without grades. */
    private static String saying(Framework framework) {
        StringBuilder says = new StringBuilder();
        says.append(framework)
                .append(framework.title())
                .append(framework.status())
                .append(framework.inForce())
                .append(framework.knownIssues())
                .append('\n');
        framework.tables().forEach((type, table) -> {
            says.append(type).append(levels(table.levels())).append('\n');
            for (Parameter p : table.parameters()) {
                says.append(p.id())
                        .append(p.number())
                        .append(p.label())
                        .append(p.definition())
                        .append(p.unit())
                        .append(p.domain())
                        .append(p.domain().precision())
                        .append(p.worse())
                        .append(p.maxAge())
                        .append(p.source())
                        .append(p.sinceMidnight())
                        .append(p.usual() == null ? "" : p.usual().toString())
                        .append(
                                p.expectedPoints() == null
                                        ? ""
                                        : p.expectedPoints().upTo());
                p.bands()
                        .forEach(band -> says.append(band.interval())
                                .append(band.points())
                                .append(';'));
                says.append('\n');
            }
        });
        TierRules tiers = Objects.requireNonNull(framework.tiers());
        says.append(tiers.pillars())
                .append(tiers.pillarCitation().source())
                .append(levels(tiers.levels()))
                .append(tiers.maxAge().value());
        tiers.means().forEach((tier, citation) -> says.append(tier).append(citation.source()));
        framework
                .protocolRules()
                .forEach(rule -> says.append(rule)
                        .append(rule.conditions())
                        .append(rule.consequences())
                        .append(rule.citation().source())
                        .append('\n'));
        return says.toString();
    }

    private static String levels(LevelTable levels) {
        StringBuilder says = new StringBuilder(levels.basis().toString())
                .append(levels.citation().source());
        levels.cuts().forEach(cut -> says.append(cut.level()).append(cut.interval()));
        return says.toString();
    }

    private static void assertSame(RuleSource rules, WorksheetFill fill) {
        assertThat(fill.findings()).isEmpty();
        assertThat(texts(fill.files())).isEqualTo(texts(rules.files()));
    }

    static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    static RuleSource bundled(String id) {
        return RuleSource.bundled(FrameworkId.of(id));
    }
}
