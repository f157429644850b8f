package org.dragoman.quality.support;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;

/**
 * The words of a text, twice over: as a reader counts them, and as they are compared. Not
 * thread-safe: one for each call.
 */
public final class Words {
    private static final Phrases FUNCTION_WORDS = Phrases.read("/quality/function-words.txt");
    private static final int SHORTEST_TERM = 3;
    private static final int STEM = 6;

    private final BreakIterator breaks;
    private final Set<String> functionWords;

    public Words(LanguageTag language) {
        this.breaks = BreakIterator.getWordInstance(ULocale.forLanguageTag(language.value()));
        this.functionWords = FUNCTION_WORDS.of(language);
    }

    /**
     * What lies between white space counts as one word, also "3.5", "well-known" and a lone dash;
     * in scripts without spaces each word of the dictionary counts.
     */
    public int count(String text) {
        int words = 0;
        for (String piece : text.strip().split("[\\s\\p{Z}]+", -1)) {
            words += isUnspaced(piece) ? Math.max(1, list(piece).size()) : 1;
        }
        return words;
    }

    /**
     * What a text is about: its words and numbers without those that only build sentences, cut to
     * six characters so that forms of a word fall together in languages that inflect at the end.
     */
    public Set<String> terms(String text) {
        return list(text).stream()
                .filter(this::tells)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, stem(word))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int stem(String word) {
        return Math.min(STEM, word.codePointCount(0, word.length()));
    }

    private boolean tells(String word) {
        boolean longEnough = word.length() >= SHORTEST_TERM || isUnspaced(word);
        return longEnough && !functionWords.contains(word);
    }

    /** Words and numbers in order, without differences of case. */
    private List<String> list(String text) {
        List<String> words = new ArrayList<>();
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NUMBER) {
                words.add(UCharacter.foldCase(text.substring(start, end), true));
            }
            start = end;
        }
        return words;
    }

    private static boolean isUnspaced(String text) {
        return text.codePoints().anyMatch(Words::isUnspaced);
    }

    private static boolean isUnspaced(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
