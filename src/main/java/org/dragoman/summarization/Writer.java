package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.SearchOptions;
import org.dragoman.quality.support.Answers;
import org.dragoman.web.Provenance;

/** A model that writes summaries, leased for one call. For one thread. */
final class Writer implements AutoCloseable {
    private final Lease lease;
    private final LoadedModel.Writing model;
    private final Inference inference;
    private final LanguageTag language;
    private final Deadline deadline;
    private SearchOptions last;

    /**
     * Takes ownership of the lease.
     *
     * @throws DragomanException model-unavailable when the model does not write
     */
    Writer(Lease lease, Inference inference, LanguageTag language, Deadline deadline) {
        this.lease = lease;
        this.inference = inference;
        this.language = language;
        this.deadline = deadline;
        if (!(lease.model() instanceof LoadedModel.Writing writing)) {
            lease.close();
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "Model " + lease.card().name() + " does not write");
        }
        this.model = writing;
        this.last = writing.search();
    }

    LoadedModel.Writing model() {
        return model;
    }

    /** With its last search; what it wrote before, to be read by itself, by its own. */
    Provenance.Used used() {
        return Provenance.Used.of(lease.card(), model.precision(), last);
    }

    /**
     * What the model makes of each chunk; waits for all.
     *
     * @throws DragomanException what {@link Inference#generate} throws and what its futures fail
     *     with
     */
    List<Written> write(List<Chunks.Chunk> chunks, SearchOptions options) {
        deadline.check();
        last = options;
        SearchOptions search = inLanguage(options);
        List<Inference.Row> rows =
                chunks.stream().map(chunk -> Inference.Row.of(chunk.source())).toList();
        List<Written> written = new ArrayList<>();
        for (Inference.Generated row :
                Answers.of(inference.generate(lease, rows, search, deadline))) {
            written.add(written(row, search));
        }
        return written;
    }

    private SearchOptions inLanguage(SearchOptions options) {
        OptionalInt opening = model.tokenizer().opening(language);
        return opening.isPresent() ? options.beginningWith(opening.getAsInt()) : options;
    }

    /** A search that forces an end at the longest target has not ended by itself there. */
    private Written written(Inference.Generated row, SearchOptions search) {
        int longest = Lengths.mostNew(search.lengths(), model.model().limits());
        boolean forced = search.forced().last().isPresent() && row.ids().length + 1 >= longest;
        return new Written(model.tokenizer().decode(row.ids()), row.finished() && !forced);
    }

    @Override
    public void close() {
        lease.close();
    }
}
