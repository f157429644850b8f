package org.dragoman.torch;

import org.dragoman.text.Span;

/**
 * A piece that was found in a text.
 *
 * @param id in the SentencePiece vocabulary
 * @param text the piece; for unknown characters these as the normaliser wrote them
 * @param span what it stands for in the text, in UTF-16 units
 */
record FoundPiece(int id, String text, Span span) {
    /** The same in a text that has {@code units} more before this one's. */
    FoundPiece shift(int units) {
        return new FoundPiece(id, text, span.shift(units));
    }

    /** The same in what follows the first {@code units} of its text. */
    FoundPiece after(int units) {
        Span rest = new Span(Math.max(0, span.start() - units), Math.max(0, span.end() - units));
        return new FoundPiece(id, text, rest);
    }
}
