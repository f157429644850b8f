package org.dragoman.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentences of a text. The languages of the catalogue go by rules over word lists ({@code
 * /text/<language>.txt}, each read when its language is first met); in others sentences end only
 * where ICU lets them (Unicode Standard Annex 29), which knows no shortened words. Thai and Lao
 * have no full stop: there sentences end at line breaks, at borrowed marks, and at spaces, as
 * {@link Pauses} tells. Takes time in proportion to the text. Immutable and thread-safe.
 */
@ApplicationScoped
public class SentenceSplitter {
    private final Lexicons lexicons = new Lexicons();

    /**
     * The sentences of {@code text}: ascending spans in UTF-16 units that do not overlap, have no
     * white space at their ends and together hold every character that is not white. A sentence
     * ends at every blank line, and at a line break unless the text is wrapped there. Closing
     * quotation marks and brackets stay with their sentence. No span begins or ends inside a
     * combining sequence.
     */
    public List<Span> split(String text, LanguageTag language) {
        Lexicon lexicon = lexicons.of(language);
        SentenceEnds ends = new SentenceEnds(text, lexicon, allowed(text, lexicon));
        Pauses pauses = new Pauses(text, lexicon);
        List<Span> sentences = new ArrayList<>();
        int start = WhiteSpace.skip(text, 0, text.length());
        for (Gap gap : Gaps.in(text, lexicon)) {
            if (ends.at(gap, start) || pauses.at(gap, start)) {
                sentences.add(new Span(start, gap.end()));
                start = gap.next();
            }
        }
        int end = WhiteSpace.skipBack(text, start, text.length());
        if (end > start) {
            sentences.add(new Span(start, end));
        }
        return List.copyOf(sentences);
    }

    private static @Nullable BitSet allowed(String text, Lexicon lexicon) {
        if (!lexicon.isEmpty()) {
            return null;
        }
        BreakIterator iterator = BreakIterator.getSentenceInstance(ULocale.ROOT);
        iterator.setText(text);
        BitSet boundaries = new BitSet(text.length() + 1);
        for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
            boundaries.set(at);
        }
        return boundaries;
    }
}
