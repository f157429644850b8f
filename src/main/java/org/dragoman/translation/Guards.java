package org.dragoman.translation;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;

/** Who looks at what models made of sentences. Thread-safe. */
public interface Guards {
    /** The one for a pair of languages. */
    Guard between(LanguageTag source, LanguageTag target);

    /** Looks at translated sentences of one pair of languages. Thread-safe. */
    @FunctionalInterface
    interface Guard {
        /** Sees nothing. */
        Guard NONE = (source, target) -> List.of();

        /** What is wrong with a sentence; spans are in the two texts. */
        List<Finding> check(String source, String target);
    }
}
