package org.dragoman.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.dragoman.access.Scope;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelState;
import org.dragoman.model.ModelStatus;
import org.dragoman.model.ModelStore.Underway;
import org.dragoman.model.ModelTask;
import org.dragoman.model.Precision;
import org.dragoman.model.Upstream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/models}: what models there are, how near they are to being used, and getting them. */
@Path("/v1/models")
@Tag(name = "Models")
@SecurityScheme(
        securitySchemeName = "adminKey",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description =
                "The key that dragoman.http.admin-key configures, or one with the scope admin.")
public final class ModelsResource {
    /** Only for who asks for events: a caller that takes anything gets JSON. */
    private static final String EVENTS = MediaType.SERVER_SENT_EVENTS + ";qs=0.5";

    private final ModelPool pool;
    private final Installations installations;
    private final ModelEvents events;
    private final Call call;

    ModelsResource(ModelPool pool, Installations installations, ModelEvents events, Call call) {
        this.call = call;
        this.pool = pool;
        this.installations = installations;
        this.events = events;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Every model the service knows")
    public Models models() {
        return Models.of(pool.statuses().stream().map(installations::told).toList());
    }

    @GET
    @Path("/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One model; as events, its installation until it ends")
    public Model model(@PathParam("name") String name) {
        return Model.of(installations.told(pool.status(name)));
    }

    @GET
    @Path("/{name}")
    @Produces(EVENTS)
    @Blocking
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> modelEvents(@PathParam("name") String name, @Context Sse sse) {
        return events.of(pool.status(name).name(), call, sse);
    }

    @PUT
    @Path("/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Installs a model in the background; GET tells how far it is",
            description =
                    "A model that is damaged is installed again. With Accept: text/event-stream the"
                            + " answer is progress events, and at the end model or problem.")
    @SecurityRequirement(name = "adminKey")
    @APIResponse(
            responseCode = "200",
            description = "It is installed already",
            content = @Content(schema = @Schema(implementation = Model.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being installed",
            content = @Content(schema = @Schema(implementation = Model.class)))
    public Response install(@PathParam("name") String name) {
        Response.Status status = begin(name) ? Response.Status.ACCEPTED : Response.Status.OK;
        return Response.status(status).entity(model(name)).build();
    }

    @PUT
    @Path("/{name}")
    @Produces(EVENTS)
    @Blocking
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> installEvents(@PathParam("name") String name, @Context Sse sse) {
        begin(name);
        return events.of(name, call, sse);
    }

    @DELETE
    @Path("/{name}")
    @Operation(
            summary = "Removes a model from memory and from the disk",
            description = "A default model comes back when it is needed and fetching is allowed.")
    @SecurityRequirement(name = "adminKey")
    @APIResponse(responseCode = "204", description = "It is removed")
    @APIResponse(responseCode = "409", description = "It is in use or being installed: try later")
    public void remove(@PathParam("name") String name) {
        call.visitor().require(Scope.ADMIN);
        if (installations.told(pool.status(name)).state() == ModelState.INSTALLING) {
            throw new DragomanException(
                    ErrorCode.MODEL_BUSY, "The model is being installed: try again later.");
        }
        pool.remove(name);
    }

    /** Whether it has to be installed. */
    private boolean begin(String name) {
        call.visitor().require(Scope.ADMIN);
        ModelState state = installations.told(pool.status(name)).state();
        if (state == ModelState.READY || state == ModelState.LOADED) {
            return false;
        }
        pool.requirePermitted(name);
        installations.begin(name);
        return true;
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
     * @param variant which of the publisher's sizes; null where there is one
     * @param problem why it failed; absent otherwise
     * @param progress bytes fetched and unpacked, of how many; absent unless it is being installed
     * @param bytesInMemory outside the heap, 0 when it is not loaded
     * @param revision null as long as nobody knows it: the first installation pins it
     */
    public record Model(
            String name,
            String family,
            ModelTask task,
            @Schema(nullable = true) @Nullable String variant,
            ModelState state,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Underway progress,
            Pair languages,
            long bytesOnDisk,
            long bytesInMemory,
            Precision precision,
            @Schema(nullable = true) @Nullable String revision,
            String licence,
            @Schema(nullable = true) Upstream.@Nullable Published published) {
        static Model of(ModelStatus status) {
            return new Model(
                    status.name(),
                    status.family(),
                    status.task(),
                    status.variant().isEmpty() ? null : status.variant(),
                    status.state(),
                    status.problem(),
                    status.progress(),
                    new Pair(status.from(), status.to()),
                    status.bytesOnDisk(),
                    status.bytesInMemory(),
                    status.precision(),
                    status.revision().isEmpty() ? null : status.revision(),
                    status.licence(),
                    status.published());
        }
    }
}
