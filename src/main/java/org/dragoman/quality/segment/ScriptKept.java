package org.dragoman.quality.segment;

import com.ibm.icu.lang.UScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.language.WritingSystem;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;

/** A target most letters of which are not of its language's script. */
final class ScriptKept implements Rule {
    /** Fewer letters of another script may be a name. */
    private static final int FEWEST = 12;

    /** A letter of Chinese or Japanese says as much as several of an alphabet. */
    private static final double WORDY = 3;

    @Override
    public List<Finding> check(Side source, Side target) {
        if (target.letters() < FEWEST) {
            return List.of();
        }
        double own = own(target);
        boolean wrong = own < 0.5 && own(source) > 0.5;
        return wrong
                ? List.of(
                        new Finding(
                                Kind.WRONG_SCRIPT, Severity.SEVERE, source.whole(), target.whole()))
                : List.of();
    }

    /** The share of its letters that are of its language's script, 0 to 1. */
    private static double own(Side side) {
        WritingSystem writing = side.tongue().writing();
        Map<Integer, Boolean> scripts = new HashMap<>();
        double own = 0;
        double others = 0;
        for (Words.Word word : side.words()) {
            int first = word.form().codePointAt(0);
            if (Character.isLetter(first)) {
                boolean writes =
                        scripts.computeIfAbsent(
                                UScript.getScript(first), s -> writing.writes(first));
                own += writes ? weight(word, writing) : 0;
                others += writes ? 0 : word.form().length();
            }
        }
        return own / Math.max(1, own + others);
    }

    private static double weight(Words.Word word, WritingSystem writing) {
        return writing.spacedWords() ? word.form().length() : WORDY;
    }
}
