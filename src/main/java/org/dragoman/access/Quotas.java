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
 * How much of its allowance each caller has left, by token buckets that fill evenly: after a day of
 * rest there is a day's worth, and never more. When the service starts, those of calls are full and
 * those of characters go on from what was written of their use. What a caller has not used for so
 * long that it is full again is forgotten. Thread-safe.
 */
@ApplicationScoped
public class Quotas {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final AccessConfig config;
    private final Usage usage;
    private final TimeMeter clock;
    private final Cache<String, Caller> known;
    private final Cache<String, Bucket> calls;
    private final Cache<String, Bucket> characters;

    @Inject
    public Quotas(AccessConfig config, Usage usage) {
        this(config, usage, TimeMeter.SYSTEM_NANOTIME);
    }

    Quotas(AccessConfig config, Usage usage, TimeMeter clock) {
        this.usage = usage;
        this.config = config;
        this.clock = clock;
        this.known = kept(DAY);
        this.calls = kept(MINUTE);
        this.characters = kept(DAY);
    }

    private <T> Cache<String, T> kept(Duration unused) {
        return Caffeine.newBuilder()
                .expireAfterAccess(unused)
                .ticker(clock::currentTimeNanos)
                .build();
    }

    /**
     * Counts a call.
     *
     * @throws DragomanException quota-exceeded with the time to wait
     */
    public void call(Caller caller) {
        known.put(caller.id(), caller);
        usage.call(caller);
        OptionalLong limit = limit(caller.allowance().callsPerMinute(), config.callsPerMinute());
        if (limit.isPresent()) {
            long aMinutes = Math.min(limit.getAsLong(), MINUTE.toNanos());
            String name = name(caller, aMinutes);
            take(calls.get(name, any -> bucket(aMinutes, MINUTE, aMinutes)), caller, 1);
        }
    }

    /**
     * Counts text of whom a call was counted for; for anybody else there are no quotas.
     *
     * @param id the caller's
     * @param units UTF-16 units times target languages
     * @throws DragomanException as for the caller
     */
    public void characters(String id, long units) {
        Caller caller = known.getIfPresent(id);
        if (caller != null) {
            characters(caller, units);
        }
    }

    /**
     * Counts text.
     *
     * @param units UTF-16 units times target languages
     * @throws DragomanException quota-exceeded with the time to wait; too-large for more than a
     *     whole day's, which no waiting would help
     */
    public void characters(Caller caller, long units) {
        OptionalLong limit = aDays(caller);
        if (limit.isPresent() && units > 0) {
            takeCharacters(caller, limit.getAsLong(), units);
        }
        usage.characters(caller, units);
    }

    private void takeCharacters(Caller caller, long aDays, long units) {
        if (units > aDays) {
            usage.refused(caller);
            throw new DragomanException(
                    ErrorCode.TOO_LARGE,
                    "Text times targets is %d UTF-16 units; the key may send %d a day."
                            .formatted(units, aDays));
        }
        Bucket bucket = ofDay(caller, aDays);
        take(bucket, caller, units);
        usage.spent(caller, () -> aDays - bucket.getAvailableTokens());
    }

    /** How many characters the caller may send now; empty: there is no limit. */
    public OptionalLong charactersLeft(Caller caller) {
        OptionalLong limit = aDays(caller);
        return limit.isEmpty()
                ? limit
                : OptionalLong.of(ofDay(caller, limit.getAsLong()).getAvailableTokens());
    }

    private OptionalLong aDays(Caller caller) {
        OptionalLong limit =
                limit(caller.allowance().charactersPerDay(), config.charactersPerDay());
        return limit.isEmpty()
                ? limit
                : OptionalLong.of(Math.min(limit.getAsLong(), DAY.toNanos()));
    }

    private Bucket ofDay(Caller caller, long aDays) {
        return characters.get(
                name(caller, aDays), any -> bucket(aDays, DAY, usage.left(caller, aDays)));
    }

    private static OptionalLong limit(@Nullable Long own, OptionalLong usual) {
        return own == null ? usual : OptionalLong.of(own);
    }

    private static String name(Caller caller, long limit) {
        return caller.id() + " " + limit;
    }

    private void take(Bucket bucket, Caller caller, long amount) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(amount);
        if (!probe.isConsumed()) {
            usage.refused(caller);
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
