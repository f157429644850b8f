package org.dragoman.web;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Capacity;
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
    private static final String TRACE_ID = "traceId";

    private final HttpLimits limits;
    private final EarlyProblems problems;
    private final AllowedMethods methods;
    private final Doorkeeper doorkeeper;
    private final Capacity capacity;
    private final Semaphore permits;

    Admission(
            HttpLimits limits,
            EarlyProblems problems,
            AllowedMethods methods,
            Doorkeeper doorkeeper,
            Capacity capacity) {
        this.capacity = capacity;
        this.doorkeeper = doorkeeper;
        this.limits = limits;
        this.problems = problems;
        this.methods = methods;
        this.permits = new Semaphore(limits.concurrency());
        Metrics.gauge(
                "dragoman.http.calls", permits, p -> limits.concurrency() - p.availablePermits());
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_ROUTES);
    }

    private void admit(RoutingContext context) {
        String traceId = TraceIds.of(context);
        context.response().putHeader(TraceIds.HEADER, traceId);
        MDC.put(TRACE_ID, traceId);
        // Where the issuer of a token has to be asked, the answer comes later, from where it likes.
        Context loop = context.vertx().getOrCreateContext();
        doorkeeper
                .letIn(context)
                .subscribe()
                .with(
                        visitor -> on(loop, () -> let(context, visitor)),
                        refused -> on(loop, () -> refuse(context, refused)));
    }

    private static void on(Context loop, Runnable action) {
        if (Vertx.currentContext() == loop) {
            action.run();
        } else {
            loop.runOnContext(nothing -> action.run());
        }
    }

    private void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof DragomanException problem) {
            problems.tell(context, problem);
        } else {
            context.fail(failure);
        }
    }

    private void let(RoutingContext context, Visitor visitor) {
        MDC.put(TRACE_ID, TraceIds.of(context));
        try {
            begin(context, visitor);
        } catch (RuntimeException refused) {
            refuse(context, refused);
        }
    }

    private void begin(RoutingContext context, Visitor visitor) {
        HttpServerRequest request = context.request();
        MediaTypes.requireNamed(request);
        if (!asksForWork(context)) {
            admitted(context, limits.deadline(), visitor);
            context.next();
            return;
        }
        MediaTypes.requireAcceptable(request);
        Duration deadline = RequestTimeout.read(request, limits.deadline());
        Packing packing = Packing.of(request);
        BodyReader.checkDeclared(request, limits.body().asLongValue());
        if (permits.availablePermits() == 0) {
            throw full();
        }
        new BodyReader(context.vertx(), limits, packing)
                .read(
                        context,
                        body -> arrived(context, body, deadline, visitor),
                        e -> problems.tell(context, e));
    }

    /** What somebody hears when all places are taken. */
    private DragomanException full() {
        return DragomanException.queueFull(capacity.nextRoom());
    }

    private boolean asksForWork(RoutingContext context) {
        return HttpMethod.POST.equals(context.request().method().name())
                && methods.at(AllowedMethods.path(context)).contains(HttpMethod.POST);
    }

    private void arrived(RoutingContext context, Buffer body, Duration deadline, Visitor visitor) {
        if (saysNothing(body)) {
            problems.tell(
                    context, new DragomanException(ErrorCode.MALFORMED_JSON, "The body is empty."));
        } else {
            dispatch(context, deadline, visitor);
        }
    }

    /** Nothing, white space, or null: valid JSON in part, but no request. */
    private static boolean saysNothing(Buffer body) {
        String text = body.length() > 64 ? "more" : body.toString().strip();
        return text.isEmpty() || text.equals("null");
    }

    private void dispatch(RoutingContext context, Duration deadline, Visitor visitor) {
        if (!permits.tryAcquire()) {
            problems.tell(context, full());
            return;
        }
        Deadline given = admitted(context, deadline, visitor);
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

    private static Deadline admitted(RoutingContext context, Duration deadline, Visitor visitor) {
        Deadline given = Deadline.after(deadline, visitor.party(), CallSpans.of(context));
        context.put(Call.KEY, new Call.Admitted(given, System.nanoTime(), visitor));
        return given;
    }

    private static boolean streams(RoutingContext context) {
        String type = context.response().headers().get("Content-Type");
        return type != null && type.startsWith(MediaType.SERVER_SENT_EVENTS);
    }
}
