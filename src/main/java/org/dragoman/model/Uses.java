package org.dragoman.model;

import java.util.Objects;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/**
 * What a model can be used for. Immutable.
 *
 * @param from languages it reads
 * @param to languages it writes, for a translator any of them from any other it reads; a summarizer
 *     writes what it reads; empty for an embedder, and for no other
 * @param prefix put before every source, {@code "summarize: "}; empty for most
 */
public record Uses(ModelTask task, Set<LanguageTag> from, Set<LanguageTag> to, String prefix) {
    public Uses {
        Objects.requireNonNull(task);
        Objects.requireNonNull(prefix);
        from = Set.copyOf(from);
        to = Set.copyOf(to);
        if (from.isEmpty()) {
            throw new IllegalArgumentException("A model reads some language");
        }
        if (to.isEmpty() != (task == ModelTask.EMBEDDING)) {
            throw new IllegalArgumentException("All models but embedders write some language");
        }
    }

    /** A translator without a prefix. */
    public static Uses translating(Set<LanguageTag> from, Set<LanguageTag> to) {
        return new Uses(ModelTask.TRANSLATION, from, to, "");
    }

    /** A summarizer. */
    public static Uses summarizing(Set<LanguageTag> languages, String prefix) {
        return new Uses(ModelTask.SUMMARIZATION, languages, languages, prefix);
    }

    /** An embedder. */
    public static Uses embedding(Set<LanguageTag> languages, String prefix) {
        return new Uses(ModelTask.EMBEDDING, languages, Set.of(), prefix);
    }
}
