package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void theTimeToWaitIsWhatTheWorkersNeedAtTheirMeasuredRate() {
        Rate rate = new Rate(2);
        for (int i = 0; i < 300; i++) {
            rate.ran(500, Duration.ofMillis(100));
        }

        assertThat(rate.timeFor(99_000)).isEqualTo(Duration.ofSeconds(10));
        assertThat(rate.timeFor(101_000)).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void theRateFollowsTheLastBatches() {
        Rate rate = new Rate(1);
        for (int i = 0; i < 100; i++) {
            rate.ran(10_000, Duration.ofSeconds(1));
        }
        for (int i = 0; i < 100; i++) {
            rate.ran(100, Duration.ofSeconds(1));
        }

        assertThat(rate.timeFor(1_000)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void nobodyIsSentAwayForLessThanASecond() {
        assertThat(new Rate(64).timeFor(1)).isEqualTo(Duration.ofSeconds(1));
    }
}
