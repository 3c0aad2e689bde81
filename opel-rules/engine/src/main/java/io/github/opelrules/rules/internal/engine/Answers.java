package io.github.opelrules.rules.internal.engine;

import io.github.opelrules.assess.Assessment;
import io.github.opelrules.assess.Contribution;
import io.github.opelrules.assess.Notification;
import io.github.opelrules.framework.Band;
import io.github.opelrules.framework.FrameworkSet;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.PointsRange;
import io.github.opelrules.framework.Quantity;
import io.github.opelrules.framework.ScoringTable;
import io.github.opelrules.framework.Threshold;
import io.github.opelrules.report.InvalidReportException;
import io.github.opelrules.report.MissingReason;
import io.github.opelrules.report.Reading;
import io.github.opelrules.report.SituationReport;
import io.github.opelrules.rules.internal.engine.fact.Award;
import io.github.opelrules.rules.internal.engine.fact.Doubtful;
import io.github.opelrules.rules.internal.engine.fact.Notice;
import io.github.opelrules.rules.internal.engine.fact.Observation;
import io.github.opelrules.rules.internal.engine.fact.Score;
import io.github.opelrules.rules.internal.engine.fact.ScoredBand;
import io.github.opelrules.rules.internal.engine.fact.ScoredLevel;
import io.github.opelrules.rules.internal.engine.fact.ScoredLevels;
import io.github.opelrules.rules.internal.engine.fact.ScoredParameter;
import io.github.opelrules.rules.internal.engine.fact.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the rules for one table. What can be told of a reading is finite, so each question is asked once, when it first
 * comes up, and its answer kept for as long as there is {@link Room}; past that the rules are asked each time.
 *
 * <p>To look up takes no lock; only to write what was asked anew does.
 */
final class Answers {

    private static final Reading NOT_SUBMITTED = Reading.missing(MissingReason.NOT_SUBMITTED);

    private final ScoringTable table;
    private final ScoringRules rules;
    private final boolean keep;
    private final ScoredLevels levels;
    private final Sum none;

    /** Those that score, in the order in which they are added up, and then the local ones. */
    private final ParameterAnswers[] parameters;

    private final int scoring;

    /** The ids in the order in which reports have them, and where each of them is among the parameters. */
    private final ParameterId[] ids;

    private final int[] places;

    private final Subtotal nothing = new Subtotal();
    private final Map<Sum, Subtotal> subtotals = new HashMap<>();
    private final Room room = new Room();

    /** @param keep whether to keep answers; otherwise the rules fire for every report */
    Answers(ScoringTable table, ScoringRules rules, boolean keep) {
        this(table, rules, keep, Ruler::of);
    }

    /** The same, with rulers of one's own, to try them. */
    Answers(ScoringTable table, ScoringRules rules, boolean keep, Function<ScoredParameter, Ruler> rulers) {
        this.table = table;
        this.rules = rules;
        this.keep = keep;
        levels = new ScoredLevels(table);
        List<Quantity> quantities = table.quantities().toList();
        scoring = table.parameters().size();
        parameters = new ParameterAnswers[quantities.size()];
        for (int i = parameters.length - 1; i >= 0; i--) {
            Quantity quantity = quantities.get(i);
            List<Threshold> thresholds = table.thresholds().stream()
                    .filter(threshold -> threshold.parameter().equals(quantity.id()))
                    .toList();
            ScoredParameter next = i < scoring - 1 ? parameters[i + 1].parameter() : null;
            ScoredParameter parameter = new ScoredParameter(quantity, thresholds, next);
            parameters[i] = new ParameterAnswers(parameter, rulers.apply(parameter));
        }
        none = new Sum(parameters[0].parameter(), 0, 0, table.total().assurance(), null);
        places = IntStream.range(0, parameters.length)
                .boxed()
                .sorted(Comparator.comparing(i -> quantities.get(i).id()))
                .mapToInt(i -> i)
                .toArray();
        ids = Arrays.stream(places).mapToObj(i -> quantities.get(i).id()).toArray(ParameterId[]::new);
    }

    /** @throws InvalidReportException if the report names what the table does not have */
    Assessment assess(SituationReport report, FrameworkSet.Selected selected) {
        Reading[] readings = readings(report, selected);
        Assessment kept = keep ? kept(report, selected, readings) : null;
        return kept == null ? asked(report, selected, readings) : kept;
    }

    private Reading[] readings(SituationReport report, FrameworkSet.Selected selected) {
        Walk walk = new Walk();
        report.readings().forEach(walk);
        if (walk.astray) {
            throw new InvalidReportException(
                    "report of \"" + report.organisation() + "\"", report.problemsUnder(selected.framework()));
        }
        return walk.readings;
    }

    /** Null where there is something to ask yet. */
    private @Nullable Assessment kept(SituationReport report, FrameworkSet.Selected selected, Reading[] readings) {
        boolean all = !table.thresholds().isEmpty();
        Answer[] answers = all ? new Answer[parameters.length] : null;
        Contribution[] contributions = new Contribution[scoring];
        Subtotal sum = nothing;
        for (int i = 0; i < (all ? parameters.length : scoring); i++) {
            Answer answer = parameters[i].get(parameters[i].key(readings[i], report.observedAt()));
            if (answer == null) {
                return null;
            }
            Answer.Scored scored = answer.scored();
            if (scored != null) {
                sum = sum.plus(scored.part());
                if (sum == null) {
                    return null;
                }
                contributions[i] = scored.contribution(table.parameters().get(i), readings[i]);
            }
            if (answers != null) {
                answers[i] = answer;
            }
        }
        Subtotal.Decision decision = sum.decision();
        return decision == null
                ? null
                : assessment(
                        report,
                        selected,
                        contributions,
                        decision,
                        answers == null ? List.of() : notifications(readings, answers));
    }

    private Assessment asked(SituationReport report, FrameworkSet.Selected selected, Reading[] readings) {
        Observation[] observations = new Observation[parameters.length];
        long[] keys = new long[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            observations[i] = parameters[i].observation(readings[i], report.observedAt());
            keys[i] = parameters[i].key(readings[i], report.observedAt());
        }
        Answer[] answers = new Answer[parameters.length];
        Subtotal.Decision decision = ask(observations, keys, answers);
        Contribution[] contributions = new Contribution[scoring];
        for (int i = 0; i < scoring; i++) {
            Answer.Scored scored = answers[i].scored();
            if (scored != null) {
                contributions[i] = scored.contribution(table.parameters().get(i), readings[i]);
            }
        }
        return assessment(report, selected, contributions, decision, notifications(readings, answers));
    }

    private static Assessment assessment(
            SituationReport report,
            FrameworkSet.Selected selected,
            Contribution[] contributions,
            Subtotal.Decision decision,
            List<Notification> notifications) {
        return new Assessment(
                report,
                selected.framework(),
                selected.selection(),
                List.of(contributions),
                decision.points(),
                decision.scoreRule(),
                decision.level(),
                decision.levelRule(),
                decision.assurance(),
                notifications);
    }

    private List<Notification> notifications(Reading[] readings, Answer[] answers) {
        List<Notification> notifications = new ArrayList<>();
        for (Threshold threshold : table.thresholds()) {
            for (int i = 0; i < parameters.length; i++) {
                ScoredParameter parameter = parameters[i].parameter();
                int which = parameter.getThresholds().indexOf(threshold);
                Answer.Told told = which < 0 ? null : answers[i].told().get(which);
                if (told != null) {
                    notifications.add(new Notification(
                            threshold, parameter.getQuantity(), readings[i], told.code(), told.rule()));
                }
            }
        }
        return notifications;
    }

    /**
     * Asks, in one session, all that is not known yet.
     *
     * @param answers where the answers go, one for each observation
     */
    private Subtotal.Decision ask(Observation[] observations, long[] keys, Answer[] answers) {
        List<Object> facts = new ArrayList<>();
        facts.add(none);
        facts.add(levels);
        for (int i = 0; i < observations.length; i++) {
            Answer known = keep ? parameters[i].get(keys[i]) : null;
            if (known == null) {
                facts.add(observations[i]);
            } else {
                answers[i] = known;
                if (known.scored() != null) {
                    facts.add(known.scored().award());
                }
            }
        }
        ReportFacts said = new ReportFacts(rules.ask(facts));
        Subtotal.Decision decision = decision(said.verdict());
        synchronized (this) {
            for (int i = 0; i < observations.length; i++) {
                if (answers[i] == null) {
                    answers[i] = answer(said, i);
                    if (keep) {
                        parameters[i].keep(keys[i], answers[i], room);
                    }
                }
            }
            if (keep) {
                keepSums(said, answers, decision);
            }
        }
        return decision;
    }

    /** The sum of nothing, with which every sum begins. */
    Subtotal nothing() {
        return nothing;
    }

    /** Asks for every cell of every parameter that scores, and says which parts they are. */
    Draws.Steps[] steps() {
        int most = Arrays.stream(parameters)
                .mapToInt(ParameterAnswers::cells)
                .max()
                .orElseThrow();
        for (int cell = 0; keep && cell <= most; cell++) {
            Observation[] observations = new Observation[parameters.length];
            long[] keys = new long[parameters.length];
            for (int i = 0; i < parameters.length; i++) {
                boolean one = cell < parameters[i].cells();
                observations[i] = one ? parameters[i].observation(cell) : parameters[i].absence();
                keys[i] = one ? parameters[i].key(cell) : parameters[i].keyOfAbsence();
            }
            ask(observations, keys, new Answer[parameters.length]);
        }
        return Arrays.stream(parameters)
                .limit(scoring)
                .map(ParameterAnswers::steps)
                .toArray(Draws.Steps[]::new);
    }

    /** Asks for one row of columns. */
    Subtotal.Decision ask(double[][] columns, int row) {
        Observation[] observations = new Observation[parameters.length];
        long[] keys = new long[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            double value = i < scoring ? columns[i][row] : Double.NaN;
            if (Double.isNaN(value)) {
                observations[i] = parameters[i].absence();
                keys[i] = parameters[i].keyOfAbsence();
            } else {
                // There is no decimal beyond all others, and the greatest lies as far outside of every domain.
                BigDecimal decimal = BigDecimal.valueOf(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value)));
                observations[i] = parameters[i].observation(decimal);
                keys[i] = parameters[i].key(decimal);
            }
        }
        return ask(observations, keys, new Answer[parameters.length]);
    }

    private Answer answer(ReportFacts said, int i) {
        ScoredParameter parameter = parameters[i].parameter();
        Answer.@Nullable Told[] told = new Answer.Told[parameter.getThresholds().size()];
        for (Notice notice : said.notices(parameter)) {
            int which = parameter.getThresholds().indexOf(notice.threshold());
            if (told[which] != null) {
                throw new IllegalStateException("The scoring rules say two things of a threshold: " + notice);
            }
            told[which] = new Answer.Told(notice.code(), rules.rule(notice.rule()));
        }
        return new Answer(
                i < scoring ? scored(i, said.award(parameter), said.doubt(parameter)) : null, Arrays.asList(told));
    }

    private Answer.Scored scored(int i, Award award, @Nullable Doubtful doubt) {
        // Drools yields the bands in an order of its own. A copy, so that a contribution takes it as it is.
        List<Band> bands = List.copyOf(parameters[i].parameter().getBands().stream()
                .filter(award.bands()::contains)
                .map(ScoredBand::getBand)
                .toList());
        return new Answer.Scored(
                award,
                bands,
                new PointsRange(award.fewest(), award.most()),
                rules.rule(award.because()),
                doubt == null ? null : rules.rule(doubt.rule()),
                keep ? parameters[i].part(award, room) : 0);
    }

    private Subtotal.Decision decision(ScoredLevel verdict) {
        Score score = verdict.score();
        return new Subtotal.Decision(
                new PointsRange(score.fewest(), score.most()),
                rules.rule(score.rule()),
                verdict.level(),
                rules.rule(verdict.rule()),
                verdict.assurance());
    }

    private void keepSums(ReportFacts said, Answer[] answers, Subtotal.Decision decision) {
        Subtotal last = nothing;
        for (int i = 0; i < scoring; i++) {
            Answer.Scored scored = answers[i].scored();
            Sum sum = said.sum(parameters[i].parameter().getNext());
            Subtotal after = subtotals.get(sum);
            if (after == null && room.take(Subtotal.BYTES)) {
                after = new Subtotal();
                subtotals.put(sum, after);
            }
            if (scored == null || scored.part() < 0 || after == null) {
                return;
            }
            last.keep(scored.part(), after, room);
            last = after;
        }
        last.keep(decision);
    }

    /** The bytes that the answers take, at most. */
    synchronized long bytes() {
        return room.taken();
    }

    /** Walks the readings of a report beside the table's parameters, both in the order of their ids. */
    private final class Walk implements BiConsumer<ParameterId, Reading> {

        private final Reading[] readings = new Reading[ids.length];
        private int at;
        private boolean astray;

        private Walk() {
            Arrays.fill(readings, NOT_SUBMITTED);
        }

        @Override
        public void accept(ParameterId id, Reading reading) {
            while (at < ids.length && !ids[at].equals(id)) {
                at++;
            }
            if (at < ids.length) {
                readings[places[at++]] = reading;
            } else {
                astray = true;
            }
        }
    }
}
