package org.dragoman.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;

/**
 * Models in memory: loaded on first use, kept while leased, closed least recently used first when
 * another needs the room. A default model that is missing is installed on first use when fetching
 * is allowed. Thread-safe.
 */
public final class ModelPool implements Models, AutoCloseable {
    private final ModelStore store;
    private final Runtimes runtimes;
    private final Duration patience;
    private final Shelf shelf;
    private final Routing routing;
    private final Statuses statuses;
    private final Loading loading;
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    /**
     * A pool over a store.
     *
     * @param loaders the runtimes; the first that knows a family is asked
     * @param precisions what is configured of them
     * @param budget bytes outside the heap that loaded models may take together
     * @param patience how long {@link #close} waits for leases
     */
    public ModelPool(
            ModelStore store,
            List<ModelLoader> loaders,
            Precisions precisions,
            long budget,
            Duration patience) {
        this(
                store,
                new Runtimes(loaders, precisions),
                new Shelf(budget),
                patience,
                new Routing(store, RouteRules.USUAL));
    }

    private ModelPool(
            ModelStore store, Runtimes runtimes, Shelf shelf, Duration patience, Routing routing) {
        this.store = store;
        this.runtimes = runtimes;
        this.shelf = shelf;
        this.patience = patience;
        this.routing = routing;
        this.statuses = new Statuses(store, shelf, runtimes, failures);
        this.loading = new Loading(store, runtimes, shelf, failures);
    }

    /** The same pool, to be used in its place, with other rules for routes. */
    ModelPool routing(RouteRules rules) {
        return new ModelPool(store, runtimes, shelf, patience, new Routing(store, rules));
    }

    @Override
    public List<ModelCard> cards() {
        return store.cards();
    }

    @Override
    public RouteGraph routes() {
        return routing.graph();
    }

    @Override
    public Optional<ModelCard> summarizer(LanguageTag language) {
        return new ModelChoice(store).reader(ModelTask.SUMMARIZATION, language);
    }

    @Override
    public Optional<ModelCard> embedder(LanguageTag language) {
        return new ModelChoice(store).reader(ModelTask.EMBEDDING, language);
    }

    @Override
    public Lease lease(String name) {
        ModelCard card = store.card(name);
        try {
            return lease(card);
        } catch (DragomanException failed) {
            if (!shelf.serves(card)) {
                throw failed;
            }
            return lease(card);
        }
    }

    private Lease lease(ModelCard card) {
        Shelf.Claim claim = shelf.claim(card);
        Slot slot = claim.slot();
        LoadedModel model = claim.first() ? loading.load(slot) : await(slot);
        return new PoolLease(slot, model, this::claimAgain, this::release);
    }

    @Override
    public Lease lease(String name, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = shelf.changes();
            try {
                return lease(name);
            } catch (DragomanException refused) {
                boolean crowded = refused.retryAfter().isPresent();
                if (!crowded || !shelf.awaitChange(seen, end)) {
                    throw refused;
                }
            }
        }
    }

    /** What there is to say of every model, in the catalogue's order; reads no weights. */
    public List<ModelStatus> statuses() {
        return cards().stream().map(statuses::of).toList();
    }

    /**
     * What there is to say of one model.
     *
     * @throws DragomanException model-unknown
     */
    public ModelStatus status(String name) {
        return statuses.of(store.card(name));
    }

    /**
     * Requires that a model may be installed here.
     *
     * @throws DragomanException model-unknown; model-not-installed when fetching is off
     */
    public void requirePermitted(String name) {
        store.permission().require(store.card(name));
    }

    /**
     * Removes a model from memory and from the disk.
     *
     * @throws DragomanException model-unknown, model-not-installed; model-busy when it is used now
     */
    public void remove(String name) {
        ModelCard card = store.card(name);
        shelf.withdraw(card.name()).ifPresent(LoadedModel::close);
        try {
            store.remove(card.name());
            failures.remove(card.name());
        } finally {
            shelf.readmit(card.name());
        }
    }

    /** Bytes outside the heap that loaded models may take together. */
    public long budget() {
        return shelf.budget();
    }

    /** Bytes outside the heap that models in memory, or being loaded, take. */
    public long nativeBytes() {
        return shelf.bytes();
    }

    /** Number of models in memory. */
    public int loaded() {
        return shelf.count();
    }

    /**
     * Refuses new leases, waits for those there are, and closes the models. A model still leased
     * when the patience ends is closed with its last lease.
     */
    @Override
    public void close() {
        shelf.close(patience).forEach(LoadedModel::close);
    }

    /** How many callers use a model or wait for it. */
    int claims(String name) {
        return shelf.claims(name);
    }

    private LoadedModel await(Slot slot) {
        try {
            return slot.model.get();
        } catch (InterruptedException interrupted) {
            release(slot);
            Thread.currentThread().interrupt();
            throw new DragomanException(
                    ErrorCode.SHUTTING_DOWN, "Interrupted while a model was loaded.", interrupted);
        } catch (ExecutionException failed) {
            throw Loading.failed(slot.card.name(), failed.getCause());
        }
    }

    private void claimAgain(Slot slot) {
        shelf.again(slot);
    }

    private void release(Slot slot) {
        shelf.release(slot).ifPresent(LoadedModel::close);
    }
}
