package io.github.opelrules.testkit.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of the last version of each report, as {@link io.github.opelrules.report.ReportHistory} orders versions: the one that was
 * recorded last, and of those recorded at one time the one that came last.
 *
 * <p>Whose it is and what came of it are numbers that others give meaning to, so that an entry is a few numbers in arrays: 28 bytes,
 * 4 to 11 in the table by which it is found, and up to half as much again as room to grow.
 */
final class LatestVersions {

    private static final int FIRST = 16;
    private static final int NONE = -1;

    private int[] units = new int[FIRST];
    private long[] seconds = new long[FIRST];
    private int[] nanos = new int[FIRST];
    /** By how many nanoseconds each was recorded after it was observed. */
    private long[] delays = new long[FIRST];

    private int[] outcomes = new int[FIRST];
    private int size;
    private long leftAside;

    /** The entries by the hash of whose they are and of when, each in the first free place from there on. */
    private int[] table = empty(2 * FIRST);

    /**
     * Takes a version, unless a later one is there.
     *
     * @param unit whose report it is
     * @param recordedAt when it was recorded; null where that is not known, which counts as when it was observed
     * @param outcome what came of it
     * @return its entry, which had what came of an earlier version before; -1 where a later one is there
     */
    int put(int unit, Instant observedAt, @Nullable Instant recordedAt, int outcome) {
        long delay = recordedAt == null ? 0 : nanosBetween(observedAt, recordedAt);
        int place = placeOf(unit, observedAt);
        int entry = table[place];
        if (entry == NONE) {
            entry = add(unit, observedAt);
            table[place] = entry;
            spread();
        } else {
            leftAside++;
            if (delay < delays[entry]) {
                return NONE;
            }
        }
        delays[entry] = delay;
        outcomes[entry] = outcome;
        return entry;
    }

    private int add(int unit, Instant observedAt) {
        if (size == units.length) {
            int room = size + size / 2;
            units = Arrays.copyOf(units, room);
            seconds = Arrays.copyOf(seconds, room);
            nanos = Arrays.copyOf(nanos, room);
            delays = Arrays.copyOf(delays, room);
            outcomes = Arrays.copyOf(outcomes, room);
        }
        units[size] = unit;
        seconds[size] = observedAt.getEpochSecond();
        nanos[size] = observedAt.getNano();
        return size++;
    }

    /** Keeps at least a quarter of the table free, so that entries are found where they are looked for. */
    private void spread() {
        if (size * 4L > table.length * 3L) {
            table = empty(table.length * 2);
            for (int entry = 0; entry < size; entry++) {
                table[placeOf(units[entry], at(entry))] = entry;
            }
        }
    }

    /** Capped at some 292 years. */
    private static long nanosBetween(Instant observedAt, Instant recordedAt) {
        try {
            return Duration.between(observedAt, recordedAt).toNanos();
        } catch (ArithmeticException | DateTimeException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Where an entry stands in the table, or would. */
    private int placeOf(int unit, Instant observedAt) {
        int place = hash(unit, observedAt.getEpochSecond(), observedAt.getNano());
        while (table[place] != NONE && !isOf(table[place], unit, observedAt)) {
            place = (place + 1) % table.length;
        }
        return place;
    }

    private boolean isOf(int entry, int unit, Instant observedAt) {
        return units[entry] == unit
                && seconds[entry] == observedAt.getEpochSecond()
                && nanos[entry] == observedAt.getNano();
    }

    private int hash(int unit, long second, int nano) {
        long mixed = (unit * 31L + nano) * 0x9E3779B97F4A7C15L + second;
        mixed = (mixed ^ (mixed >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) ((mixed >>> 33) % table.length);
    }

    private static int[] empty(int length) {
        int[] table = new int[length];
        Arrays.fill(table, NONE);
        return table;
    }

    /** How many versions there were of which a later one is here. */
    long leftAside() {
        return leftAside;
    }

    /** The entries in the order of their times, and of one time in that of the units. */
    IntStream inOrder(Comparator<Integer> units) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong((Integer entry) -> seconds[entry])
                        .thenComparingInt(entry -> nanos[entry])
                        .thenComparing(this::unit, units))
                .mapToInt(Integer::intValue);
    }

    int unit(int entry) {
        return units[entry];
    }

    Instant at(int entry) {
        return Instant.ofEpochSecond(seconds[entry], nanos[entry]);
    }

    int outcome(int entry) {
        return outcomes[entry];
    }

    /** How many bytes its arrays take. */
    long bytes() {
        return units.length * (3L * Integer.BYTES + 2L * Long.BYTES) + (long) table.length * Integer.BYTES;
    }
}
