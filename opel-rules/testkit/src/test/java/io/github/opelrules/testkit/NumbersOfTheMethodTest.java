package io.github.opelrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.opelrules.OpelEngine;
import io.github.opelrules.assess.ReasonCode;
import io.github.opelrules.escalate.EscalationEvent;
import io.github.opelrules.escalate.EscalationEvent.Kind;
import io.github.opelrules.escalate.EscalationInputs;
import io.github.opelrules.escalate.EscalationState;
import io.github.opelrules.escalate.EscalationStep;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.FrameworkId;
import io.github.opelrules.framework.MutualAidRules;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.TierRules;
import io.github.opelrules.rules.Escalations;
import io.github.opelrules.rules.OpelRules;
import io.github.opelrules.rules.RuleSource;
import io.github.opelrules.rules.check.GradedValue;
import io.github.opelrules.rules.internal.escalate.Escalation;
import io.github.opelrules.rules.internal.escalate.Protocols;
import io.github.opelrules.rules.internal.load.FrameworkLoader;
import io.github.opelrules.rules.internal.source.FrameworkFolder;
import io.github.opelrules.testkit.diff.FrameworkDiff;
import io.github.opelrules.testkit.replay.Replay;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.TierAssessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How old a report may be to count, and the numbers of mutual aid, are a framework's own; where it says nothing they are what they
 * always were; and where several frameworks meet, that of the unit that they are about has its say.
 */
class NumbersOfTheMethodTest {

    private static final Framework BUNDLED = FrameworkLoader.load(FrameworkFolder.bundled("nhse-opel-2023-24"));
    private static final Instant MONDAY = Escalations.MONDAY;
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final OdsCode ONE = Escalations.ONE;
    private static final OdsCode NEIGHBOUR = Escalations.NEIGHBOUR;

    @TempDir
    private Path folder;

    /** A copy whose manifest says something else in some lines. */
    private Framework with(String... replacements) throws IOException {
        Path rules = folder.resolve("rules");
        copy("nhse-opel-2023-24", rules);
        Path file = rules.resolve("framework.yaml");
        String manifest = Files.readString(file);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(manifest).contains(replacements[i]);
            manifest = manifest.replace(replacements[i], replacements[i + 1]);
        }
        Files.writeString(file, manifest);
        return FrameworkLoader.load(FrameworkFolder.of(rules));
    }

    private static void copy(String id, Path to) throws IOException {
        Path from = Path.of("../engine/src/main/resources/io/github/opelrules/rules/frameworks", id);
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private Framework ofHalfADay() throws IOException {
        return with("maxAge: { value: PT24H", "maxAge: { value: PT12H");
    }

    private OpelEngine engineOfHalfADay() throws IOException {
        ofHalfADay();
        return OpelRules.builder().folder(folder.resolve("rules")).build();
    }

    private static MutualAidRules aid(Framework framework) {
        return Optional.ofNullable(framework.protocol())
                .map(Protocol::mutualAid)
                .orElseThrow();
    }

    // ---- files that say nothing of them

    @Test
    void a_day_an_hour_and_95_per_cent_are_assumed_and_the_bundled_frameworks_say_so() {
        for (String id : FrameworkFolder.BUNDLED) {
            Framework framework = FrameworkLoader.load(FrameworkFolder.bundled(id));

            assertThat(framework.maxAge()).isEqualTo(TierRules.ASSUMED_MAX_AGE);
            assertThat(aid(framework)).isEqualTo(MutualAidRules.ASSUMED);
        }
        assertThat(TierRules.ASSUMED_MAX_AGE.value()).isEqualTo(Duration.ofHours(24));
        assertThat(TierRules.ASSUMED_MAX_AGE.citation())
                .hasToString("this library, a report counts for 24 hours (assumed)");
    }

    @Test
    void an_old_file_without_them_gives_equal_results() throws IOException {
        String manifest = Escalations.shipped("frameworks/nhse-opel-2023-24/framework.yaml");
        String age = manifest.lines()
                        .filter(line -> line.contains("maxAge:"))
                        .findFirst()
                        .orElseThrow() + "\n";
        String aid = manifest.substring(manifest.indexOf("  mutualAid:"));

        Framework old = with(age, "", aid, "");

        assertThat(old.digest()).isNotEqualTo(BUNDLED.digest());
        assertThat(old.tiers()).isEqualTo(BUNDLED.tiers());
        assertThat(aid(old)).isEqualTo(aid(BUNDLED));
        assertThat(FrameworkDiff.between(old, BUNDLED).resultsCanChange()).isFalse();
        assertThat(RuleSource.of(folder.resolve("rules")).tryCases().toText())
                .isEqualTo(RuleSource.bundled(FrameworkId.of("nhse-opel-2023-24"))
                        .tryCases()
                        .toText())
                .contains("all hold");
    }

    @Test
    void a_framework_without_tiers_takes_a_day_too() {
        Framework without = new Framework(
                BUNDLED.id(),
                BUNDLED.version(),
                BUNDLED.title(),
                BUNDLED.status(),
                BUNDLED.inForce(),
                BUNDLED.inForceAssurance(),
                BUNDLED.source(),
                BUNDLED.tables(),
                null,
                BUNDLED.protocol(),
                BUNDLED.digest(),
                List.of(),
                null);

        assertThat(without.maxAge()).isEqualTo(TierRules.ASSUMED_MAX_AGE);
    }

    // ---- files that say something else

    @Test
    void what_a_framework_says_of_mutual_aid_goes_before_and_a_difference_tells_it() throws IOException {
        Framework changed = with(
                "settled: { value: PT1H, assurance: assumed, source: { document: this library, place: a level that has lasted an hour } }",
                "settled: { value: PT2H, assurance: unverified, source: { document: our plan, place: page 7 } }",
                "full: { value: 95,",
                "full: { value: 92.5,");

        assertThat(aid(changed).settled().value()).isEqualTo(Duration.ofHours(2));
        assertThat(aid(changed).settled().citation()).hasToString("our plan, page 7 (unverified)");
        assertThat(aid(changed).full().value()).isEqualTo(new BigDecimal("92.5"));
        assertThat(FrameworkDiff.between(BUNDLED, changed).toText()).contains("PT1H → PT2H", "95 % → 92.5 %");
    }

    @Test
    void another_age_is_told_by_a_difference_and_stands_among_the_values() throws IOException {
        Framework changed = ofHalfADay();

        FrameworkDiff diff = FrameworkDiff.between(BUNDLED, changed);

        assertThat(diff.resultsCanChange()).isTrue();
        assertThat(diff.tiers().orElseThrow().reasons())
                .containsExactly("reports and declared levels count for another time (PT24H → PT12H)");
        assertThat(diff.toText()).contains("greatest age of a report that counts: PT24H → PT12H");
        assertThat(FrameworkLoader.check(FrameworkFolder.of(folder.resolve("rules")))
                        .values())
                .extracting(GradedValue::what)
                .contains("greatest age of a report that counts", "mutual aid, \"settled\"", "mutual aid, \"full\"");
    }

    @Test
    void a_report_and_a_declared_level_count_for_as_long_in_a_system_and_not_longer() throws IOException {
        OpelEngine engine = engineOfHalfADay();
        Instant justTooOld = MONDAY.minus(HALF_A_DAY).minusNanos(1);
        List<Declaration> declared =
                List.of(declared(Escalations.TWO, MONDAY.minus(HALF_A_DAY)), declared(Escalations.THREE, justTooOld));

        TierAssessment nation = engine.aggregate(
                        Escalations.HIERARCHY,
                        MONDAY,
                        List.of(
                                Escalations.assessment(engine, ONE, MONDAY.minus(HALF_A_DAY), 3),
                                Escalations.assessment(engine, NEIGHBOUR, justTooOld, 3)),
                        declared)
                .tops()
                .get(0);

        assertThat(nation.stream()
                        .filter(unit ->
                                Escalations.PROVIDERS.contains(unit.unit().code())))
                .extracting(TierAssessment::code)
                .containsExactly(
                        ReasonCode.ASSESSED, ReasonCode.LEVEL_REPORTED, ReasonCode.NO_REPORT, ReasonCode.NO_REPORT);
    }

    private static Declaration declared(OdsCode unit, Instant at) {
        return new Declaration(unit, OpelLevel.OPEL_4, "director on call", at, null);
    }

    @Test
    void a_replay_holds_each_side_against_what_still_counts_under_its_own_framework() throws IOException {
        List<Declaration> declared =
                List.of(declared(ONE, MONDAY.minus(HALF_A_DAY).minusNanos(1)));
        Replay replay = Replay.between(OpelRules.bundled(), engineOfHalfADay(), declared);
        replay.add(Escalations.report(ONE, MONDAY, 3).build());

        assertThat(replay.result().declaredBefore().compared()).isEqualTo(1);
        assertThat(replay.result().declaredAfter().compared()).isZero();
    }

    // ---- where two frameworks meet

    /** A step under the bundled framework, but for the neighbour, which is under that of half a day. */
    private EscalationStep step(Framework ofNeighbour, EscalationState state, EscalationInputs inputs, Instant at) {
        return Escalation.advance(
                (unit, time) -> unit.equals(NEIGHBOUR) ? ofNeighbour : BUNDLED,
                List.of(),
                new Protocols(),
                framework -> OpelRules.bundled(),
                state,
                inputs,
                at);
    }

    @Test
    void reports_and_declared_levels_of_a_unit_count_for_as_long_as_its_own_framework_says() throws IOException {
        Framework ofHalfADay = ofHalfADay();
        OpelEngine engine = OpelRules.bundled();
        EscalationState state = step(
                        ofHalfADay,
                        EscalationState.none(),
                        EscalationInputs.of(Escalations.HIERARCHY)
                                .withAssessments(List.of(
                                        Escalations.assessment(engine, ONE, MONDAY, 3),
                                        Escalations.assessment(engine, NEIGHBOUR, MONDAY, 1)))
                                .withDeclarations(List.of(declared(ONE, MONDAY), declared(NEIGHBOUR, MONDAY))),
                        MONDAY)
                .state();

        EscalationStep evening = step(
                ofHalfADay,
                state,
                EscalationInputs.of(Escalations.HIERARCHY),
                MONDAY.plus(HALF_A_DAY).plusSeconds(1));
        EscalationStep morning = step(
                ofHalfADay,
                evening.state(),
                EscalationInputs.of(Escalations.HIERARCHY),
                MONDAY.plus(Duration.ofHours(24)).plusSeconds(1));

        assertThat(evening.state().units().get(NEIGHBOUR).declared()).isNull();
        assertThat(evening.state().units().get(ONE).declared()).isNotNull();
        assertThat(silent(evening)).containsExactly(NEIGHBOUR);
        assertThat(morning.state().units().get(ONE).declared()).isNull();
        assertThat(silent(morning)).contains(ONE).doesNotContain(NEIGHBOUR);
    }

    private static List<OdsCode> silent(EscalationStep step) {
        return step.events(Kind.DATA_MISSING).stream()
                .map(EscalationEvent::unit)
                .toList();
    }

    @Test
    void a_neighbour_helps_by_a_report_that_counts_under_its_own_framework() throws IOException {
        Instant later = MONDAY.plus(HALF_A_DAY).plusSeconds(1);
        assertThat(aidAt(later, BUNDLED)).contains("These could help Unit RA1 (RA1): Unit RB1 (RB1)");
        assertThat(aidAt(later, ofHalfADay())).contains("Unit RB1 (RB1) has sent nothing since 2024-01-08T10:00:00Z");
    }

    private String aidAt(Instant later, Framework ofNeighbour) {
        EscalationState state = step(
                        ofNeighbour,
                        EscalationState.none(),
                        EscalationInputs.of(Escalations.HIERARCHY)
                                .withAssessments(List.of(
                                        Escalations.assessment(OpelRules.bundled(), ONE, MONDAY, 3),
                                        Escalations.assessment(OpelRules.bundled(), NEIGHBOUR, MONDAY, 1))),
                        MONDAY)
                .state();
        return step(
                        ofNeighbour,
                        state,
                        EscalationInputs.of(Escalations.HIERARCHY).askingAidFor(List.of(ONE)),
                        later)
                .events(Kind.MUTUAL_AID_PROPOSED)
                .get(0)
                .text();
    }
}
