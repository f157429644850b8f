package org.dragoman.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    public Languages languages(
            @Context HttpHeaders headers,
            @Parameter(
                            description =
                                    "installed: what can be used now; catalogue: that, and what"
                                            + " models of one pair would add; all: that, and what"
                                            + " models of many languages would add",
                            schema =
                                    @Schema(
                                            enumeration = {"installed", "catalogue", "all"},
                                            defaultValue = "catalogue"))
                    @QueryParam("scope")
                    @DefaultValue("catalogue")
                    String scope) {
        return new Languages(reachable.languages(reader(headers), scope(scope)));
    }

    private static Reachable.Scope scope(String name) {
        return Arrays.stream(Reachable.Scope.values())
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                DragomanException.invalidField(
                                        "/scope", "One of installed, catalogue and all."));
    }

    /** The first language asked for; English when none is, any will do, or it is no language. */
    private static Locale reader(HttpHeaders headers) {
        return headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE).stream()
                .flatMap(LanguagesResource::ranges)
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .filter(locale -> !locale.getLanguage().isEmpty())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Stream<Locale.LanguageRange> ranges(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream();
        } catch (IllegalArgumentException malformed) {
            return Stream.empty();
        }
    }

    /** The answer: every source language, by tag. */
    public record Languages(List<Reachable.Source> languages) {}
}
