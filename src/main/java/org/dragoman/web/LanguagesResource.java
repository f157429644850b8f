package org.dragoman.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/languages}: what can be translated into what. */
@Path("/v1/languages")
@Tag(name = "Languages")
public final class LanguagesResource {
    private final Reachable reachable;

    LanguagesResource(Reachable reachable) {
        this.reachable = reachable;
    }

    @GET
    @Operation(
            summary = "Source languages and their targets, named in the Accept-Language language")
    public Languages languages(@Context HttpHeaders headers) {
        return new Languages(reachable.languages(reader(headers)));
    }

    /** The first language asked for; English when none is, or any will do. */
    private static Locale reader(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(
                        locale ->
                                !locale.getLanguage().isEmpty()
                                        && !locale.getLanguage().equals("*"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The answer: every source language, by tag. */
    public record Languages(List<Reachable.Source> languages) {}
}
