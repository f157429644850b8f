package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dragoman.fetch.FetchSettings;
import org.junit.jupiter.api.Test;

/** How models are fetched, told by the configuration and the environment. */
class FetchingTest {
    private static final URI HUGGING_FACE = URI.create("https://huggingface.co");

    @Test
    void nothingNeedsToBeSaid() {
        FetchSettings settings = Fetching.settings(config(Map.of()), Map.of());

        assertThat(settings.downloads()).isEqualTo(4);
        assertThat(settings.mirrors()).isEmpty();
        assertThat(settings.tokens()).isEmpty();
        assertThat(settings.patience()).isEqualTo(FetchSettings.Patience.USUAL);
        assertThat(Fetching.hubs(config(Map.of()), Map.of())).containsExactly(HUGGING_FACE);
    }

    @Test
    void mirrorsAndHubsAreConfiguredInTheirOrder() {
        ModelsConfig config =
                config(
                        Map.of(
                                "dragoman.models.mirrors.\"https://media.example/\"",
                                "https://one.example/,https://two.example/x/",
                                "dragoman.models.hubs",
                                "https://hub.example,https://huggingface.co",
                                "dragoman.models.stall-timeout",
                                "5S"));

        FetchSettings settings = Fetching.settings(config, Map.of("HF_ENDPOINT", "https://no"));

        assertThat(settings.mirrors())
                .isEqualTo(
                        Map.of(
                                "https://media.example/",
                                List.of("https://one.example/", "https://two.example/x/")));
        assertThat(settings.patience().stall()).isEqualTo(Duration.ofSeconds(5));
        assertThat(Fetching.hubs(config, Map.of("HF_ENDPOINT", "https://no")))
                .containsExactly(URI.create("https://hub.example"), HUGGING_FACE);
    }

    @Test
    void theEnvironmentGivesTheHubAndItsToken() {
        Map<String, String> environment =
                Map.of("HF_ENDPOINT", "https://hub.example", "HF_TOKEN", " hf_1 ");

        assertThat(Fetching.settings(config(Map.of()), environment).tokens())
                .isEqualTo(Map.of(URI.create("https://hub.example"), "hf_1"));
        assertThat(
                        Fetching.settings(
                                        config(Map.of()),
                                        Map.of("HF_TOKEN", "hf_1", "DRAGOMAN_HUB_TOKEN", "mine"))
                                .tokens())
                .containsValue("mine");
    }

    private static ModelsConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ModelsConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(ModelsConfig.class);
    }
}
