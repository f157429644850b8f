package org.dragoman.quality.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.model.Stage;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.dragoman.web.Provenance;
import org.jspecify.annotations.Nullable;

/** Sentences to vectors by an installed model. Thread-safe. */
public final class SentenceVectors {
    private final Models models;
    private final Inference inference;

    public SentenceVectors(Models models, Inference inference) {
        this.models = models;
        this.inference = inference;
    }

    /**
     * Vectors and what made them.
     *
     * @param rows [sentences × dimensions], each of length 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Vectors(float[][] rows, Provenance.Used model) {}

    /** A vector for each text; one too long for the model is the mean of its parts. */
    public Vectors of(ModelCard card, List<String> texts, Deadline deadline) {
        try (Lease lease = models.lease(card.name())) {
            if (!(lease.model() instanceof LoadedModel.Embedding model)) {
                throw new DragomanException(
                        ErrorCode.MODEL_UNAVAILABLE, "Model " + card.name() + " does not embed");
            }
            List<Tokens> parts = new ArrayList<>();
            int[] owners = cut(model, texts, parts);
            List<float[]> vectors = Answers.of(inference.embed(lease, parts, deadline));
            return new Vectors(
                    joined(vectors, owners, texts.size()),
                    Provenance.Used.of(card, model.precision()));
        }
    }

    /** Fills {@code parts} and tells which text each is of. */
    private static int[] cut(LoadedModel.Embedding model, List<String> texts, List<Tokens> parts) {
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Tokens tokens =
                    Stage.TOKENISE.time(
                            () -> model.tokenizer().encode(text, Tokenizer.Direction.SOURCE));
            List<Tokens> cut = cut(tokens, model.embedder().longest());
            parts.addAll(cut);
            owners.addAll(Collections.nCopies(cut.size(), i));
        }
        return owners.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Parts of at most {@code longest} ids, each between the first and last id of the whole. */
    static List<Tokens> cut(Tokens tokens, int longest) {
        if (tokens.length() <= longest) {
            return List.of(tokens);
        }
        List<Tokens> parts = new ArrayList<>();
        int last = tokens.length() - 1;
        for (int start = 1; start < last; start += longest - 2) {
            int end = Math.min(last, start + longest - 2);
            int[] ids = new int[end - start + 2];
            ids[0] = tokens.ids()[0];
            System.arraycopy(tokens.ids(), start, ids, 1, end - start);
            ids[ids.length - 1] = tokens.ids()[last];
            List<@Nullable Span> spans = new ArrayList<>();
            spans.add(tokens.spans().get(0));
            spans.addAll(tokens.spans().subList(start, end));
            spans.add(tokens.spans().get(last));
            parts.add(new Tokens(ids, spans));
        }
        return parts;
    }

    private static float[][] joined(List<float[]> vectors, int[] owners, int count) {
        float[][] rows = new float[count][];
        for (int part = 0; part < owners.length; part++) {
            float[] row = rows[owners[part]];
            rows[owners[part]] = row == null ? vectors.get(part) : sum(row, vectors.get(part));
        }
        Arrays.setAll(rows, i -> normalised(rows[i]));
        return rows;
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    private static float[] normalised(float[] row) {
        double square = 0;
        for (float value : row) {
            square += value * value;
        }
        float length = (float) Math.sqrt(square);
        float[] unit = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            unit[i] = length == 0 ? 0 : row[i] / length;
        }
        return unit;
    }
}
