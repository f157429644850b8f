package org.dragoman.torch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Embedder;
import org.dragoman.model.Tokens;

/**
 * A sentence-transformers model of the BERT type: mean of the last layer over the tokens, length 1.
 * A row's vector is the same alone and in any batch, to 1e-5. Immutable after load and thread-safe.
 *
 * @see <a href="https://aclanthology.org/D19-1410/">Reimers and Gurevych 2019, Sentence-BERT</a>
 */
final class SentenceEncoder implements Embedder {
    /**
     * Tokens the published sentence models were trained to read, their {@code max_seq_length}; more
     * positions than that exist but mean little.
     */
    private static final int TRAINED = 256;

    /**
     * Tokens, padding included, that go through the layers together. Bounds the memory; more gains
     * nothing and pads the short sentences of an article to the length of its longest.
     */
    private static final int TOGETHER = 256;

    private final TorchScript script;
    private final BertConfig.Sizes sizes;
    private final long nativeBytes;
    private final Set<LanguageTag> languages;

    private SentenceEncoder(
            BertWeights.Loaded weights, BertConfig.Sizes sizes, Set<LanguageTag> languages) {
        this.script = weights.script();
        this.nativeBytes = weights.nativeBytes();
        this.sizes = sizes;
        this.languages = Set.copyOf(languages);
    }

    /**
     * Loads a model in float32.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what is
     *     wrong with it
     */
    static SentenceEncoder load(Path config, Path weights, Set<LanguageTag> languages) {
        BertConfig known = BertConfig.read(config);
        try (Checkpoint file = SafeTensors.open(weights)) {
            return new SentenceEncoder(BertWeights.load(file, known), known.sizes(), languages);
        }
    }

    /** Memory the weights take outside the heap. */
    long nativeBytes() {
        return nativeBytes;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when a row is empty, longer than {@link #longest} or holds
     *     an id outside the vocabulary
     */
    @Override
    public float[][] embed(List<Tokens> rows) {
        rows.forEach(this::check);
        List<Integer> byLength =
                IntStream.range(0, rows.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(row -> rows.get(row).length()))
                        .toList();
        float[][] vectors = new float[rows.size()][];
        List<Integer> batch = new ArrayList<>();
        for (int row : byLength) {
            if ((batch.size() + 1) * rows.get(row).length() > TOGETHER && !batch.isEmpty()) {
                embed(rows, batch, vectors);
                batch.clear();
            }
            batch.add(row);
        }
        if (!batch.isEmpty()) {
            embed(rows, batch, vectors);
        }
        return vectors;
    }

    @Override
    public int longest() {
        return Math.min(TRAINED, sizes.positions());
    }

    @Override
    public Set<LanguageTag> languages() {
        return languages;
    }

    @Override
    public void close() {
        script.close();
    }

    /** The rows of {@code batch}, the longest last, into their places. */
    private void embed(List<Tokens> rows, List<Integer> batch, float[][] vectors) {
        int count = batch.size();
        int time = rows.get(batch.get(count - 1)).length();
        long[] ids = new long[count * time];
        long[] lengths = new long[count];
        for (int i = 0; i < count; i++) {
            int[] row = rows.get(batch.get(i)).ids();
            lengths[i] = row.length;
            for (int j = 0; j < row.length; j++) {
                ids[i * time + j] = row[j];
            }
        }
        float[] flat;
        try (NativeCall call = new NativeCall()) {
            flat =
                    call.floats(
                            script.run(
                                    call,
                                    "embed",
                                    call.longs(ids, count, time),
                                    call.longs(lengths, count)));
        }
        for (int i = 0; i < count; i++) {
            int from = i * sizes.width();
            vectors[batch.get(i)] = Arrays.copyOfRange(flat, from, from + sizes.width());
        }
    }

    private void check(Tokens row) {
        if (row.length() < 1 || row.length() > longest()) {
            throw new IllegalArgumentException("A row has 1 to " + longest() + " ids");
        }
        for (int id : row.ids()) {
            if (id < 0 || id >= sizes.vocabulary()) {
                throw new IllegalArgumentException("An id is outside the vocabulary");
            }
        }
    }
}
