package org.dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** Tells problems from the event loop, before a resource is found. Thread-safe. */
@ApplicationScoped
final class EarlyProblems {
    private final ObjectMapper json;

    EarlyProblems(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the call with the problem, counted by its code; nothing when the caller has left. */
    void tell(RoutingContext context, DragomanException problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        ProblemMeter.told(problem.code());
        response.setStatusCode(problem.code().status());
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        advise(response, problem);
        // What is left of a refused body is not read: the connection ends with the answer.
        boolean unread = !context.request().isEnded();
        if (unread) {
            response.putHeader("Connection", "close");
        }
        response.end(body(context, problem))
                .onComplete(
                        sent -> {
                            if (unread) {
                                context.request().connection().close();
                            }
                        });
    }

    /** What the caller may do about it. */
    private static void advise(HttpServerResponse response, DragomanException problem) {
        if (problem.code().status() == Problems.UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", Problems.challenge(problem.code()));
        }
        if (problem.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE) {
            response.putHeader("Accept-Encoding", Packing.ACCEPTED);
        }
        problem.retryAfter()
                .map(Problems::seconds)
                .ifPresent(wait -> response.putHeader("Retry-After", wait.toString()));
    }

    private String body(RoutingContext context, DragomanException problem) {
        try {
            return json.writeValueAsString(Problem.of(problem, TraceIds.of(context)));
        } catch (JsonProcessingException impossible) {
            throw new DragomanException(ErrorCode.INTERNAL, "Internal error.", impossible);
        }
    }
}
