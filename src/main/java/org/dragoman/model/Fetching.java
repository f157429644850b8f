package org.dragoman.model;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.fetch.FetchSettings;
import org.dragoman.fetch.Proxies;

/** How models are fetched, as the configuration and the environment say. */
final class Fetching {
    private Fetching() {}

    static FetchSettings settings(ModelsConfig config, Map<String, String> environment) {
        Map<URI, String> tokens = new HashMap<>();
        token(environment)
                .ifPresent(
                        token -> hubs(config, environment).forEach(hub -> tokens.put(hub, token)));
        return new FetchSettings(
                config.mirrors(),
                tokens,
                Proxies.ofEnvironment(environment),
                config.downloads(),
                new FetchSettings.Patience(
                        config.connectTimeout(),
                        config.stallTimeout(),
                        config.busyTimeout(),
                        FetchSettings.Patience.USUAL.pause()));
    }

    /** The addresses of the hubs, at least one. */
    static List<URI> hubs(ModelsConfig config, Map<String, String> environment) {
        return config.hubs()
                .or(() -> set(environment, "HF_ENDPOINT").map(List::of))
                .map(hubs -> hubs.stream().map(URI::create).toList())
                .orElse(List.of(Hubs.HUGGING_FACE));
    }

    private static Optional<String> token(Map<String, String> environment) {
        return Stream.of("DRAGOMAN_HUB_TOKEN", "HF_TOKEN")
                .flatMap(name -> set(environment, name).stream())
                .findFirst();
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
