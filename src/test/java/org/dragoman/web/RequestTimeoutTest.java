package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestTimeoutTest {
    private static final Duration CONFIGURED = Duration.ofSeconds(60);

    @Test
    void withoutTheHeaderTheConfiguredDeadlineHolds() {
        assertThat(RequestTimeout.read((String) null, CONFIGURED)).isEqualTo(CONFIGURED);
    }

    @Test
    void theHeaderShortensTheDeadline() {
        assertThat(RequestTimeout.read(" 1500 ", CONFIGURED)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void theHeaderDoesNotLengthenTheDeadline() {
        assertThat(RequestTimeout.read("600000", CONFIGURED)).isEqualTo(CONFIGURED);
    }
}
