package org.dragoman.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Reads one body on the event loop: not more than the limit, not longer than the time given. */
final class BodyReader {
    private final Vertx vertx;
    private final long limit;
    private final long timeoutMillis;
    private final Packing packing;
    private final Buffer body = Buffer.buffer();
    private long timer;
    private boolean over;

    BodyReader(Vertx vertx, HttpLimits limits, Packing packing) {
        this.vertx = vertx;
        this.packing = packing;
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

    static void check(long size, long limit) {
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
        request.endHandler(end -> finish(() -> complete(context, done, refused), timer));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void complete(
            RoutingContext context, Consumer<Buffer> done, Consumer<DragomanException> refused) {
        Buffer whole;
        try {
            whole = packing.unpack(body, limit);
            requireUtf8(whole);
        } catch (DragomanException unfit) {
            refused.accept(unfit);
            return;
        }
        ((RoutingContextInternal) context).setBody(whole);
        done.accept(whole);
    }

    /**
     * RFC 8259, 8.1. The parser is lenient: it reads overlong forms, encoded surrogates, and other
     * encodings, which show by a NUL among their first bytes.
     */
    private static void requireUtf8(Buffer body) {
        byte[] bytes = body.getBytes();
        boolean other = IntStream.range(0, Math.min(4, bytes.length)).anyMatch(i -> bytes[i] == 0);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException malformed) {
            other = true;
        }
        if (other) {
            throw new DragomanException(ErrorCode.MALFORMED_JSON, "The body is not text in UTF-8.");
        }
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
