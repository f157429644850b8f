package org.dragoman.text;

import java.util.Arrays;

/**
 * The lines of a text, and whether a line break is only where a typewriter would have turned.
 * Immutable.
 */
final class Lines {
    /** A shorter line did not end for want of room. */
    private static final int SHORTEST_WRAPPED = 40;

    /** Text is not wrapped at more than this. */
    private static final int WIDEST_WRAP = 130;

    private final String text;
    private final Lexicon lexicon;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] filled;
    private final boolean[] afterBlank;
    private int count;

    Lines(String text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        int capacity = 1 + (int) text.chars().filter(c -> Marks.breaksLine((char) c)).count();
        starts = new int[capacity];
        ends = new int[capacity];
        filled = new boolean[capacity];
        afterBlank = new boolean[capacity];
        read();
        fill();
    }

    /** Whether a sentence must end where the line before {@code next} does. */
    boolean end(int next) {
        int line = Arrays.binarySearch(starts, 0, count, next);
        return line <= 0 || afterBlank[line] || !wraps(line - 1);
    }

    private void read() {
        int index = 0;
        boolean blank = true;
        while (index < text.length()) {
            int end = lineEnd(index);
            Span line = WhiteSpace.trim(text, new Span(index, end));
            if (line.length() > 0) {
                starts[count] = line.start();
                ends[count] = line.end();
                afterBlank[count++] = blank;
            }
            blank = line.length() == 0 || endsPage(end);
            index = afterBreak(end);
        }
    }

    private int lineEnd(int from) {
        int index = from;
        while (index < text.length() && !Marks.breaksLine(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private boolean endsPage(int end) {
        return end < text.length() && (text.charAt(end) == '\f' || text.charAt(end) == '\u2029');
    }

    private int afterBreak(int end) {
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    /** Marks the lines of each block that has the look of text filled to a width. */
    private void fill() {
        int first = 0;
        while (first < count) {
            int after = first + 1;
            while (after < count && !afterBlank[after]) {
                after++;
            }
            fill(first, after);
            first = after;
        }
    }

    private void fill(int first, int after) {
        int width = 0;
        for (int i = first; i < after; i++) {
            width = Math.max(width, ends[i] - starts[i]);
        }
        int full = 0;
        for (int i = first; i + 1 < after; i++) {
            filled[i] = width <= WIDEST_WRAP && ends[i] + 1 + firstWord(i + 1) - starts[i] > width;
            full += filled[i] ? 1 : 0;
        }
        if (full < 2 || 3 * full < 2 * (after - 1 - first)) {
            Arrays.fill(filled, first, after, false);
        }
    }

    private int firstWord(int line) {
        int index = starts[line];
        while (index < ends[line] && !WhiteSpace.is(text.charAt(index))) {
            index++;
        }
        return index - starts[line];
    }

    private boolean wraps(int line) {
        return ends[line] - starts[line] >= SHORTEST_WRAPPED
                && (filled[line] || dangles(line) || startsLow(line + 1));
    }

    private boolean startsLow(int line) {
        return Character.isLowerCase(text.codePointAt(starts[line]));
    }

    private boolean dangles(int line) {
        int end = ends[line];
        int start = Math.max(starts[line], end - 20);
        int space = Math.max(text.lastIndexOf(' ', end - 1), start - 1);
        return text.charAt(end - 1) == ','
                || lexicon.lists(Lexicon.Kind.DANGLING, text.substring(space + 1, end));
    }
}
