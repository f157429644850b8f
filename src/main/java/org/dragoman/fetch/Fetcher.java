package org.dragoman.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.dragoman.fetch.FetchException.Remedy;

/**
 * Fetches files from the web, a few at the same time. A download that is cut off is resumed, also
 * by another process after this one died; a server that is busy is asked again when it says, one
 * that fails is left for the next mirror. Connects to nothing before it is first asked. Thread-safe
 * for different files; one file is for one thread and process at a time.
 */
public final class Fetcher {
    private final FetchSettings settings;
    private final Mirrors mirrors;
    private final Storage storage;
    private final Transfer transfer;
    private final Semaphore slots;

    /** Fetches onto this storage. */
    public Fetcher(FetchSettings settings, Storage storage) {
        this.settings = settings;
        this.mirrors = new Mirrors(settings.mirrors());
        this.storage = storage;
        this.transfer = new Transfer(new Requests(settings), settings.patience(), storage);
        this.slots = new Semaphore(settings.downloads(), true);
    }

    /** Files that are fetched at the same time. */
    public int downloads() {
        return settings.downloads();
    }

    /**
     * Fetches a file, unless an earlier run has fetched it whole. What there is of it until then
     * lies beside {@code into}, under its name and {@code .part} and {@code .from}.
     *
     * @param progress hears how many of its bytes there are, from several threads one after the
     *     other; may fall when a server has to begin again
     * @throws FetchException when no address gives it, in words for a person
     * @throws IOException when the disk refuses, or this thread is interrupted
     */
    public void fetch(Remote remote, Path into, LongConsumer progress) throws IOException {
        if (Files.exists(into)) {
            if (Content.problem(remote, into).isEmpty()) {
                progress.accept(Files.size(into));
                return;
            }
            Files.delete(into);
        }
        acquire();
        try {
            anywhere(remote, into, progress);
        } finally {
            slots.release();
        }
    }

    private void anywhere(Remote remote, Path into, LongConsumer progress) throws IOException {
        List<URI> addresses = mirrors.of(remote.addresses());
        Optional<FetchException> last = Optional.empty();
        for (URI address : addresses) {
            try {
                from(address, remote, into, progress);
                return;
            } catch (FetchException failed) {
                last = Optional.of(failed);
            }
        }
        FetchException reason = last.orElseThrow();
        throw new FetchException(
                reason.remedy(),
                remote.name()
                        + ": "
                        + reason.getMessage()
                        + (addresses.size() > 1 ? "; none of its mirrors gave it either" : ""),
                reason.status(),
                reason.asked(),
                reason);
    }

    private void from(URI address, Remote remote, Path into, LongConsumer progress)
            throws IOException {
        Partial partial = new Partial(into);
        Tries tries = new Tries(settings.patience());
        while (true) {
            long before = partial.size();
            try {
                complete(address, remote, into, progress);
                return;
            } catch (FetchException failed) {
                boolean progressed = partial.size() > before;
                if (failed.remedy() == Remedy.AFRESH) {
                    partial.discard();
                }
                Optional<Duration> pause = tries.after(failed, progressed);
                if (pause.isEmpty()) {
                    throw failed;
                }
                sleep(pause.get());
            }
        }
    }

    private void complete(URI address, Remote remote, Path into, LongConsumer progress)
            throws IOException {
        Partial partial = new Partial(into);
        progress.accept(partial.size());
        boolean resumed =
                partial.size() == remote.bytes()
                        || transfer.run(remote, address, partial, progress);
        storage.sync(partial.path());
        Optional<String> problem = Content.problem(remote, partial.path());
        if (problem.isPresent()) {
            partial.discard();
            throw new FetchException(resumed ? Remedy.AFRESH : Remedy.ELSEWHERE, problem.get());
        }
        partial.complete(into, storage);
    }

    private void acquire() throws IOException {
        try {
            slots.acquire();
        } catch (InterruptedException interrupted) {
            throw interrupted("Interrupted while other files were fetched");
        }
    }

    private static void sleep(Duration pause) throws IOException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            throw interrupted("Interrupted before a file was asked for again");
        }
    }

    private static InterruptedIOException interrupted(String when) {
        Thread.currentThread().interrupt();
        return new InterruptedIOException(when);
    }
}
