package org.dragoman.model;

import java.util.OptionalInt;
import org.dragoman.language.LanguageTag;

/** Text to ids and back, with exact spans. Immutable and thread-safe. */
public interface Tokenizer extends AutoCloseable {
    /** The ids of a text with the specials the model expects. */
    Tokens encode(String text, Direction direction);

    /**
     * The same in a language, which a model of many languages marks with an id of its own.
     *
     * @throws org.dragoman.failure.DragomanException language-unsupported when the model has many
     *     languages and this is none of them
     */
    default Tokens encode(String text, Direction direction, LanguageTag language) {
        return encode(text, direction);
    }

    /**
     * The id a target in this language begins with; empty for a model that needs none.
     *
     * @throws org.dragoman.failure.DragomanException as {@link #encode(String, Direction,
     *     LanguageTag)}
     */
    default OptionalInt opening(LanguageTag language) {
        return OptionalInt.empty();
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
