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
 * rest there is a day's worth, and never more. When the service starts, those of calls are full and
 * those of characters go on from what was written of their use. Thread-safe.
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
        this(config, usage, TimeMeter.SYSTEM_NANOTIME);
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
        OptionalLong limit = limit(key.allowance().callsPerMinute(), config.callsPerMinute());
        if (limit.isPresent()) {
            long aMinutes = Math.min(limit.getAsLong(), MINUTE.toNanos());
            String name = name(key, aMinutes);
            take(calls.get(name, any -> bucket(aMinutes, MINUTE, aMinutes)), key, 1);
        }
    }

    /**
     * Counts text.
     *
     * @param units UTF-16 units times target languages
     * @throws DragomanException quota-exceeded with the time to wait; too-large for more than a
     *     whole day's, which no waiting would help
     */
    public void characters(ApiKey key, long units) {
        OptionalLong limit = aDays(key);
        if (limit.isPresent() && units > 0) {
            takeCharacters(key, limit.getAsLong(), units);
        }
        usage.characters(key, units);
    }

    private void takeCharacters(ApiKey key, long aDays, long units) {
        if (units > aDays) {
            usage.refused(key);
            throw new DragomanException(
                    ErrorCode.TOO_LARGE,
                    "Text times targets is %d UTF-16 units; the key may send %d a day."
                            .formatted(units, aDays));
        }
        Bucket bucket = ofDay(key, aDays);
        take(bucket, key, units);
        usage.spent(key, () -> aDays - bucket.getAvailableTokens());
    }

    /** How many characters the key may send now; empty: there is no limit. */
    public OptionalLong charactersLeft(ApiKey key) {
        OptionalLong limit = aDays(key);
        return limit.isEmpty()
                ? limit
                : OptionalLong.of(ofDay(key, limit.getAsLong()).getAvailableTokens());
    }

    private OptionalLong aDays(ApiKey key) {
        OptionalLong limit = limit(key.allowance().charactersPerDay(), config.charactersPerDay());
        return limit.isEmpty()
                ? limit
                : OptionalLong.of(Math.min(limit.getAsLong(), DAY.toNanos()));
    }

    private Bucket ofDay(ApiKey key, long aDays) {
        return characters.get(name(key, aDays), any -> bucket(aDays, DAY, usage.left(key, aDays)));
    }

    private static OptionalLong limit(@Nullable Long own, OptionalLong usual) {
        return own == null ? usual : OptionalLong.of(own);
    }

    private static String name(ApiKey key, long limit) {
        return key.id() + " " + limit;
    }

    private void take(Bucket bucket, ApiKey key, long amount) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(amount);
        if (!probe.isConsumed()) {
            usage.refused(key);
            throw DragomanException.quotaExceeded(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(long capacity, Duration per, long left) {
        return Bucket.builder()
                .addLimit(
                        Bandwidth.builder()
                                .capacity(capacity)
                                .refillGreedy(capacity, per)
                                .initialTokens(left)
                                .build())
                .withCustomTimePrecision(clock)
                .build();
    }
}
