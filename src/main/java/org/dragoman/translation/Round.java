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
import org.dragoman.generation.Hypothesis;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Stage;
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
    private final Manner manner;
    private final Repertoire repertoire;
    private final Pieces pieces;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, CompletableFuture<Inference.Generated>> answers = new HashMap<>();

    Round(Lease lease, Pair pair, Manner manner, Cutting cutting) {
        this.lease = lease;
        this.pair = pair;
        this.manner = manner;
        this.model = (LoadedModel.Writing) lease.model();
        this.repertoire = new Repertoire(model.tokenizer());
        int longest = Math.min(cutting.longest(), model.model().limits().longestSource());
        this.pieces = new Pieces(model.tokenizer(), cutting.clauses(), longest);
    }

    Repertoire repertoire() {
        return repertoire;
    }

    Provenance.Used used() {
        return Provenance.Used.of(lease.card(), model.precision(), manner.search(model.search()));
    }

    /** Asks for a text; the pieces it goes to the model in, none when it cannot. */
    List<String> ask(String text, LanguageTag language) {
        List<String> cut =
                manner == Manner.CLAUSES
                        ? pieces.smaller(text, language)
                        : pieces.of(text, language);
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

    /** Whether the model is done with a piece that was sent. */
    boolean ready(String piece) {
        return Objects.requireNonNull(answers.get(piece), "Not sent").isDone();
    }

    /** The model's answers to a piece that was asked for and sent, best first; waits for them. */
    List<Said> answers(String piece) {
        CompletableFuture<Inference.Generated> answer =
                Objects.requireNonNull(answers.get(piece), "Not sent");
        try {
            return answer.join().hypotheses().stream().map(this::said).toList();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof DragomanException known) {
                throw known;
            }
            throw new DragomanException(ErrorCode.INTERNAL, "Internal error.", failed);
        }
    }

    private Said said(Hypothesis found) {
        String text = model.tokenizer().decode(found.ids()).strip();
        return new Said(text, List.of(found.tokenScores()));
    }

    private int[] ids(String piece) {
        return Stage.TOKENISE
                .time(() -> model.tokenizer().encode(piece, pair.source(), pair.target()))
                .ids();
    }

    /** A model of many languages is told the target's by the first id. */
    private SearchOptions search() {
        SearchOptions search = manner.search(model.search());
        OptionalInt opening = model.tokenizer().opening(pair.target());
        return opening.isPresent() ? search.beginningWith(opening.getAsInt()) : search;
    }

    /**
     * How a text is cut that is too long for a model.
     *
     * @param longest tokens of a piece at most
     */
    record Cutting(ClauseSplitter clauses, int longest) {}

    /** Waits until the model is done with all that was sent, then lets go of it. */
    @Override
    public void close() {
        CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
                .handle((done, failure) -> failure)
                .join();
        lease.close();
    }
}
