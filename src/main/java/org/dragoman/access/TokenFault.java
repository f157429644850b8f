package org.dragoman.access;

import io.quarkus.security.AuthenticationFailedException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Why a token is not valid. The signature is checked first: of the faults of claims only who has a
 * token that was issued hears.
 */
enum TokenFault {
    EXPIRED("The token has expired."),
    EARLY("The token is not valid yet."),
    AUDIENCE("The token is not meant for this service."),
    ISSUER("The token is not of the issuer that is trusted here."),
    SIGNATURE("The token's signature is not one that is valid."),
    KEY("The token's key is not one of the issuer's."),
    OTHER("This is not a token that is valid.");

    private static final Map<Integer, TokenFault> BY_CODE =
            Map.of(
                    ErrorCodes.EXPIRED, EXPIRED,
                    ErrorCodes.ISSUED_AT_INVALID_PAST, EXPIRED,
                    ErrorCodes.NOT_YET_VALID, EARLY,
                    ErrorCodes.AUDIENCE_INVALID, AUDIENCE,
                    ErrorCodes.AUDIENCE_MISSING, AUDIENCE,
                    ErrorCodes.ISSUER_INVALID, ISSUER,
                    ErrorCodes.ISSUER_MISSING, ISSUER,
                    ErrorCodes.SIGNATURE_INVALID, SIGNATURE,
                    ErrorCodes.SIGNATURE_MISSING, SIGNATURE);

    private final String detail;

    TokenFault(String detail) {
        this.detail = detail;
    }

    /** What the caller hears. */
    String detail() {
        return detail;
    }

    /** As a label of metrics. */
    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fault of a token that could not be verified; empty when that is no fault of it. */
    static Optional<TokenFault> of(Throwable failure) {
        Optional<InvalidJwtException> invalid = cause(failure, InvalidJwtException.class);
        if (invalid.isPresent()) {
            boolean unknown = cause(failure, UnresolvableKeyException.class).isPresent();
            return Optional.of(unknown ? KEY : of(invalid.get()));
        }
        boolean refused =
                failure instanceof AuthenticationFailedException && failure.getCause() == null;
        return refused ? Optional.of(OTHER) : Optional.empty();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, at -> at != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static TokenFault of(InvalidJwtException invalid) {
        return invalid.getErrorDetails().stream()
                .map(error -> BY_CODE.getOrDefault(error.getErrorCode(), OTHER))
                .filter(fault -> fault != OTHER)
                .findFirst()
                .orElse(OTHER);
    }
}
