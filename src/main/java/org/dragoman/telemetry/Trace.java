package org.dragoman.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A span that is open, as a call hands it down. Names and attributes are words and numbers of ours,
 * never what a caller wrote. Where spans are off all are {@link #NONE}, which costs nothing.
 * Thread-safe.
 */
public final class Trace {
    /** Of a call nobody traces. */
    public static final Trace NONE = new Trace(null, null);

    private final @Nullable Tracer tracer;
    private final @Nullable Span span;

    private Trace(@Nullable Tracer tracer, @Nullable Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    static Trace of(Tracer tracer, Span span) {
        return new Trace(tracer, span);
    }

    /** 32 hexadecimal digits; empty where spans are off. */
    public String id() {
        return span == null ? "" : span.getSpanContext().getTraceId();
    }

    /** What the work gives, with a span of its own below this one. */
    public <T> T within(String name, Supplier<T> work) {
        if (span == null) {
            return work.get();
        }
        Trace part = below(name, List.of());
        try {
            return work.get();
        } catch (RuntimeException | Error failed) {
            part.failed();
            throw failed;
        } finally {
            part.end();
        }
    }

    /** One span for what is done for several at once: below the first, linked to the others. */
    public static Trace joined(String name, List<Trace> callers) {
        List<Trace> traced =
                callers.stream().filter(caller -> caller.span != null).distinct().toList();
        return traced.isEmpty()
                ? NONE
                : traced.get(0).below(name, traced.subList(1, traced.size()));
    }

    private Trace below(String name, List<Trace> others) {
        if (span == null || tracer == null) {
            return NONE;
        }
        SpanBuilder part = tracer.spanBuilder(name).setParent(Context.root().with(span));
        for (Trace other : others) {
            if (other.span != null) {
                part.addLink(other.span.getSpanContext());
            }
        }
        return new Trace(tracer, part.startSpan());
    }

    /** Whether anything that is set is kept. */
    public boolean kept() {
        return span != null && span.isRecording();
    }

    public void set(String name, long value) {
        if (span != null) {
            span.setAttribute(name, value);
        }
    }

    public void set(String name, String value) {
        if (span != null) {
            span.setAttribute(name, value);
        }
    }

    /** It is an error; which one, only logs tell. */
    public void failed() {
        if (span != null) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    public void end() {
        if (span != null) {
            span.end();
        }
    }
}
