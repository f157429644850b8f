package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dragoman.inference.Capacity;
import org.dragoman.inference.Deadline;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class WorkersAliveTest {
    @Test
    void theServiceIsReadyUntilTwoWorkersWereLost() {
        assertThat(status(0)).isEqualTo(Status.UP);
        assertThat(status(1)).isEqualTo(Status.UP);
        assertThat(status(2)).isEqualTo(Status.DOWN);
    }

    private static Status status(int lost) {
        return new WorkersAlive(new Lost(lost)).call().getStatus();
    }

    private record Lost(int lostWorkers) implements Capacity {
        @Override
        public void promise(Deadline deadline, long units) {}

        @Override
        public Duration nextRoom() {
            return Duration.ZERO;
        }
    }
}
