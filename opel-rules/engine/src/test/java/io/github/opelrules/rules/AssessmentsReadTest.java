package io.github.opelrules.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Level;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.Parameter;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.check.InvalidInputException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An assessment that was written is read back to an equal value, and whatever was changed in it is found at its place. */
class AssessmentsReadTest {

    private static final Schema SCHEMA = PublishedSchemas.schema("opel.assessment-1");
    private static final FrameworkId OLD = FrameworkId.of("nhse-opel-2023-24");
    private static final FrameworkId DRAFT = FrameworkId.of("nhse-opel-2024-26");
    private static final OpelEngine NATIONAL = OpelRules.bundled();
    private static final OpelEngine DRAFTS =
            OpelRules.builder().bundled().allowDrafts().build();
    private static final OpelEngine LOCAL = OpelRules.builder()
            .folder(Path.of("src/test/resources/io/github/opelrules/rules/internal/load/overlay"))
            .build();

    private static Collection<Framework> known(OpelEngine engine) {
        return engine.frameworks().frameworks();
    }

    private static void assertReadAsWritten(Assessment assessment, Collection<Framework> known) {
        String json = OpelJson.write(assessment);

        Assessment read = OpelJson.readAssessment(json, known);

        assertThat(read).isEqualTo(assessment);
        assertThat(OpelJson.write(read)).isEqualTo(json);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    /** A report without some of its readings, so that some are not named at all. */
    private static SituationReport someOf(SituationReport report, Random random) {
        return report.without(report.readings().keySet().stream()
                .filter(id -> random.nextInt(8) == 0)
                .toList());
    }

    @Property(tries = 150)
    void an_assessment_with_readings_missing_rounded_and_doubtful(@ForAll long seed) {
        RandomReports reports = new RandomReports(seed, RandomReports.acuteParameters());

        assertReadAsWritten(NATIONAL.assess(someOf(reports.partial(), new Random(seed))), known(NATIONAL));
    }

    @Property(tries = 60)
    void an_assessment_under_an_overlay(@ForAll long seed) {
        Random random = new Random(seed);
        SituationReport report = someOf(new RandomReports(seed, RandomReports.acuteParameters()).partial(), random);
        for (Quantity quantity : LOCAL.assess(report).table().quantities().toList()) {
            if (!(quantity instanceof Parameter) && random.nextBoolean()) {
                report = report.with(
                        quantity.id(),
                        random.nextBoolean()
                                ? Reading.missing(MissingReason.NOT_SUBMITTED)
                                : new Reading.Measured(
                                        quantity.domain().from(),
                                        quantity.domain().precision(),
                                        null));
            }
        }

        assertReadAsWritten(LOCAL.assess(report), known(LOCAL));
    }

    @Property(tries = 30)
    void an_assessment_under_a_pinned_framework_or_a_draft(@ForAll long seed) {
        SituationReport report = new RandomReports(seed, RandomReports.acuteParameters()).full();
        Assessment pinned = NATIONAL.pinnedTo(OLD).assess(report);

        assertThat(OpelJson.write(pinned)).contains(",\"whatIf\":true,");
        assertReadAsWritten(pinned, known(NATIONAL));
        SituationReport nothing = SituationReport.of(OdsCode.of("RXX"), ProviderType.COMMUNITY)
                .observedAt(report.observedAt())
                .build();
        assertReadAsWritten(DRAFTS.pinnedTo(DRAFT).assess(nothing), known(DRAFTS));
    }

    private static String full() {
        return OpelJson.write(NATIONAL.assess(new RandomReports(1, RandomReports.acuteParameters()).full()));
    }

    @Test
    void a_framework_that_is_not_given_is_named_with_those_that_are() {
        String digest = NATIONAL.frameworks().pinned(OLD, true).digest();
        Framework other = NATIONAL.frameworks().pinned(DRAFT, true);

        assertThatThrownBy(() -> OpelJson.readAssessment(full(), List.of(other)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(digest)
                .hasMessageContaining("and no framework that is given has it. Give those that made it." + " Given: "
                        + other + " (" + other.digest() + ").");
    }

    @Test
    void a_changed_level_is_answered_with_its_place() {
        Assessment assessment = NATIONAL.assess(new RandomReports(1, RandomReports.acuteParameters()).full());
        int level = ((Level.Exact) assessment.level()).level().number();
        String json = OpelJson.write(assessment);
        String changed = json.replaceFirst(
                "\"level\":\\{\"kind\":\"exact\",\"level\":" + level,
                "\"level\":{\"kind\":\"exact\",\"level\":" + (level % 4 + 1));
        int column = json.indexOf("\"level\":" + level) + "\"level\":".length() + 1;

        assertThatThrownBy(() -> OpelJson.readAssessment(changed, known(NATIONAL)))
                .asInstanceOf(type(InvalidInputException.class))
                .satisfies(e -> assertThat(e.findings())
                        .singleElement()
                        .hasToString("assessment:1:" + column + ": OPEL-019 level.level is \"" + (level % 4 + 1)
                                + "\", and from the rest follows \"" + level
                                + "\". Keep the text as it was written, or assess again."));
    }
}
