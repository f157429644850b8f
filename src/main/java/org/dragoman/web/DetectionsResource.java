package org.dragoman.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.dragoman.language.Detected;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/detections}: which languages texts may be in. */
@Path("/v1/detections")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Languages")
public final class DetectionsResource {
    private final LanguageDetector detector;
    private final TextBounds bounds;
    private final Call call;

    DetectionsResource(LanguageDetector detector, TextBounds bounds, Call call) {
        this.call = call;
        this.detector = detector;
        this.bounds = bounds;
    }

    @POST
    @Blocking
    @Operation(summary = "The languages each text may be in, likeliest first")
    public Detections detect(
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "a",
                                                            value = Request.EXAMPLE)))
                    Request request) {
        List<String> texts = Texts.required(request.texts());
        bounds.admit(texts, call.deadline());
        return new Detections(texts.stream().map(this::guesses).toList());
    }

    private List<Guess> guesses(String text) {
        return detector.detect(text).stream().map(Guess::of).toList();
    }

    /** The texts, at least one. */
    public record Request(@Nullable List<@Nullable String> texts) {
        static final String EXAMPLE = "{\"texts\": [\"Onde fica a estação?\"]}";
    }

    /** One list a text, in order; empty where nothing can be told. */
    public record Detections(List<List<Guess>> detections) {}

    /**
     * A language a text may be in.
     *
     * @param confidence 0 to 1
     */
    public record Guess(LanguageTag code, double confidence) {
        static Guess of(Detected detected) {
            return new Guess(detected.language(), detected.confidence());
        }
    }
}
