package org.dragoman.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final Usage usage = new Usage();
    private final Hands clock = new Hands();
    private final Quotas quotas =
            new Quotas(new Usual(OptionalLong.of(3), OptionalLong.empty()), usage, clock);

    @Test
    void whoHasUsedUpACallsQuotaHearsWhenThereIsAnotherCall() {
        ApiKey key = key("0123456789ab", Allowance.USUAL);
        for (int i = 0; i < 3; i++) {
            quotas.call(key);
        }

        DragomanException refused =
                catchThrowableOfType(DragomanException.class, () -> quotas.call(key));
        assertThat(refused.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(20));

        clock.nanos += Duration.ofSeconds(20).toNanos();
        quotas.call(key);
        assertThat(usage.totals(key.id())).isEqualTo(new Usage.Totals(5, 0, 1));
    }

    @Test
    void keysDoNotShareQuotas() {
        ApiKey one = key("0123456789ab", new Allowance(1L, null));
        ApiKey other = key("ba9876543210", new Allowance(1L, null));

        quotas.call(one);
        quotas.call(other);
        assertThat(catchThrowableOfType(DragomanException.class, () -> quotas.call(one)))
                .isNotNull();
    }

    @Test
    void charactersAreCountedOverADay() {
        ApiKey key = key("0123456789ab", new Allowance(null, 24_000L));
        quotas.characters(key, 24_000);

        DragomanException refused =
                catchThrowableOfType(DragomanException.class, () -> quotas.characters(key, 1000));
        assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
        clock.nanos += Duration.ofHours(1).toNanos();
        quotas.characters(key, 1000);
        assertThat(usage.totals(key.id())).isEqualTo(new Usage.Totals(0, 25_000, 1));
    }

    @Test
    void aTextLargerThanADaysQuotaIsTooLargeAndCostsNothing() {
        ApiKey key = key("0123456789ab", new Allowance(null, 100L));

        assertThat(catchThrowableOfType(DragomanException.class, () -> quotas.characters(key, 101)))
                .hasMessageContaining("101")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE));
        quotas.characters(key, 100);
        assertThat(usage.totals(key.id())).isEqualTo(new Usage.Totals(0, 100, 1));
    }

    private static ApiKey key(String id, Allowance allowance) {
        return new ApiKey(id, "desk", "0".repeat(64), Scope.USE, allowance, Instant.EPOCH, null);
    }

    private record Usual(OptionalLong callsPerMinute, OptionalLong charactersPerDay)
            implements AccessConfig {
        @Override
        public Optional<String> keys() {
            return Optional.empty();
        }

        @Override
        public boolean guardMetrics() {
            return false;
        }
    }

    /** A clock that the test moves. */
    private static final class Hands implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
