package org.dragoman.quality;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.Provenance;

/**
 * What a check tells.
 *
 * @param sentences of the text that was checked, in order
 * @param models that were used
 */
record Told(List<CheckAnswer.Sentence> sentences, List<Provenance.Used> models) {
    Told {
        sentences = List.copyOf(sentences);
        models = List.copyOf(models);
    }

    /** A text in a language. */
    record Text(String text, LanguageTag language) {}
}
