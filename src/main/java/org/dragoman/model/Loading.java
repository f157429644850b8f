package org.dragoman.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Loads models into their slots, within the budget; what came of it is logged. Where another
 * revision than before cannot be loaded, the one before is used on. Thread-safe.
 *
 * @param failures is told why a model could not be loaded, by name
 */
record Loading(ModelStore store, Runtimes runtimes, Shelf shelf, Map<String, String> failures) {
    private static final Logger LOG = Logger.getLogger(ModelPool.class);

    /**
     * Loads the model of a slot that this caller made, and completes its future.
     *
     * @throws DragomanException what {@link Models#lease} throws
     */
    LoadedModel load(Slot slot) {
        String name = slot.card.name();
        try {
            LoadedModel model = loadWithinBudget(slot);
            failures.remove(name);
            slot.model.complete(model);
            shelf.settle(slot).ifPresent(LoadedModel::close);
            return model;
        } catch (RuntimeException | Error failed) {
            // Errors too: those who wait must hear of an out-of-memory or a missing library.
            DragomanException told = failed(name, failed);
            if (told != failed) {
                LOG.errorf(failed, "Model %s could not be loaded", name);
            }
            if (told.retryAfter().isEmpty()) {
                failures.put(name, fallBack(slot) + told.getMessage());
            }
            shelf.settle(slot).ifPresent(LoadedModel::close);
            shelf.abandon(slot);
            slot.model.completeExceptionally(told);
            throw told;
        }
    }

    /** What is said before the reason why a model could not be loaded. */
    private String fallBack(Slot slot) {
        Optional<ModelCard> old = shelf.fallBack(slot);
        if (old.isEmpty()) {
            return "";
        }
        String serves =
                "Revision %s could not be loaded, and %s serves in its place"
                        .formatted(slot.card.revision(), old.get().revision());
        LOG.warnf("%s: model %s", serves, slot.card.name());
        return serves + ": ";
    }

    private LoadedModel loadWithinBudget(Slot slot) {
        InstalledModel installed = store.obtain(slot.card.name());
        ModelLoader loader = runtimes.of(slot.card);
        PrecisionChoice choice = runtimes.precisions().choose(slot.card, loader);
        long expected = loader.expectedBytes(installed, choice.precision());
        shelf.reserve(slot, expected).forEach(LoadedModel::close);
        long start = System.nanoTime();
        LoadedModel model = loader.load(installed, choice.precision());
        try {
            shelf.reserve(slot, model.nativeBytes()).forEach(LoadedModel::close);
            done(slot.card, model, choice, System.nanoTime() - start);
            meter(slot.card.name());
            return model;
        } catch (DragomanException tooLarge) {
            model.close();
            throw tooLarge;
        }
    }

    private static void done(
            ModelCard card, LoadedModel model, PrecisionChoice choice, long nanos) {
        LOG.infof(
                "Model %s is loaded in %s (%s): %.1f MiB in %d ms",
                card.name(),
                model.precision().name().toLowerCase(Locale.ROOT),
                choice.reason(),
                model.nativeBytes() / (double) (1 << 20),
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** A gauge there is already stays; it tells 0 while the model is not in memory. */
    private void meter(String name) {
        Gauge.builder(
                        "dragoman.model.bytes",
                        shelf,
                        models -> models.loaded(name).map(LoadedModel::nativeBytes).orElse(0L))
                .description("Memory a model's weights take outside the heap")
                .tag("model", name)
                .register(Metrics.globalRegistry);
    }

    static DragomanException failed(String name, @Nullable Throwable failed) {
        return failed instanceof DragomanException known
                ? known
                : new DragomanException(
                        ErrorCode.MODEL_UNAVAILABLE,
                        "Model " + name + " could not be loaded",
                        failed);
    }
}
