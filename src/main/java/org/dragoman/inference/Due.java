package org.dragoman.inference;

import java.util.Comparator;
import java.util.TreeSet;

/** The rows of one call that wait, and what the call has had. Guarded as {@link Turns}. */
final class Due {
    /** The order in which the calls of a party are served. */
    static final Comparator<Due> FIRST =
            Comparator.comparingDouble(Due::finish).thenComparing(due -> due.next().number());

    private final long turn;

    /** What calls were due when this one came that had waited all the time, in tokens. */
    private final double since;

    private final TreeSet<Waiting<?, ?>> rows = new TreeSet<>(Waiting.IN_ORDER);
    private long left;
    private long served;

    /** All rows of the call wait. */
    Due(Call<?, ?> call, long turn, double since) {
        this.turn = turn;
        this.since = since;
        this.left = call.cost();
        rows.addAll(call.rows());
    }

    Waiting<?, ?> next() {
        return rows.first();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** When its turn would be over if all calls shared evenly, on the scale of {@code since}. */
    double finish() {
        return since + Math.min(served + left, (served / turn + 1) * turn);
    }

    /** Tokens it has from here in a whole turn. */
    long wanted() {
        return Math.min(turn, left);
    }

    void serve(Waiting<?, ?> row) {
        served += row.cost();
        drop(row);
    }

    void drop(Waiting<?, ?> row) {
        rows.remove(row);
        left -= row.cost();
    }
}
