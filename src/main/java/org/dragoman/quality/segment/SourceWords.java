package org.dragoman.quality.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;

/**
 * Runs of the source's words in the target: all of it left as it was, or some words. Words with a
 * capital may be names; figures are the same in every language.
 */
final class SourceWords implements Rule {
    /** Small words in a row that two languages do not share by chance, and related ones. */
    private static final int FEWEST = 3;

    private static final int FEWEST_OF_KIN = 7;

    /** In another script fewer are enough. */
    private static final int FEWEST_OF_OTHER_SCRIPT = 3;

    private static final int FEWEST_IN_A_ROW = 3;

    /** So much of the target must be copied to call it untranslated. */
    private static final double MOST = 0.7;

    /**
     * @param small how many of its words are in small letters
     * @param smallInARow how many of them one after the other: a name has few
     */
    private record Run(int theirs, int own, int length, int small, int smallInARow) {
        static final Run NONE = new Run(0, 0, 0, 0, 0);
    }

    @Override
    public List<Finding> check(Side source, Side target) {
        Run run = longest(words(source), words(target));
        int fewest = fewest(source.tongue(), target.tongue());
        if (run.small() < fewest || run.smallInARow() < Math.min(fewest, FEWEST_IN_A_ROW)) {
            return copied(source, target);
        }
        Span theirs = span(source.words(), run.theirs(), run.length());
        Span own = span(target.words(), run.own(), run.length());
        boolean all = run.length() >= MOST * target.words().size();
        return List.of(
                all
                        ? new Finding(Kind.UNTRANSLATED, Severity.SEVERE, theirs, own)
                        : new Finding(Kind.SOURCE_WORDS, Severity.WARNING, theirs, own));
    }

    private static List<Finding> copied(Side source, Side target) {
        return same(source, target)
                ? List.of(
                        new Finding(
                                Kind.UNTRANSLATED,
                                Severity.WARNING,
                                source.whole(),
                                target.whole()))
                : List.of();
    }

    /** Whether both are the same text, with a word in it that is no name and no unit. */
    private static boolean same(Side source, Side target) {
        List<Words.Word> words = words(source);
        long small = 0;
        for (int at = 0; at < words.size(); at++) {
            small += little(words.get(at)) && !afterFigure(words, at) ? 1 : 0;
        }
        boolean enough = small > (source.tongue().kin(target.tongue()) ? 2 : 0);
        return enough && words.size() > 1 && forms(words).equals(forms(target.words()));
    }

    /** Whether it is a unit, as far as its place tells. */
    private static boolean afterFigure(List<Words.Word> words, int at) {
        return at > 0 && Character.isDigit(words.get(at - 1).form().charAt(0));
    }

    /** Whether it is a word of letters without a capital, longer than one. */
    private static boolean little(Words.Word word) {
        return Character.isLetter(word.form().codePointAt(0))
                && !word.capital()
                && word.span().length() > 1;
    }

    private static List<String> forms(List<Words.Word> words) {
        return words.stream().map(Words.Word::form).toList();
    }

    /** In a line of capitals a capital tells of no name. */
    private static List<Words.Word> words(Side side) {
        return side.text().chars().anyMatch(Character::isLowerCase)
                ? side.words()
                : side.words().stream()
                        .map(word -> new Words.Word(word.span(), word.form(), false))
                        .toList();
    }

    private static int fewest(Tongue source, Tongue target) {
        if (!source.sameScript(target)) {
            return FEWEST_OF_OTHER_SCRIPT;
        }
        return source.kin(target) ? FEWEST_OF_KIN : FEWEST;
    }

    private static Span span(List<Words.Word> words, int from, int count) {
        return new Span(words.get(from).span().start(), words.get(from + count - 1).span().end());
    }

    /** The run of words in both with the most small words, found from each first occurrence. */
    private static Run longest(List<Words.Word> source, List<Words.Word> target) {
        Map<String, Integer> first = new HashMap<>();
        for (int at = source.size() - 2; at >= 0; at--) {
            first.put(pair(source, at), at);
        }
        Run best = Run.NONE;
        int at = 0;
        while (at < target.size() - 1) {
            Integer there = first.get(pair(target, at));
            Run run = there == null ? Run.NONE : run(source, there, target, at);
            best = run.small() > best.small() ? run : best;
            at += Math.max(1, run.length() - 1);
        }
        return best;
    }

    private static String pair(List<Words.Word> words, int at) {
        return words.get(at).form() + ' ' + words.get(at + 1).form();
    }

    private static Run run(List<Words.Word> source, int there, List<Words.Word> target, int here) {
        int length = 0;
        int small = 0;
        int row = 0;
        int longest = 0;
        while (there + length < source.size()
                && here + length < target.size()
                && source.get(there + length).form().equals(target.get(here + length).form())) {
            boolean little =
                    little(target.get(here + length)) && !source.get(there + length).capital();
            small += little ? 1 : 0;
            row = little ? row + 1 : 0;
            longest = Math.max(longest, row);
            length++;
        }
        return new Run(there, here, length, small, longest);
    }
}
