package org.dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.jboss.logging.MDC;

/**
 * The door of the service, on the event loop: a call is refused here, at once, before a worker
 * thread sees it. Bodies are read here too, up to the limit and in the time given, so that a slow
 * sender holds no thread. The deadline of a call starts when its body is complete; when the
 * connection closes, the deadline is cancelled and the work dropped.
 */
@ApplicationScoped
final class Admission {
    private static final int BEFORE_ROUTES = 100;

    private final HttpLimits limits;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final Doorkeeper doorkeeper;
    private final Semaphore permits;

    Admission(
            HttpLimits limits,
            ObjectMapper json,
            Vertx vertx,
            MeterRegistry meters,
            Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
        this.limits = limits;
        this.json = json;
        this.vertx = vertx;
        this.meters = meters;
        this.permits = new Semaphore(limits.concurrency());
        meters.gauge(
                "dragoman.http.calls", permits, p -> limits.concurrency() - p.availablePermits());
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_ROUTES);
    }

    private void admit(RoutingContext context) {
        String traceId = TraceIds.of(context);
        context.response().putHeader(TraceIds.HEADER, traceId);
        MDC.put("traceId", traceId);
        try {
            let(context, doorkeeper.letIn(context));
        } catch (DragomanException refused) {
            refuse(context, refused);
        }
    }

    private void let(RoutingContext context, String party) {
        HttpServerRequest request = context.request();
        if (!Doorkeeper.called(context) || !"POST".equals(request.method().name())) {
            admitted(context, limits.deadline(), party);
            context.next();
            return;
        }
        Acceptable.require(request);
        Duration deadline = RequestTimeout.read(request, limits.deadline());
        BodyReader.checkDeclared(request, limits.body().asLongValue());
        if (permits.availablePermits() == 0) {
            throw doorkeeper.full();
        }
        new BodyReader(vertx, limits)
                .read(
                        context,
                        body -> arrived(context, body, deadline, party),
                        e -> refuse(context, e));
    }

    private void arrived(RoutingContext context, Buffer body, Duration deadline, String party) {
        if (saysNothing(body)) {
            refuse(context, new DragomanException(ErrorCode.MALFORMED_JSON, "The body is empty."));
        } else {
            dispatch(context, deadline, party);
        }
    }

    /** Nothing, white space, or null: valid JSON in part, but no request. */
    private static boolean saysNothing(Buffer body) {
        String text = body.length() > 64 ? "more" : body.toString().strip();
        return text.isEmpty() || text.equals("null");
    }

    private void dispatch(RoutingContext context, Duration deadline, String party) {
        if (!permits.tryAcquire()) {
            refuse(context, doorkeeper.full());
            return;
        }
        Deadline given = admitted(context, deadline, party);
        AtomicBoolean held = new AtomicBoolean(true);
        Runnable release =
                () -> {
                    if (held.compareAndSet(true, false)) {
                        permits.release();
                    }
                };
        // Before the answer is on its way: a caller that has it finds room for its next call.
        // An answer in events has only begun then: it is worked on to its end.
        context.addHeadersEndHandler(
                answered -> {
                    if (!streams(context)) {
                        release.run();
                    }
                });
        given.whenCancelled(release);
        context.addEndHandler(ended -> given.cancel());
        context.next();
    }

    private static Deadline admitted(RoutingContext context, Duration deadline, String party) {
        Deadline given = Deadline.after(deadline, party);
        context.put(Call.KEY, new Call.Admitted(given, System.nanoTime()));
        return given;
    }

    private static boolean streams(RoutingContext context) {
        String type = context.response().headers().get("Content-Type");
        return type != null && type.startsWith(MediaType.SERVER_SENT_EVENTS);
    }

    private void refuse(RoutingContext context, DragomanException refused) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        meters.counter("dragoman.http.refusals", "code", refused.code().code()).increment();
        context.response().setStatusCode(refused.code().status());
        context.response().putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (refused.code().status() == Problems.UNAUTHORIZED) {
            context.response().putHeader("WWW-Authenticate", Problems.CHALLENGE);
        }
        refused.retryAfter()
                .map(Problems::seconds)
                .ifPresent(s -> context.response().putHeader("Retry-After", s.toString()));
        // What is left of a refused body is not read: the connection ends with the answer.
        boolean unread = !context.request().isEnded();
        if (unread) {
            context.response().putHeader("Connection", "close");
        }
        context.response()
                .end(body(context, refused))
                .onComplete(
                        sent -> {
                            if (unread) {
                                context.request().connection().close();
                            }
                        });
    }

    private String body(RoutingContext context, DragomanException refused) {
        try {
            return json.writeValueAsString(Problem.of(refused, TraceIds.of(context)));
        } catch (JsonProcessingException impossible) {
            throw new DragomanException(ErrorCode.INTERNAL, "Internal error.", impossible);
        }
    }
}
