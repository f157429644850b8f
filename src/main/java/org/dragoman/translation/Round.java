package org.dragoman.translation;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.SearchOptions;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.web.Provenance;

/**
 * All that one call asks of one model for one pair of languages: first everything is asked for,
 * then it is sent off, then the answers are taken. What is asked for twice is sent once. For one
 * thread.
 */
final class Round implements AutoCloseable {
    private final Lease lease;
    private final LoadedModel.Writing model;
    private final Pair pair;
    private final Repertoire repertoire;
    private final Pieces pieces;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, CompletableFuture<Inference.Generated>> answers = new HashMap<>();

    Round(Lease lease, Pair pair, ClauseSplitter clauses, int longestSource) {
        this.lease = lease;
        this.pair = pair;
        this.model = (LoadedModel.Writing) lease.model();
        this.repertoire = new Repertoire(model.tokenizer());
        int longest = Math.min(longestSource, model.model().limits().longestSource());
        this.pieces = new Pieces(model.tokenizer(), clauses, longest);
    }

    Repertoire repertoire() {
        return repertoire;
    }

    Provenance.Used used() {
        return Provenance.Used.of(lease.card(), model.precision());
    }

    /** Asks for a text; the pieces it goes to the model in, none when it cannot. */
    List<String> ask(String text, LanguageTag language) {
        List<String> cut = pieces.of(text, language);
        asked.addAll(cut);
        return cut;
    }

    void send(Inference inference, Deadline deadline) {
        if (asked.isEmpty()) {
            return;
        }
        List<Inference.Row> rows =
                asked.stream().map(piece -> Inference.Row.of(ids(piece))).toList();
        Iterator<CompletableFuture<Inference.Generated>> sent =
                inference.generate(lease, rows, search(), deadline).iterator();
        asked.forEach(piece -> answers.put(piece, sent.next()));
    }

    /** The model's answer to a piece that was asked for and sent; waits for it. */
    String answer(String piece) {
        CompletableFuture<Inference.Generated> answer =
                Objects.requireNonNull(answers.get(piece), "Not sent");
        try {
            return model.tokenizer().decode(answer.join().ids()).strip();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof DragomanException known) {
                throw known;
            }
            throw new DragomanException(ErrorCode.INTERNAL, "Internal error.", failed);
        }
    }

    private int[] ids(String piece) {
        return model.tokenizer().encode(piece, pair.source(), pair.target()).ids();
    }

    /** A model of many languages is told the target's by the first id. */
    private SearchOptions search() {
        OptionalInt opening = model.tokenizer().opening(pair.target());
        return opening.isPresent()
                ? model.search().beginningWith(opening.getAsInt())
                : model.search();
    }

    /** Waits until the model is done with all that was sent, then lets go of it. */
    @Override
    public void close() {
        CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
                .handle((done, failure) -> failure)
                .join();
        lease.close();
    }
}
