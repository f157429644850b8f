package org.dragoman.digest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.dragoman.web.Call;
import org.dragoman.web.EventStreams;
import org.dragoman.web.TextBounds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/digests}: the main job over HTTP. */
@Path("/v1/digests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Digests")
public final class DigestResource {
    private static final String EXAMPLE =
            """
            {
              "text": "The Harbour Post\\n\\nFerry to the islands runs again\\n\\nBy Ana Moreira\\n\\n\
            The ferry to the northern islands runs again from Monday, the port said on Friday. \
            It had been in repair since a storm in March.",
              "targets": ["pt"]
            }
            """;

    private final Digester digester;
    private final TextBounds bounds;
    private final Call call;
    private final EventStreams streams;

    DigestResource(Digester digester, TextBounds bounds, Call call, EventStreams streams) {
        this.digester = digester;
        this.bounds = bounds;
        this.call = call;
        this.streams = streams;
    }

    @POST
    @Blocking
    @Operation(
            summary = "The clean article, a summary and versions in other languages",
            description = EventStreams.DESCRIPTION)
    public Digest digest(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a", value = EXAMPLE)))
                    DigestRequest request) {
        return digester.digest(admitted(request), call.deadline(), call.elapsedMillis());
    }

    @POST
    @Blocking
    @Produces(EventStreams.TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> digestEvents(DigestRequest request, @Context Sse sse) {
        DigestRequest.Order order = admitted(request);
        return streams.of(
                call,
                sse,
                "digest",
                (deadline, queued, events) -> digester.digest(order, deadline, queued, events));
    }

    private DigestRequest.Order admitted(DigestRequest request) {
        DigestRequest.Order order = request.order();
        bounds.admit(order.text(), order.versions().targets().size(), call.deadline());
        return order;
    }
}
