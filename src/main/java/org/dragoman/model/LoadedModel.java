package org.dragoman.model;

/** A model in memory. Thread-safe; closed by the pool once no lease is left. */
public sealed interface LoadedModel extends AutoCloseable {
    Tokenizer tokenizer();

    Precision precision();

    /**
     * Memory its weights take outside the heap, as computed at load; a tokenizer of the tokenizers
     * library takes about 250 bytes an entry beside it.
     */
    long nativeBytes();

    @Override
    void close();

    /**
     * A model that writes.
     *
     * @param search how it is searched unless a call asks for something else
     */
    record Writing(
            Tokenizer tokenizer,
            SequenceModel model,
            SearchOptions search,
            Precision precision,
            long nativeBytes)
            implements LoadedModel {
        @Override
        public void close() {
            tokenizer.close();
            model.close();
        }
    }

    /** A model that embeds. */
    record Embedding(Tokenizer tokenizer, Embedder embedder, Precision precision, long nativeBytes)
            implements LoadedModel {
        @Override
        public void close() {
            tokenizer.close();
            embedder.close();
        }
    }
}
