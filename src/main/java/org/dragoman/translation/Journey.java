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
    private final Runnable arrived;
    private int done;
    private int taken;

    /**
     * @param arrived runs after each passage, in order, that has been through all its models
     */
    Journey(
            List<Passage> passages,
            List<Routes.Leg> legs,
            Manner manner,
            SentenceSplitter splitter,
            Runnable arrived) {
        this.passages = List.copyOf(passages);
        this.legs = List.copyOf(legs);
        this.manner = manner;
        this.splitter = splitter;
        this.arrived = arrived;
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
        taken = 0;
        Pair pair = next().pair();
        for (Passage passage : passages) {
            if (done == 0) {
                passage.ask(round, pair);
            } else {
                passage.askOn(round, pair, splitter);
            }
        }
    }

    /** Takes what the model that was asked is done with, in order; whether there was anything. */
    boolean takeReady() {
        boolean any = false;
        while (!taken() && passages.get(taken).ready()) {
            takeNext();
            any = true;
        }
        return any;
    }

    /** Takes what the model makes of the next passage; waits for it. */
    void takeNext() {
        passages.get(taken).take();
        taken++;
        if (done == legs.size() - 1) {
            arrived.run();
        }
    }

    /** Whether all that the model was asked has been taken. */
    boolean taken() {
        return taken == passages.size();
    }

    /** Goes on to the next model. */
    void goOn() {
        done++;
    }
}
