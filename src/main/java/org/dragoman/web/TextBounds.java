package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** How much text a call may bring, checked before any work. Thread-safe. */
@ApplicationScoped
public class TextBounds {
    private final HttpLimits limits;

    TextBounds(HttpLimits limits) {
        this.limits = limits;
    }

    /**
     * A call with one text.
     *
     * @throws DragomanException too-large
     */
    public void check(String text, int targets) {
        check(List.of(text), targets);
    }

    /**
     * A call with these texts and so many target languages.
     *
     * @throws DragomanException too-large with the size and the limit; invalid-field for too many
     *     texts or targets
     */
    public void check(List<String> texts, int targets) {
        if (texts.size() > limits.texts()) {
            throw DragomanException.invalidField(
                    "/texts", "At most " + limits.texts() + " texts a call.");
        }
        if (targets > limits.targets()) {
            throw DragomanException.invalidField(
                    "/targets", "At most " + limits.targets() + " target languages a call.");
        }
        long units = texts.stream().mapToLong(String::length).sum();
        refuseAbove(limits.text(), units, "The text has %d UTF-16 units; the limit is %d.");
        refuseAbove(
                limits.textTimesTargets(),
                units * Math.max(1, targets),
                "Text times targets is %d UTF-16 units; the limit is %d.");
    }

    private static void refuseAbove(int limit, long size, String detail) {
        if (size > limit) {
            throw new DragomanException(ErrorCode.TOO_LARGE, detail.formatted(size, limit));
        }
    }
}
