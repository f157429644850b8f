package org.dragoman.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.failure.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * An error as the wire has it: problem details (RFC 9457).
 *
 * @param type {@code urn:dragoman:problem:<code>}
 * @param errors the refused fields, absent when it is not about fields
 * @param traceId names this occurrence in the log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        List<InvalidField> errors,
        String traceId) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(DragomanException failure, String traceId) {
        ErrorCode code = failure.code();
        return new Problem(
                "urn:dragoman:problem:" + code.code(),
                code.title(),
                code.status(),
                code == ErrorCode.INTERNAL ? null : failure.getMessage(),
                code.code(),
                failure.errors(),
                traceId);
    }
}
