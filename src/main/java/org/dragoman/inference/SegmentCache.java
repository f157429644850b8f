package org.dragoman.inference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dragoman.model.Lease;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What models made of segments before, in front of the {@link Batcher}. An answer depends on
 * nothing but what the key holds: the model with its revision and precision, how it searches, and
 * the ids it reads, which are all that it sees of a text. It is asked inside the work of a call, so
 * a caller has been let in, and has paid for its text, before it hears what is kept here.
 * Thread-safe.
 */
@ApplicationScoped
public class SegmentCache implements Inference {
    private static final int[] NONE = {};

    private final Inference models;
    private final @Nullable Cache<SegmentKey, Object> known;

    /** Keeps as much as is configured; nothing where that is 0. */
    @Inject
    public SegmentCache(Batcher models, InferenceSettings settings, MeterRegistry registry) {
        this.models = models;
        long most = settings.cache().asLongValue();
        this.known = most == 0 ? null : bounded(most, registry);
    }

    private static Cache<SegmentKey, Object> bounded(long most, MeterRegistry registry) {
        Cache<SegmentKey, Object> cache =
                Caffeine.newBuilder().maximumWeight(most).weigher(Weight::of).recordStats().build();
        return CaffeineCacheMetrics.monitor(registry, cache, "segments");
    }

    @Override
    public List<CompletableFuture<Generated>> generate(
            Lease lease, List<Row> rows, SearchOptions options, Deadline deadline) {
        SegmentKey.About about = SegmentKey.About.of(lease, options);
        return answers(
                rows,
                row -> new SegmentKey(about, row.source(), row.prefix(), row.alsoAllowed()),
                Generated.class,
                missing -> models.generate(lease, missing, options, deadline));
    }

    @Override
    public List<CompletableFuture<float[]>> embed(
            Lease lease, List<Tokens> rows, Deadline deadline) {
        SegmentKey.About about = SegmentKey.About.of(lease, null);
        return answers(
                rows,
                row -> new SegmentKey(about, row.ids(), NONE, NONE),
                float[].class,
                missing -> models.embed(lease, missing, deadline));
    }

    /** Those that are known at once, the others when the models are done with them. */
    private <I, O> List<CompletableFuture<O>> answers(
            List<I> rows,
            Function<I, SegmentKey> key,
            Class<O> kind,
            Function<List<I>, List<CompletableFuture<O>>> ask) {
        if (known == null) {
            return ask.apply(rows);
        }
        List<SegmentKey> keys = rows.stream().map(key).toList();
        Map<SegmentKey, Object> found = known.getAllPresent(keys);
        List<I> missing =
                IntStream.range(0, rows.size())
                        .filter(i -> !found.containsKey(keys.get(i)))
                        .mapToObj(rows::get)
                        .toList();
        Iterator<CompletableFuture<O>> asked = ask.apply(missing).iterator();
        List<CompletableFuture<O>> answers = new ArrayList<>();
        for (SegmentKey each : keys) {
            Object value = found.get(each);
            answers.add(
                    value == null
                            ? kept(known, each, asked.next())
                            : CompletableFuture.completedFuture(kind.cast(value)));
        }
        return answers;
    }

    /** The answer, which is kept before anybody sees it. */
    private static <O> CompletableFuture<O> kept(
            Cache<SegmentKey, Object> known, SegmentKey segment, CompletableFuture<O> answer) {
        return answer.thenApply(
                value -> {
                    known.put(segment, Objects.requireNonNull(value));
                    return value;
                });
    }
}
