package org.dragoman.translation;

import java.util.List;

/**
 * Takes drafts through their models, and what was found doubtful in them once more: first by beam
 * search for other answers to the whole sentence, then clause by clause, which helps where the
 * model left some of it out. The best of all is chosen; digits that are wrong in it still are put
 * right. For one thread.
 */
final class Mending {
    private static final List<Manner> MANNERS = List.of(Manner.ALTERNATIVES, Manner.CLAUSES);

    private final Relay relay;

    Mending(Relay relay) {
        this.relay = relay;
    }

    void run(List<Draft> drafts) {
        relay.run(drafts.stream().map(Draft::first).toList());
        drafts.forEach(Draft::check);
        for (Manner manner : MANNERS) {
            List<Journey> again = drafts.stream().map(draft -> draft.again(manner)).toList();
            relay.run(again.stream().filter(journey -> !journey.passages().isEmpty()).toList());
            for (int i = 0; i < again.size(); i++) {
                drafts.get(i).reconsider(again.get(i));
            }
        }
        drafts.forEach(Draft::settle);
    }
}
