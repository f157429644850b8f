package org.dragoman.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Inference;
import org.dragoman.model.Lease;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelState;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends a sentence through each default model after the start and looks whether it comes out right;
 * one that does not is tried again every few seconds. Models are installed and loaded on the way,
 * so that the first caller does not wait for them. Where nothing is fetched, a default model that
 * is not installed is not waited for, so long as some other model is. Thread-safe.
 */
@ApplicationScoped
public class Canary {
    static final String OK = "ok";
    static final String WAITING = "waiting";
    static final String ABSENT = "not installed";

    private static final Logger LOG = Logger.getLogger(Canary.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Set<String> SETTLED = Set.of(OK, ABSENT);

    private final ModelPool models;
    private final Trial trial;
    private final boolean serving;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final CountDownLatch trials = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "canary");

    Canary(
            ModelPool models,
            Inference inference,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
                    boolean serving) {
        this.models = models;
        this.trial = new Trial(inference);
        this.serving = serving;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        if (serving) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.interrupt();
    }

    /**
     * Whether the service can be used: every default model was tried, and either all that are to be
     * there are right or, where some are broken, at least one is. The broken ones are told of, and
     * tried again.
     */
    public boolean ready() {
        Collection<String> told = states().values();
        return !told.contains(WAITING) && (told.contains(OK) || settled());
    }

    /** Whether there is nothing to be tried again. */
    boolean settled() {
        return SETTLED.containsAll(states().values());
    }

    /**
     * What came of each default model, by name: ok, not installed, waiting, or what is wrong with
     * it.
     */
    public Map<String, String> states() {
        Map<String, String> all = new TreeMap<>();
        presets().forEach(name -> all.put(name, states.getOrDefault(name, WAITING)));
        return all;
    }

    /** {@link #states}, when each default model has been tried once. */
    public Map<String, String> awaitTrials() throws InterruptedException {
        trials.await();
        return states();
    }

    private List<String> presets() {
        return models.cards().stream().filter(ModelCard::preset).map(ModelCard::name).toList();
    }

    private void run() {
        try {
            firstTrials();
            while (!settled()) {
                if (ready()) {
                    LOG.warn("Ready, without the default models that were told of above");
                }
                Thread.sleep(PAUSE.toMillis());
                tryAll();
            }
            LOG.info("Ready: every default model answered its canary");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void firstTrials() throws InterruptedException {
        try {
            tryAll();
        } finally {
            trials.countDown();
        }
    }

    /** Tries each model that is not known to be right. */
    void tryAll() throws InterruptedException {
        for (String name : presets()) {
            if (!SETTLED.contains(states.getOrDefault(name, WAITING))) {
                states.put(name, tried(name));
            }
        }
    }

    private String tried(String name) throws InterruptedException {
        try (Lease lease = models.lease(name)) {
            trial.run(lease);
            return OK;
        } catch (DragomanException failed) {
            if (failed.code() == ErrorCode.MODEL_NOT_INSTALLED && anyInstalled()) {
                return ABSENT;
            }
            LOG.warnf("Model %s: %s", name, failed.getMessage());
            return String.valueOf(failed.getMessage());
        }
    }

    private boolean anyInstalled() {
        return models.statuses().stream()
                .anyMatch(
                        model ->
                                model.state() == ModelState.READY
                                        || model.state() == ModelState.LOADED);
    }
}
