package org.dragoman.inference;

import java.util.HashMap;
import java.util.Map;

/** What waits of one party's calls. Guarded as {@link Turns}. */
final class Party {
    private final long turn;
    private final Map<Call<?, ?>, Due> calls = new HashMap<>();

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

    /** What it will have had when the call whose turn it is has had a turn. */
    double finish() {
        return served + first().wanted();
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    Waiting<?, ?> next() {
        return first().next();
    }

    private Due first() {
        return calls.values().stream().min(Due.FIRST).orElseThrow();
    }

    void add(Call<?, ?> call) {
        calls.put(call, new Due(call, turn, now));
    }

    void serve(Waiting<?, ?> row) {
        served += row.cost();
        now += (double) row.cost() / calls.size();
        due(row).serve(row);
        forgetWhatIsDone(row);
    }

    void drop(Waiting<?, ?> row) {
        due(row).drop(row);
        forgetWhatIsDone(row);
    }

    private Due due(Waiting<?, ?> row) {
        Due due = calls.get(row.call());
        if (due == null) {
            throw new IllegalStateException("A row that does not wait");
        }
        return due;
    }

    private void forgetWhatIsDone(Waiting<?, ?> row) {
        calls.computeIfPresent(row.call(), (call, due) -> due.isEmpty() ? null : due);
        if (calls.isEmpty()) {
            now = 0;
        }
    }
}
