package org.dragoman.article;

import java.util.List;
import org.dragoman.text.Span;

/**
 * A line of the input, or several that were one before they were wrapped. Immutable.
 *
 * @param text as it stands in the input
 * @param source where, without white space at the ends
 * @param afterBlank whether a blank line stands before it
 * @param words the words; of a long block only the first
 */
record Block(String text, Span source, boolean afterBlank, List<Word> words) {
    /** Clutter lines are shorter, in UTF-16 units. */
    private static final int LONGEST_LINE = 500;

    private static final int WORDS_OF_A_SENTENCE = 6;
    private static final int WORDS_OF_A_PARAGRAPH = 30;
    private static final int LETTERS_OF_A_PARAGRAPH = 200;
    private static final String STOPS = ".!?…。！？؟।";
    private static final String CLOSING = "\"'”’»)]*";
    private static final String BULLETS = "-*•·–◦▪";
    private static final String OPENING_QUOTES = "\"'“‘«„";

    static Block of(String input, Span source, boolean afterBlank) {
        String text = source.in(input);
        return new Block(text, source, afterBlank, Word.of(head(text)));
    }

    private static String head(String text) {
        return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE);
    }

    /** Whether it is short enough to be one line of clutter. */
    boolean isLine() {
        return text.length() <= LONGEST_LINE;
    }

    /** Whether it ends as a sentence does; a stop after white space is how scrapers end a line. */
    boolean endsSentence() {
        return endsSentence(text);
    }

    static boolean endsSentence(String text) {
        int last = text.length() - 1;
        while (last > 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return STOPS.indexOf(text.charAt(last)) >= 0
                && (last == 0 || !White.is(text.charAt(last - 1)));
    }

    /** Whether it reads as running text: a whole sentence, or too long for a line of anything. */
    boolean isProse() {
        return text.length() > LETTERS_OF_A_PARAGRAPH
                || words.size() >= WORDS_OF_A_PARAGRAPH
                || (words.size() >= WORDS_OF_A_SENTENCE && endsSentence() && !asks());
    }

    /** Headlines may ask; so a short question is not yet running text. */
    private boolean asks() {
        return text.endsWith("?") && words.size() < 2 * WORDS_OF_A_SENTENCE;
    }

    boolean opensQuotation() {
        return opensQuotation(text, 0);
    }

    static boolean opensQuotation(String text, int index) {
        return OPENING_QUOTES.indexOf(text.charAt(index)) >= 0;
    }

    /** Whether it begins with a bullet. */
    boolean isListItem() {
        return text.length() > 1
                && BULLETS.indexOf(text.charAt(0)) >= 0
                && White.is(text.charAt(1));
    }
}
