package org.dragoman.language;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps of a text what is written in its main script, so that a Latin brand in Arabic or Chinese
 * does not tip the scales. A letter of a script that writes words in one or two of them counts
 * more.
 */
final class MainScript {
    private static final int LETTER = 10;

    /** A letter of a script that writes a word in one or two. */
    private static final int WORDY = 30;

    /** A letter of a Latin word with a capital: names stay Latin in texts of every script. */
    private static final int NAME = 3;

    private MainScript() {}

    /** {@code text} with a space for each letter of another script than most are in. */
    static String of(String text) {
        Map<Integer, Integer> weights = new HashMap<>();
        int[] points = text.codePoints().toArray();
        int start = 0;
        while (start < points.length) {
            int end = runEnd(points, start);
            if (Character.isLetter(points[start])) {
                weights.merge(script(points[start]), weight(points, start, end), Integer::sum);
            }
            start = end;
        }
        return weights.size() < 2 ? text : only(heaviest(weights), points);
    }

    private static int heaviest(Map<Integer, Integer> weights) {
        return weights.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static String only(int main, int[] points) {
        StringBuilder kept = new StringBuilder();
        for (int point : points) {
            boolean other = Character.isLetter(point) && script(point) != main;
            kept.appendCodePoint(other ? ' ' : point);
        }
        return kept.toString();
    }

    /** After the letters of one script that begin at {@code start}. */
    private static int runEnd(int[] points, int start) {
        int end = start + 1;
        while (end < points.length
                && Character.isLetter(points[end])
                && script(points[end]) == script(points[start])) {
            end++;
        }
        return end;
    }

    private static int weight(int[] points, int start, int end) {
        int script = script(points[start]);
        boolean name =
                script == UScript.LATIN
                        && Arrays.stream(points, start, end).anyMatch(Character::isUpperCase);
        int wordy = script == UScript.HAN || script == UScript.HANGUL ? WORDY : LETTER;
        return (end - start) * (name ? NAME : wordy);
    }

    /** The scripts Japanese mixes count as one; marks such as ー belong to none and to all. */
    private static int script(int point) {
        int script = UScript.getScript(point);
        return switch (script) {
            case UScript.HIRAGANA, UScript.KATAKANA, UScript.COMMON, UScript.INHERITED ->
                    UScript.HAN;
            default -> script;
        };
    }
}
