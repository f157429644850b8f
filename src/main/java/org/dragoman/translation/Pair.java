package org.dragoman.translation;

import org.dragoman.language.LanguageTag;
import org.dragoman.language.QuotationMarks;
import org.dragoman.language.WritingSystem;

/**
 * From which language to which, and how each is written.
 *
 * @param marks quotation marks of the target
 * @param from how the source is written
 * @param to how the target is written
 * @param percent of the target
 */
record Pair(
        LanguageTag source,
        LanguageTag target,
        QuotationMarks marks,
        WritingSystem from,
        WritingSystem to,
        Percent percent) {
    static Pair of(LanguageTag source, LanguageTag target) {
        return new Pair(
                source,
                target,
                QuotationMarks.of(target),
                WritingSystem.of(source),
                WritingSystem.of(target),
                Percent.of(target));
    }
}
