package org.dragoman.inference;

/**
 * How full the queue is: what waits, and what calls that were promised room may still bring. Not
 * thread-safe: the {@link Backlog}'s lock guards it.
 */
final class Room {
    private final long limit;
    private int rows;
    private long tokens;
    private long promised;
    private int promises;

    /**
     * An empty queue.
     *
     * @param limit tokens that may wait
     */
    Room(long limit) {
        this.limit = limit;
    }

    /**
     * Tokens that have to go before so many more can come; 0 when they can. Never more than what is
     * ahead: a call larger than the whole queue could not run otherwise, so it may have the empty
     * queue.
     */
    long excess(long wanted) {
        return Math.min(ahead(), Math.max(0, ahead() + wanted - limit));
    }

    void come(Call<?, ?> call) {
        call.deadline().promise().ifPresent(promise -> promised -= promise.use(call.cost()));
        rows += call.rows().size();
        tokens += call.cost();
    }

    void go(Waiting<?, ?> row) {
        rows--;
        tokens -= row.cost();
    }

    void promise(Promise promise) {
        promised += promise.left();
        promises++;
    }

    /** What was promised and not used is free again. */
    void release(Promise promise) {
        promised -= promise.rest();
        promises--;
    }

    /** Rows that wait. */
    int rows() {
        return rows;
    }

    /** Tokens that wait, each once for every beam of its row. */
    long tokens() {
        return tokens;
    }

    /** Tokens that wait, and those that may still come of calls that were promised room. */
    long ahead() {
        return tokens + promised;
    }

    /** Calls that were promised room and have not ended. */
    int promises() {
        return promises;
    }
}
