package org.dragoman.inference;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The rows of one party's calls, in the order of their turns. Guarded as {@link Turns}. */
final class Party {
    private final long turn;
    private final TreeSet<Waiting<?, ?>> rows = new TreeSet<>(Turn.FIRST);

    /** How many rows of each call wait. */
    private final Map<Call<?, ?>, Integer> calls = new HashMap<>();

    /** Tokens that each call was due that waited all the time. */
    private double now;

    /** Tokens the party has had, on the scale of all parties. */
    private double served;

    Party(long turn, double served) {
        this.turn = turn;
        this.served = served;
    }

    /** What it did not ask for while nothing of it waited is lost, not saved up. */
    void catchUp(double due) {
        if (isEmpty()) {
            served = Math.max(served, due);
        }
    }

    double served() {
        return served;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Waiting<?, ?> next() {
        return rows.first();
    }

    /**
     * Numbers the rows from {@code first} on.
     *
     * @return the number of the row that comes after them
     */
    long add(Call<?, ?> call, long first) {
        long number = first;
        long cost = 0;
        long whole = call.cost();
        for (Waiting<?, ?> row : call.rows()) {
            cost += row.cost();
            long turnsEnd = Math.min(whole, (cost + turn - 1) / turn * turn);
            row.turn(new Turn(now + turnsEnd, number++));
            rows.add(row);
        }
        calls.put(call, call.rows().size());
        return number;
    }

    void serve(Waiting<?, ?> row) {
        served += row.cost();
        now += (double) row.cost() / calls.size();
        drop(row);
    }

    void drop(Waiting<?, ?> row) {
        rows.remove(row);
        calls.computeIfPresent(row.call(), (call, left) -> left == 1 ? null : left - 1);
        if (rows.isEmpty()) {
            now = 0;
        }
    }
}
