package org.dragoman.torch;

import java.util.OptionalInt;
import org.dragoman.model.Tokens;

/** Text to ids and back, without what stands around a row. Immutable and thread-safe. */
interface Subwords extends AutoCloseable {
    /**
     * The ids of a text. A special item that is written out in the text is that item, as
     * transformers has it, and has a span.
     */
    Tokens encode(String text);

    /** The id of an item of the vocabulary, special or not; empty when there is none. */
    OptionalInt id(String item);

    /** The text of ids; special items give nothing. */
    String decode(int[] ids);

    @Override
    void close();
}
