package org.dragoman.torch;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the native objects that are open: modules, decoders and the values of calls. Zero when
 * everything has been closed. Thread-safe.
 */
final class NativeHandles {

    private static final AtomicLong OPEN = new AtomicLong();

    private NativeHandles() {}

    /** Native objects open now, in the whole JVM. */
    static long open() {
        return OPEN.get();
    }

    static void opened() {
        OPEN.incrementAndGet();
    }

    static void closed() {
        OPEN.decrementAndGet();
    }
}
