package org.dragoman.torch;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Starts the engine beside the service, which saves the first model half a second: the processor's
 * other core has little to do then.
 */
@ApplicationScoped
class EngineAtStart {
    private static final Logger LOG = Logger.getLogger(EngineAtStart.class);

    private final Thread thread = new Thread(EngineAtStart::start, "engine");
    private final boolean serving;

    EngineAtStart(
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
                    boolean serving) {
        this.serving = serving;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object container) {
        if (serving) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Libraries that are being loaded must not be unloaded. */
    void end(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.join();
    }

    private static void start() {
        try {
            TorchEngine.prepare();
        } catch (Exception | LinkageError failed) {
            LOG.warn("The engine did not start", failed);
        }
    }
}
