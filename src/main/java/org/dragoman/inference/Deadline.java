package org.dragoman.inference;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.telemetry.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Until when a caller waits, and whether it still does. It counts from admission, so time in the
 * queue is in it. Thread-safe.
 */
public final class Deadline {
    private static final String NOBODY = "";

    private final long nanos;
    private final String party;
    private final Trace trace;
    private final CompletableFuture<Long> left = new CompletableFuture<>();
    private volatile @Nullable Promise promise;

    private Deadline(long nanos, String party, Trace trace) {
        this.trace = trace;
        this.nanos = nanos;
        this.party = party;
    }

    /** For a caller that is known by no name. */
    public static Deadline after(Duration duration) {
        return after(duration, NOBODY);
    }

    /**
     * For a caller of a party.
     *
     * @param party whose work it is: parties share the workers evenly, however much each asks for
     */
    public static Deadline after(Duration duration, String party) {
        return after(duration, party, Trace.NONE);
    }

    /** The same, with the span that what is done for the caller belongs to. */
    public static Deadline after(Duration duration, String party, Trace trace) {
        return new Deadline(System.nanoTime() + duration.toNanos(), party, trace);
    }

    /** The span of the call. */
    public Trace trace() {
        return trace;
    }

    /** Whose work it is; empty when that is not known. */
    public String party() {
        return party;
    }

    /** The caller has left: what waits for it may be dropped. */
    public void cancel() {
        left.complete(System.nanoTime());
    }

    /** Runs when the caller leaves, on the thread that says so; at once when it has left. */
    public void whenCancelled(Runnable action) {
        CompletableFuture<?> unused = left.thenRun(action);
    }

    /** When the caller left, by {@link System#nanoTime}; empty while it waits. */
    OptionalLong cancelledAt() {
        Long since = left.getNow(null);
        return since == null ? OptionalLong.empty() : OptionalLong.of(since);
    }

    /** Room that was promised to the caller. */
    Optional<Promise> promise() {
        return Optional.ofNullable(promise);
    }

    void promise(Promise given) {
        promise = given;
    }

    public boolean cancelled() {
        return left.isDone();
    }

    public boolean expired() {
        return System.nanoTime() - nanos >= 0;
    }

    /** Whether somebody still waits for the answer. */
    public boolean live() {
        return !cancelled() && !expired();
    }

    /** Time left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /**
     * Goes on only while somebody waits.
     *
     * @throws DragomanException deadline-exceeded
     */
    public void check() {
        if (!live()) {
            throw exceeded();
        }
    }

    /** What the caller hears when its time is over. */
    public static DragomanException exceeded() {
        return new DragomanException(
                ErrorCode.DEADLINE_EXCEEDED, "The deadline passed before the work was done.");
    }
}
