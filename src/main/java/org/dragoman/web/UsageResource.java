package org.dragoman.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dragoman.access.Keys;
import org.dragoman.access.Quotas;
import org.dragoman.access.Scope;
import org.dragoman.access.Usage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/usage}: what was used with a key or token; for administration, with all. */
@Path("/v1/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@SecurityRequirement(name = "key")
@Blocking
public final class UsageResource {
    private final Keys keys;
    private final Usage usage;
    private final Quotas quotas;
    private final Call call;

    UsageResource(Keys keys, Usage usage, Quotas quotas, Call call) {
        this.keys = keys;
        this.usage = usage;
        this.quotas = quotas;
        this.call = call;
    }

    @GET
    @Operation(
            summary = "What the key or token was used for, day by day",
            description =
                    "With the scope admin of all, also of keys that were revoked. It goes on"
                            + " over restarts.")
    public UsageReport report() {
        Visitor visitor = call.visitor();
        visitor.require(Scope.USE);
        if (visitor instanceof Visitor.Holder holder
                && !holder.caller().scope().allows(Scope.ADMIN)) {
            return UsageReport.ofOne(
                    holder.caller(), keys.all(), usage.byKey(), quotas::charactersLeft);
        }
        return UsageReport.ofAll(keys.all(), usage.byKey(), quotas::charactersLeft);
    }
}
