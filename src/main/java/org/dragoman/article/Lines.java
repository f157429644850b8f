package org.dragoman.article;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;

/** Cuts an input into blocks: one for each line, or for the lines a hard wrap made of one. */
final class Lines {
    /** A line broken by a wrap is at least so long, in UTF-16 units. */
    private static final int SHORTEST_WRAPPED = 40;

    private static final int LONGEST_WRAPPED = 140;

    /** One line in so many begins in lower case where a text is wrapped. */
    private static final int WRAPPED_SHARE = 3;

    private final String input;
    private final List<Block> blocks = new ArrayList<>();

    private Lines(String input) {
        this.input = input;
    }

    static List<Block> of(String input) {
        Lines lines = new Lines(input);
        List<Span> chunk = new ArrayList<>();
        for (Span line : split(input)) {
            if (line.length() > 0) {
                chunk.add(line);
            } else {
                lines.addChunk(chunk);
                chunk.clear();
            }
        }
        lines.addChunk(chunk);
        return lines.blocks;
    }

    /** The lines without white space at their ends; blank ones are empty. */
    private static List<Span> split(String input) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < input.length(); i++) {
            if (White.isLineBreak(input.charAt(i))) {
                lines.add(White.trimmed(input, start, i));
                // the line feed after a carriage return ends no line of its own
                if (input.startsWith("\r\n", i)) {
                    i++;
                }
                start = i + 1;
            }
        }
        lines.add(White.trimmed(input, start, input.length()));
        return lines;
    }

    /** Lines with no blank line between them. */
    private void addChunk(List<Span> lines) {
        boolean wrapped = isWrapped(lines);
        int first = 0;
        for (int next = 1; next <= lines.size(); next++) {
            if (next < lines.size() && goesOn(lines, first, next, wrapped)) {
                continue;
            }
            Span whole = new Span(lines.get(first).start(), lines.get(next - 1).end());
            blocks.add(Block.of(input, whole, first == 0));
            first = next;
        }
    }

    private boolean isWrapped(List<Span> lines) {
        int broken = 0;
        for (int next = 1; next < lines.size(); next++) {
            if (isLong(lines.get(next - 1)) && beginsLow(lines.get(next))) {
                broken++;
            }
        }
        return broken > 0 && broken * WRAPPED_SHARE >= lines.size() - 1;
    }

    private boolean goesOn(List<Span> lines, int first, int next, boolean wrapped) {
        Span last = lines.get(next - 1);
        boolean ended = Block.endsSentence(last.in(input));
        return (isLong(last) && (wrapped || (!ended && beginsLow(lines.get(next)))))
                || isOpen(lines.get(first), last);
    }

    private static boolean isLong(Span line) {
        return line.length() >= SHORTEST_WRAPPED && line.length() <= LONGEST_WRAPPED;
    }

    private boolean beginsLow(Span line) {
        return Character.isLowerCase(input.codePointAt(line.start()));
    }

    /** Whether a bracket that opens the first line is not closed on that line, the last so far. */
    private boolean isOpen(Span first, Span last) {
        return first.equals(last)
                && isLong(last)
                && input.charAt(first.start()) == '('
                && last.in(input).indexOf(')') < 0;
    }
}
