package org.dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers as server-sent events (WHATWG HTML, section 9.2). Events wait in memory for a caller that
 * is slow to read, at most as many as the answer has, and its connection is closed when its time is
 * over. Thread-safe.
 */
@ApplicationScoped
public class EventStreams {
    /** Only for who asks for events: a caller that takes anything gets JSON. */
    public static final String TYPE = MediaType.SERVER_SENT_EVENTS + ";qs=0.5";

    /** What the OpenAPI document says of a call that can be answered so. */
    public static final String DESCRIPTION =
            "With Accept: text/event-stream the answer is server-sent events, each with one JSON"
                    + " object: article, summary-sentence, version-segment and progress, as far as"
                    + " the call has them, and at the end the whole answer (digest, summary or"
                    + " translations) or problem. What fails before the first event is an error as"
                    + " without events.";

    private static final Logger LOG = Logger.getLogger(EventStreams.class);

    /** For the last event to arrive, after the deadline. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Settings settings;
    private final Vertx vertx;
    private final ManagedExecutor workers;
    private final ObjectMapper json;

    EventStreams(Settings settings, Vertx vertx, ManagedExecutor workers, ObjectMapper json) {
        this.json = json;
        this.settings = settings;
        this.vertx = vertx;
        this.workers = workers;
    }

    /** How events are sent. */
    @ConfigMapping(prefix = "dragoman.http.events")
    public interface Settings {
        /** Time between two comments that keep a connection open, while there is no event. */
        @WithDefault("10s")
        Duration heartbeat();
    }

    /**
     * The events of a call: what the work tells, and {@code problem} at the end where it fails.
     * Returns with the first event, since the answer begins with the stream.
     *
     * @throws DragomanException what the work fails with before there is any event
     */
    public Multi<OutboundSseEvent> of(Call call, Sse sse, Consumer<Events> work) {
        Deadline deadline = call.deadline();
        RoutingContext context = call.context();
        Stream stream = new Stream(sse, json, TraceIds.of(context));
        long beat = vertx.setPeriodic(settings.heartbeat().toMillis(), id -> stream.beat());
        long end =
                vertx.setTimer(
                        deadline.remaining().plus(GRACE).toMillis(),
                        id -> context.request().connection().close());
        deadline.whenCancelled(
                () -> {
                    vertx.cancelTimer(beat);
                    vertx.cancelTimer(end);
                    stream.leave();
                });
        workers.execute(
                () -> {
                    try {
                        stream.run(work);
                    } finally {
                        vertx.cancelTimer(beat);
                    }
                });
        stream.awaitBeginning();
        // Proxies pass each event on as it comes.
        context.response().putHeader("Cache-Control", "no-cache, no-transform");
        context.response().putHeader("X-Accel-Buffering", "no");
        return stream.events.onTermination().invoke(deadline::cancel);
    }

    /** What one caller hears; it is kept until it is read. Thread-safe. */
    private static final class Stream implements Events {
        private final Sse sse;
        private final ObjectMapper json;
        private final String traceId;
        private final UnicastProcessor<OutboundSseEvent> events = UnicastProcessor.create();
        private final CompletableFuture<@Nullable Void> beginning = new CompletableFuture<>();
        private boolean spoke;

        Stream(Sse sse, ObjectMapper json, String traceId) {
            this.sse = sse;
            this.json = json;
            this.traceId = traceId;
        }

        void run(Consumer<Events> work) {
            try {
                work.accept(this);
            } catch (DragomanException failed) {
                end(failed);
            } catch (RuntimeException | Error failed) {
                // Errors too: who listens must hear that there will be no more.
                LOG.errorf("%s %s in a stream", traceId, failed.getClass().getName());
                end(new DragomanException(ErrorCode.INTERNAL, "Internal error.", failed));
            }
            events.onComplete();
        }

        /** Before the first event it is the call's error. */
        private void end(DragomanException failed) {
            if (!beginning.completeExceptionally(failed)) {
                tell("problem", Problem.of(failed, traceId));
            }
        }

        /** Nobody listens any more: whoever waits for the first event need not. */
        void leave() {
            beginning.completeExceptionally(Deadline.exceeded());
        }

        void awaitBeginning() {
            try {
                beginning.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof DragomanException known ? known : failed;
            }
        }

        @Override
        public synchronized void tell(String name, Object data) {
            spoke = true;
            events.onNext(sse.newEventBuilder().name(name).data(line(data)).build());
            beginning.complete(null);
        }

        private String line(Object data) {
            try {
                return json.writeValueAsString(data);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("Records become JSON", impossible);
            }
        }

        /** Before the first event nothing is sent, since the answer may become an error. */
        synchronized void beat() {
            if (beginning.isDone() && !spoke) {
                events.onNext(sse.newEventBuilder().comment("").build());
            }
            spoke = false;
        }
    }
}
