package io.github.opelrules.rules.internal.engine;

/** How much the answers of one table may still take. What is not kept is asked again. */
final class Room {

    /** Bytes. */
    static final long WHOLE = 16L << 20;

    private long left = WHOLE;

    /** Whether there is room for so many bytes more; if so, they are taken. */
    boolean take(long bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }

    /** The bytes taken. */
    long taken() {
        return WHOLE - left;
    }
}
