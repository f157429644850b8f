package org.dragoman.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how soon one address is tried again. A try that brought bytes counts as the first.
 * One thread.
 */
final class Tries {
    private static final int MOST = 4;

    private final FetchSettings.Patience patience;
    private Duration waited = Duration.ZERO;
    private int failed;

    Tries(FetchSettings.Patience patience) {
        this.patience = patience;
    }

    /**
     * How long to wait after a try that failed; empty when the address is given up.
     *
     * @param progressed whether it brought bytes
     */
    Optional<Duration> after(FetchException failure, boolean progressed) {
        failed = progressed ? 1 : failed + 1;
        if (failure.remedy() == FetchException.Remedy.ELSEWHERE || failed >= MOST) {
            return Optional.empty();
        }
        if (failure.remedy() == FetchException.Remedy.AFRESH) {
            return Optional.of(Duration.ZERO);
        }
        Duration asked = failure.asked();
        Duration pause = asked == null ? backoff() : asked;
        if (asked != null) {
            // A server that says when to come back is not one that fails.
            failed = 0;
            waited = waited.plus(pause).plusMillis(1);
        }
        return waited.compareTo(patience.busy()) > 0 ? Optional.empty() : Optional.of(pause);
    }

    /** Doubled each time, and spread by half so that many do not come back at once. */
    private Duration backoff() {
        long millis = patience.pause().toMillis() << (failed - 1);
        return Duration.ofMillis(
                (long) (millis * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
    }
}
