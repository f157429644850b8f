package org.dragoman.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import org.dragoman.language.WritingSystem;
import org.dragoman.text.Lexicon.Kind;

/**
 * The places in a sentence where it may be cut, and how good each is: at white space, and in
 * scripts that put none between words at the word boundaries of ICU's dictionary. Immutable.
 */
final class Breaths {
    private static final String STRONG = ";:—–.!?…；：。！？｡؛؟।॥;·";
    private static final String WEAK = ",)]”»，、،､」』）";
    private static final String CLOSING = ")]}”’»，、；：。！？｡､」』）》〉】…,.;:!?ๆฯーっッ々";
    private static final String OPENING = "([{“‘«「『（《〈【";

    private static final int LONGEST_WORD = 12;

    /** Worse than any place without it: within a number, or after a shortened word. */
    private static final double TEARS = -3;

    private final String sentence;
    private final Lexicon lexicon;
    private final Dots dots;
    private final BitSet words;

    Breaths(String sentence, Span within, Lexicon lexicon) {
        this.sentence = sentence;
        this.lexicon = lexicon;
        this.dots = new Dots(sentence, lexicon);
        this.words = words(sentence, within);
    }

    /** Boundaries of words at letters of scripts without spaces. */
    private static BitSet words(String sentence, Span within) {
        BitSet words = new BitSet();
        String text = within.in(sentence);
        if (text.codePoints().allMatch(WritingSystem::spacesWords)) {
            return words;
        }
        BreakIterator iterator = BreakIterator.getWordInstance(ULocale.ROOT);
        iterator.setText(text);
        for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
            if (at > 0 && at < text.length() && unspaced(text, at)) {
                words.set(within.start() + at);
            }
        }
        return words;
    }

    private static boolean unspaced(String text, int at) {
        return !WritingSystem.spacesWords(text.codePointBefore(at))
                || !WritingSystem.spacesWords(text.codePointAt(at));
    }

    /** The best place to cut {@code piece}, nearest the middle of equals; -1 when there is none. */
    int best(Span piece) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        int first = WhiteSpace.skip(sentence, piece.start(), piece.end()) + 1;
        int last = WhiteSpace.skipBack(sentence, piece.start(), piece.end());
        for (int at = first; at < last; at++) {
            if (possible(at)) {
                double score = strength(at, piece.start()) - imbalance(piece, at);
                if (score > most) {
                    most = score;
                    best = at;
                }
            }
        }
        return best;
    }

    private boolean possible(int at) {
        return (WhiteSpace.is(sentence.charAt(at - 1)) || words.get(at))
                && !WhiteSpace.is(sentence.charAt(at))
                && !Marks.attaches(sentence.codePointAt(at));
    }

    /** 0 in the middle, 1 at the ends: a mark outweighs white space within its strength of it. */
    private static double imbalance(Span piece, int cut) {
        return Math.abs(2.0 * (cut - piece.start()) / piece.length() - 1);
    }

    private double strength(int at, int start) {
        int end = WhiteSpace.skipBack(sentence, start, at);
        boolean glued = end == at;
        if (end == start || tears(end, at, glued)) {
            return TEARS;
        }
        char mark = sentence.charAt(end - 1);
        if (STRONG.indexOf(mark) >= 0) {
            return 0.7;
        }
        if (WEAK.indexOf(mark) >= 0) {
            return 0.5;
        }
        return lexicon.lists(Kind.CONJUNCTION, wordAt(at)) ? 0.4 : 0;
    }

    private boolean tears(int end, int at, boolean glued) {
        char before = sentence.charAt(end - 1);
        char after = sentence.charAt(at);
        if (glued) {
            boolean marked = CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0;
            return marked || Character.isDigit(before) || dotted(at);
        }
        return (Character.isDigit(before) && Character.isDigit(after))
                || (before == '.' && shortened(end - 1));
    }

    /** Whether the letters from {@code at} on end in a dot, as those of a shortened word do. */
    private boolean dotted(int at) {
        int end = at;
        int limit = Math.min(sentence.length(), at + LONGEST_WORD);
        while (end < limit
                && (Character.isLetter(sentence.charAt(end))
                        || Marks.attaches(sentence.charAt(end)))) {
            end++;
        }
        return end < limit && sentence.charAt(end) == '.';
    }

    private boolean shortened(int dot) {
        String token = dots.token(dot);
        return lexicon.lists(Kind.TITLE, token)
                || lexicon.lists(Kind.NUMBER, token)
                || (token.length() == 1 && Character.isUpperCase(token.charAt(0)));
    }

    private String wordAt(int at) {
        int end = at;
        int limit = Math.min(sentence.length(), at + LONGEST_WORD);
        while (end < limit
                && !WhiteSpace.is(sentence.charAt(end))
                && (end == at || !words.get(end))) {
            end++;
        }
        return sentence.substring(at, end);
    }
}
