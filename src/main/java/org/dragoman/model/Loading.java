package org.dragoman.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is told of loading a model: a line in the log when it is done, an error when it failed. */
final class Loading {
    private static final Logger LOG = Logger.getLogger(ModelPool.class);

    private Loading() {}

    static void done(ModelCard card, LoadedModel model, PrecisionChoice choice, long nanos) {
        LOG.infof(
                "Model %s is loaded in %s (%s): %.1f MiB in %d ms",
                card.name(),
                model.precision().name().toLowerCase(Locale.ROOT),
                choice.reason(),
                model.nativeBytes() / (double) (1 << 20),
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** A gauge there is already stays; it tells 0 while the model is not in memory. */
    static void meter(String name, Shelf shelf) {
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
