package org.dragoman.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dragoman.access.Allowance;
import org.dragoman.access.ApiKey;
import org.dragoman.access.Keys;
import org.dragoman.access.Scope;
import org.dragoman.access.Totals;
import org.dragoman.access.Usage;
import org.dragoman.failure.DragomanException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/keys}: making, listing and revoking keys, with what each was used for. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@SecurityRequirement(name = "adminKey")
@Blocking
public final class KeysResource {
    private static final long MOST_DAYS = 36_500;

    private final Keys keys;
    private final Usage usage;
    private final Call call;

    KeysResource(Keys keys, Usage usage, Call call) {
        this.keys = keys;
        this.usage = usage;
        this.call = call;
    }

    @GET
    @Operation(
            summary = "Every key and its use on the days that are kept; never the keys themselves")
    public Listed list() {
        requireAdmin();
        Map<String, SortedMap<LocalDate, Totals>> used = usage.byKey();
        return new Listed(keys.all().stream().map(key -> Told.of(key, sum(used, key))).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a key",
            description = "The answer holds the key itself, which is kept nowhere.")
    @APIResponse(
            responseCode = "201",
            description = "It is made",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response make(Wish wish) {
        requireAdmin();
        return Response.status(Response.Status.CREATED).entity(wish.make(keys)).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revokes a key: within a second nobody gets in with it")
    @APIResponse(responseCode = "204", description = "It is revoked")
    public void revoke(@PathParam("id") String id) {
        requireAdmin();
        keys.revoke(id);
    }

    private static Totals sum(Map<String, SortedMap<LocalDate, Totals>> used, ApiKey key) {
        return used.getOrDefault(key.id(), new TreeMap<>()).values().stream()
                .reduce(Totals.NONE, Totals::plus);
    }

    private void requireAdmin() {
        call.visitor().require(Scope.ADMIN);
    }

    /**
     * A key that is asked for.
     *
     * @param name who will have it
     * @param scope use or admin; use when absent
     * @param callsPerMinute quota; as the configuration says when absent
     * @param charactersPerDay quota; as the configuration says when absent
     * @param days how long it is valid; for ever when absent
     */
    public record Wish(
            @Nullable String name,
            @Nullable String scope,
            @Nullable Long callsPerMinute,
            @Nullable Long charactersPerDay,
            @Nullable Long days) {
        /**
         * Makes it.
         *
         * @throws DragomanException invalid-field, disk-full
         */
        public Made make(Keys keys) {
            if (name == null) {
                throw DragomanException.invalidField("/name", "A name is needed.");
            }
            if (days != null && (days < 1 || days > MOST_DAYS)) {
                throw DragomanException.invalidField("/days", "1 to " + MOST_DAYS + " days.");
            }
            Keys.Made made =
                    keys.make(
                            name,
                            scope == null ? Scope.USE : Scope.of(scope),
                            new Allowance(callsPerMinute, charactersPerDay),
                            days == null ? null : Duration.ofDays(days));
            return new Made(made.text(), Told.of(made.key(), null));
        }
    }

    /** All keys. */
    public record Listed(List<Told> keys) {
        /** These keys, without their use. */
        public static Listed of(List<ApiKey> keys) {
            return new Listed(keys.stream().map(key -> Told.of(key, null)).toList());
        }
    }

    /**
     * A key that was made.
     *
     * @param key to be sent as {@code Authorization: Bearer KEY}
     */
    public record Made(String key, Told about) {}

    /**
     * What is told of a key.
     *
     * @param usage absent where it is not told
     */
    public record Told(
            String id,
            String name,
            String scope,
            Allowance allowance,
            Instant created,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expires,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Totals usage) {
        static Told of(ApiKey key, @Nullable Totals usage) {
            return new Told(
                    key.id(),
                    key.name(),
                    key.scope().wire(),
                    key.allowance(),
                    key.created(),
                    key.expires(),
                    usage);
        }
    }
}
