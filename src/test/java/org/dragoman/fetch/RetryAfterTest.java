package org.dragoman.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-25T22:00:00Z");

    @Test
    void secondsAndDatesAreRead() {
        assertThat(RetryAfter.of(" 120 ", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.of("Wed, 25 Nov 2026 22:00:30 GMT", NOW))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void aDateThatHasPassedIsNow() {
        assertThat(RetryAfter.of("Wed, 25 Nov 2026 21:00:30 GMT", NOW)).contains(Duration.ZERO);
    }

    @Test
    void whatIsNeitherIsNothing() {
        for (String value : new String[] {"", "soon", "-1", "1.5", "99999999999", "Wed, 99 Nov"}) {
            assertThat(RetryAfter.of(value, NOW)).as(value).isEmpty();
        }
    }
}
