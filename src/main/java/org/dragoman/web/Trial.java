package org.dragoman.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.Tokenizer.Direction;
import org.dragoman.model.Tokens;

/** One sentence through a model, and whether the answer makes sense. Thread-safe. */
final class Trial {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The same sentence by language, with a word every right translation of it holds. */
    private static final Map<String, List<String>> SENTENCES =
            Map.of(
                    "en", List.of("The house is green.", "house"),
                    "pt", List.of("A casa é verde.", "casa"));

    private static final List<String> ALIKE_AND_NOT =
            List.of(
                    "The ministers met in the capital.",
                    "The members of the government held talks in the main city.",
                    "Add two spoons of sugar to the dough.");

    private final Inference inference;

    Trial(Inference inference) {
        this.inference = inference;
    }

    /**
     * Returns when the answer was right.
     *
     * @throws DragomanException model-unavailable when it was not; whatever the model failed with
     */
    void run(Lease lease) throws InterruptedException {
        Deadline deadline = Deadline.after(PATIENCE);
        if (lease.model() instanceof LoadedModel.Embedding) {
            embed(lease, deadline);
        } else {
            translate(lease, deadline);
        }
    }

    private void translate(Lease lease, Deadline deadline) throws InterruptedException {
        String from = lease.card().from().iterator().next().language();
        String to = lease.card().to().iterator().next().language();
        if (!SENTENCES.containsKey(from) || !SENTENCES.containsKey(to)) {
            return;
        }
        Tokens source =
                lease.model().tokenizer().encode(SENTENCES.get(from).get(0), Direction.SOURCE);
        List<Inference.Row> row = List.of(Inference.Row.of(source.ids()));
        int[] ids = await(inference.generate(lease, row, deadline).get(0)).ids();
        String answer = lease.model().tokenizer().decode(ids).toLowerCase(Locale.ROOT);
        require(answer.contains(SENTENCES.get(to).get(1)), lease);
    }

    private void embed(Lease lease, Deadline deadline) throws InterruptedException {
        List<Tokens> rows =
                ALIKE_AND_NOT.stream()
                        .map(text -> lease.model().tokenizer().encode(text, Direction.SOURCE))
                        .toList();
        List<float[]> vectors = new ArrayList<>();
        for (CompletableFuture<float[]> vector : inference.embed(lease, rows, deadline)) {
            vectors.add(await(vector));
        }
        double alike = cosine(vectors.get(0), vectors.get(1));
        require(alike > 0.3 && alike > 2 * cosine(vectors.get(0), vectors.get(2)), lease);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void require(boolean right, Lease lease) {
        if (!right) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "Model " + lease.card().name() + " gave a wrong answer to its canary.");
        }
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof DragomanException ours) {
                throw ours;
            }
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE, "The canary failed inside.", failed);
        }
    }
}
