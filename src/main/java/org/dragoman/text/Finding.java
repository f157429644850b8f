package org.dragoman.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something noticed about a text that a model wrote. Immutable.
 *
 * @param source what it is about in the text the model read; null when nothing there is meant
 * @param target what it is about in the text the model wrote; null when nothing there is meant
 */
public record Finding(Kind kind, Severity severity, @Nullable Span source, @Nullable Span target) {
    public Finding {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(severity);
    }

    /** The same where the two texts stand at these places of longer ones. */
    public Finding shift(int inSource, int inTarget) {
        return new Finding(
                kind,
                severity,
                source == null ? null : source.shift(inSource),
                target == null ? null : target.shift(inTarget));
    }

    /** What was noticed; the wire form is the name in kebab case. */
    public enum Kind {
        /** No sentence of the source is near enough to this one to have said it. */
        UNSUPPORTED,
        /** The model reached its longest target before the sentence was whole. */
        UNFINISHED
    }

    /** How bad it is; the wire form is the name in lower case. */
    public enum Severity {
        INFO,
        WARNING,
        SEVERE
    }
}
