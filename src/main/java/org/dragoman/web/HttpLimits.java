package org.dragoman.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a call may ask for at most. */
@ConfigMapping(prefix = "dragoman.http")
public interface HttpLimits {
    /**
     * Calls worked on at once; one more hears 429. Keep it below half of the server's blocking
     * pool: a call that streams takes two of its threads until its first event.
     */
    @WithDefault("64")
    int concurrency();

    /** Size of a request body, also after it was unpacked. */
    @WithDefault("2M")
    MemorySize body();

    /** How long a body may take to arrive. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** UTF-16 units of all texts of a call together. */
    @WithDefault("200000")
    int text();

    /** UTF-16 units times target languages. */
    @WithDefault("1000000")
    int textTimesTargets();

    /** Texts of a call. */
    @WithDefault("2000")
    int texts();

    /** Target languages of a call. */
    @WithDefault("32")
    int targets();

    /** How long a call may take; the Request-Timeout header shortens it. */
    @WithDefault("60s")
    Duration deadline();

    /** Whether each call that ended is a line in the log. */
    @WithDefault("false")
    boolean accessLog();

    /** What JSON may look like. */
    JsonLimits json();

    /** What passes one of these is refused where it is read; nothing of it is worked on. */
    interface JsonLimits {
        /** Objects and lists inside each other. */
        @WithDefault("32")
        int depth();

        /** UTF-16 units of one text; what all texts of a call may have together is told above. */
        @WithDefault("1000000")
        int text();

        /** UTF-16 units of a field's name. */
        @WithDefault("256")
        int name();

        /** Digits and signs of a number. */
        @WithDefault("100")
        int number();

        /** Values, names, and beginnings and ends of objects and lists. */
        @WithDefault("50000")
        int tokens();
    }
}
