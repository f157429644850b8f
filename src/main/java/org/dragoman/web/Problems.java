package org.dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.time.Duration;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become problem+json. */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    static final int UNAUTHORIZED = 401;

    private static final String CHALLENGE = "Bearer realm=\"dragoman\"";

    private final CurrentVertxRequest current;
    private final AllowedMethods allowed;

    Problems(CurrentVertxRequest current, AllowedMethods allowed) {
        this.current = current;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response of(DragomanException failure) {
        return respond(failure);
    }

    @ServerExceptionMapper(priority = 1)
    Response of(JsonProcessingException failure) {
        return respond(ForeignFailures.json(failure));
    }

    // The framework has its own mapper for mismatched input, which would win over a supertype's.
    @ServerExceptionMapper(priority = 1)
    Response of(MismatchedInputException failure) {
        return respond(ForeignFailures.json(failure));
    }

    // Bytes of a body that are no text in the encoding they begin with.
    @ServerExceptionMapper
    Response of(CharConversionException failure) {
        return respond(
                new DragomanException(
                        ErrorCode.MALFORMED_JSON, "The body is not text in UTF-8.", failure));
    }

    @ServerExceptionMapper
    Response of(WebApplicationException failure) {
        return respond(ForeignFailures.http(failure));
    }

    @ServerExceptionMapper
    Response of(Throwable failure) {
        return respond(new DragomanException(ErrorCode.INTERNAL, "Internal error.", failure));
    }

    private Response respond(DragomanException failure) {
        String traceId = TraceIds.of(current.getCurrent());
        log(failure, traceId);
        ProblemMeter.told(failure.code());
        Response.ResponseBuilder answer =
                Response.status(failure.code().status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(Problem.of(failure, traceId));
        failure.retryAfter()
                .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
        if (failure.code().status() == UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(failure.code()));
        }
        if (failure.code() == ErrorCode.METHOD_NOT_ALLOWED) {
            answer.header(
                    HttpHeaders.ALLOW,
                    String.join(", ", allowed.at(AllowedMethods.path(current.getCurrent()))));
        }
        return answer.build();
    }

    /** What a caller without a valid key hears (RFC 6750, 3). */
    static String challenge(ErrorCode code) {
        return code == ErrorCode.KEY_INVALID ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE;
    }

    /** Whole seconds, rounded up, at least one: what Retry-After can say. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /**
     * A failure of ours is logged with its class and stack; the messages of foreign exceptions are
     * not, since a parser's may quote the caller's text.
     */
    private static void log(DragomanException failure, String traceId) {
        if (failure.code() != ErrorCode.INTERNAL) {
            LOG.debugf("%s %s", traceId, failure.code().code());
            return;
        }
        StringBuilder stack = new StringBuilder();
        for (Throwable at = failure; at != null && stack.length() < 8_000; at = at.getCause()) {
            stack.append("\n ").append(at.getClass().getName());
            for (StackTraceElement element : at.getStackTrace()) {
                stack.append("\n  at ").append(element);
            }
        }
        LOG.errorf("%s internal%s", traceId, stack);
    }
}
