package org.dragoman.translation;

import org.dragoman.language.LanguageTag;
import org.dragoman.language.QuotationMarks;

/** From which language to which. */
record Pair(LanguageTag source, LanguageTag target, QuotationMarks marks) {
    static Pair of(LanguageTag source, LanguageTag target) {
        return new Pair(source, target, QuotationMarks.of(target));
    }
}
