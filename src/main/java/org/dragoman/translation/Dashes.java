package org.dragoman.translation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dashes between phrases, which the default models cannot spell, are given as a hyphen between
 * spaces and come back as the dash they were. A hyphen stays a hyphen.
 */
final class Dashes implements Rewritten.Rule {
    private static final Pattern DASH =
            Pattern.compile("(?<=[\\p{L}\\p{N}\\p{P}]) ?[—―]{1,2} ?|(?<=\\S) – | - ");
    private static final Pattern HYPHEN = Pattern.compile(" - ");

    private final Repertoire repertoire;
    private final boolean wide;

    Dashes(Repertoire repertoire, Pair pair) {
        this.repertoire = repertoire;
        this.wide = !pair.to().spacedSentences();
    }

    @Override
    public Rewritten rewrite(String text) {
        List<String> dashes =
                DASH.matcher(text).results().map(MatchResult::group).map(String::strip).toList();
        if (dashes.stream().allMatch(dash -> repertoire.knows(dash.charAt(0)))) {
            return Rewritten.unchanged(text);
        }
        return new Rewritten(
                DASH.matcher(text).replaceAll(" - "), answer -> restore(answer, dashes));
    }

    /** By order when none was lost; when all were the same also otherwise. */
    private String restore(String answer, List<String> dashes) {
        long found = HYPHEN.matcher(answer).results().count();
        if (found != dashes.size() && dashes.stream().distinct().count() > 1) {
            return answer;
        }
        int[] next = {0};
        return HYPHEN.matcher(answer)
                .replaceAll(
                        hyphen ->
                                Matcher.quoteReplacement(
                                        written(dashes.get(next[0]++ % dashes.size()))));
    }

    /** A dash is two wide in Chinese and Japanese, and one between spaces elsewhere. */
    private String written(String dash) {
        boolean hyphen = dash.charAt(0) == '-';
        return wide && !hyphen ? "——" : " " + dash.charAt(0) + " ";
    }
}
