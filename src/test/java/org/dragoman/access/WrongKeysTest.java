package org.dragoman.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;

class WrongKeysTest {
    private final DragomanException invalid = new DragomanException(ErrorCode.KEY_INVALID, "No.");

    private final Hands clock = new Hands();
    private final WrongKeys wrong = new WrongKeys(4, clock);

    @Test
    void pastTheLimitAnAddressHearsWhenItMayTryAgain() {
        for (int i = 0; i < 4; i++) {
            assertThat(wrong.another("a", invalid)).isSameAs(invalid);
        }
        DragomanException refused = wrong.another("a", invalid);
        assertThat(refused.code()).isEqualTo(ErrorCode.ATTEMPTS_EXCEEDED);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(15));

        clock.nanos += Duration.ofSeconds(15).toNanos();
        assertThat(wrong.another("a", invalid)).isSameAs(invalid);
        assertThat(wrong.another("a", invalid).code()).isEqualTo(ErrorCode.ATTEMPTS_EXCEEDED);
    }

    @Test
    void addressesHaveALimitEach() {
        spend("a");

        assertThat(wrong.another("b", invalid)).isSameAs(invalid);
    }

    @Test
    void whetherAnAddressIsPastItsLimitCanBeAskedWithoutCounting() {
        assertThat(wrong.another("a", invalid)).isSameAs(invalid);
        for (int i = 0; i < 10; i++) {
            assertThat(wrong.exceeded("a")).isEmpty();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(wrong.another("a", invalid)).isSameAs(invalid);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(wrong.exceeded("a").orElseThrow().retryAfter())
                    .contains(Duration.ofSeconds(15));
        }

        clock.nanos += Duration.ofSeconds(15).toNanos();
        assertThat(wrong.exceeded("a")).isEmpty();
    }

    @Test
    void aLimitOfNoneIsOne() {
        WrongKeys none = new WrongKeys(0, clock);

        assertThat(none.another("a", invalid)).isSameAs(invalid);
        assertThat(none.another("a", invalid)).isNotSameAs(invalid);
    }

    private void spend(String address) {
        for (int i = 0; i < 4; i++) {
            assertThat(wrong.another(address, invalid)).isSameAs(invalid);
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
