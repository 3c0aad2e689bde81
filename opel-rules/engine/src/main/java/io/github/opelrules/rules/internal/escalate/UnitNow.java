package io.github.opelrules.rules.internal.escalate;

import io.github.opelrules.assess.Level;
import io.github.opelrules.escalate.Notice;
import io.github.opelrules.escalate.UnitState;
import io.github.opelrules.escalate.UnitState.Latest;
import io.github.opelrules.escalate.UnitState.ReadingState;
import io.github.opelrules.escalate.UnitState.Restart;
import io.github.opelrules.framework.Framework;
import io.github.opelrules.framework.OdsCode;
import io.github.opelrules.framework.OpelLevel;
import io.github.opelrules.framework.ParameterId;
import io.github.opelrules.framework.Protocol;
import io.github.opelrules.framework.ProviderType;
import io.github.opelrules.framework.Stretch;
import io.github.opelrules.framework.Tier;
import io.github.opelrules.rules.internal.protocol.UnitFact;
import io.github.opelrules.rules.internal.protocol.UnitKind;
import io.github.opelrules.tier.Declaration;
import io.github.opelrules.tier.LevelAgreement;
import io.github.opelrules.tier.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One unit of the system as it is now, and what is remembered of it from step to step. */
public final class UnitNow implements UnitFact {

    private final Unit unit;
    private final Set<UnitKind> kinds;
    private final Governing governing;
    private final Protocol protocol;
    private final Duration maxAge;
    private final boolean scored;

    // What is remembered from step to step.
    private final Instant knownSince;
    private @Nullable OpelLevel inForce;
    private final Map<OpelLevel, Instant> reached = new EnumMap<>(OpelLevel.class);
    private final Map<OpelLevel, Instant> below = new EnumMap<>(OpelLevel.class);
    private @Nullable Instant inForceSince;
    private @Nullable Instant lowerSince;
    private @Nullable Latest latest;
    private @Nullable Declaration declared;
    private @Nullable Instant differSince;
    private final Map<ParameterId, ReadingState> readings;

    // What is so at this moment only.
    private Instant now;
    private boolean moved;
    private @Nullable OpelLevel movedFrom;
    private boolean staffed;
    private boolean inDoubt;
    private final Waiting waiting;
    private final Set<Notice.Kind> notices = EnumSet.noneOf(Notice.Kind.class);
    private final Set<OdsCode> ancestors = new HashSet<>();
    private final Map<Tier, OdsCode> byTier = new EnumMap<>(Tier.class);
    private final Set<OdsCode> neighbours = new LinkedHashSet<>();

    /**
     * A unit.
     *
     * @param governing what governs it: its protocol, and {@linkplain Framework#maxAge() how long} its reports and what is declared of
     *     it count, whatever the frameworks of the others say
     */
    UnitNow(Unit unit, UnitState state, Governing governing, Waiting waiting) {
        this.waiting = waiting;
        this.unit = unit;
        this.kinds = UnitKind.ALL.stream()
                .filter(kind -> kind.includes(unit.tier(), unit.providerType()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnitKind.class)));
        this.governing = governing;
        this.protocol = governing.facts().protocol();
        this.maxAge = governing.framework().maxAge().value();
        ProviderType type = unit.providerType();
        this.scored = type != null && governing.framework().table(type).isPresent();
        this.now = state.knownSince();
        this.knownSince = state.knownSince();
        this.inForce = state.inForce();
        this.reached.putAll(state.reached());
        this.below.putAll(state.below());
        this.inForceSince = state.inForceSince();
        this.lowerSince = state.lowerSince();
        this.latest = state.latest();
        this.declared = state.declared();
        this.differSince = state.differSince();
        this.readings = new TreeMap<>(state.readings());
    }

    UnitState state() {
        return new UnitState(
                unit.code(),
                knownSince,
                inForce,
                reached,
                below,
                inForceSince,
                lowerSince,
                latest,
                declared,
                differSince,
                readings);
    }

    // ---- what the rules ask

    @Override
    public boolean is(UnitKind kind) {
        return kinds.contains(kind);
    }

    @Override
    public boolean enters(OpelLevel level) {
        return moved && isAt(level);
    }

    @Override
    public boolean entersOrAbove(OpelLevel level) {
        return moved && isAtOrAbove(level) && (movedFrom == null || level.isWorseThan(movedFrom));
    }

    @Override
    public boolean leaves(OpelLevel level) {
        return moved && movedFrom == level;
    }

    @Override
    public boolean fallsBelow(OpelLevel level) {
        return moved && movedFrom != null && !level.isWorseThan(movedFrom) && !isAtOrAbove(level);
    }

    @Override
    public boolean isAt(OpelLevel level) {
        return inForce == level;
    }

    @Override
    public boolean isAtOrAbove(OpelLevel level) {
        return inForce != null && !level.isWorseThan(inForce);
    }

    @Override
    public boolean hasBeenAt(OpelLevel level, Duration time) {
        return isAt(level) && hasLasted(inForceSince, time);
    }

    @Override
    public boolean hasBeenAtOrAbove(OpelLevel level, Duration time) {
        return isAtOrAbove(level) && hasLasted(reached.get(level), time);
    }

    @Override
    public boolean hasDiffered(Duration time) {
        return hasLasted(differSince, time) || (inDoubt && mayDiffer());
    }

    @Override
    public boolean isAbove(ParameterId parameter, BigDecimal number) {
        return since(parameter, ProtocolFacts.above(number)) != null || (inDoubt && mayBeAbove(parameter, number));
    }

    @Override
    public boolean isBelow(ParameterId parameter, BigDecimal number) {
        return since(parameter, ProtocolFacts.below(number)) != null || (inDoubt && mayBeBelow(parameter, number));
    }

    @Override
    public boolean hasBeenAbove(ParameterId parameter, BigDecimal number, Duration time) {
        return hasLasted(since(parameter, ProtocolFacts.above(number)), time)
                || (inDoubt && mayBeAbove(parameter, number));
    }

    @Override
    public boolean hasBeenBelow(ParameterId parameter, BigDecimal number, Duration time) {
        return hasLasted(since(parameter, ProtocolFacts.below(number)), time)
                || (inDoubt && mayBeBelow(parameter, number));
    }

    @Override
    public boolean hasMissed(ParameterId parameter, Duration time) {
        ReadingState reading = readings.get(parameter);
        return reading != null && hasLasted(reading.unknownSince(), time);
    }

    @Override
    public boolean hasBeenStale(ParameterId parameter, Duration time) {
        ReadingState reading = readings.get(parameter);
        return reading != null && reading.stale() && hasLasted(reading.unknownSince(), time);
    }

    @Override
    public boolean hasBeenSilent(Duration time) {
        return isExpectedToReport() && hasLasted(silentSince(), time);
    }

    /** Whether it is a provider of a type that its framework scores. */
    boolean isExpectedToReport() {
        return scored;
    }

    @Override
    public boolean hasNotice(Notice.Kind kind) {
        return notices.contains(kind);
    }

    @Override
    public boolean isStaffed() {
        return staffed;
    }

    @Override
    public boolean isPartOf(UnitFact whole) {
        return whole instanceof UnitNow other && ancestors.contains(other.unit.code());
    }

    @Override
    public boolean isNeighbourOf(UnitFact fact) {
        return fact instanceof UnitNow other && neighbours.contains(other.unit.code());
    }

    /** Since when a comparison has held, by readings that are not too old to count. */
    private @Nullable Instant since(ParameterId parameter, String comparison) {
        ReadingState reading = readings.get(parameter);
        return reading == null || isOutOfDate() ? null : reading.since().get(comparison);
    }

    /** When its last report no longer counts, if nothing comes. */
    Instant silentFrom() {
        return countsUntil(silentSince()).plus(Escalation.AFTER);
    }

    /** How old its reports may be to count. */
    Duration maxAge() {
        return maxAge;
    }

    /** Whether its last report is too old to count. */
    boolean isOutOfDate() {
        return !counts(silentSince(), now);
    }

    /** From now on, what is not known of readings and declared levels is taken to be as the rules ask; or no longer so. */
    void inDoubt(boolean doubt) {
        inDoubt = doubt;
    }

    private boolean mayBeAbove(ParameterId parameter, BigDecimal number) {
        Stretch value = value(parameter);
        return value == null || value.high().compareTo(number) > 0 || mayHaveBeen(true, number, parameter);
    }

    private boolean mayBeBelow(ParameterId parameter, BigDecimal number) {
        Stretch value = value(parameter);
        return value == null || value.low().compareTo(number) < 0 || mayHaveBeen(false, number, parameter);
    }

    /** The values that a reading may have; null where none is known that counts. */
    private @Nullable Stretch value(ParameterId parameter) {
        ReadingState reading = readings.get(parameter);
        return reading == null || isOutOfDate() ? null : reading.value();
    }

    private boolean mayDiffer() {
        return latest == null
                || declared == null
                || LevelAgreement.difference(latest.level(), declared.level()).orElse(1) != 0;
    }

    private boolean hasLasted(@Nullable Instant since, Duration time) {
        return waiting.hasLasted(since, time, now);
    }

    // ---- what a step does with it

    Unit unit() {
        return unit;
    }

    OdsCode code() {
        return unit.code();
    }

    /** The framework that it is under. */
    Governing governing() {
        return governing;
    }

    /** What the protocol that it is under speaks of. */
    ProtocolFacts protocolFacts() {
        return governing.facts();
    }

    @Nullable
    OpelLevel inForce() {
        return inForce;
    }

    @Nullable
    Declaration declared() {
        return declared;
    }

    @Nullable
    Instant inForceSince() {
        return inForceSince;
    }

    /** Since when it has been at a better level than this one; null where it is not. */
    @Nullable
    Instant belowSince(OpelLevel level) {
        return below.get(level);
    }

    @Nullable
    OpelLevel movedFrom() {
        return movedFrom;
    }

    boolean hasMoved() {
        return moved;
    }

    @Nullable
    Latest latest() {
        return latest;
    }

    Instant silentSince() {
        return latest == null ? knownSince : latest.observedAt();
    }

    Optional<ReadingState> reading(ParameterId parameter) {
        return Optional.ofNullable(readings.get(parameter));
    }

    /** Every instant that a time could be counted from. */
    List<Instant> beginnings() {
        List<Instant> all = new ArrayList<>(reached.values());
        all.add(silentSince());
        addIfKnown(inForceSince, all);
        addIfKnown(differSince, all);
        for (ReadingState reading : readings.values()) {
            addIfKnown(reading.unknownSince(), all);
            all.addAll(reading.since().values());
        }
        return all;
    }

    private static void addIfKnown(@Nullable Instant instant, List<Instant> all) {
        if (instant != null) {
            all.add(instant);
        }
    }

    /** Begins another moment: nothing has moved in it yet, and no rule has said anything. */
    void at(Instant moment, Collection<Notice> inForce, boolean isStaffed) {
        now = moment;
        moved = false;
        movedFrom = null;
        if (declared != null && !counts(declared.at(), now)) {
            declared = null;
            differSince = null;
            hold(moment, true);
        }
        compareDeclared();
        staffed = isStaffed;
        notices.clear();
        for (Notice notice : inForce) {
            if (notice.unit().equals(code()) || ancestors.contains(notice.unit())) {
                notices.add(notice.kind());
            }
        }
    }

    void place(Collection<Unit> above, Collection<OdsCode> beside) {
        byTier.put(unit.tier(), code());
        for (Unit ancestor : above) {
            ancestors.add(ancestor.code());
            byTier.putIfAbsent(ancestor.tier(), ancestor.code());
        }
        neighbours.addAll(beside);
    }

    /** The unit of a tier that it belongs to, or is. */
    Optional<OdsCode> of(Tier tier) {
        return Optional.ofNullable(byTier.get(tier));
    }

    void learn(Latest assessment) {
        latest = assessment;
        compareDeclared();
    }

    void learn(ParameterId parameter, ReadingState reading) {
        readings.put(parameter, reading);
    }

    /** Takes a declaration; returns whether it is not older than the one before, nor too old to count. */
    boolean learn(Declaration declaration) {
        boolean older = declared != null && declared.at().isAfter(declaration.at());
        if (older || declaration.equals(declared) || !counts(declaration.at(), now)) {
            return false;
        }
        declared = declaration;
        compareDeclared();
        return true;
    }

    /**
     * Whether a report or a declaration of it still counts at a time: while it is no older than the framework allows, as the tier rules
     * have it.
     *
     * @param of of when it is
     */
    boolean counts(Instant of, Instant at) {
        return !at.isAfter(countsUntil(of));
    }

    private Instant countsUntil(Instant of) {
        return of.plus(maxAge);
    }

    /** When what was declared no longer counts; null where nothing is declared. */
    @Nullable
    Instant declarationEnds() {
        return declared == null ? null : countsUntil(declared.at()).plus(Escalation.AFTER);
    }

    /** The two differ since the later of them came. */
    private void compareDeclared() {
        if (latest == null || declared == null) {
            differSince = null;
        } else if (LevelAgreement.difference(latest.level(), declared.level()).orElse(0) == 0) {
            Level asBefore = levelAsBefore();
            boolean byRestart = asBefore != null
                    && LevelAgreement.difference(asBefore, declared.level()).orElse(0) != 0;
            differSince = byRestart ? differSince : null;
        } else if (differSince == null) {
            differSince = declared.at().isAfter(latest.observedAt()) ? declared.at() : latest.observedAt();
        }
    }

    /** The level that moves the one in force; empty where nothing is known that could. */
    private Optional<Level> driving() {
        Declaration driving = drivingDeclaration();
        if (driving != null) {
            return Optional.of(new Level.Exact(driving.level()));
        }
        return Optional.ofNullable(latest).map(Latest::level);
    }

    /**
     * Moves the level in force as far as what is known forces it, and down only if it may.
     *
     * @param observed of when that is
     * @param mayStepDown whether a lower level is taken at once
     */
    void hold(Instant observed, boolean mayStepDown) {
        OpelLevel notBelow = drivingDeclaration() == null ? worstAsBefore() : null;
        driving().ifPresent(level -> hold(level, notBelow, observed, mayStepDown));
    }

    private @Nullable Declaration drivingDeclaration() {
        return protocol.driver() == Protocol.Driver.DECLARED ? declared : null;
    }

    /** Holds what an amended report says in place of what it said before; what was declared since then has yet to be weighed. */
    void takeBack(Latest amended) {
        hold(amended.level(), worstAsBefore(), amended.observedAt(), true);
        if (declared != null && isDrivenByDeclaration(declared.at())) {
            hold(declared.at(), false);
        }
    }

    /** Whether what was declared, and not what was assessed, gave the level to hold at a time. */
    boolean isDrivenByDeclaration(Instant at) {
        return protocol.driver() == Protocol.Driver.DECLARED
                && declared != null
                && !declared.at().isAfter(at);
    }

    /** @param notBelow a level that it does not fall below; null where it may fall to any */
    private void hold(Level level, @Nullable OpelLevel notBelow, Instant observed, boolean mayStepDown) {
        OpelLevel best = level.atBest().orElse(null);
        OpelLevel worst = level.atWorst().orElse(null);
        if (best == null || worst == null) {
            return;
        }
        if (inForce == null) {
            if (best == worst || best.isWorseThan(OpelLevel.OPEL_1)) {
                moveTo(best, observed);
            }
        } else if (best.isWorseThan(inForce)) {
            moveTo(best, observed);
        } else if (inForce.isWorseThan(worst)) {
            Instant since = lowerSince == null ? observed : lowerSince;
            OpelLevel target = notBelow != null && notBelow.isWorseThan(worst) ? notBelow : worst;
            if (mayStepDown && inForce.isWorseThan(target)) {
                moveTo(target, observed);
            }
            lowerSince = inForce.isWorseThan(worst) ? since : null;
        } else {
            lowerSince = null;
        }
    }

    /** Until when the restart at midnight lowers nothing by itself; null where nothing has restarted or that time is over. */
    @Nullable
    Instant restartedUntil() {
        if (latest == null || latest.restart() == null || latest.restart().levelAsBefore() == null) {
            return null;
        }
        Instant until = Midnight.lowersNothingUntil(latest.observedAt(), protocol);
        return now.isBefore(until) ? until : null;
    }

    /** Whether a reading that has restarted may have been above or below a number before, so that this is not over yet. */
    boolean mayHaveBeen(boolean above, BigDecimal number, ParameterId restarted) {
        if (!hasRestarted(restarted)) {
            return false;
        }
        Stretch before = beforeMidnight(restarted);
        return before == null
                || (above ? before.high().compareTo(number) > 0 : before.low().compareTo(number) < 0);
    }

    private boolean hasRestarted(ParameterId parameter) {
        return restartedUntil() != null
                && latest != null
                && latest.restart() != null
                && latest.restart().readings().containsKey(parameter);
    }

    private @Nullable Stretch beforeMidnight(ParameterId parameter) {
        return latest == null || latest.restart() == null
                ? null
                : latest.restart().before().get(parameter);
    }

    /** The level with what restarted at midnight as it was before; null where that no longer matters. */
    private @Nullable Level levelAsBefore() {
        return restartedUntil() == null || latest == null || latest.restart() == null
                ? null
                : latest.restart().levelAsBefore();
    }

    private @Nullable OpelLevel worstAsBefore() {
        Level asBefore = levelAsBefore();
        return asBefore == null ? null : asBefore.atWorst().orElse(OpelLevel.OPEL_4);
    }

    /** Whether nothing but the restart at midnight keeps it from being at a better level, be it now or when that has lasted. */
    boolean isKeptByRestart() {
        OpelLevel asBefore = worstAsBefore();
        return lowerSince != null
                && asBefore != null
                && drivingDeclaration() == null
                && driving()
                        .flatMap(Level::atWorst)
                        .filter(asBefore::isWorseThan)
                        .isPresent();
    }

    /** Takes note that it was told that the restart alone lowers nothing; returns whether it was not told before. */
    boolean tellRestart() {
        if (latest == null || latest.restart() == null || latest.restart().told()) {
            return false;
        }
        Restart restart = latest.restart();
        latest = latest.with(new Restart(restart.readings(), restart.before(), restart.levelAsBefore(), true));
        return true;
    }

    @Nullable
    Instant lowerSince() {
        return lowerSince;
    }

    private void moveTo(OpelLevel level, Instant observed) {
        Instant since = inForceSince != null && inForceSince.isAfter(observed) ? inForceSince : observed;
        movedFrom = moved ? movedFrom : inForce;
        moved = level != movedFrom;
        inForce = level;
        inForceSince = since;
        lowerSince = null;
        for (OpelLevel other : OpelLevel.values()) {
            boolean worse = other.isWorseThan(level);
            (worse ? below : reached).putIfAbsent(other, since);
            (worse ? reached : below).remove(other);
        }
    }

    /** What is known of its level in force, as a sentence without its full stop. */
    String facts() {
        StringBuilder facts = new StringBuilder(unit.toString());
        if (inForce == null) {
            facts.append(" is at no level yet");
        } else if (moved) {
            facts.append(movedFrom == null ? " is at " : " went from " + movedFrom + " to ")
                    .append(inForce);
        } else {
            facts.append(" has been at ").append(inForce).append(" since ").append(inForceSince);
        }
        if (latest != null) {
            facts.append("; its latest assessment, of ")
                    .append(latest.observedAt())
                    .append(": ")
                    .append(latest.basis());
        }
        Instant until = restartedUntil();
        if (until != null && isKeptByRestart()) {
            facts.append("; what is measured since midnight has restarted, and as it was before the level would be ")
                    .append(levelAsBefore())
                    .append(", so that the restart counts from ")
                    .append(until)
                    .append(" on");
        }
        if (declared != null) {
            facts.append("; ")
                    .append(declared.by())
                    .append(" declared ")
                    .append(declared.level())
                    .append(" at ")
                    .append(declared.at());
        }
        return facts.toString();
    }

    @Override
    public String toString() {
        return unit.toString();
    }
}
