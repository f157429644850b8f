package org.dragoman.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs work on several threads, and returns when none of them is left. */
final class Together {
    private Together() {}

    /**
     * Runs all work; the first failure stops what is still running.
     *
     * @param threads at the most
     * @throws IOException of the work that failed first, or when this thread is interrupted
     */
    static void run(int threads, List<Work> all) throws IOException {
        if (all.size() == 1) {
            all.get(0).run();
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, Together::thread);
        try {
            CompletionService<Boolean> running = new ExecutorCompletionService<>(pool);
            for (Work each : all) {
                running.submit(
                        () -> {
                            each.run();
                            return true;
                        });
            }
            for (int i = 0; i < all.size(); i++) {
                running.take().get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while others worked");
        } catch (ExecutionException failed) {
            throw reason(failed);
        } finally {
            end(pool);
        }
    }

    private static IOException reason(ExecutionException failed) {
        Throwable reason = failed.getCause();
        if (reason instanceof IOException disk) {
            return disk;
        }
        if (reason instanceof RuntimeException told) {
            throw told;
        }
        if (reason instanceof Error error) {
            throw error;
        }
        return new IOException(failed);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dragoman-install");
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for the threads, so that none writes after the caller has gone on. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work that may fail on the disk or on the web. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
