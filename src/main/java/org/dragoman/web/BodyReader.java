package org.dragoman.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.Consumer;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Reads one body on the event loop: not more than the limit, not longer than the time given. */
final class BodyReader {
    private final Vertx vertx;
    private final long limit;
    private final long timeoutMillis;
    private final Buffer body = Buffer.buffer();
    private long timer;
    private boolean over;

    BodyReader(Vertx vertx, HttpLimits limits) {
        this.vertx = vertx;
        this.limit = limits.body().asLongValue();
        this.timeoutMillis = limits.bodyTimeout().toMillis();
    }

    /** Refuses by the declared length, before a byte is read. */
    static void checkDeclared(HttpServerRequest request, long limit) {
        String declared = request.getHeader("Content-Length");
        if (declared != null && declared.matches("[0-9]{1,18}")) {
            check(Long.parseLong(declared), limit);
        }
    }

    private static void check(long size, long limit) {
        if (size > limit) {
            throw new DragomanException(
                    ErrorCode.TOO_LARGE,
                    "The body has " + size + " bytes or more; the limit is " + limit + ".");
        }
    }

    /** Calls one of the two, once, on the event loop. */
    void read(RoutingContext context, Consumer<Buffer> done, Consumer<DragomanException> refused) {
        HttpServerRequest request = context.request();
        timer =
                vertx.setTimer(
                        timeoutMillis, fired -> finish(() -> refused.accept(tooSlow()), null));
        request.handler(
                chunk -> {
                    if (!over) {
                        accept(chunk, refused);
                    }
                });
        request.exceptionHandler(gone -> finish(() -> {}, timer));
        request.endHandler(
                end ->
                        finish(
                                () -> {
                                    ((RoutingContextInternal) context).setBody(body);
                                    done.accept(body);
                                },
                                timer));
        request.resume();
    }

    private void accept(Buffer chunk, Consumer<DragomanException> refused) {
        try {
            check((long) body.length() + chunk.length(), limit);
            body.appendBuffer(chunk);
        } catch (DragomanException tooLarge) {
            finish(() -> refused.accept(tooLarge), timer);
        }
    }

    private void finish(Runnable last, @Nullable Long pending) {
        if (over) {
            return;
        }
        over = true;
        if (pending != null) {
            vertx.cancelTimer(pending);
        }
        last.run();
    }

    private DragomanException tooSlow() {
        return new DragomanException(
                ErrorCode.BODY_TIMEOUT,
                "The body did not arrive within " + timeoutMillis + " milliseconds.");
    }
}
