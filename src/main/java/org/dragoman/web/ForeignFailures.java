package org.dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.failure.InvalidField;
import org.jspecify.annotations.Nullable;

/** Exceptions of the framework and the JSON parser in our words, without the text they quote. */
final class ForeignFailures {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private ForeignFailures() {}

    static DragomanException json(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown);
        }
        if (failure.getCause() instanceof DragomanException ours) {
            return ours;
        }
        if (failure instanceof StreamConstraintsException
                || failure.getCause() instanceof StreamConstraintsException) {
            return new DragomanException(
                    ErrorCode.TOO_LARGE,
                    "The JSON is nested too deeply, has too many values, or a text, name or number"
                            + " in it is too long: more than dragoman.http.json allows.");
        }
        if (failure instanceof JsonMappingException mapping
                && !unreadable(failure.getCause())
                && !mapping.getPath().isEmpty()) {
            return DragomanException.invalidField(
                    pointer(mapping), "The value is not of the kind this field takes.");
        }
        return new DragomanException(ErrorCode.MALFORMED_JSON, where(failure));
    }

    /** A number that is too large for its field is read well. */
    private static boolean unreadable(@Nullable Throwable cause) {
        return cause instanceof StreamReadException && !(cause instanceof InputCoercionException);
    }

    private static String where(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? "The body could not be read as JSON."
                : "The body could not be read as JSON; it goes wrong at line "
                        + failure.getLocation().getLineNr()
                        + ", column "
                        + failure.getLocation().getColumnNr()
                        + ".";
    }

    private static DragomanException unknownField(PropertyBindingException failure) {
        String name = failure.getPropertyName();
        boolean plain = NAME.matcher(name).matches();
        InvalidField field =
                new InvalidField(plain ? pointer(failure) : "", "This field is not known.");
        return DragomanException.unknownField(
                plain ? "The field " + name + " is not known." : field.detail(), field);
    }

    static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            String name = step.getFieldName();
            if (name == null) {
                pointer.append('/').append(step.getIndex());
            } else if (NAME.matcher(name).matches()) {
                pointer.append('/').append(name);
            }
        }
        return pointer.toString();
    }

    static DragomanException http(WebApplicationException failure) {
        for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
            if (at instanceof JsonProcessingException json) {
                return json(json);
            }
            if (at instanceof DragomanException ours) {
                return ours;
            }
        }
        ErrorCode code = code(failure.getResponse().getStatus());
        return new DragomanException(
                code, code == ErrorCode.INTERNAL ? "Internal error." : advice(code), failure);
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 400 -> ErrorCode.MALFORMED_JSON;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ErrorCode.INTERNAL;
        };
    }

    private static String advice(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> "Nothing is served here; /openapi lists what is.";
            case METHOD_NOT_ALLOWED -> "Another method is needed here.";
            case NOT_ACCEPTABLE -> "Answers here are application/json.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
            default -> code.title() + ".";
        };
    }
}
