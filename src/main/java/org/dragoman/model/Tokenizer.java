package org.dragoman.model;

/** Text to ids and back, with exact spans. Immutable and thread-safe. */
public interface Tokenizer extends AutoCloseable {
    /** The ids of a text with the specials the model expects. */
    Tokens encode(String text, Direction direction);

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
