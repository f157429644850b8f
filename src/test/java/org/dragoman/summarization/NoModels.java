package org.dragoman.summarization;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Catalogue;
import org.dragoman.model.Lease;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.model.RouteGraph;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Tokens;

/** A service that knows the bundled models and has none of them installed. */
final class NoModels implements Models, Inference {
    private final Catalogue catalogue = Catalogue.bundled();

    @Override
    public List<ModelCard> cards() {
        return catalogue.cards();
    }

    @Override
    public RouteGraph routes() {
        return RouteGraph.ofInstalled(List.of());
    }

    @Override
    public Optional<ModelCard> summarizer(LanguageTag language) {
        return Optional.empty();
    }

    @Override
    public Optional<ModelCard> embedder(LanguageTag language) {
        return Optional.empty();
    }

    @Override
    public Lease lease(String name) {
        throw new DragomanException(ErrorCode.MODEL_NOT_INSTALLED, name);
    }

    @Override
    public List<CompletableFuture<Generated>> generate(
            Lease lease, List<Row> rows, SearchOptions options, Deadline deadline) {
        throw new DragomanException(ErrorCode.SHUTTING_DOWN, "No worker runs.");
    }

    @Override
    public List<CompletableFuture<float[]>> embed(
            Lease lease, List<Tokens> rows, Deadline deadline) {
        throw new DragomanException(ErrorCode.SHUTTING_DOWN, "No worker runs.");
    }
}
