package org.dragoman.quality.claim;

import org.dragoman.text.Span;

/**
 * A word or a figure of a text. Immutable.
 *
 * @param span where it stands in the text
 * @param form in lower case, without the sign of a possessor
 * @param stem what its inflected forms have in common
 * @param before what stands between it and the word before
 * @param content whether it tells something, other than words that only build sentences
 * @param owner whether it carries the sign of a possessor: Anna's
 * @param capital whether it begins with a capital
 */
record Word(
        Span span,
        String form,
        String stem,
        Mark before,
        boolean content,
        boolean owner,
        boolean capital) {

    /** Between two words. */
    enum Mark {
        NONE,
        HYPHEN,
        COMMA,
        QUOTE,
        /** Semicolon, colon, dash, bracket, full stop, the start of the sentence. */
        STOP
    }

    Word owning() {
        return new Word(span, form, stem, before, content, true, capital);
    }

    boolean figure() {
        return Character.isDigit(form.codePointAt(0));
    }

    /** Whether it looks like a page's address: example.org. */
    boolean address() {
        int dot = form.indexOf('.');
        return dot > 1 && form.length() - dot > 2;
    }

    /** Whether a clause may end between this word and the one before. */
    boolean apart() {
        return before.compareTo(Mark.COMMA) >= 0;
    }
}
