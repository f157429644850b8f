package org.dragoman.inference;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Embedder;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelSource;
import org.dragoman.model.Precision;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;
import org.dragoman.model.Upstream;
import org.dragoman.model.Uses;

/** A lease on a model that needs no files; it knows how many claims are open. */
final class CountedLease implements Lease {
    private final ModelCard card;
    private final LoadedModel model;
    private final AtomicInteger open;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CountedLease(ModelCard card, LoadedModel model, AtomicInteger open) {
        this.card = card;
        this.model = model;
        this.open = open;
        open.incrementAndGet();
    }

    static CountedLease on(String name, SequenceModel model) {
        return first(
                name,
                new LoadedModel.Writing(
                        new NoText(), model, SearchOptions.greedy(0, 0), Precision.FP32, 0));
    }

    static CountedLease on(String name, Embedder model) {
        return first(name, new LoadedModel.Embedding(new NoText(), model, Precision.FP32, 0));
    }

    private static CountedLease first(String name, LoadedModel model) {
        ModelCard card =
                new ModelCard(
                        name,
                        "arithmetic",
                        Uses.embedding(Set.of(LanguageTag.ENGLISH), ""),
                        List.of(),
                        new ModelSource.Folder(Path.of("none")),
                        new Upstream("none", "1", "Apache-2.0", null),
                        null,
                        false);
        return new CountedLease(card, model, new AtomicInteger());
    }

    /** Claims that are open, this one and its shares together. */
    int claims() {
        return open.get();
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public LoadedModel model() {
        return model;
    }

    @Override
    public Lease share() {
        return new CountedLease(card, model, open);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            open.decrementAndGet();
        }
    }

    /** These models read ids, not text. */
    private record NoText() implements Tokenizer {
        @Override
        public Tokens encode(String text, Direction direction) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String decode(int[] ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
