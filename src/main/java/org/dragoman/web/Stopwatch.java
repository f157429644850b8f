package org.dragoman.web;

import java.util.concurrent.TimeUnit;

/** Times the stages of one call, in milliseconds. Not thread-safe. */
public final class Stopwatch {
    private final long start = System.nanoTime();
    private long last = start;

    /** Since the last lap, or the start. */
    public long lap() {
        long now = System.nanoTime();
        long lap = TimeUnit.NANOSECONDS.toMillis(now - last);
        last = now;
        return lap;
    }

    /** Since the start. */
    public long total() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
