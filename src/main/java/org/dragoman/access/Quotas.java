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
import java.util.OptionalLong;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * How much of its allowance each key has left, by token buckets that fill evenly: after a day of
 * rest there is a day's worth, and never more. They are full when the service starts. Thread-safe.
 */
@ApplicationScoped
public class Quotas {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final AccessConfig config;
    private final Usage usage;
    private final TimeMeter clock;
    private final Cache<String, Bucket> calls = Caffeine.newBuilder().build();
    private final Cache<String, Bucket> characters = Caffeine.newBuilder().build();

    @Inject
    public Quotas(AccessConfig config, Usage usage) {
        this(config, usage, TimeMeter.SYSTEM_MILLISECONDS);
    }

    Quotas(AccessConfig config, Usage usage, TimeMeter clock) {
        this.usage = usage;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts a call.
     *
     * @throws DragomanException quota-exceeded with the time to wait
     */
    public void call(ApiKey key) {
        usage.call(key);
        take(
                calls,
                key,
                limit(key.allowance().callsPerMinute(), config.callsPerMinute()),
                MINUTE,
                1);
    }

    /**
     * Counts text.
     *
     * @param units UTF-16 units times target languages
     * @throws DragomanException quota-exceeded with the time to wait; too-large for more than a
     *     whole day's, which no waiting would help
     */
    public void characters(ApiKey key, long units) {
        OptionalLong limit = limit(key.allowance().charactersPerDay(), config.charactersPerDay());
        if (limit.isPresent() && units > limit.getAsLong()) {
            usage.refused(key);
            throw new DragomanException(
                    ErrorCode.TOO_LARGE,
                    "Text times targets is %d UTF-16 units; the key may send %d a day."
                            .formatted(units, limit.getAsLong()));
        }
        take(characters, key, limit, DAY, units);
        usage.characters(key, units);
    }

    private static OptionalLong limit(@Nullable Long own, OptionalLong usual) {
        return own == null ? usual : OptionalLong.of(own);
    }

    private void take(
            Cache<String, Bucket> buckets,
            ApiKey key,
            OptionalLong limit,
            Duration per,
            long amount) {
        if (limit.isEmpty() || amount == 0) {
            return;
        }
        String id = key.id() + " " + limit.getAsLong();
        Bucket bucket = buckets.get(id, any -> bucket(limit.getAsLong(), per));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(amount);
        if (!probe.isConsumed()) {
            usage.refused(key);
            throw DragomanException.quotaExceeded(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(long capacity, Duration per) {
        return Bucket.builder()
                .addLimit(
                        Bandwidth.builder().capacity(capacity).refillGreedy(capacity, per).build())
                .withCustomTimePrecision(clock)
                .build();
    }
}
