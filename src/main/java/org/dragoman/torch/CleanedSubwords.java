package org.dragoman.torch;

import java.util.OptionalInt;
import org.dragoman.model.Tokens;

/**
 * Takes out of decoded texts the spaces that English tokenizers leave before punctuation and
 * contractions: {@code clean_up_tokenization_spaces} of transformers. Immutable and thread-safe.
 */
final class CleanedSubwords implements Subwords {
    /** What is replaced, in this order, and by what. */
    private static final String[][] RULES = {
        {" .", "."},
        {" ?", "?"},
        {" !", "!"},
        {" ,", ","},
        {" ' ", "'"},
        {" n't", "n't"},
        {" 'm", "'m"},
        {" 's", "'s"},
        {" 've", "'ve"},
        {" 're", "'re"}
    };

    private final Subwords subwords;

    CleanedSubwords(Subwords subwords) {
        this.subwords = subwords;
    }

    @Override
    public Tokens encode(String text) {
        return subwords.encode(text);
    }

    @Override
    public OptionalInt id(String item) {
        return subwords.id(item);
    }

    @Override
    public String decode(int[] ids) {
        String text = subwords.decode(ids);
        for (String[] rule : RULES) {
            text = text.replace(rule[0], rule[1]);
        }
        return text;
    }

    @Override
    public void close() {
        subwords.close();
    }
}
