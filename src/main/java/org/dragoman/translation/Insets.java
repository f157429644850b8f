package org.dragoman.translation;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.language.WritingSystem;
import org.dragoman.text.Span;

/**
 * Line breaks, tabs and symbols within a sentence: the model is given a plain space, and each comes
 * back, exactly as it was, in place of the space nearest to where it stood in proportion, so that
 * those behind it find one too; where words stand without spaces, at the nearest place where a line
 * may break. A line break between two letters of such a script is no space to begin with.
 */
final class Insets implements Rewritten.Rule {
    private final Symbols symbols;
    private final Pair pair;

    Insets(Symbols symbols, Pair pair) {
        this.symbols = symbols;
        this.pair = pair;
    }

    @Override
    public Rewritten rewrite(String text) {
        List<Inset> insets = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = symbols.runEnd(text, at);
            if (end == at) {
                plain.appendCodePoint(text.codePointAt(at));
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            String run = text.substring(at, end);
            boolean spaces = run.chars().allMatch(Insets::space);
            if (!plainSpace(run) && !(spaces && !pair.to().spacedWords())) {
                insets.add(new Inset(apart(run), (double) at / text.length()));
            }
            plain.append(!spaces && glued(text, at, end) ? "" : " ");
            at = end;
        }
        return new Rewritten(plain.toString(), answer -> restore(answer, insets));
    }

    private static boolean plainSpace(String run) {
        return run.length() == 1 && space(run.charAt(0));
    }

    private static boolean space(int sign) {
        return Character.getType(sign) == Character.SPACE_SEPARATOR;
    }

    /** A symbol glued between letters of a script without spaces stands apart in one with them. */
    private String apart(String run) {
        boolean symbol = run.codePoints().noneMatch(Symbols::white);
        return symbol && !pair.from().spacedWords() && pair.to().spacedWords()
                ? " " + run + " "
                : run;
    }

    private static boolean glued(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && !WritingSystem.spacesWords(text.codePointBefore(start))
                && !WritingSystem.spacesWords(text.codePointAt(end));
    }

    private String restore(String answer, List<Inset> insets) {
        List<Span> gaps = pair.to().spacedWords() ? spaces(answer) : breaks(answer);
        StringBuilder restored = new StringBuilder();
        int from = 0;
        int next = 0;
        for (int i = 0; i < insets.size(); i++) {
            Span gap = gaps.isEmpty() ? end(answer) : new Span(from, from);
            if (next < gaps.size()) {
                int last = Math.max(next, gaps.size() - (insets.size() - i));
                int chosen =
                        nearest(gaps, next, last, (int) (insets.get(i).place() * answer.length()));
                gap = gaps.get(chosen);
                next = chosen + 1;
            }
            restored.append(answer, from, gap.start()).append(insets.get(i).run());
            from = gap.end();
        }
        return restored.append(answer, from, answer.length()).toString();
    }

    /** The first of the gaps {@code first} to {@code last} that are nearest to a place. */
    private static int nearest(List<Span> gaps, int first, int last, int place) {
        int best = first;
        for (int i = first + 1; i <= last; i++) {
            if (Math.abs(gaps.get(i).start() - place) < Math.abs(gaps.get(best).start() - place)) {
                best = i;
            }
        }
        return best;
    }

    private static List<Span> spaces(String text) {
        List<Span> spaces = new ArrayList<>();
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            spaces.add(new Span(at, at + 1));
        }
        return spaces;
    }

    /** Places where a line may break (Unicode Standard Annex 14), with the space before them. */
    private List<Span> breaks(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(pair.target().locale());
        breaks.setText(text);
        List<Span> places = new ArrayList<>();
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            if (at < text.length()) {
                places.add(new Span(text.charAt(at - 1) == ' ' ? at - 1 : at, at));
            }
        }
        return places;
    }

    private static Span end(String text) {
        return new Span(text.length(), text.length());
    }

    /**
     * Something that stood between two words.
     *
     * @param place where, 0 to 1
     */
    private record Inset(String run, double place) {}
}
