package org.dragoman.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.dragoman.inference.InferenceSettings;
import org.dragoman.model.RoutesConfig;
import org.dragoman.translation.TranslationSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings that have a range, as the service reads them. */
class RangeTest {

    @ParameterizedTest
    @CsvSource({
        "dragoman.inference.queue-tokens, 0",
        "dragoman.inference.batch-tokens, 0",
        "dragoman.inference.batch-rows, -1",
        "dragoman.inference.batch-padding, -0.01",
        "dragoman.inference.batch-padding, 1.01",
        "dragoman.inference.batch-padding, NaN",
        "dragoman.inference.turn, 0",
        "dragoman.inference.steps, 0",
        "dragoman.inference.steps, 9",
        "dragoman.translation.hops, 0",
        "dragoman.translation.hops, 5",
        "dragoman.translation.longest-source, 7",
        "dragoman.inference.steps, two"
    })
    void aValueOutsideTheRangeEndsTheStartNamingTheSetting(String setting, String value) {
        assertThatThrownBy(() -> read(setting, value))
                .hasMessageContaining(setting)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "dragoman.inference.queue-tokens, 1",
        "dragoman.inference.batch-tokens, 1",
        "dragoman.inference.batch-rows, 1",
        "dragoman.inference.batch-padding, 0",
        "dragoman.inference.batch-padding, 1",
        "dragoman.inference.turn, 1",
        "dragoman.inference.steps, 1",
        "dragoman.inference.steps, 8",
        "dragoman.translation.hops, 1",
        "dragoman.translation.hops, 4",
        "dragoman.translation.longest-source, 8"
    })
    void theEndsOfTheRangeAreInIt(String setting, String value) {
        assertThat(read(setting, value).getConfigMapping(InferenceSettings.class)).isNotNull();
    }

    private static SmallRyeConfig read(String setting, String value) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(InferenceSettings.class)
                .withMapping(RoutesConfig.class)
                .withMapping(TranslationSettings.class)
                .withSources(new PropertiesConfigSource(Map.of(setting, value), "test", 100))
                .build();
    }
}
