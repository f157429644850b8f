package org.dragoman.fetch;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file that could not be had, in words for the person who wanted it: never with an address's
 * query, a token or a path of this machine.
 */
public final class FetchException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Remedy remedy;
    private final @Nullable Duration wait;

    FetchException(Remedy remedy, String problem) {
        this(remedy, problem, 0, null, null);
    }

    FetchException(Remedy remedy, String problem, @Nullable Throwable cause) {
        this(remedy, problem, 0, null, cause);
    }

    FetchException(
            Remedy remedy,
            String problem,
            int status,
            @Nullable Duration wait,
            @Nullable Throwable cause) {
        super(problem, cause);
        this.status = status;
        this.remedy = remedy;
        this.wait = wait;
    }

    /** The HTTP status that was the reason; 0 when there was another. */
    public int status() {
        return status;
    }

    Remedy remedy() {
        return remedy;
    }

    /** How long the server asks to wait; null when it says nothing. */
    @Nullable Duration asked() {
        return wait;
    }

    /** What may help. */
    enum Remedy {
        /** The same address, a little later. */
        AGAIN,
        /** The same address, at once and from the start. */
        AFRESH,
        /** Another address. */
        ELSEWHERE
    }
}
