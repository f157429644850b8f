package org.dragoman.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * One installation at a time in a directory, over all threads and processes of this machine. The
 * system gives the lock back when its process dies; the lock file stays, since removing it would
 * let two processes lock two different files.
 */
final class StoreLock {
    private static final String NAME = ".lock";
    private static final Duration PAUSE = Duration.ofMillis(50);

    private StoreLock() {}

    /** Runs when its turn comes; an interrupt ends the wait with an InterruptedIOException. */
    static void alone(Path directory, Installing work) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel =
                FileChannel.open(
                        directory.resolve(NAME),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            while (!locked(channel)) {
                Thread.sleep(PAUSE.toMillis());
            }
            work.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while another installation ran");
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByAnotherThread) {
            return false;
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Installing {
        void run() throws IOException;
    }
}
