package org.dragoman.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.Function;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

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

    /** What is done for a call, telling of what is final on the way. */
    @FunctionalInterface
    public interface Work {
        /**
         * The whole answer.
         *
         * @param queueMillis how long the call waited before this
         */
        Object answer(Deadline deadline, long queueMillis, Events events);
    }

    /**
     * The events of a call: what the work tells, and at the end its answer, or {@code problem}
     * where it fails. Returns with the first event, since the answer begins with the stream.
     *
     * @param last name of the event that is the answer
     * @throws DragomanException what the work fails with before there is any event
     */
    public Multi<OutboundSseEvent> of(Call call, Sse sse, String last, Work work) {
        Deadline deadline = call.deadline();
        long queued = call.elapsedMillis();
        RoutingContext context = call.context();
        EventFeed feed = feed(call, sse);
        long end =
                vertx.setTimer(
                        deadline.remaining().plus(GRACE).toMillis(),
                        id -> context.request().connection().close());
        deadline.whenCancelled(() -> vertx.cancelTimer(end));
        deadline.whenCancelled(feed::leave);
        workers.execute(() -> run(feed, last, events -> work.answer(deadline, queued, events)));
        feed.awaitBeginning();
        // Proxies pass each event on as it comes.
        context.response().putHeader("Cache-Control", "no-cache, no-transform");
        context.response().putHeader("X-Accel-Buffering", "no");
        return feed.events().onTermination().invoke(deadline::cancel);
    }

    /** A feed for a call, kept open by comments until the caller's deadline is cancelled. */
    EventFeed feed(Call call, Sse sse) {
        EventFeed feed = new EventFeed(sse, json, TraceIds.of(call.context()));
        long beat = vertx.setPeriodic(settings.heartbeat().toMillis(), id -> feed.beat());
        call.deadline().whenCancelled(() -> vertx.cancelTimer(beat));
        return feed;
    }

    private static void run(EventFeed feed, String last, Function<Events, Object> work) {
        try {
            feed.tell(last, work.apply(feed));
            feed.end();
        } catch (DragomanException failed) {
            feed.fail(failed);
        } catch (RuntimeException | Error failed) {
            // Errors too: who listens must hear that there will be no more.
            LOG.errorf("%s in a stream", failed.getClass().getName());
            feed.fail(new DragomanException(ErrorCode.INTERNAL, "Internal error.", failed));
        }
    }
}
