package org.dragoman.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A fixed number of workers, each a thread of its own. One that hangs in a model cannot be stopped:
 * it is given up, and another takes its place. Thread-safe.
 */
final class Crew {
    private final Supplier<Worker> workers;
    private final Duration hang;
    private final Map<Worker, Thread> threads = new LinkedHashMap<>();
    private int hired;
    private int lost;

    /**
     * Starts the workers.
     *
     * @param hang how long one may be in a model without a sign of life
     */
    Crew(int size, Supplier<Worker> workers, Duration hang) {
        this.workers = workers;
        this.hang = hang;
        for (int i = 0; i < size; i++) {
            hire();
        }
    }

    private synchronized void hire() {
        Worker worker = workers.get();
        Thread thread = new Thread(worker, "inference-" + ++hired);
        threads.put(worker, thread);
        thread.start();
    }

    /**
     * Replaces the workers that hang.
     *
     * @return how many did
     */
    synchronized int replaceStuck() {
        List<Worker> stuck =
                threads.keySet().stream().filter(worker -> worker.giveUp(hang)).toList();
        for (Worker worker : stuck) {
            threads.remove(worker);
            lost++;
            hire();
        }
        return stuck.size();
    }

    /** Workers that were given up since the start. */
    synchronized int lost() {
        return lost;
    }

    /** Waits for the workers; an interrupt ends the wait and stays set. */
    void join(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        try {
            for (Thread thread : threads()) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Thread> threads() {
        return new ArrayList<>(threads.values());
    }
}
