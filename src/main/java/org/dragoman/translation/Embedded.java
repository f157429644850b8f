package org.dragoman.translation;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.text.Span;

/**
 * What stands in a text that runs the other way than the text: words with what is between them, and
 * in text from right to left also numbers of several groups, which read from left to right.
 */
final class Embedded {
    /** Telephone numbers, dates, thousands with spaces, numbers with a sign. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\+\\d[\\d ().-]{5,}\\d|\\d{1,4}(?:-\\d{1,4}){2,}"
                            + "|\\d{1,3}(?: \\d{3})+(?!\\d)"
                            + "|(?<![\\p{L}\\p{N}])[-−+±]\\d(?:[\\d.,]*\\d)?%?");

    /** Signs that belong to the word they stand before, or after. */
    private static final String LEADING = "+#@$€£¥~_&.";

    private static final String TRAILING = "+#%*/°™®";
    private static final String OPENING = "([{«“";
    private static final String CLOSING = ")]}»”";

    private final String text;
    private final boolean rightToLeft;
    private final List<Span> runs;

    /**
     * @param rightToLeft the direction of the text itself
     */
    Embedded(String text, boolean rightToLeft) {
        this.text = text;
        this.rightToLeft = rightToLeft;
        this.runs = find();
    }

    /** Ascending and apart; none when the text has no letter of its own direction. */
    List<Span> runs() {
        return runs;
    }

    private List<Span> find() {
        List<Span> words = new ArrayList<>();
        boolean own = false;
        int at = 0;
        while (at < text.length()) {
            own |= own(at);
            if (other(at)) {
                int end = end(at);
                words.add(new Span(start(at), end));
                at = end;
            } else {
                at++;
            }
        }
        if (!own) {
            return List.of();
        }
        return rightToLeft ? withNumbers(words) : words;
    }

    /** Index of the run the text's first letter is in; -1 when that is of its own direction. */
    int first() {
        int at = 0;
        while (at < text.length() && !own(at) && !other(at)) {
            at++;
        }
        if (runs.isEmpty() || own(at)) {
            return -1;
        }
        int run = 0;
        while (runs.get(run).end() <= at) {
            run++;
        }
        return run;
    }

    /** Whether the letter there is of the text's own direction. */
    boolean own(int at) {
        return rightToLeft ? leftward(at) : rightward(at);
    }

    private boolean other(int at) {
        return rightToLeft ? rightward(at) : leftward(at);
    }

    private boolean rightward(int at) {
        return direction(at) == UCharacterDirection.LEFT_TO_RIGHT;
    }

    private boolean leftward(int at) {
        return switch (direction(at)) {
            case UCharacterDirection.RIGHT_TO_LEFT,
                    UCharacterDirection.RIGHT_TO_LEFT_ARABIC,
                    UCharacterDirection.ARABIC_NUMBER ->
                    true;
            default -> false;
        };
    }

    private int direction(int at) {
        return Character.isLowSurrogate(text.charAt(at))
                ? UCharacterDirection.OTHER_NEUTRAL
                : UCharacter.getDirection(text.codePointAt(at));
    }

    /** With the figures and signs before the first letter that belong to its word. */
    private int start(int at) {
        int start = at;
        while (rightToLeft && start > 0 && leads(text.charAt(start - 1))) {
            start--;
        }
        // A sign after a letter belongs to that one's word.
        return start > 0 && Character.isLetter(text.charAt(start - 1)) ? at : start;
    }

    private static boolean leads(char sign) {
        return LEADING.indexOf(sign) >= 0 || Character.isDigit(sign);
    }

    /** After the last letter or figure before one of the text's own, brackets being closed. */
    private int end(int from) {
        Deque<Character> open = new ArrayDeque<>();
        int end = from + Character.charCount(text.codePointAt(from));
        for (int at = from; at < text.length() && !stops(at, open); at++) {
            boolean counts = bracket(at, open) || other(at) || figure(at);
            end = counts && open.isEmpty() ? Math.max(end, at + 1) : end;
        }
        return rightToLeft ? trailing(end) : end;
    }

    /** Notes a bracket that is opened or closed; whether one was closed. */
    private boolean bracket(int at, Deque<Character> open) {
        if (closes(at, open)) {
            open.pop();
            return true;
        }
        if (quotes(at) || OPENING.indexOf(text.charAt(at)) >= 0) {
            open.push(closing(text.charAt(at)));
        }
        return false;
    }

    private static char closing(char opening) {
        return opening == '"' ? opening : CLOSING.charAt(OPENING.indexOf(opening));
    }

    private boolean quotes(int at) {
        return text.charAt(at) == '"';
    }

    private boolean closes(int at, Deque<Character> open) {
        return !open.isEmpty() && open.peek() == text.charAt(at);
    }

    private boolean stops(int at, Deque<Character> open) {
        char sign = text.charAt(at);
        boolean opens = quotes(at) && at > 0 && Symbols.white(text.charAt(at - 1));
        boolean unmatched =
                (CLOSING.indexOf(sign) >= 0 || (quotes(at) && !opens)) && !closes(at, open);
        return own(at) || unmatched || "،؛؟\n\r".indexOf(sign) >= 0;
    }

    private boolean figure(int at) {
        return rightToLeft && Character.isDigit(text.charAt(at));
    }

    private int trailing(int from) {
        int end = from;
        while (end < text.length() && TRAILING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end < text.length() && own(end) ? from : end;
    }

    private List<Span> withNumbers(List<Span> words) {
        List<Span> all = new ArrayList<>(words);
        BitSet taken = new BitSet(text.length());
        words.forEach(word -> taken.set(word.start(), word.end()));
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            int next = taken.nextSetBit(number.start());
            if (next < 0 || next >= number.end()) {
                all.add(new Span(number.start(), number.end()));
            }
        }
        all.sort(Comparator.comparingInt(Span::start));
        return all;
    }
}
