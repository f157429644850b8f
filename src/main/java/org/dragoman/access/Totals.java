package org.dragoman.access;

/**
 * What was done with a key.
 *
 * @param characters UTF-16 units times target languages
 * @param refused calls beyond its allowance
 */
public record Totals(long calls, long characters, long refused) {
    public static final Totals NONE = new Totals(0, 0, 0);

    public Totals plus(Totals more) {
        return new Totals(calls + more.calls, characters + more.characters, refused + more.refused);
    }
}
