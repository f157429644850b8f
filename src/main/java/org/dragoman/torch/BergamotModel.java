package org.dragoman.torch;

import ai.djl.pytorch.jni.IValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dragoman.model.Decoder;
import org.dragoman.model.Limits;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.jspecify.annotations.Nullable;

/**
 * A Bergamot student model in memory. A row's answer is the same alone and in any batch. Immutable
 * and thread-safe.
 */
final class BergamotModel implements SequenceModel {

    /** The end of a row, in every published model. */
    static final int EOS = 0;

    static final int LONGEST_SOURCE = 512;

    /** How Marian's decoder is run with these models: {@code max-length-factor: 2.5}. */
    static final double TARGET_PER_SOURCE = 2.5;

    private static final int LONGEST_TARGET = longest(LONGEST_SOURCE);

    private final TorchScript script;
    private final Encoding encoding;
    private final int sourceVocabulary;
    private final @Nullable Shortlist shortlist;
    private final Limits limits;

    private BergamotModel(
            BergamotWeights.Loaded weights,
            BergamotArchitecture architecture,
            @Nullable Shortlist shortlist) {
        this.script = weights.script();
        this.encoding = new Encoding(script, architecture.encoders());
        this.sourceVocabulary = architecture.sourceVocabulary();
        this.shortlist = shortlist;
        this.limits =
                new Limits(
                        architecture.targetVocabulary(),
                        LONGEST_SOURCE,
                        LONGEST_TARGET,
                        TARGET_PER_SOURCE,
                        weights.nativeBytes());
    }

    /**
     * Loads a model.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file
     */
    static BergamotModel load(MarianFile file, @Nullable Path lists, Precision precision) {
        BergamotArchitecture architecture = BergamotArchitecture.read(file);
        Shortlist shortlist =
                lists == null ? null : Shortlist.read(lists, architecture.targetVocabulary());
        BergamotWeights.Loaded weights =
                BergamotWeights.load(
                        file, architecture, precision, LONGEST_TARGET, shortlist != null);
        return new BergamotModel(weights, architecture, shortlist);
    }

    /** Ids a source of this length may become at most, the end included. */
    static int longest(int source) {
        return (int) (TARGET_PER_SOURCE * source) + 1;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn) {
        rows.forEach(row -> check(row, rows.get(0).target().length));
        PackedSources sources = PackedSources.of(rows);
        Columns columns = Columns.of(sources.rows(), shortlist, limits.vocabulary());
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
                        .mapToInt(
                                row ->
                                        Math.min(
                                                longest(row.source().length),
                                                LONGEST_TARGET - row.target().length))
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
                call.vector(columns.own()),
                call.vector(columns.present(scoring.suppressed())),
                call.vector(scoring.ends()));
    }

    private void check(Prompt row, int begun) {
        if (row.source().length < 1 || row.source().length > LONGEST_SOURCE) {
            throw new IllegalArgumentException("A source has 1 to " + LONGEST_SOURCE + " ids");
        }
        if (row.target().length != begun || begun >= LONGEST_TARGET) {
            throw new IllegalArgumentException(
                    "Targets begin with equally many ids, at most " + (LONGEST_TARGET - 1));
        }
        check(row.source(), sourceVocabulary);
        check(row.target(), limits.vocabulary());
        check(row.alsoAllowed(), limits.vocabulary());
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
