package org.dragoman.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * Who calls: whoever has a key of ours, or a token of the issuer that the configuration trusts.
 * Thread-safe, and waits for nothing.
 */
@ApplicationScoped
public class Callers {
    private final Keys keys;
    private final Tokens tokens;
    private final Quotas quotas;

    Callers(Keys keys, Tokens tokens, Quotas quotas) {
        this.keys = keys;
        this.tokens = tokens;
        this.quotas = quotas;
    }

    /** Whether calls take a key or a token. */
    public boolean guarded() {
        return tokens.taken() || keys.guarding();
    }

    /**
     * Counts a call for whom its bearer token (RFC 6750) tells of. Of a key and of most tokens that
     * is known at once; for some the issuer has to be asked.
     *
     * @return fails with a {@link DragomanException}: key-invalid; key-forbidden for a token that
     *     allows nothing here; key-unverified while the issuer cannot be asked; quota-exceeded
     */
    public Uni<Caller> counted(String bearer) {
        return known(bearer).invoke(quotas::call);
    }

    private Uni<Caller> known(String bearer) {
        Optional<ApiKey> key = keys.find(bearer);
        if (key.isPresent()) {
            return Uni.createFrom().item(key.get().caller());
        }
        return tokens.taken() && Tokens.form(bearer)
                ? tokens.caller(bearer)
                : Uni.createFrom().failure(Callers::invalid);
    }

    private static DragomanException invalid() {
        return new DragomanException(ErrorCode.KEY_INVALID, "This is not a key that is valid.");
    }
}
