package org.dragoman.summarization;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/summaries}: the summary alone. */
@Path("/v1/summaries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Summaries")
public final class SummaryResource {
    private static final String EXAMPLE =
            """
            {
              "text": "The ferry to the northern islands runs again from Monday. It had been in \
            repair since March. Tickets cost four crowns. The captain says the sea is calm.",
              "summary": {"form": "bullets", "sentences": 2}
            }
            """;

    private final Summaries summaries;
    private final Call call;
    private final EventStreams streams;

    SummaryResource(Summaries summaries, Call call, EventStreams streams) {
        this.summaries = summaries;
        this.call = call;
        this.streams = streams;
    }

    @POST
    @Blocking
    @Operation(
            summary = "Reads a scraped text and summarises the article in it",
            description = EventStreams.DESCRIPTION)
    public SummaryAnswer summarize(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a", value = EXAMPLE)))
                    SummaryCall body) {
        return summaries.answer(body, call.deadline(), call.elapsedMillis());
    }

    @POST
    @Blocking
    @Produces(EventStreams.TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> summaryEvents(SummaryCall body, @Context Sse sse) {
        return streams.of(
                call,
                sse,
                "summary",
                (deadline, queued, events) -> summaries.answer(body, deadline, queued, events));
    }
}
