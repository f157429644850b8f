package org.dragoman.quality.segment;

import org.dragoman.language.LanguageTag;
import org.dragoman.language.WritingSystem;

/** A text with a right translation of it. */
record AlignedPair(LanguageTag from, LanguageTag to, String source, String target) {
    AlignedPair with(String damaged) {
        return new AlignedPair(from, to, source, damaged);
    }

    /** This pair and {@code next} one after the other. */
    AlignedPair and(AlignedPair next) {
        return new AlignedPair(
                from,
                to,
                source.strip() + gap(from) + next.source.strip(),
                target.strip() + gap(to) + next.target.strip());
    }

    /** What parts sentences of {@code language}. */
    static String gap(LanguageTag language) {
        return WritingSystem.of(language).spacedSentences() ? " " : "";
    }
}
