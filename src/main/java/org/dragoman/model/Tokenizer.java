package org.dragoman.model;

import java.util.OptionalInt;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/** Text to ids and back, with exact spans. Immutable and thread-safe. */
public interface Tokenizer extends AutoCloseable {
    /** The ids of a text with the specials the model expects. */
    Tokens encode(String text, Direction direction);

    /**
     * The ids of a source text that is to be translated, or summarised, from one language into
     * another. A model of many languages marks the one or the other with an id of its own, which
     * has no span.
     *
     * @throws org.dragoman.failure.DragomanException language-unsupported when the model marks
     *     languages and has no mark for this one
     */
    default Tokens encode(String text, LanguageTag from, LanguageTag to) {
        return encode(text, Direction.SOURCE);
    }

    /**
     * The id a target in this language begins with; empty for a model that needs none.
     *
     * @throws org.dragoman.failure.DragomanException as {@link #encode(String, LanguageTag,
     *     LanguageTag)}
     */
    default OptionalInt opening(LanguageTag language) {
        return OptionalInt.empty();
    }

    /**
     * The languages the model has marks for; empty when it marks none. Where only targets are
     * marked these are the targets.
     */
    default Set<LanguageTag> languages() {
        return Set.of();
    }

    /** The text of ids; specials give nothing. */
    String decode(int[] ids);

    @Override
    void close();

    /** Which side of the model a text is on. */
    enum Direction {
        SOURCE,
        TARGET
    }
}
