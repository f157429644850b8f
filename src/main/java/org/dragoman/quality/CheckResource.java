package org.dragoman.quality;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dragoman.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/checks}: the guard on its own, for text from anywhere. */
@Path("/v1/checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checks")
public final class CheckResource {
    private static final String EXAMPLE =
            """
            {
              "kind": "summary",
              "source": "The ferry to the northern islands runs again from Monday, the port said. \
            Tickets cost four crowns.",
              "text": "The ferry runs again from Tuesday."
            }
            """;

    private final Checks checks;
    private final Call call;

    CheckResource(Checks checks, Call call) {
        this.checks = checks;
        this.call = call;
    }

    @POST
    @Blocking
    @Operation(summary = "What a summary or a translation says that its source does not")
    public CheckAnswer check(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a", value = EXAMPLE)))
                    CheckRequest request) {
        return checks.answer(request, call.deadline(), call.elapsedMillis());
    }
}
