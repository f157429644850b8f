package org.dragoman.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception a caller sees. Its message is the problem's detail and never holds text the
 * caller sent. Immutable.
 */
public final class DragomanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<InvalidField> errors;
    private final @Nullable Duration retryAfter;

    public DragomanException(ErrorCode code, String detail) {
        this(code, detail, List.of(), null, null);
    }

    public DragomanException(ErrorCode code, String detail, @Nullable Throwable cause) {
        this(code, detail, List.of(), null, cause);
    }

    private DragomanException(
            ErrorCode code,
            String detail,
            List<InvalidField> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** A field with a value that cannot be used; {@code pointer} is a JSON pointer. */
    public static DragomanException invalidField(String pointer, String detail) {
        return invalidFields(List.of(new InvalidField(pointer, detail)));
    }

    /** Fields with values that cannot be used, at least one. */
    public static DragomanException invalidFields(List<InvalidField> errors) {
        return new DragomanException(
                ErrorCode.INVALID_FIELD, errors.get(0).detail(), errors, null, null);
    }

    /** A field that is not known; the detail echoes no name that is not a plain one. */
    public static DragomanException unknownField(String detail, InvalidField error) {
        return new DragomanException(ErrorCode.UNKNOWN_FIELD, detail, List.of(error), null, null);
    }

    /** The queue has no room; the caller may try again after {@code retryAfter}. */
    public static DragomanException queueFull(Duration retryAfter) {
        return new DragomanException(
                ErrorCode.QUEUE_FULL, "Try again later.", List.of(), retryAfter, null);
    }

    /** A key has used up its allowance; there is some again after {@code retryAfter}. */
    public static DragomanException quotaExceeded(Duration retryAfter) {
        return new DragomanException(
                ErrorCode.QUOTA_EXCEEDED,
                "The allowance of this key is used up for now.",
                List.of(),
                retryAfter,
                null);
    }

    /** Too many keys that are not valid came from where the caller is. */
    public static DragomanException attemptsExceeded(Duration retryAfter) {
        return new DragomanException(
                ErrorCode.ATTEMPTS_EXCEEDED,
                "Too many keys that are not valid came from this address.",
                List.of(),
                retryAfter,
                null);
    }

    /** Whether a token is valid cannot be told, since its issuer does not answer. */
    public static DragomanException keyUnverified(Duration retryAfter) {
        return new DragomanException(
                ErrorCode.KEY_UNVERIFIED,
                "The issuer of tokens cannot be asked now.",
                List.of(),
                retryAfter,
                null);
    }

    /** A model has no room beside those in use; the caller may try again. */
    public static DragomanException crowded(String detail, Duration retryAfter) {
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE, detail, List.of(), retryAfter, null);
    }

    public ErrorCode code() {
        return code;
    }

    /** The refused fields; empty unless the code is about fields. */
    public List<InvalidField> errors() {
        return errors;
    }

    /** How long to wait before trying again, when that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
