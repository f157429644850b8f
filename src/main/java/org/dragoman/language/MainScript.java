package org.dragoman.language;

import com.ibm.icu.lang.UScript;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps of a text what is written in its main script, so that a Latin brand in Arabic or Chinese
 * does not tip the scales. A letter of a script that writes words in one or two of them counts
 * more.
 */
final class MainScript {
    private static final int WORDY = 3;

    private MainScript() {}

    /** {@code text} with a space for each letter of another script than most are in. */
    static String of(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .map(MainScript::script)
                .forEach(script -> counts.merge(script, weight(script), Integer::sum));
        if (counts.size() < 2) {
            return text;
        }
        int main =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isLetter(point) && script(point) != main ? ' ' : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
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

    private static int weight(int script) {
        return script == UScript.HAN || script == UScript.HANGUL ? WORDY : 1;
    }
}
