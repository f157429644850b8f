package org.dragoman.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Keys and quotas. */
@ConfigMapping(prefix = "dragoman.access")
public interface AccessConfig {
    /**
     * The file of keys; {@code $DRAGOMAN_HOME/keys.json} when absent, and {@code
     * ~/.local/share/dragoman/keys.json} when that is not set either.
     */
    Optional<String> keys();

    /** Whether {@code /q/metrics} and {@code /openapi} take a key too, where calls do. */
    @WithDefault("false")
    boolean guardMetrics();

    /** Keys and tokens that are not valid a minute from one address; 1 at least. */
    @WithDefault("30")
    long wrongKeysPerMinute();

    /** Calls a minute with one key, where the key says nothing else; absent: no limit. */
    OptionalLong callsPerMinute();

    /**
     * UTF-16 units of text, times target languages, a day with one key, where the key says nothing
     * else; absent: no limit.
     */
    OptionalLong charactersPerDay();

    /** The directory of what keys were used for; {@code usage} beside the file of keys. */
    Optional<String> usage();

    /** How many days of use are kept, those without use not counted; 2 at least. */
    @WithDefault("92")
    int usageDays();

    /** How often use is written: what a process that is killed may lose. */
    @WithDefault("2s")
    Duration usageInterval();
}
