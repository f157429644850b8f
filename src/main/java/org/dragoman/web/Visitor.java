package org.dragoman.web;

import java.util.function.Supplier;
import org.dragoman.access.Caller;
import org.dragoman.access.Scope;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** Whom the doorkeeper let in. Immutable. */
sealed interface Visitor {
    /** Whose work it is: parties share the workers evenly. */
    String party();

    /**
     * Goes on only for who may do what takes the scope.
     *
     * @throws DragomanException key-missing, key-invalid, attempts-exceeded; key-forbidden for a
     *     key or token without the scope
     */
    void require(Scope scope);

    /**
     * Somebody without a key or token, where none is needed to come in.
     *
     * @param party the client's address
     * @param refusal what it hears where one is needed
     */
    record Stranger(String party, Supplier<DragomanException> refusal) implements Visitor {
        @Override
        public void require(Scope scope) {
            throw refusal.get();
        }
    }

    /**
     * Who has the key of the configuration, which may do everything.
     *
     * @param party the client's address
     */
    record Operator(String party) implements Visitor {
        @Override
        public void require(Scope scope) {
            // It has every scope.
        }
    }

    /** Who has a key or a token. */
    record Holder(Caller caller) implements Visitor {
        @Override
        public String party() {
            return caller.id();
        }

        @Override
        public void require(Scope scope) {
            if (!caller.scope().allows(scope)) {
                throw new DragomanException(
                        ErrorCode.KEY_FORBIDDEN,
                        "This takes a key or token with the scope " + scope.wire() + ".");
            }
        }
    }
}
