package org.dragoman.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.dragoman.language.LanguageTag;

/**
 * Cuts a sentence that is too long for a model into pieces that fit, where a speaker would take a
 * breath: at clause marks and conjunctions, else at white space or, in scripts without it, between
 * the words of ICU's dictionary, else between characters. A number in groups and a shortened word
 * with what it belongs to are cut only where there is no other place. Immutable and thread-safe.
 */
@ApplicationScoped
public class ClauseSplitter {
    private final Lexicons lexicons = new Lexicons();

    /**
     * The pieces of {@code within}: in order, each beginning where the one before ends, together
     * exactly {@code within}. White space at a cut stays with the piece before it. Each piece fits,
     * save a single character (grapheme cluster) that does not fit on its own.
     *
     * @param fits asked of spans of {@code sentence}; a part of what fits must fit
     */
    public List<Span> split(
            String sentence, Span within, LanguageTag language, Predicate<Span> fits) {
        if (within.length() == 0 || fits.test(within)) {
            return List.of(within);
        }
        Breaths breaths = new Breaths(sentence, within, lexicons.of(language));
        List<Span> pieces = new ArrayList<>();
        Deque<Span> waiting = new ArrayDeque<>(List.of(within));
        while (!waiting.isEmpty()) {
            Span piece = waiting.pop();
            int cut = piece.length() == 0 || fits.test(piece) ? -1 : cut(sentence, piece, breaths);
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
    private static int cut(String sentence, Span piece, Breaths breaths) {
        int best = breaths.best(piece);
        return best < 0 ? characterNearMiddle(sentence, piece) : best;
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
