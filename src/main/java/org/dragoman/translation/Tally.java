package org.dragoman.translation;

import org.dragoman.web.Events;

/** Counts the sentences of a call that are translated, and tells of each whole percent. */
final class Tally {
    private static final String STAGE = "translation";
    private static final int WHOLE = 100;

    private final Events events;
    private int total;
    private int done;
    private int percent;

    Tally(Events events) {
        this.events = events;
    }

    /** There are so many more. */
    void expect(int sentences) {
        total += sentences;
    }

    /** One more is translated. */
    void arrived() {
        done++;
        int now = (int) ((long) WHOLE * done / total);
        if (now > percent) {
            percent = now;
            events.tell("progress", new Events.Progress(STAGE, done, total));
        }
    }
}
