package org.dragoman.inference;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings as the service reads them, with some values changed. */
final class Settings {
    private Settings() {}

    /** Pairs of a name below {@code dragoman.inference} and a value. */
    static InferenceSettings with(String... pairs) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(InferenceSettings.class);
        for (int i = 0; i < pairs.length; i += 2) {
            builder.withDefaultValue("dragoman.inference." + pairs[i], pairs[i + 1]);
        }
        return builder.build().getConfigMapping(InferenceSettings.class);
    }
}
