package org.dragoman.web;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
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

    private final ModelPool pool;
    private final Installations installations;
    private final EventStreams streams;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "model-events");
                        thread.setDaemon(true);
                        return thread;
                    });

    ModelEvents(ModelPool pool, Installations installations, EventStreams streams) {
        this.streams = streams;
        this.pool = pool;
        this.installations = installations;
    }

    /** The events of a model until it is not being installed any more; at least one. */
    Multi<OutboundSseEvent> of(String name, Call call, Sse sse) {
        Deadline deadline = call.deadline();
        EventFeed feed = streams.feed(call, sse);
        ScheduledFuture<?> looking =
                looks.scheduleWithFixedDelay(
                        new Watch(name, feed), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        deadline.whenCancelled(() -> looking.cancel(false));
        return feed.events().onTermination().invoke(deadline::cancel);
    }

    @PreDestroy
    void stop() {
        looks.shutdownNow();
    }

    /** What one caller was told. Runs in one thread. */
    private final class Watch implements Runnable {
        private final String name;
        private final EventFeed feed;
        private @Nullable Underway told;

        Watch(String name, EventFeed feed) {
            this.name = name;
            this.feed = feed;
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
                }
            } catch (DragomanException failed) {
                feed.problem(failed);
            } catch (RuntimeException failed) {
                feed.problem(new DragomanException(ErrorCode.INTERNAL, "Internal error.", failed));
            }
        }

        private void tellProgress(ModelStatus status) {
            Underway now =
                    status.progress() == null
                            ? installations.progress(name).orElse(null)
                            : status.progress();
            if (now != null && !now.equals(told)) {
                told = now;
                feed.tell("progress", new Progress(name, now.done(), now.total()));
            }
        }

        private void end(ModelStatus status) {
            Optional<DragomanException> failure = installations.failure(name);
            if (failure.isPresent()) {
                feed.problem(failure.get());
            } else {
                feed.tell("model", ModelsResource.Model.of(status));
                feed.end();
            }
        }
    }

    /**
     * How far an installation is, as an event.
     *
     * @param total bytes to fetch and unpack; 0 as long as that is not known
     */
    public record Progress(String model, long done, long total) {}
}
