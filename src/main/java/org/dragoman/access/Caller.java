package org.dragoman.access;

/**
 * Who calls, as a key or a token tells: quotas, usage and fairness go by it.
 *
 * @param id 12 hexadecimal digits for a key; for a token {@code sub:} and its subject, so that the
 *     two are never one. It is in no metric and no log
 */
public record Caller(String id, Scope scope, Allowance allowance) {
    private static final String TOKEN = "sub:";

    static Caller ofToken(String subject, Scope scope) {
        return new Caller(TOKEN + subject, scope, Allowance.USUAL);
    }

    /** Whether an id is that of whom a token tells. */
    public static boolean ofToken(String id) {
        return id.startsWith(TOKEN);
    }
}
