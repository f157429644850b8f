package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** A word or phrase that the target says again and again, and the source does not. */
final class Loops implements Rule {
    /** Words in the longest phrase looked for. */
    private static final int LONGEST = 24;

    /** How often a single word, and a longer phrase, is said in a loop. */
    private static final int WORD_TIMES = 4;

    private static final int PHRASE_TIMES = 3;

    private static final int LONGEST_SYLLABLE = 4;
    private static final int SYLLABLE_TIMES = 5;

    /**
     * @param times how often, one after the other
     * @param first the first word of all
     * @param last the last
     */
    private record Loop(int period, int times, int first, int last) {
        static final Loop NONE = new Loop(1, 1, 0, 0);

        /** Above 1 for more than may be. */
        double excess() {
            return (double) times / (period == 1 ? WORD_TIMES : PHRASE_TIMES);
        }
    }

    @Override
    public List<Finding> check(Side source, Side target) {
        Words.Word stuttered = stuttered(target.words());
        if (stuttered != null && stuttered(source.words()) == null) {
            return List.of(new Finding(Kind.LOOPED, Severity.SEVERE, null, stuttered.span()));
        }
        Loop loop = worst(target.words());
        Loop theirs = worst(source.words());
        if (loop.excess() < 1 || theirs.excess() >= 1 || loop.times() < 2 * theirs.times()) {
            return List.of();
        }
        int start = target.words().get(loop.first()).span().start();
        int end = target.words().get(loop.last()).span().end();
        return List.of(new Finding(Kind.LOOPED, Severity.SEVERE, null, new Span(start, end)));
    }

    /** A word in which up to four letters come again and again. */
    private static Words.@Nullable Word stuttered(List<Words.Word> words) {
        for (Words.Word word : words) {
            for (int period = 1; period <= LONGEST_SYLLABLE; period++) {
                if (stutters(word.form(), period)) {
                    return word;
                }
            }
        }
        return null;
    }

    private static boolean stutters(String form, int period) {
        int run = 0;
        for (int at = period; at < form.length(); at++) {
            run = form.charAt(at) == form.charAt(at - period) ? run + 1 : 0;
            boolean letters = !Character.isDigit(form.charAt(at));
            if (letters && run >= (SYLLABLE_TIMES - 1) * period) {
                return true;
            }
        }
        return false;
    }

    private static Loop worst(List<Words.Word> words) {
        Loop worst = Loop.NONE;
        for (int period = 1; period <= Math.min(LONGEST, words.size() / 2); period++) {
            Loop loop = longest(words, period);
            worst = loop.excess() > worst.excess() ? loop : worst;
        }
        return worst;
    }

    private static Loop longest(List<Words.Word> words, int period) {
        Loop longest = Loop.NONE;
        int run = 0;
        for (int at = period; at < words.size(); at++) {
            boolean same = words.get(at).form().equals(words.get(at - period).form());
            run = same ? run + 1 : 0;
            int times = run / period + 1;
            if (times > longest.times()) {
                longest = new Loop(period, times, at - run - period + 1, at);
            }
        }
        return longest;
    }
}
