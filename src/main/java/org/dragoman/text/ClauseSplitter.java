package org.dragoman.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dragoman.language.LanguageTag;

/**
 * Cuts a sentence that is too long for a model into pieces that fit, where a speaker would take a
 * breath: at clause marks and conjunctions, else at white space, else between characters. Immutable
 * and thread-safe.
 */
@ApplicationScoped
public class ClauseSplitter {
    private static final String STRONG = ";:—–.!?…；：。！？؛؟।";
    private static final String WEAK = ",)]”»，、،";

    private final Map<String, Lexicon> lexicons;

    public ClauseSplitter() {
        lexicons = Map.of("en", Lexicon.read("en"), "pt", Lexicon.read("pt"));
    }

    /**
     * The pieces of {@code within}: in order, each beginning where the one before ends, together
     * exactly {@code within}. White space at a cut stays with the piece before it. Each piece fits,
     * save a single character (grapheme cluster) that does not fit on its own.
     *
     * @param fits asked of spans of {@code sentence}; a part of what fits must fit
     */
    public List<Span> split(
            String sentence, Span within, LanguageTag language, Predicate<Span> fits) {
        Lexicon lexicon = lexicons.getOrDefault(language.language(), Lexicon.NONE);
        List<Span> pieces = new ArrayList<>();
        Deque<Span> waiting = new ArrayDeque<>(List.of(within));
        while (!waiting.isEmpty()) {
            Span piece = waiting.pop();
            int cut = piece.length() == 0 || fits.test(piece) ? -1 : cut(sentence, piece, lexicon);
            if (cut < 0) {
                pieces.add(piece);
            } else {
                waiting.push(new Span(cut, piece.end()));
                waiting.push(new Span(piece.start(), cut));
            }
        }
        return List.copyOf(pieces);
    }

    /** The best place to cut; -1 when it is one character. */
    private static int cut(String sentence, Span piece, Lexicon lexicon) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        int index = WhiteSpace.skip(sentence, piece.start(), piece.end());
        int last = WhiteSpace.skipBack(sentence, piece.start(), piece.end());
        while (index < last) {
            int end = wordEnd(sentence, index, last);
            int next = WhiteSpace.skip(sentence, end, last);
            double score = strength(sentence, end, next, lexicon) - imbalance(piece, next);
            if (next < last && score > most && !Marks.attaches(sentence.codePointAt(next))) {
                most = score;
                best = next;
            }
            index = next;
        }
        return best < 0 ? characterNearMiddle(sentence, piece) : best;
    }

    private static int wordEnd(String sentence, int from, int limit) {
        int index = from;
        while (index < limit && !WhiteSpace.is(sentence.charAt(index))) {
            index++;
        }
        return index;
    }

    /** 0 in the middle, 1 at the ends: a mark outweighs white space within its strength of it. */
    private static double imbalance(Span piece, int cut) {
        return Math.abs(2.0 * (cut - piece.start()) / piece.length() - 1);
    }

    private static double strength(String sentence, int end, int next, Lexicon lexicon) {
        char mark = sentence.charAt(end - 1);
        if (STRONG.indexOf(mark) >= 0) {
            return 0.7;
        }
        if (WEAK.indexOf(mark) >= 0) {
            return 0.5;
        }
        String word = sentence.substring(next, Math.min(sentence.length(), next + 12));
        int space = word.indexOf(' ');
        return space > 0 && lexicon.lists(Lexicon.Kind.CONJUNCTION, word.substring(0, space))
                ? 0.4
                : 0;
    }

    private static int characterNearMiddle(String sentence, Span piece) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(piece.in(sentence));
        int middle = piece.length() / 2;
        int before = middle == 0 ? 0 : characters.preceding(middle + 1);
        int cut = before > 0 ? before : characters.following(0);
        return cut <= 0 || cut >= piece.length() ? -1 : piece.start() + cut;
    }
}
