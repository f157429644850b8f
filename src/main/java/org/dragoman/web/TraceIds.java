package org.dragoman.web;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.telemetry.Traces;
import org.jspecify.annotations.Nullable;

/**
 * Trace ids in the form of W3C Trace Context: 32 hexadecimal digits, not all zero. A call has one:
 * that of its {@code traceparent} header, or a fresh one.
 */
final class TraceIds {
    /** Of an answer, and of what is logged about it. */
    static final String HEADER = "X-Trace-Id";

    private static final String KEY = TraceIds.class.getName();
    private static final Pattern PARENT =
            Pattern.compile(
                    "[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2}).{0,500}");

    private TraceIds() {}

    /** The call's id, always the same; a fresh one outside a call. */
    static String of(@Nullable RoutingContext context) {
        if (context == null) {
            return next();
        }
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        String id = of(context.request().getHeader("traceparent"));
        context.put(KEY, id);
        return id;
    }

    /** For a call whose span was begun. */
    static void set(RoutingContext context, String id) {
        context.put(KEY, id);
    }

    /** The span of who calls, as its {@code traceparent} tells. */
    static Optional<Traces.Caller> caller(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader("traceparent"))
                .map(header -> PARENT.matcher(header.strip()))
                .filter(Matcher::matches)
                .map(at -> new Traces.Caller(at.group(1), at.group(2), at.group(3)));
    }

    static String of(@Nullable String traceparent) {
        if (traceparent == null) {
            return next();
        }
        Matcher parent = PARENT.matcher(traceparent.strip());
        return parent.matches() ? parent.group(1) : next();
    }

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
    }
}
