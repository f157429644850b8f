package org.dragoman.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.dragoman.access.Keys;
import org.dragoman.access.Usage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A service whose file of keys cannot be read does not start: nobody could be told apart. */
@ApplicationScoped
final class KeysAtStart {
    void read(
            @Observes StartupEvent started,
            Keys keys,
            Usage usage,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
                    boolean serving) {
        if (serving) {
            keys.guarding();
            usage.begin();
        }
    }
}
