package org.dragoman.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelState;
import org.dragoman.model.ModelStatus;
import org.dragoman.model.Precision;
import org.dragoman.model.Upstream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/models}: what models there are and how near they are to being used. */
@Path("/v1/models")
@Tag(name = "Models")
public final class ModelsResource {
    private final ModelPool pool;

    ModelsResource(ModelPool pool) {
        this.pool = pool;
    }

    @GET
    @Operation(summary = "Every model the service knows")
    public Models models() {
        return Models.of(pool.statuses());
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One model")
    public Model model(@PathParam("name") String name) {
        return Model.of(pool.status(name));
    }

    /** The answer: every model, in the catalogue's order. */
    public record Models(List<Model> models) {
        /** The same for these models, also for the command line. */
        public static Models of(List<ModelStatus> statuses) {
            return new Models(statuses.stream().map(Model::of).toList());
        }
    }

    /** The languages a model reads and writes. */
    public record Pair(List<LanguageTag> from, List<LanguageTag> to) {}

    /**
     * A model on the wire.
     *
     * @param problem why it failed; absent otherwise
     * @param bytesInMemory outside the heap, 0 when it is not loaded
     */
    public record Model(
            String name,
            String family,
            ModelState state,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem,
            Pair languages,
            long bytesOnDisk,
            long bytesInMemory,
            Precision precision,
            String revision,
            String licence,
            Upstream.@Nullable Published published) {
        static Model of(ModelStatus status) {
            return new Model(
                    status.name(),
                    status.family(),
                    status.state(),
                    status.problem(),
                    new Pair(status.from(), status.to()),
                    status.bytesOnDisk(),
                    status.bytesInMemory(),
                    status.precision(),
                    status.revision(),
                    status.licence(),
                    status.published());
        }
    }
}
