package org.dragoman.translation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The typographic quotation marks of a sentence. Straight ones are left out: nothing is to be done
 * about them. An apostrophe is none.
 */
final class SourceMarks {
    private static final String OPENING = "“„‟«‹「『《〝";
    private static final String CLOSING = "”»›」』》〞";
    private static final String EAST_ASIAN = "「『《」』》〝〞";
    private static final String SPACES = " \u00A0\u202F\u2009";

    private final String text;
    private final List<Mark> marks = new ArrayList<>();

    private SourceMarks(String text) {
        this.text = text;
    }

    static List<Mark> of(String text) {
        SourceMarks found = new SourceMarks(text);
        int closes = -1;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (OPENING.indexOf(sign) >= 0 || CLOSING.indexOf(sign) >= 0) {
                found.add(i);
            } else if (i == closes) {
                found.marks.add(new Mark(i, i + 1, false));
            } else if ((sign == '‘' || sign == '‚') && i > closes) {
                closes = found.single(i, closes);
            }
        }
        return found.marks;
    }

    /** How many quotations are open after the text when {@code before} were before it. */
    static int depth(String text, int before) {
        int depth = before;
        for (Mark mark : of(text)) {
            depth = mark.opens() ? depth + 1 : Math.max(0, depth - 1);
        }
        return depth;
    }

    private void add(int at) {
        boolean opens = opens(at);
        int start = at;
        int end = at + 1;
        // «Les guillemets» of French have a space inside, which goes with the mark.
        if ("«»".indexOf(text.charAt(at)) >= 0) {
            if (opens && end < text.length() && SPACES.indexOf(text.charAt(end)) >= 0) {
                end++;
            } else if (!opens && start > 0 && SPACES.indexOf(text.charAt(start - 1)) >= 0) {
                start--;
            }
        }
        marks.add(new Mark(start, end, opens));
    }

    /** By what stands around it, since » opens in German and ” in Swedish; else by its shape. */
    private boolean opens(int at) {
        boolean shape = OPENING.indexOf(text.charAt(at)) >= 0;
        if (EAST_ASIAN.indexOf(text.charAt(at)) >= 0) {
            return shape;
        }
        boolean wordBefore = at > 0 && !Symbols.white(text.charAt(at - 1)) && !bracket(at - 1);
        boolean wordAfter = at + 1 < text.length() && inWord(at + 1);
        return wordBefore == wordAfter ? shape : wordAfter;
    }

    private boolean bracket(int at) {
        return "([{—–-/".indexOf(text.charAt(at)) >= 0 || OPENING.indexOf(text.charAt(at)) >= 0;
    }

    private boolean inWord(int at) {
        return Character.isLetterOrDigit(text.codePointAt(at));
    }

    /** Takes ‘ for a mark when a ’ can close it; gives where it does, or what was given. */
    private int single(int at, int otherwise) {
        boolean begins = (at == 0 || !inWord(at - 1)) && at + 1 < text.length() && !white(at + 1);
        int close = begins ? closing(at + 1) : -1;
        if (close < 0) {
            return otherwise;
        }
        marks.add(new Mark(at, at + 1, true));
        return close;
    }

    /** The first ’ after punctuation; else the first at the end of a word, one in s if need be. */
    private int closing(int from) {
        int next = text.indexOf('‘', from);
        int end = next < 0 ? text.length() : next;
        return IntStream.range(from + 1, end)
                .filter(at -> text.charAt(at) == '’' && endsWord(at))
                .boxed()
                .min(Comparator.comparingInt(this::doubt))
                .orElse(-1);
    }

    private int doubt(int at) {
        char before = text.charAt(at - 1);
        if (".,!?;:…".indexOf(before) >= 0) {
            return 0;
        }
        return before == 's' ? 2 : 1;
    }

    private boolean endsWord(int at) {
        return !white(at - 1) && (at + 1 == text.length() || !inWord(at + 1));
    }

    private boolean white(int at) {
        return Symbols.white(text.charAt(at));
    }

    /**
     * A quotation mark, with the space that belongs to it.
     *
     * @param opens whether it opens a quotation
     */
    record Mark(int start, int end, boolean opens) {}
}
