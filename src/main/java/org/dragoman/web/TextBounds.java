package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dragoman.access.Quotas;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Capacity;
import org.dragoman.inference.Deadline;

/**
 * How much text a call may bring, and whether there is room for it, before any work. Thread-safe.
 */
@ApplicationScoped
public class TextBounds {
    private final HttpLimits limits;
    private final Capacity capacity;
    private final Quotas quotas;

    TextBounds(HttpLimits limits, Capacity capacity, Quotas quotas) {
        this.quotas = quotas;
        this.limits = limits;
        this.capacity = capacity;
    }

    /**
     * A call with these texts for so many target languages, which models are to work on: it is
     * promised room in the queue, so that it is refused now or not at all.
     *
     * @throws DragomanException too-large with the size and the limit; invalid-field for too many
     *     texts or targets; quota-exceeded; queue-full
     */
    public void admit(List<String> texts, int targets, Deadline deadline) {
        check(texts, targets);
        long units = units(texts) * Math.max(1, targets);
        // A call that has no room costs no characters.
        capacity.promise(deadline, units);
        charge(units, deadline);
    }

    /**
     * A call with these texts that no model works on.
     *
     * @throws DragomanException too-large with the size and the limit; invalid-field for too many
     *     texts; quota-exceeded
     */
    public void admit(List<String> texts, Deadline deadline) {
        check(texts, 1);
        charge(units(texts), deadline);
    }

    private void charge(long units, Deadline deadline) {
        quotas.characters(deadline.party(), units);
    }

    /** The same for one text. */
    public void admit(String text, int targets, Deadline deadline) {
        admit(List.of(text), targets, deadline);
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
        long units = units(texts);
        refuseAbove(limits.text(), units, "The text has %d UTF-16 units; the limit is %d.");
        refuseAbove(
                limits.textTimesTargets(),
                units * Math.max(1, targets),
                "Text times targets is %d UTF-16 units; the limit is %d.");
    }

    private static long units(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum();
    }

    private static void refuseAbove(int limit, long size, String detail) {
        if (size > limit) {
            throw new DragomanException(ErrorCode.TOO_LARGE, detail.formatted(size, limit));
        }
    }
}
