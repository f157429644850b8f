package org.dragoman.inference;

import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import org.dragoman.failure.DragomanException;

/**
 * One row and the future its caller holds. Whoever completes the future first wins, so a late
 * result, a deadline and a shutdown may race. Thread-safe; equal only to itself.
 */
final class Waiting<I, O> {
    /** The order in which the rows of a call are served. */
    static final Comparator<Waiting<?, ?>> IN_ORDER = Comparator.comparingLong(Waiting::number);

    private final Call<I, O> call;
    private final I input;
    private final int length;
    private final CompletableFuture<O> answer = new CompletableFuture<>();
    private final long since = System.nanoTime();

    /** Given when it begins to wait; guarded by the backlog's lock. */
    private long number;

    /**
     * A row of a call.
     *
     * @param length tokens, at least 1
     */
    Waiting(Call<I, O> call, I input, int length) {
        this.call = call;
        this.input = input;
        this.length = length;
    }

    Call<I, O> call() {
        return call;
    }

    I input() {
        return input;
    }

    int length() {
        return length;
    }

    /** What it counts in the queue and in a batch: its tokens, once for each beam. */
    long cost() {
        return (long) length * call.work().beams();
    }

    /** Its place in the order of arrival of all that wait; no two are alike. */
    long number() {
        return number;
    }

    void number(long given) {
        number = given;
    }

    CompletableFuture<O> answer() {
        return answer;
    }

    /** When it came, by {@link System#nanoTime}. */
    long since() {
        return since;
    }

    /** Whether somebody still waits for it. */
    boolean live() {
        return !answer.isDone() && call.deadline().live();
    }

    /** Completes it with deadline-exceeded, unless it is complete. */
    void expire() {
        // Every call ends here, most of them complete: then no exception is made.
        if (!answer.isDone()) {
            fail(Deadline.exceeded());
        }
    }

    /** Completes it with this failure, unless it is complete. */
    void fail(DragomanException failure) {
        answer.completeExceptionally(failure);
    }
}
