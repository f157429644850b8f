package org.dragoman.web;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.dragoman.failure.DragomanException;
import org.jspecify.annotations.Nullable;

/** The {@code Request-Timeout} header: milliseconds, which shorten the configured deadline. */
final class RequestTimeout {
    private RequestTimeout() {}

    static Duration read(HttpServerRequest request, Duration configured) {
        return read(request.getHeader("Request-Timeout"), configured);
    }

    static Duration read(@Nullable String header, Duration configured) {
        if (header == null) {
            return configured;
        }
        String value = header.strip();
        if (!value.matches("[0-9]{1,12}") || Long.parseLong(value) == 0) {
            throw DragomanException.invalidField(
                    "", "Request-Timeout takes milliseconds, a whole number above zero.");
        }
        Duration asked = Duration.ofMillis(Long.parseLong(value));
        return asked.compareTo(configured) < 0 ? asked : configured;
    }
}
