package org.dragoman.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jboss.logging.Logger;

/**
 * Tokens of the issuer: JSON Web Tokens (RFC 7519, RFC 9068), verified here by its public keys,
 * which are fetched again when a token names one that is not known. Thread-safe.
 */
@ApplicationScoped
class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);
    private static final Pattern FORM = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    /** OpenID Connect Core, 2: a subject is 255 ASCII characters at most. */
    private static final Pattern SUBJECT = Pattern.compile("\\P{C}{1,255}");

    /** One call asks for new keys; others with tokens of them look again when it has them. */
    private static final Duration WHILE_OTHERS_ASK = Duration.ofMillis(100);

    private final Issuer issuer;
    private final TokenSettings settings;
    private final TenantIdentityProvider verifier;

    Tokens(Issuer issuer, TokenSettings settings, TenantIdentityProvider verifier) {
        this.issuer = issuer;
        this.settings = settings;
        this.verifier = verifier;
    }

    /** Each reason is there from the start, so that the first is a change. */
    void register(@Observes StartupEvent started) {
        for (TokenFault fault : TokenFault.values()) {
            counter(fault).increment(0);
        }
    }

    /** Whether there is an issuer whose tokens are taken. */
    boolean taken() {
        return issuer.configured();
    }

    /** Whether this looks like one; no key of ours does. */
    static boolean form(String bearer) {
        return FORM.matcher(bearer).matches();
    }

    /**
     * Whom a token tells of, by its subject.
     *
     * @return fails with a {@link DragomanException}: key-invalid, key-forbidden, key-unverified
     */
    Uni<Caller> caller(String token) {
        if (!issuer.mayBeAsked()) {
            return Uni.createFrom().failure(Tokens::unverified);
        }
        AccessTokenCredential credential = new AccessTokenCredential(token);
        return Uni.createFrom()
                .deferred(() -> verifier.authenticate(credential))
                .ifNoItem()
                .after(settings.timeout())
                .fail()
                .onFailure(Tokens::isOfAnotherKey)
                .retry()
                .withBackOff(WHILE_OTHERS_ASK)
                .atMost(1)
                .onFailure()
                .transform(this::refusal)
                .onItem()
                .transform(this::caller);
    }

    private Caller caller(SecurityIdentity identity) {
        String subject = identity.getPrincipal().getName();
        if (subject == null || !SUBJECT.matcher(subject).matches()) {
            throw invalid(TokenFault.OTHER);
        }
        if (identity.hasRole(settings.adminScope())) {
            return Caller.ofToken(subject, Scope.ADMIN);
        }
        if (identity.hasRole(settings.useScope())) {
            return Caller.ofToken(subject, Scope.USE);
        }
        throw new DragomanException(
                ErrorCode.KEY_FORBIDDEN, "The token has no scope that allows to use this service.");
    }

    private static boolean isOfAnotherKey(Throwable failure) {
        return TokenFault.of(failure).filter(fault -> fault == TokenFault.KEY).isPresent();
    }

    private DragomanException refusal(Throwable failure) {
        Optional<TokenFault> fault = TokenFault.of(failure);
        if (fault.isEmpty()) {
            LOG.debugf("A token is unverified: %s", failure.getClass().getName());
            issuer.unanswered();
        }
        return fault.filter(one -> one != TokenFault.KEY || !issuer.mayHaveMoreKeys())
                .map(Tokens::invalid)
                .orElseGet(Tokens::unverified);
    }

    private static DragomanException invalid(TokenFault fault) {
        counter(fault).increment();
        return new DragomanException(ErrorCode.KEY_INVALID, fault.detail());
    }

    private static Counter counter(TokenFault fault) {
        return Metrics.counter("dragoman.tokens.invalid", "reason", fault.reason());
    }

    private static DragomanException unverified() {
        return DragomanException.keyUnverified(Issuer.PAUSE);
    }
}
