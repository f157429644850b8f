package org.dragoman.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** Whether a caller takes an answer in any form that calls are answered in (RFC 9110, 12.5.1). */
final class Acceptable {
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.SERVER_SENT_EVENTS_TYPE);

    private Acceptable() {}

    /**
     * Returns when it does; so it does when it says nothing.
     *
     * @throws DragomanException not-acceptable
     */
    static void require(HttpServerRequest request) {
        List<String> ranges =
                request.headers().getAll("Accept").stream()
                        .flatMap(header -> Arrays.stream(header.split(",", -1)))
                        .filter(range -> !range.isBlank())
                        .toList();
        if (!ranges.isEmpty() && ranges.stream().noneMatch(Acceptable::given)) {
            throw new DragomanException(
                    ErrorCode.NOT_ACCEPTABLE,
                    "The answer is given as application/json or text/event-stream.");
        }
    }

    private static boolean given(String range) {
        try {
            return FORMS.stream().anyMatch(MediaType.valueOf(range.strip())::isCompatible);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
