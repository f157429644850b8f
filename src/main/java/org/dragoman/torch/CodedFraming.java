package org.dragoman.torch;

import java.util.OptionalInt;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/**
 * Rows that bear the id of their language: before the pieces, with the end of sequence after them,
 * or behind the end of sequence. A target begins with its language's id. Immutable and thread-safe.
 */
final class CodedFraming implements Framing {
    private final LanguageMarks languages;
    private final int end;
    private final boolean codeFirst;
    private final Frame usual;

    /**
     * @param end the id that ends a sequence
     * @param codeFirst whether the language stands before the pieces
     * @param usual the language of a text whose language is not told
     */
    CodedFraming(LanguageMarks languages, int end, boolean codeFirst, int usual) {
        this.languages = languages;
        this.end = end;
        this.codeFirst = codeFirst;
        this.usual = frame(usual);
    }

    @Override
    public Frame usual() {
        return usual;
    }

    @Override
    public Frame between(LanguageTag from, LanguageTag to) {
        return frame(languages.of(from).id());
    }

    @Override
    public OptionalInt opening(LanguageTag language) {
        return OptionalInt.of(languages.of(language).id());
    }

    @Override
    public Set<LanguageTag> languages() {
        return languages.tags();
    }

    private Frame frame(int code) {
        return codeFirst
                ? new Frame(new int[] {code}, new int[] {end})
                : new Frame(new int[0], new int[] {end, code});
    }
}
