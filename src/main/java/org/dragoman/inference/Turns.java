package org.dragoman.inference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose turn it is. Parties share the workers evenly, whatever each asks for, and so do the calls
 * of a party: of what waits, the row is next whose call an even division of all work among those
 * who wait would first have given a turn (weighted fair queueing: Demers, Keshav and Shenker 1989,
 * with virtual time as in Parekh and Gallager 1993). A turn is what is left of the call, within
 * bounds. Who has rows taken along in the batch of another pays for them. So a short call passes a
 * long one, short calls of one size are served in the order they came, and whatever waits is
 * reached at last, since virtual time only grows. Not thread-safe: the {@link Backlog}'s lock
 * guards it.
 */
final class Turns {
    private static final Comparator<Party> FIRST =
            Comparator.comparingDouble(Party::finish).thenComparing(party -> party.next().number());

    private final long turn;
    private final Map<String, Party> parties = new HashMap<>();
    private double now;
    private long rows;

    /**
     * Turns of so many tokens.
     *
     * @param turn at least 1
     */
    Turns(long turn) {
        this.turn = turn;
    }

    /** Puts all rows of a call in. */
    void add(Call<?, ?> call) {
        parties.values().removeIf(party -> party.isEmpty() && party.served() <= now);
        Party party =
                parties.computeIfAbsent(call.deadline().party(), name -> new Party(turn, now));
        party.catchUp(now);
        for (Waiting<?, ?> row : call.rows()) {
            row.number(rows++);
        }
        party.add(call);
    }

    /** The row whose turn it is; there must be one. */
    Waiting<?, ?> next() {
        return parties.values().stream()
                .filter(party -> !party.isEmpty())
                .min(FIRST)
                .orElseThrow()
                .next();
    }

    /** Takes a row out that is served now. */
    void serve(Waiting<?, ?> row) {
        long waiting = parties.values().stream().filter(party -> !party.isEmpty()).count();
        now += (double) row.cost() / waiting;
        party(row).serve(row);
        forgetWhenNothingWaits();
    }

    /** Takes a row out that nobody waits for; its party has had nothing. */
    void drop(Waiting<?, ?> row) {
        party(row).drop(row);
        forgetWhenNothingWaits();
    }

    private Party party(Waiting<?, ?> row) {
        Party party = parties.get(row.call().deadline().party());
        if (party == null) {
            throw new IllegalStateException("A row that does not wait");
        }
        return party;
    }

    private void forgetWhenNothingWaits() {
        if (parties.values().stream().allMatch(Party::isEmpty)) {
            parties.clear();
            now = 0;
        }
    }
}
