package org.dragoman.translation;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.language.WritingSystem;
import org.dragoman.text.Span;

/**
 * Line breaks, tabs and symbols within a sentence: the model is given a plain space, and each comes
 * back, exactly as it was, in place of the space nearest to where it stood in proportion; where
 * words stand without spaces, at the nearest place where a line may break. A line break between two
 * letters of such a script is no space to begin with.
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
        StringBuilder restored = new StringBuilder();
        int from = 0;
        for (Inset inset : insets) {
            int place = (int) (inset.place() * answer.length());
            Span gap =
                    pair.to().spacedWords()
                            ? nearestSpace(answer, from, place)
                            : nearestBreak(answer, from, place);
            restored.append(answer, from, gap.start()).append(inset.run());
            from = gap.end();
        }
        return restored.append(answer, from, answer.length()).toString();
    }

    /** A space at or after {@code from}, as near to {@code place} as can be; else the end. */
    private static Span nearestSpace(String text, int from, int place) {
        int before = text.lastIndexOf(' ', place);
        int after = text.indexOf(' ', Math.max(place, from));
        boolean later = before < from || (after >= 0 && after - place < place - before);
        int space = later ? after : before;
        return space < 0 ? end(text) : new Span(space, space + 1);
    }

    /** A place where a line may break (Unicode Standard Annex 14), with the space before it. */
    private Span nearestBreak(String text, int from, int place) {
        BreakIterator breaks = BreakIterator.getLineInstance(pair.target().locale());
        breaks.setText(text);
        int best = text.length();
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            if (at > from && Math.abs(at - place) < Math.abs(best - place)) {
                best = at;
            }
        }
        boolean space = best < text.length() && best - 1 >= from && text.charAt(best - 1) == ' ';
        return space ? new Span(best - 1, best) : new Span(best, best);
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
