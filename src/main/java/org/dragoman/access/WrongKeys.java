package org.dragoman.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.dragoman.failure.DragomanException;

/**
 * How often keys that are not valid came from each address. Past so many a minute more of them are
 * answered 429. Whoever has a key or token that is valid is never asked this, so nobody is locked
 * out by another behind the same proxy: those cannot be guessed. A key that a person chose can be,
 * and is not taken from an address while it is past its limit. Thread-safe.
 */
@ApplicationScoped
public class WrongKeys {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Some 200 bytes each; of more addresses the first are forgotten. */
    private static final int MOST_ADDRESSES = 20_000;

    private final long aMinutes;
    private final TimeMeter clock;
    private final Cache<String, Bucket> left;

    @Inject
    WrongKeys(AccessConfig config) {
        this(config.wrongKeysPerMinute(), TimeMeter.SYSTEM_NANOTIME);
    }

    WrongKeys(long aMinutes, TimeMeter clock) {
        this.aMinutes = Math.max(1, aMinutes);
        this.clock = clock;
        this.left =
                Caffeine.newBuilder()
                        .maximumSize(MOST_ADDRESSES)
                        // After a minute of rest a bucket is full, like a new one.
                        .expireAfterAccess(MINUTE)
                        .ticker(clock::currentTimeNanos)
                        .build();
    }

    /** Counts one more; what its sender hears: key-invalid, or attempts-exceeded past the limit. */
    public DragomanException another(String address, DragomanException invalid) {
        ConsumptionProbe probe = left.get(address, any -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? invalid : exceeded(probe.getNanosToWaitForRefill());
    }

    /** What who sends a key that can be guessed hears from an address past its limit. */
    public Optional<DragomanException> exceeded(String address) {
        Bucket bucket = left.getIfPresent(address);
        if (bucket == null || bucket.getAvailableTokens() > 0) {
            return Optional.empty();
        }
        return Optional.of(exceeded(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    private static DragomanException exceeded(long nanos) {
        return DragomanException.attemptsExceeded(Duration.ofNanos(nanos));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(
                        Bandwidth.builder()
                                .capacity(aMinutes)
                                .refillGreedy(aMinutes, MINUTE)
                                .build())
                .withCustomTimePrecision(clock)
                .build();
    }
}
