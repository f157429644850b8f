package org.dragoman.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * The headers that name media types (RFC 9110, 8.3.1 and 12.5.1). The framework calls those that
 * name none a fault of its own, or of the body.
 */
final class MediaTypes {
    /** What calls are answered in. */
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.SERVER_SENT_EVENTS_TYPE);

    private static final String TOKEN = "[!#$%&'+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"([^\"\\\\]|\\\\.)*+\"";
    private static final String PARAMETERS =
            "(\\s*+;\\s*+(" + TOKEN + "=(" + TOKEN + "|" + QUOTED + "))?+)*+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);
    private static final Pattern RANGE =
            Pattern.compile("(\\*|\\*/\\*|" + TOKEN + "/(\\*|" + TOKEN + "))" + PARAMETERS);

    private MediaTypes() {}

    /**
     * Returns when what is sent and what is asked for have names.
     *
     * @throws DragomanException unsupported-media-type, not-acceptable
     */
    static void requireNamed(HttpServerRequest request) {
        String sent = request.getHeader("Content-Type");
        if (sent != null && !TYPE.matcher(sent.strip()).matches()) {
            throw new DragomanException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type does not name a media type.");
        }
        if (!ranges(request).stream().allMatch(range -> RANGE.matcher(range).matches())) {
            throw new DragomanException(
                    ErrorCode.NOT_ACCEPTABLE, "Accept does not name media types.");
        }
    }

    /**
     * Returns when a caller takes an answer in any form that calls are answered in; so it does when
     * it says nothing.
     *
     * @throws DragomanException not-acceptable
     */
    static void requireAcceptable(HttpServerRequest request) {
        List<String> ranges = ranges(request);
        if (!ranges.isEmpty() && ranges.stream().noneMatch(MediaTypes::given)) {
            throw new DragomanException(
                    ErrorCode.NOT_ACCEPTABLE,
                    "The answer is given as application/json or text/event-stream.");
        }
    }

    private static List<String> ranges(HttpServerRequest request) {
        return request.headers().getAll("Accept").stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList();
    }

    private static boolean given(String range) {
        return FORMS.stream().anyMatch(MediaType.valueOf(range)::isCompatible);
    }
}
