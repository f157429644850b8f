package org.dragoman.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** How a body is packed: as it is, or by gzip. What is unpacked is bounded as if it had come so. */
enum Packing {
    NONE,
    GZIP;

    /** What a refusal names as read here. */
    static final String ACCEPTED = "gzip";

    /**
     * What {@code Content-Encoding} says.
     *
     * @throws DragomanException unsupported-media-type
     */
    static Packing of(HttpServerRequest request) {
        String named = String.join(",", request.headers().getAll("Content-Encoding"));
        return switch (named.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> NONE;
            case "gzip", "x-gzip" -> GZIP;
            default ->
                    throw new DragomanException(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            "Bodies are read as they are or packed by gzip, once.");
        };
    }

    /**
     * The body as it was before it was packed.
     *
     * @param limit its bytes at most; not many more are unpacked, whatever the body claims to hold
     * @throws DragomanException too-large; malformed-json when it is not what it says
     */
    Buffer unpack(Buffer body, long limit) {
        // An empty body is told as one.
        if (this == NONE || body.length() == 0) {
            return body;
        }
        try (GZIPInputStream unpacked =
                new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
            byte[] bytes = unpacked.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            BodyReader.check(bytes.length, limit);
            return Buffer.buffer(bytes);
        } catch (IOException damaged) {
            throw new DragomanException(
                    ErrorCode.MALFORMED_JSON, "The body is not what gzip writes.", damaged);
        }
    }
}
