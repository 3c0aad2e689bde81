package io.github.opelrules.rules.replay;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far calculated levels agree with those that people had declared, report by report. A declared level agrees with a range
 * that it lies in.
 *
 * @param byDifference of how many reports the declared level was so many levels above the calculated one; below it where
 *     negative, in agreement at 0
 * @param incomparable how many reports have a declared level and no calculated one
 */
public record DeclaredAgreement(SortedMap<Integer, Long> byDifference, long incomparable) {

    public DeclaredAgreement {
        byDifference = Collections.unmodifiableSortedMap(new TreeMap<>(byDifference));
    }

    /** The reports that have both levels. */
    public long reports() {
        return byDifference.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The reports whose levels agree. */
    public long agreeing() {
        return byDifference.getOrDefault(0, 0L);
    }
}
