package org.dragoman.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One change of a name's files at a time, of a model's above all, over all threads and processes of
 * this machine; those of other names go on beside it. The system gives a lock back when its process
 * dies; the file stays, since removing it would let two processes lock two different files.
 * Thread-safe.
 */
public final class Locks {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path directory;

    /**
     * The system's locks are between processes, and closing any channel of a file gives the locks
     * of all its channels back: within this one, a thread at a time comes near a file.
     */
    private final Map<String, ReentrantLock> threads = new ConcurrentHashMap<>();

    /** Locks that are files in a directory, which is made when it is needed. */
    public Locks(Path directory) {
        this.directory = directory;
    }

    /**
     * Runs when it has the locks of all these models; an interrupt ends the wait with an
     * InterruptedIOException.
     *
     * @param models at least one
     */
    public void holding(List<String> models, Work work) throws IOException {
        // In one order for all, so that no two wait for each other.
        holdingSorted(models.stream().sorted().distinct().toList(), work);
    }

    private void holdingSorted(List<String> models, Work work) throws IOException {
        if (models.isEmpty()) {
            work.run();
            return;
        }
        ReentrantLock lock = thread(models.get(0));
        if (lock.isHeldByCurrentThread()) {
            holdingSorted(models.subList(1, models.size()), work);
            return;
        }
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
        try (FileChannel channel = open(models.get(0))) {
            while (!locked(channel)) {
                Thread.sleep(PAUSE.toMillis());
            }
            holdingSorted(models.subList(1, models.size()), work);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    /** Runs when nobody has the lock of this model, else not at all. */
    void ifFree(String model, Work work) throws IOException {
        ReentrantLock lock = thread(model);
        if (lock.isHeldByCurrentThread() || !lock.tryLock()) {
            return;
        }
        try (FileChannel channel = open(model)) {
            if (locked(channel)) {
                work.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock thread(String model) {
        return threads.computeIfAbsent(model, name -> new ReentrantLock());
    }

    private FileChannel open(String model) throws IOException {
        Files.createDirectories(directory);
        return FileChannel.open(
                directory.resolve(model), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByAnotherStore) {
            return false;
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted while another installation ran");
    }

    /** What is done under the lock. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }
}
