package org.dragoman.failure;

import java.util.Locale;

/** Everything that can go wrong, as the HTTP contract names it. Immutable. */
public enum ErrorCode {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    INVALID_FIELD(400, "A field has a value that cannot be used"),
    UNKNOWN_FIELD(400, "A field is not known"),
    KEY_MISSING(401, "This needs a key"),
    KEY_INVALID(401, "The key is not one that is known here"),
    KEY_FORBIDDEN(403, "The key does not allow this"),
    NOT_FOUND(404, "There is nothing at this address"),
    MODEL_UNKNOWN(404, "No model has this name"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in the form asked for"),
    BODY_TIMEOUT(408, "The request came too slowly"),
    MODEL_BUSY(409, "The model is in use now"),
    TOO_LARGE(413, "The request is larger than the limit"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not in a form that is read here"),
    LANGUAGE_UNDETECTED(422, "The language of the text could not be told"),
    LANGUAGE_UNSUPPORTED(422, "None of the languages asked for can be reached"),
    LOW_QUALITY(422, "No version is good enough"),
    NO_ARTICLE(422, "The text holds no article"),
    MODEL_NOT_INSTALLED(422, "The model this needs is not installed"),
    QUEUE_FULL(429, "Too much work is waiting"),
    QUOTA_EXCEEDED(429, "The key has used up its allowance"),
    ATTEMPTS_EXCEEDED(429, "Too many keys that are not valid were sent"),
    INTERNAL(500, "Something failed inside the service"),
    KEY_UNVERIFIED(503, "The token cannot be verified now"),
    MODEL_UNAVAILABLE(503, "A model cannot be used now"),
    SHUTTING_DOWN(503, "The service is stopping"),
    DEADLINE_EXCEEDED(504, "The work was not done in the time given"),
    DISK_FULL(507, "There is no room left on the disk");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** One line for a person, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable name on the wire, in kebab case: {@code malformed-json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
