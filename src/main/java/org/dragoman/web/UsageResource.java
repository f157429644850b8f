package org.dragoman.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.dragoman.access.ApiKey;
import org.dragoman.access.Keys;
import org.dragoman.access.Quotas;
import org.dragoman.access.Scope;
import org.dragoman.access.Usage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/usage}: what a key was used for; for administration, what all were. */
@Path("/v1/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@SecurityRequirement(name = "key")
@Blocking
public final class UsageResource {
    private final Keys keys;
    private final Usage usage;
    private final Quotas quotas;
    private final AdminKey admin;

    UsageResource(Keys keys, Usage usage, Quotas quotas, AdminKey admin) {
        this.keys = keys;
        this.usage = usage;
        this.quotas = quotas;
        this.admin = admin;
    }

    @GET
    @Operation(
            summary = "What the key was used for, day by day",
            description =
                    "With the scope admin of all keys, also of those that were revoked. It goes on"
                            + " over restarts.")
    public UsageReport report(@Context HttpHeaders headers) {
        Optional<ApiKey> key = admin.known(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        return key.filter(one -> !one.scope().allows(Scope.ADMIN))
                .map(own -> UsageReport.ofSome(List.of(own), usage.byKey(), quotas::charactersLeft))
                .orElseGet(
                        () -> UsageReport.ofAll(keys.all(), usage.byKey(), quotas::charactersLeft));
    }
}
