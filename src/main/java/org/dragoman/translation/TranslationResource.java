package org.dragoman.translation;

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

/** {@code POST /v1/translations}: texts into other languages, laid out as they were. */
@Path("/v1/translations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Translations")
public final class TranslationResource {
    private static final String EXAMPLE =
            """
            {"texts": ["The ferry runs again from Monday."], "source": "en", "targets": ["pt"]}
            """;

    private final Translations translations;
    private final Call call;
    private final EventStreams streams;

    TranslationResource(Translations translations, Call call, EventStreams streams) {
        this.translations = translations;
        this.call = call;
        this.streams = streams;
    }

    @POST
    @Blocking
    @Operation(
            summary = "Each text in each target language, with its white space as it was",
            description = EventStreams.DESCRIPTION)
    public TranslationAnswer translate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a", value = EXAMPLE)))
                    TranslationRequest request) {
        return translations.answer(request, call.deadline(), call.elapsedMillis());
    }

    @POST
    @Blocking
    @Produces(EventStreams.TYPE)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> translateEvents(TranslationRequest request, @Context Sse sse) {
        return streams.of(
                call,
                sse,
                "translations",
                (deadline, queued, events) ->
                        translations.answer(request, deadline, queued, events));
    }
}
