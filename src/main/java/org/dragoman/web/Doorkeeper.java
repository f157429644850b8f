package org.dragoman.web;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.dragoman.access.AccessConfig;
import org.dragoman.access.Callers;
import org.dragoman.access.WrongKeys;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. Until there is a key or an issuer of tokens, everybody; then whoever has a key
 * or a token, sent as a bearer token (RFC 6750). Health is always open, so that orchestrators need
 * no key. Thread-safe, and quick: it is asked on the event loop.
 */
@ApplicationScoped
final class Doorkeeper {
    private static final String SCHEME = "bearer ";

    private final Callers callers;
    private final WrongKeys wrong;
    private final Forwarded forwarded;
    private final AccessConfig config;
    private final AdminKey admin;

    Doorkeeper(
            Callers callers,
            WrongKeys wrong,
            Forwarded forwarded,
            AccessConfig config,
            AdminKey admin) {
        this.callers = callers;
        this.wrong = wrong;
        this.forwarded = forwarded;
        this.config = config;
        this.admin = admin;
    }

    /**
     * Whose call it is, before anything of its body is read: all with one key or of one subject are
     * one party, else all from one address.
     *
     * @return fails with a {@link DragomanException}: key-missing, key-invalid, key-forbidden,
     *     key-unverified, attempts-exceeded, quota-exceeded
     */
    Uni<Visitor> letIn(RoutingContext context) {
        String address = forwarded.client(context.request());
        Optional<String> bearer = bearer(context.request().getHeader("Authorization"));
        boolean guarded = guarded(context.normalizedPath()) && callers.guarded();
        if (bearer.isEmpty()) {
            return guarded
                    ? Uni.createFrom().failure(Doorkeeper::missing)
                    : in(new Visitor.Stranger(address, Doorkeeper::missing));
        }
        if (admin.matches(bearer.get())) {
            return operator(address);
        }
        return guarded
                ? holder(bearer.get(), address)
                : in(new Visitor.Stranger(address, () -> wrong.another(address, invalid())));
    }

    private Uni<Visitor> operator(String address) {
        return wrong.exceeded(address)
                .map(refusal -> Uni.createFrom().<Visitor>failure(refusal))
                .orElseGet(() -> in(new Visitor.Operator(address)));
    }

    private Uni<Visitor> holder(String bearer, String address) {
        return callers.counted(bearer)
                .onFailure(Doorkeeper::isInvalid)
                .transform(invalid -> wrong.another(address, (DragomanException) invalid))
                .map(Visitor.Holder::new);
    }

    private static Uni<Visitor> in(Visitor visitor) {
        return Uni.createFrom().item(visitor);
    }

    private static boolean isInvalid(Throwable failure) {
        return failure instanceof DragomanException refused
                && refused.code() == ErrorCode.KEY_INVALID;
    }

    /** What is not known to be open is guarded. */
    private boolean guarded(String path) {
        boolean told = path.startsWith("/q/metrics") || path.startsWith("/openapi");
        boolean open = path.startsWith("/q/") || path.startsWith("/openapi");
        return !open || path.contains(";") || (told && config.guardMetrics());
    }

    /** The token in a header. */
    private static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static DragomanException missing() {
        return new DragomanException(
                ErrorCode.KEY_MISSING, "Send the key or token as Authorization: Bearer KEY.");
    }

    private static DragomanException invalid() {
        return new DragomanException(ErrorCode.KEY_INVALID, "This is not a key that is valid.");
    }
}
