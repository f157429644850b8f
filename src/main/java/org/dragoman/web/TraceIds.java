package org.dragoman.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Trace ids in the W3C Trace Context form: 32 hexadecimal digits, not all zero. */
final class TraceIds {
    private TraceIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
    }
}
