package org.dragoman.inference;

import java.time.Duration;

/** What the workers can take on, before any of it is handed in. Thread-safe. */
public interface Capacity {
    /**
     * Promises a call room in the queue, until its deadline is cancelled: none of its rows is
     * refused for want of room. What has been promised room once has it. What it will need is
     * estimated from what calls before needed.
     *
     * @param units UTF-16 units of its texts, once for each thing that is done with a text
     * @throws org.dragoman.failure.DragomanException queue-full with the time to wait, when there
     *     is no room, or what waits would take it past its deadline; deadline-exceeded when that
     *     has passed already; shutting-down
     */
    void promise(Deadline deadline, long units);

    /** How long until one call of those in hand is done, at the measured rate; whole seconds. */
    Duration nextRoom();

    /** Workers that hung in a model and were given up since the start. */
    int lostWorkers();
}
