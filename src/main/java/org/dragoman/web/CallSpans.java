package org.dragoman.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.dragoman.telemetry.Trace;
import org.dragoman.telemetry.Traces;

/**
 * Begins the span of each call at the door and ends it with the answer. It has the method, the
 * template of the path and the status; an address of nothing is a dash. The trace id of the call is
 * that of its span. Thread-safe.
 */
@ApplicationScoped
final class CallSpans {
    /** Before everything that asks for the trace id. */
    private static final int FIRST = 300;

    private static final String KEY = CallSpans.class.getName();
    private static final int SERVER_ERROR = 500;

    private final Traces traces;
    private final AllowedMethods methods;

    CallSpans(Traces traces, AllowedMethods methods) {
        this.traces = traces;
        this.methods = methods;
    }

    void register(@Observes Filters filters) {
        if (traces.on()) {
            filters.register(this::follow, FIRST);
        }
    }

    /** The span of a call; none where spans are off. */
    static Trace of(RoutingContext context) {
        Trace trace = context.get(KEY);
        return trace == null ? Trace.NONE : trace;
    }

    private void follow(RoutingContext context) {
        String operation =
                methods.known(context.request().method().name())
                        + " "
                        + methods.template(AllowedMethods.path(context));
        Trace trace = traces.begin(operation, () -> TraceIds.caller(context));
        TraceIds.set(context, trace.id());
        context.put(KEY, trace);
        context.addEndHandler(ended -> end(trace, context.response().getStatusCode()));
        context.next();
    }

    private static void end(Trace trace, int status) {
        trace.set("http.response.status_code", status);
        if (status >= SERVER_ERROR) {
            trace.failed();
        }
        trace.end();
    }
}
