package org.dragoman.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStatus;
import org.dragoman.model.ModelStore.Underway;
import org.jspecify.annotations.Nullable;

/**
 * The installation of a model as server-sent events: {@code progress} whenever there is more, a
 * comment every ten seconds, and at the end {@code model} or {@code problem}. A caller holds no
 * thread. Thread-safe.
 */
@ApplicationScoped
public class ModelEvents {
    private static final long LOOK_MILLIS = 200;
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();

    private final ModelPool pool;
    private final Installations installations;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "model-events");
                        thread.setDaemon(true);
                        return thread;
                    });

    ModelEvents(ModelPool pool, Installations installations) {
        this.pool = pool;
        this.installations = installations;
    }

    /** The events of a model until it is not being installed any more; at least one. */
    Multi<OutboundSseEvent> of(String name, Sse sse) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            ScheduledFuture<?> looking =
                                    looks.scheduleWithFixedDelay(
                                            new Watch(name, sse, emitter),
                                            0,
                                            LOOK_MILLIS,
                                            TimeUnit.MILLISECONDS);
                            emitter.onTermination(() -> looking.cancel(false));
                        });
    }

    @PreDestroy
    void stop() {
        looks.shutdownNow();
    }

    /** What one caller was told. Runs in one thread. */
    private final class Watch implements Runnable {
        private final String name;
        private final Sse sse;
        private final MultiEmitter<? super OutboundSseEvent> emitter;
        private @Nullable Underway told;
        private long spoke = System.nanoTime();

        Watch(String name, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
            this.name = name;
            this.sse = sse;
            this.emitter = emitter;
        }

        @Override
        public void run() {
            try {
                // Asked before the state: what is not running now, has its last state then.
                boolean running = installations.running(name);
                ModelStatus status = installations.told(pool.status(name));
                tellProgress(status);
                if (!running && status.progress() == null) {
                    end(status);
                } else if (System.nanoTime() - spoke > HEARTBEAT_NANOS) {
                    send(sse.newEventBuilder().comment("").build());
                }
            } catch (DragomanException failed) {
                problem(failed);
            } catch (RuntimeException failed) {
                problem(new DragomanException(ErrorCode.INTERNAL, "Internal error.", failed));
            }
        }

        private void tellProgress(ModelStatus status) {
            Underway now =
                    status.progress() == null
                            ? installations.progress(name).orElse(null)
                            : status.progress();
            if (now != null && !now.equals(told)) {
                told = now;
                send(event("progress", new Progress(name, now.done(), now.total())));
            }
        }

        private void end(ModelStatus status) {
            Optional<DragomanException> failure = installations.failure(name);
            if (failure.isPresent()) {
                problem(failure.get());
            } else {
                send(event("model", ModelsResource.Model.of(status)));
                emitter.complete();
            }
        }

        private void problem(DragomanException failure) {
            send(event("problem", Problem.of(failure, TraceIds.next())));
            emitter.complete();
        }

        private void send(OutboundSseEvent event) {
            spoke = System.nanoTime();
            emitter.emit(event);
        }

        private OutboundSseEvent event(String type, Object data) {
            return sse.newEventBuilder()
                    .name(type)
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(data)
                    .build();
        }
    }

    /**
     * How far an installation is, as an event.
     *
     * @param total bytes to fetch and unpack; 0 as long as that is not known
     */
    public record Progress(String model, long done, long total) {}
}
