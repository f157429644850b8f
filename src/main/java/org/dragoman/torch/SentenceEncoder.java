package org.dragoman.torch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Embedder;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Tokens;

/**
 * A sentence-transformers model of the BERT or RoBERTa type, see {@link BertConfig} and {@link
 * Pooling} for what of them is known. A row's vector is the same alone and in any batch: to the
 * last bit in int8, and in the other precisions too where the processor has AVX-512, to 1e-6
 * elsewhere, but that in bf16 one of 2,000 rows differed by 2e-4 there, for a difference in the
 * last bit may be rounded to a whole step. Immutable after load and thread-safe.
 *
 * @see <a href="https://aclanthology.org/D19-1410/">Reimers and Gurevych 2019, Sentence-BERT</a>
 */
final class SentenceEncoder implements Embedder {
    /** Tokens that go through the layers together. Bounds the memory; more gains nothing. */
    private static final int TOGETHER = 256;

    private final TorchScript script;
    private final int width;
    private final int vocabulary;
    private final int longest;
    private final long nativeBytes;
    private final Set<LanguageTag> languages;

    private SentenceEncoder(
            BertWeights.Loaded weights,
            BertConfig config,
            Pooling pooling,
            Set<LanguageTag> languages) {
        this.script = weights.script();
        this.nativeBytes = weights.nativeBytes();
        this.width = config.sizes().width();
        this.vocabulary = config.sizes().vocabulary();
        this.longest = Math.min(pooling.longest(), config.longest());
        this.languages = Set.copyOf(languages);
    }

    /**
     * Loads a model from a directory in the hub's layout.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what is
     *     wrong with it
     */
    static SentenceEncoder load(Path directory, Precision precision, Set<LanguageTag> languages) {
        BertConfig config = BertConfig.read(directory.resolve("config.json"));
        Pooling pooling = Pooling.read(directory);
        try (Checkpoint file = Checkpoint.open(directory)) {
            BertWeights.Loaded weights = BertWeights.load(file, config, pooling, precision);
            return new SentenceEncoder(weights, config, pooling, languages);
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
        int[] byLength =
                IntStream.range(0, rows.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(row -> rows.get(row).length()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        float[][] vectors = new float[rows.size()][];
        int from = 0;
        while (from < byLength.length) {
            int to = from;
            int tokens = 0;
            do {
                tokens += rows.get(byLength[to]).length();
                to++;
            } while (to < byLength.length && tokens + rows.get(byLength[to]).length() <= TOGETHER);
            embed(rows, Arrays.copyOfRange(byLength, from, to), vectors);
            from = to;
        }
        return vectors;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public Set<LanguageTag> languages() {
        return languages;
    }

    @Override
    public void close() {
        script.close();
    }

    /** The rows of {@code batch}, ascending in length, into their places. */
    private void embed(List<Tokens> rows, int[] batch, float[][] vectors) {
        PackedSources packed =
                PackedSources.of(
                        Arrays.stream(batch)
                                .mapToObj(row -> Prompt.of(rows.get(row).ids()))
                                .toList());
        float[] flat;
        try (NativeCall call = new NativeCall()) {
            flat =
                    call.floats(
                            script.run(
                                    call,
                                    "embed",
                                    packed.ids(call),
                                    packed.places(call),
                                    packed.sizes(call),
                                    packed.times(call)));
        }
        for (int i = 0; i < batch.length; i++) {
            vectors[batch[i]] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
    }

    private void check(Tokens row) {
        if (row.length() < 1 || row.length() > longest) {
            throw new IllegalArgumentException("A row has 1 to " + longest + " ids");
        }
        for (int id : row.ids()) {
            if (id < 0 || id >= vocabulary) {
                throw new IllegalArgumentException("An id is outside the vocabulary");
            }
        }
    }
}
