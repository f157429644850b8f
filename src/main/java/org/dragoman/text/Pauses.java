package org.dragoman.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import org.dragoman.language.WritingSystem;
import org.dragoman.text.Lexicon.Kind;

/**
 * Tells whether a space ends a sentence in a language without a full stop (Thai, Lao). A space
 * there may as well part two clauses, a name or a number from its words. It ends a sentence when
 * the stretch before it has at least {@value #LONGEST} words by ICU's dictionary, or {@value
 * #SHORTEST} and the space is double; between letters of the script, outside quotation marks and
 * brackets, and not before a word that joins clauses. So a sentence is at times two, seldom a half.
 * To be asked of gaps in ascending order. Not thread-safe.
 */
final class Pauses {
    static final int LONGEST = 30;
    static final int SHORTEST = 6;

    /** The signs for repetition and abbreviation, which a space follows by rule. */
    private static final String SPACED_SIGNS = "ๆฯໆຯ";

    private static final String OPENING = "“‘«([";
    private static final String CLOSING = "”’»)]";

    private final String text;
    private final Lexicon lexicon;
    private final boolean pausing;
    private final BreakIterator boundaries;
    private int read;
    private int depth;
    private int words;
    private int counted;

    Pauses(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        pausing = lexicon.lists(Kind.TERMINATOR, "space");
        boundaries = BreakIterator.getWordInstance(ULocale.ROOT);
        if (pausing) {
            boundaries.setText(text);
        }
    }

    /** Whether the sentence that begins at {@code start} ends at {@code gap}. */
    boolean at(Gap gap, int start) {
        if (!pausing) {
            return false;
        }
        read(gap, start);
        int enough = gap.next() - gap.end() > 1 ? SHORTEST : LONGEST;
        return !gap.terminated() && depth == 0 && words >= enough && between(gap);
    }

    /** Between letters of the script, and not before a word that joins clauses. */
    private boolean between(Gap gap) {
        return unspaced(gap.end() - 1)
                && SPACED_SIGNS.indexOf(text.charAt(gap.end() - 1)) < 0
                && unspaced(gap.next())
                && !lexicon.lists(Kind.CONJUNCTION, wordAt(gap.next()));
    }

    /** Counts words and open quotations from where the last question left off. */
    private void read(Gap gap, int start) {
        if (counted < start) {
            words = 0;
            depth = 0;
            read = start;
            counted = start;
        }
        for (; read < gap.end(); read++) {
            quote(text.charAt(read));
        }
        while (counted < gap.end()) {
            int next = boundaries.following(counted);
            words += Character.isLetterOrDigit(text.codePointAt(counted)) ? 1 : 0;
            counted = next == BreakIterator.DONE ? text.length() : next;
        }
    }

    private void quote(char unit) {
        if (unit == '"') {
            depth = depth == 0 ? 1 : depth - 1;
        } else if (OPENING.indexOf(unit) >= 0) {
            depth++;
        } else if (CLOSING.indexOf(unit) >= 0) {
            depth = Math.max(0, depth - 1);
        }
    }

    private String wordAt(int index) {
        int end = boundaries.following(index);
        return end == BreakIterator.DONE ? "" : text.substring(index, end);
    }

    private boolean unspaced(int index) {
        return !WritingSystem.spacesWords(text.charAt(index));
    }
}
