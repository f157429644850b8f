package org.dragoman.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.ModelStatus;
import org.dragoman.model.ModelStore;
import org.dragoman.model.ModelStore.Underway;
import org.jboss.logging.Logger;

/**
 * Installations in the background, each model once at a time. What failed is remembered until the
 * model is installed again. Thread-safe.
 */
@ApplicationScoped
public class Installations {
    private static final Logger LOG = Logger.getLogger(Installations.class);
    private static final int AT_ONCE = 4;

    private final ModelStore store;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    AT_ONCE,
                    work -> {
                        Thread thread = new Thread(work, "installation");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Map<String, Installation> installations = new ConcurrentHashMap<>();

    Installations(ModelStore store) {
        this.store = store;
    }

    /** Begins to install a model; nothing when that has begun already. */
    void begin(String name) {
        Installation mine = new Installation();
        Installation now =
                installations.compute(
                        name, (same, old) -> old == null || !old.running ? mine : old);
        if (now == mine) {
            threads.execute(() -> install(name, mine));
        }
    }

    /** Whether a model is being installed, or waits for its turn. */
    boolean running(String name) {
        Installation last = installations.get(name);
        return last != null && last.running;
    }

    /** How far the last installation of a model came; empty before it has begun. */
    Optional<Underway> progress(String name) {
        return Optional.ofNullable(installations.get(name)).flatMap(last -> last.progress);
    }

    /** What is known of a model, with an installation that waits for its turn told as begun. */
    ModelStatus told(ModelStatus status) {
        return running(status.name())
                ? status.installing(progress(status.name()).orElse(new Underway(0, 0)))
                : status;
    }

    /** Why the last installation of a model failed; empty when it did not. */
    Optional<DragomanException> failure(String name) {
        Installation last = installations.get(name);
        return last == null || last.running ? Optional.empty() : last.failure;
    }

    private void install(String name, Installation mine) {
        try {
            store.install(
                    name,
                    (model, done, total) -> mine.progress = Optional.of(new Underway(done, total)));
        } catch (DragomanException failed) {
            LOG.warnf("Model %s was not installed: %s", name, failed.getMessage());
            mine.failure = Optional.of(failed);
        } catch (RuntimeException | Error failed) {
            // Errors too: who waits must hear of it, and the model must not stay in installation.
            LOG.errorf(failed, "Model %s was not installed", name);
            mine.failure =
                    Optional.of(
                            new DragomanException(ErrorCode.INTERNAL, "Internal error.", failed));
        } finally {
            mine.running = false;
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** One try; written by its thread only, the failure before it ends. */
    private static final class Installation {
        private volatile boolean running = true;
        private volatile Optional<Underway> progress = Optional.empty();
        private volatile Optional<DragomanException> failure = Optional.empty();
    }
}
