package org.dragoman.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentences of a text. English and Portuguese go by rules over word lists ({@code
 * /text/<language>.txt}); in other languages sentences end only where ICU, with CLDR's
 * suppressions, lets them (Unicode Standard Annex 29). Takes time in proportion to the text.
 * Immutable and thread-safe.
 */
@ApplicationScoped
public class SentenceSplitter {
    /** The languages with suppressions in CLDR and without a lexicon here. */
    private static final List<String> SUPPRESSED = List.of("de", "el", "es", "fr", "it", "ru");

    private final Map<String, Lexicon> lexicons;
    private final Map<String, BreakIterator> filtered;

    public SentenceSplitter() {
        lexicons = Map.of("en", Lexicon.read("en"), "pt", Lexicon.read("pt"));
        filtered =
                SUPPRESSED.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), SentenceSplitter::withSuppressions));
    }

    private static BreakIterator withSuppressions(String language) {
        ULocale locale = new ULocale(language);
        return FilteredBreakIteratorBuilder.getInstance(locale)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }

    /**
     * The sentences of {@code text}: ascending spans in UTF-16 units that do not overlap, have no
     * white space at their ends and together hold every character that is not white. A sentence
     * ends at every blank line, and at a line break unless the text is wrapped there. Closing
     * quotation marks and brackets stay with their sentence. No span begins or ends inside a
     * combining sequence.
     */
    public List<Span> split(String text, LanguageTag language) {
        Lexicon lexicon = lexicons.getOrDefault(language.language(), Lexicon.NONE);
        SentenceEnds ends = new SentenceEnds(text, lexicon, allowed(text, language, lexicon));
        List<Span> sentences = new ArrayList<>();
        int start = WhiteSpace.skip(text, 0, text.length());
        for (Gap gap : Gaps.in(text)) {
            if (ends.at(gap, start)) {
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

    private @Nullable BitSet allowed(String text, LanguageTag language, Lexicon lexicon) {
        if (!lexicon.isEmpty()) {
            return null;
        }
        BreakIterator known = filtered.get(language.language());
        BreakIterator iterator =
                known == null ? BreakIterator.getSentenceInstance(ULocale.ROOT) : known.clone();
        iterator.setText(text);
        BitSet boundaries = new BitSet(text.length() + 1);
        for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
            boundaries.set(at);
        }
        return boundaries;
    }
}
