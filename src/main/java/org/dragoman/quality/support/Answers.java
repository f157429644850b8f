package org.dragoman.quality.support;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dragoman.failure.DragomanException;

/** Answers of models. */
public final class Answers {
    private Answers() {}

    /**
     * Waits for all before the first failure is told, since the lease is closed next.
     *
     * @throws DragomanException what a model failed with
     */
    public static <T> List<T> of(List<CompletableFuture<T>> futures) {
        try {
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
            return futures.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof DragomanException known) {
                throw known;
            }
            throw failed;
        }
    }
}
