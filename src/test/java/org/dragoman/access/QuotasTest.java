package org.dragoman.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotasTest {
    @TempDir Path directory;
    private final Hands clock = new Hands();
    private Usage usage;
    private Quotas quotas;

    @BeforeEach
    void aService() {
        start(Instant.EPOCH);
    }

    @AfterEach
    void ends() {
        usage.end();
    }

    private void start(Instant now) {
        usage = UsageTest.usage(directory, now);
        usage.begin();
        quotas = new Quotas(new Usual(OptionalLong.of(3), OptionalLong.empty()), usage, clock);
    }

    private Totals total(Caller key) {
        return Objects.requireNonNull(usage.byKey().get(key.id())).values().stream()
                .reduce(Totals.NONE, Totals::plus);
    }

    @Test
    void whoHasUsedUpACallsQuotaHearsWhenThereIsAnotherCall() {
        Caller key = key("0123456789ab", Allowance.USUAL);
        for (int i = 0; i < 3; i++) {
            quotas.call(key);
        }

        DragomanException refused =
                catchThrowableOfType(DragomanException.class, () -> quotas.call(key));
        assertThat(refused.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(20));

        clock.nanos += Duration.ofSeconds(20).toNanos();
        quotas.call(key);
        assertThat(total(key)).isEqualTo(new Totals(5, 0, 1));
    }

    @Test
    void keysDoNotShareQuotas() {
        Caller one = key("0123456789ab", new Allowance(1L, null));
        Caller other = key("ba9876543210", new Allowance(1L, null));

        quotas.call(one);
        quotas.call(other);
        assertThat(catchThrowableOfType(DragomanException.class, () -> quotas.call(one)))
                .isNotNull();
    }

    @Test
    void charactersAreCountedOverADay() {
        Caller key = key("0123456789ab", new Allowance(null, 24_000L));
        quotas.characters(key, 24_000);

        DragomanException refused =
                catchThrowableOfType(DragomanException.class, () -> quotas.characters(key, 1000));
        assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
        clock.nanos += Duration.ofHours(1).toNanos();
        quotas.characters(key, 1000);
        assertThat(total(key)).isEqualTo(new Totals(0, 25_000, 1));
    }

    @Test
    void aTextLargerThanADaysQuotaIsTooLargeAndCostsNothing() {
        Caller key = key("0123456789ab", new Allowance(null, 100L));

        assertThat(catchThrowableOfType(DragomanException.class, () -> quotas.characters(key, 101)))
                .hasMessageContaining("101")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LARGE));
        quotas.characters(key, 100);
        assertThat(total(key)).isEqualTo(new Totals(0, 100, 1));
    }

    @Test
    void charactersGoOnAfterARestartFromWhatWasLeft() {
        Caller key = key("0123456789ab", new Allowance(null, 24_000L));
        assertThat(quotas.charactersLeft(key)).hasValue(24_000);
        quotas.characters(key, 4_000);
        quotas.characters(key, 20_000);
        usage.end();

        start(Instant.EPOCH.plus(Duration.ofHours(1)));
        assertThat(quotas.charactersLeft(key)).hasValue(1000);
        quotas.characters(key, 1000);
        assertThat(catchThrowableOfType(DragomanException.class, () -> quotas.characters(key, 1)))
                .hasFieldOrPropertyWithValue("code", ErrorCode.QUOTA_EXCEEDED);
        usage.end();

        start(Instant.EPOCH.plus(Duration.ofHours(23)));
        assertThat(quotas.charactersLeft(key)).hasValue(22_000);
        Caller less = key("0123456789ab", new Allowance(null, 240L));
        start(Instant.EPOCH.plus(Duration.ofHours(2)));
        assertThat(quotas.charactersLeft(less)).hasValue(10);
        // A clock that was set back gives nothing, and one that is far ahead a day's.
        start(Instant.EPOCH);
        assertThat(quotas.charactersLeft(key)).hasValue(0);
        start(Instant.EPOCH.plus(Duration.ofDays(40)));
        assertThat(quotas.charactersLeft(key)).hasValue(24_000);
    }

    @Test
    void quotasTooLargeToBeReachedAreNoFault() {
        Caller key = key("0123456789ab", new Allowance(Long.MAX_VALUE, Long.MAX_VALUE));

        quotas.call(key);
        quotas.characters(key, 1_000_000);
        assertThat(total(key)).isEqualTo(new Totals(1, 1_000_000, 0));
    }

    private static Caller key(String id, Allowance allowance) {
        return new Caller(id, Scope.USE, allowance);
    }

    private record Usual(OptionalLong callsPerMinute, OptionalLong charactersPerDay)
            implements AccessConfig {
        @Override
        public Optional<String> keys() {
            return Optional.empty();
        }

        @Override
        public Optional<String> usage() {
            return Optional.empty();
        }

        @Override
        public int usageDays() {
            return 2;
        }

        @Override
        public Duration usageInterval() {
            return Duration.ofSeconds(2);
        }

        @Override
        public long wrongKeysPerMinute() {
            return 30;
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
