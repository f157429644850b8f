package org.dragoman.text;

import java.util.ArrayList;
import java.util.List;

/** Finds the gaps of a text where a sentence may end, in one pass. Not thread-safe. */
final class Gaps {
    private final String text;
    private final List<Gap> found = new ArrayList<>();
    private final boolean semicolon;
    private final boolean space;

    private Gaps(String text, Lexicon lexicon) {
        this.text = text;
        semicolon = lexicon.lists(Lexicon.Kind.TERMINATOR, ";");
        space = lexicon.lists(Lexicon.Kind.TERMINATOR, "space");
    }

    /**
     * Gaps after terminators and gaps that hold a line break, and all white space where the
     * language ends sentences by it; ascending, none at the ends.
     */
    static List<Gap> in(String text, Lexicon lexicon) {
        Gaps gaps = new Gaps(text, lexicon);
        gaps.scan();
        return gaps.found;
    }

    private void scan() {
        int index = WhiteSpace.skip(text, 0, text.length());
        while (index < text.length()) {
            int point = text.codePointAt(index);
            if (terminates(point)) {
                index = terminators(index);
            } else if (point < 0x10000 && WhiteSpace.is((char) point)) {
                index = white(index);
            } else {
                index += Character.charCount(point);
            }
        }
    }

    private boolean terminates(int point) {
        return Marks.terminates(point) || (semicolon && point == ';');
    }

    private int white(int start) {
        int next = WhiteSpace.skip(text, start, text.length());
        if (next < text.length() && (space || breaksLine(start, next))) {
            found.add(new Gap(start, start, start, next));
        }
        return next;
    }

    private int terminators(int mark) {
        int markEnd = mark;
        while (markEnd < text.length() && terminates(text.codePointAt(markEnd))) {
            markEnd += Character.charCount(text.codePointAt(markEnd));
        }
        int end = closers(markEnd);
        int next = WhiteSpace.skip(text, end, text.length());
        if (closesApart(end, next)) {
            end = closers(next);
            next = WhiteSpace.skip(text, end, text.length());
        }
        if (next < text.length()) {
            found.add(new Gap(mark, markEnd, end, next));
        }
        return next;
    }

    /** The end of the closing marks at {@code from}, with what attaches to them. */
    private int closers(int from) {
        int index = from;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            int after = index + Character.charCount(point);
            if (!Marks.attaches(point)
                    && !Marks.closes(point)
                    && !(Marks.quotes(point) && !wordAt(after))) {
                break;
            }
            index = after;
        }
        return index;
    }

    /** A closing mark set off by a space, as in « Oui. » or by a careless typist. */
    private boolean closesApart(int end, int next) {
        return next > end
                && next < text.length()
                && Marks.closes(text.charAt(next))
                && (next + 1 == text.length() || WhiteSpace.is(text.charAt(next + 1)))
                && !breaksLine(end, next);
    }

    private boolean wordAt(int index) {
        return index < text.length() && Character.isLetterOrDigit(text.codePointAt(index));
    }

    private boolean breaksLine(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Marks.breaksLine(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
