package org.dragoman.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where the spans of calls begin; nowhere while {@code quarkus.otel.sdk.disabled}. Thread-safe. */
@Singleton
public final class Traces {
    private final @Nullable Tracer tracer;

    @Inject
    Traces(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        this.tracer = disabled ? null : telemetry.getTracer("org.dragoman");
    }

    /** Whether there are spans. */
    public boolean on() {
        return tracer != null;
    }

    /**
     * The span of a call.
     *
     * @param operation method and template of the path
     * @param caller the caller's own span, when it told of one
     */
    public Trace begin(String operation, Supplier<Optional<Caller>> caller) {
        if (tracer == null) {
            return Trace.NONE;
        }
        SpanBuilder span = tracer.spanBuilder(operation).setSpanKind(SpanKind.SERVER);
        span.setParent(caller.get().map(Caller::context).orElseGet(Context::root));
        return Trace.of(tracer, span.startSpan());
    }

    /**
     * A span in another process (W3C Trace Context), each part in lower case hexadecimal digits.
     *
     * @param traceId 32 digits, not all zero
     * @param spanId 16 digits
     * @param flags 2 digits
     */
    public record Caller(String traceId, String spanId, String flags) {
        private Context context() {
            SpanContext far =
                    SpanContext.createFromRemoteParent(
                            traceId, spanId, TraceFlags.fromHex(flags, 0), TraceState.getDefault());
            return Context.root().with(Span.wrap(far));
        }
    }
}
