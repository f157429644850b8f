package org.dragoman.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** Which timers are kept as histograms, and in which buckets: quantiles can be told of them. */
@Singleton
final class Buckets {
    private static final Set<String> CALLS = Set.of("http.server.requests");
    private static final Set<String> WORK =
            Set.of(
                    "dragoman.stage",
                    "dragoman.inference.batch",
                    "dragoman.inference.wait",
                    "dragoman.inference.crossing",
                    "dragoman.inference.freed");
    private static final double[] CALL_BUCKETS =
            nanos(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000);
    private static final double[] WORK_BUCKETS =
            nanos(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000);

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(
                    Meter.Id id, DistributionStatisticConfig config) {
                if (CALLS.contains(id.getName())) {
                    return of(CALL_BUCKETS).merge(config);
                }
                return WORK.contains(id.getName()) ? of(WORK_BUCKETS).merge(config) : config;
            }
        };
    }

    private static DistributionStatisticConfig of(double[] buckets) {
        return DistributionStatisticConfig.builder().serviceLevelObjectives(buckets).build();
    }

    private static double[] nanos(long... millis) {
        return Arrays.stream(millis)
                .mapToDouble(each -> Duration.ofMillis(each).toNanos())
                .toArray();
    }
}
