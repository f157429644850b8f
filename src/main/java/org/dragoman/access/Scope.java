package org.dragoman.access;

import java.util.Locale;
import org.dragoman.failure.DragomanException;

/** What a key allows; the wire form is the name in lower case. */
public enum Scope {
    /** Everything that works on texts, and asking what languages and models there are. */
    USE,
    /** That, and installing models, keys and the report of usage. */
    ADMIN;

    /** Whether who has this may do what takes the other. */
    public boolean allows(Scope other) {
        return compareTo(other) >= 0;
    }

    /** On the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scope with this wire name.
     *
     * @throws DragomanException invalid-field
     */
    public static Scope of(String wire) {
        for (Scope scope : values()) {
            if (scope.wire().equals(wire)) {
                return scope;
            }
        }
        throw DragomanException.invalidField("/scope", "A scope is use or admin.");
    }
}
