package org.dragoman.translation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.dragoman.settings.Range;

/** How text is given to the translators. */
@ConfigMapping(prefix = "dragoman.translation")
public interface TranslationSettings {
    /**
     * Tokens of a sentence at most; a longer one is split at clause marks. The default models were
     * trained on short sentences: FLORES sentences, glued, lose 1 BLEU at 60 tokens, 4 at 90 (and 6
     * % of the text), 11 at 120 (20 %), and nothing when they are split again.
     */
    @WithDefault("80")
    @WithConverter(Range.FromEight.class)
    int longestSource();
}
