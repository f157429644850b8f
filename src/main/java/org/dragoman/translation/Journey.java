package org.dragoman.translation;

import java.util.List;
import org.dragoman.text.SentenceSplitter;

/**
 * Sentences on their way into one language, model by model, each asked in one manner; with no model
 * to go through they stay as they are. For one thread.
 */
final class Journey {
    private final List<Passage> passages;
    private final List<Routes.Leg> legs;
    private final Manner manner;
    private final SentenceSplitter splitter;
    private int done;

    Journey(
            List<Passage> passages,
            List<Routes.Leg> legs,
            Manner manner,
            SentenceSplitter splitter) {
        this.passages = List.copyOf(passages);
        this.legs = List.copyOf(legs);
        this.manner = manner;
        this.splitter = splitter;
    }

    List<Passage> passages() {
        return passages;
    }

    /** Whether it has been through all its models. */
    boolean done() {
        return done == legs.size();
    }

    /** The model it goes through next. */
    Routes.Leg next() {
        return legs.get(done);
    }

    Manner manner() {
        return manner;
    }

    /** Asks the next model for all of it. */
    void ask(Round round) {
        Pair pair = next().pair();
        for (Passage passage : passages) {
            if (done == 0) {
                passage.ask(round, pair);
            } else {
                passage.askOn(round, pair, splitter);
            }
        }
    }

    /** Takes what the model that was asked makes of it; waits for it. */
    void take() {
        passages.forEach(Passage::take);
        done++;
    }
}
