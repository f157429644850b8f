package org.dragoman.translation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The quotation marks of a sentence in any language: “ ” ‘ ’ „ “ ‚ ‘ « » ‹ › 「 」 『 』 《 》 〝 〞 and
 * those that are set twice, '' and ``; straight ones only when asked for. Which of a pair it is, is
 * told by what stands around it, since » opens in German and ” in Swedish. An apostrophe is none,
 * nor is the sign in a Hebrew acronym, nor inches.
 */
final class SourceMarks {
    private static final String OPENING = "“„‟«‹「『《〝";
    private static final String CLOSING = "”»›」』》〞";
    private static final String EAST_ASIAN = "「『《」』》〝〞";
    private static final String GUILLEMETS = "«»‹›";
    private static final String EITHER = "\"＂";
    private static final String SPACES = " \u00A0\u202F\u2009";

    private final String text;
    private final boolean straight;
    private final List<Mark> marks = new ArrayList<>();
    private int depth;

    private SourceMarks(String text, int depth, boolean straight) {
        this.text = text;
        this.depth = depth;
        this.straight = straight;
    }

    /** The typographic ones. */
    static List<Mark> of(String text) {
        return of(text, 0, false);
    }

    /**
     * @param open quotations that are open where the text begins
     * @param straight whether straight ones are wanted too
     */
    static List<Mark> of(String text, int open, boolean straight) {
        SourceMarks found = new SourceMarks(text, open, straight);
        found.scan();
        return found.marks;
    }

    /** How many quotations are open after the text when {@code before} were before it. */
    static int depth(String text, int before, boolean straight) {
        SourceMarks found = new SourceMarks(text, before, straight);
        found.scan();
        return found.depth;
    }

    private void scan() {
        int closes = -1;
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (at == closes) {
                mark(at, at + 1, false);
            } else if ((sign == '‘' || sign == '‚') && at > closes) {
                closes = single(at, closes);
            } else {
                add(at);
            }
            at = Math.max(at + 1, lastEnd());
        }
    }

    private int lastEnd() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1).end();
    }

    private void add(int at) {
        if (twice(at)) {
            mark(at, at + 2, text.charAt(at) == '`' || opens(at, 2));
        } else if (quotes(at)) {
            spaced(at);
        }
    }

    private void mark(int start, int end, boolean opens) {
        marks.add(new Mark(start, end, opens));
        depth = opens ? depth + 1 : Math.max(0, depth - 1);
    }

    /** Two apostrophes or grave accents, as on a typewriter; after a figure they are seconds. */
    private boolean twice(int at) {
        boolean two = text.startsWith("''", at) || text.startsWith("``", at);
        return two && !afterDigit(at) && !(inWord(at - 1) && inWord(at + 2));
    }

    private boolean quotes(int at) {
        char sign = text.charAt(at);
        if (Gershayim.at(text, at)) {
            return false;
        }
        return sign == '"'
                ? straight && !(afterDigit(at) && depth == 0)
                : sign == '＂' || OPENING.indexOf(sign) >= 0 || CLOSING.indexOf(sign) >= 0;
    }

    private boolean afterDigit(int at) {
        return at > 0 && Character.isDigit(text.charAt(at - 1));
    }

    private void spaced(int at) {
        boolean opens = opens(at, 1);
        int start = at;
        int end = at + 1;
        // «Les guillemets» of French have a space inside, which goes with the mark.
        if (GUILLEMETS.indexOf(text.charAt(at)) >= 0) {
            if (opens && end < text.length() && SPACES.indexOf(text.charAt(end)) >= 0) {
                end++;
            } else if (!opens && start > lastEnd() && SPACES.indexOf(text.charAt(start - 1)) >= 0) {
                start--;
            }
        }
        mark(start, end, opens);
    }

    /** By what stands around it; else by its shape, or by whether a quotation is open. */
    private boolean opens(int at, int length) {
        char sign = text.charAt(at);
        boolean shape =
                (EITHER.indexOf(sign) >= 0 || sign == '\'')
                        ? depth == 0
                        : OPENING.indexOf(sign) >= 0;
        if (EAST_ASIAN.indexOf(sign) >= 0) {
            return shape;
        }
        boolean wordBefore = at > 0 && !white(at - 1) && !bracket(at - 1);
        boolean wordAfter = inWord(at + length);
        return wordBefore == wordAfter ? shape : wordAfter;
    }

    private boolean bracket(int at) {
        return "([{—–-/".indexOf(text.charAt(at)) >= 0 || OPENING.indexOf(text.charAt(at)) >= 0;
    }

    private boolean inWord(int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.codePointAt(at));
    }

    /** Takes ‘ or ‚ for a mark when another can close it; gives where, or what was given. */
    private int single(int at, int otherwise) {
        boolean begins = !inWord(at - 1) && at + 1 < text.length() && !white(at + 1);
        int close = begins ? closing(at) : -1;
        if (close < 0) {
            return otherwise;
        }
        mark(at, at + 1, true);
        return close;
    }

    /** German closes ‚ with ‘. */
    private int closing(int at) {
        int high = text.charAt(at) == '‚' ? text.indexOf('‘', at + 1) : -1;
        return high >= 0 && endsWord(high) ? high : closingHigh(at + 1);
    }

    /** The first ’ after punctuation; else the first at the end of a word, one in s if need be. */
    private int closingHigh(int from) {
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
        return !white(at - 1) && !inWord(at + 1);
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
