package org.dragoman.torch;

import ai.djl.pytorch.jni.IValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Limits;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;

/**
 * An encoder-decoder transformer in memory, from a folder in the hub's layout. A row's answer is
 * the same alone and in any batch. Immutable and thread-safe.
 */
final class TransformerModel implements SequenceModel {

    /**
     * Ids of a T5's source, and of its target, at most. It has no last place: distances beyond its
     * farthest are all alike to it. It was trained on 512 (mT5 on 1,024), and attention takes
     * memory by the square.
     */
    static final int LONGEST_T5 = 1024;

    private static final List<String> TYPES =
            Stream.concat(TransformerFamily.types().stream(), T5Config.TYPES.stream()).toList();

    private final TorchScript script;
    private final Encoding encoding;
    private final int sourceVocabulary;
    private final Limits limits;

    /**
     * @param script whose {@code start} takes what {@code transformer.py}'s takes
     * @param encoders layers of the encoder
     * @param sourceVocabulary ids of the encoder
     */
    TransformerModel(TorchScript script, int encoders, int sourceVocabulary, Limits limits) {
        this.script = script;
        this.encoding = new Encoding(script, encoders);
        this.sourceVocabulary = sourceVocabulary;
        this.limits = limits;
    }

    /**
     * Loads {@code config.json} and the weights beside it.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file, and the
     *     architecture, setting or tensor in it that is not supported
     */
    static SequenceModel load(Path directory, Precision precision) {
        Path settings = directory.resolve("config.json");
        ConfigFile file = ConfigFile.read(settings);
        String type = file.oneOf("model_type", TYPES);
        return T5Config.TYPES.contains(type)
                ? t5(directory, T5Config.of(file), precision)
                : transformer(directory, TransformerConfig.read(settings), precision);
    }

    private static SequenceModel transformer(
            Path directory, TransformerConfig config, Precision precision) {
        try (Checkpoint file = Checkpoint.open(directory)) {
            TransformerWeights.Loaded weights = TransformerWeights.load(file, config, precision);
            int longest = config.sizes().longest();
            return new TransformerModel(
                    weights.script(),
                    config.sizes().encoder().layers(),
                    config.tables().source(),
                    new Limits(
                            config.tables().target(),
                            longest,
                            longest,
                            Double.POSITIVE_INFINITY,
                            weights.nativeBytes()));
        }
    }

    private static SequenceModel t5(Path directory, T5Config config, Precision precision) {
        try (Checkpoint file = Checkpoint.open(directory)) {
            T5Weights.Loaded weights = T5Weights.load(file, config, precision, LONGEST_T5);
            int vocabulary = config.sizes().vocabulary();
            return new TransformerModel(
                    weights.script(),
                    config.sizes().encoders(),
                    vocabulary,
                    new Limits(
                            vocabulary,
                            LONGEST_T5,
                            LONGEST_T5,
                            Double.POSITIVE_INFINITY,
                            weights.nativeBytes()));
        }
    }

    @Override
    public Limits limits() {
        return limits;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when a source or a target is empty or too long, an id is
     *     outside its vocabulary, or the targets differ in length
     */
    @Override
    public Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn) {
        rows.forEach(row -> check(row, rows.get(0).target().length));
        PackedSources sources = PackedSources.of(rows);
        Columns columns = Columns.of(rows, null, limits.vocabulary());
        try (NativeCall call = new NativeCall()) {
            return encoding.run(call, sources, goesOn)
                    .map(encoded -> run(call, encoded, sources, columns, scoring))
                    .map(started -> ScriptBatch.keep(script, call, started))
                    .map(batch -> new ScriptDecoder(batch, columns, scoring, sources.order()));
        }
    }

    private IValue run(
            NativeCall call,
            IValue encoded,
            PackedSources sources,
            Columns columns,
            Scoring scoring) {
        int[] longest =
                sources.rows().stream()
                        .mapToInt(row -> limits.longestTarget() - row.target().length)
                        .toArray();
        return script.run(
                call,
                "start",
                encoded,
                sources.sizes(call),
                sources.times(call),
                sources.prompts(call),
                call.vector(longest),
                call.vector(columns.ids()),
                call.vector(columns.present(scoring.suppressed())),
                call.vector(scoring.ends()));
    }

    private void check(Prompt row, int time) {
        if (row.source().length < 1 || row.source().length > limits.longestSource()) {
            throw new IllegalArgumentException(
                    "A source has 1 to " + limits.longestSource() + " ids");
        }
        if (time < 1 || time >= limits.longestTarget() || row.target().length != time) {
            throw new IllegalArgumentException(
                    "Targets begin with equally many ids, 1 to " + (limits.longestTarget() - 1));
        }
        check(row.source(), sourceVocabulary);
        check(row.target(), limits.vocabulary());
    }

    private static void check(int[] ids, int vocabulary) {
        for (int id : ids) {
            if (id < 0 || id >= vocabulary) {
                throw new IllegalArgumentException("An id is outside the vocabulary");
            }
        }
    }

    @Override
    public void close() {
        script.close();
    }
}
