package org.dragoman.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dragoman.failure.DragomanException;
import org.dragoman.inference.Deadline;
import org.jspecify.annotations.Nullable;

/** The events of one caller, kept until they are read. Thread-safe. */
final class EventFeed implements Events {
    private final Sse sse;
    private final ObjectMapper json;
    private final String traceId;
    private final UnicastProcessor<OutboundSseEvent> events = UnicastProcessor.create();
    private final CompletableFuture<@Nullable Void> beginning = new CompletableFuture<>();
    private boolean spoke;

    /**
     * A feed without events.
     *
     * @param traceId of the call
     */
    EventFeed(Sse sse, ObjectMapper json, String traceId) {
        this.sse = sse;
        this.json = json;
        this.traceId = traceId;
    }

    /** All events, for one reader. */
    Multi<OutboundSseEvent> events() {
        return events;
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

    /** A comment when nothing was told since the last one; nothing before the first event. */
    synchronized void beat() {
        if (beginning.isDone() && !spoke) {
            events.onNext(sse.newEventBuilder().comment("").build());
        }
        spoke = false;
    }

    /** There will be no more. */
    void end() {
        events.onComplete();
    }

    /** There will be no more, since this failed. */
    void problem(DragomanException failed) {
        ProblemMeter.told(failed.code());
        tell("problem", Problem.of(failed, traceId));
        end();
    }

    /** The same; before the first event it is the call that fails. */
    void fail(DragomanException failed) {
        if (beginning.completeExceptionally(failed)) {
            end();
        } else {
            problem(failed);
        }
    }

    /** Nobody listens any more: whoever waits for the first event need not. */
    void leave() {
        beginning.completeExceptionally(Deadline.exceeded());
    }

    /**
     * Returns when there is an event.
     *
     * @throws DragomanException when there will be none
     */
    void awaitBeginning() {
        try {
            beginning.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof DragomanException known ? known : failed;
        }
    }
}
