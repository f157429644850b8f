package org.dragoman.translation;

import com.ibm.icu.text.Bidi;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dragoman.text.Span;

/**
 * Puts words of the other direction into isolates (LRI or RLI and PDI, U+2066 to U+2069) where the
 * Unicode Bidirectional Algorithm (Unicode Standard Annex 9) would show them torn or out of place
 * in a paragraph of the text's direction: C++ in Arabic, a telephone number, a Hebrew name before a
 * figure in English. What the algorithm shows well without help, which is nearly all, gets none.
 * Where the text begins with a word of the other direction, that word is isolated too, since plain
 * text takes the direction of its first letter outside isolates. Isolates are what the annex (2.7)
 * and the W3C recommend over embeddings and marks: they cannot spill into what stands around them.
 *
 * <p>Taking the controls out gives the text back, isolates are paired, and doing it again changes
 * nothing.
 */
final class Isolates {
    private static final Pattern CONTROL =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final String PDI = "\u2069";

    /** How far a letter can be that decides how a run is shown. */
    private static final int REACH = 200;

    /** Each pass can only isolate more; few need a second. */
    private static final int PASSES = 3;

    private final String text;
    private final boolean rightToLeft;
    private final Embedded embedded;
    private final List<Span> runs;
    private final boolean[] isolated;

    private Isolates(String text, boolean rightToLeft) {
        this.text = text;
        this.rightToLeft = rightToLeft;
        this.embedded = new Embedded(text, rightToLeft);
        this.runs = embedded.runs();
        this.isolated = new boolean[runs.size()];
    }

    /** The text without any control of direction. */
    static String without(String text) {
        return CONTROL.matcher(text).replaceAll("");
    }

    /** The text as it is, or without controls of direction when its isolates are not paired. */
    static String paired(String text) {
        int depth = 0;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            char sign = text.charAt(i);
            depth += sign >= '\u2066' && sign <= '\u2068' ? 1 : 0;
            depth -= sign == '\u2069' ? 1 : 0;
        }
        return depth == 0 ? text : without(text);
    }

    /**
     * The text with isolates where it needs them, and no other control of direction.
     *
     * @param rightToLeft the direction of its paragraph
     */
    static String in(String text, boolean rightToLeft) {
        Isolates isolates = new Isolates(without(text), rightToLeft);
        return isolates.runs.isEmpty() ? isolates.text : isolates.set();
    }

    private String set() {
        int first = embedded.first();
        if (first >= 0) {
            isolated[first] = true;
        }
        boolean changed = true;
        for (int pass = 0; pass < PASSES && changed; pass++) {
            changed = false;
            for (int i = 0; i < runs.size(); i++) {
                if (!isolated[i] && needed(i)) {
                    isolated[i] = true;
                    changed = true;
                }
            }
        }
        return written(new Span(0, text.length()), 0);
    }

    /** Whether an isolate round the run changes the order in which characters are shown. */
    private boolean needed(int run) {
        Span window = window(runs.get(run));
        int[] without = shown(written(window, run));
        isolated[run] = true;
        int[] with = shown(written(window, run));
        isolated[run] = false;
        return !Arrays.equals(without, with);
    }

    /** The run and what is around it up to letters of the text's own direction. */
    private Span window(Span run) {
        int start = run.start();
        int first = Math.max(0, start - REACH);
        while (start > first && !embedded.own(start)) {
            start--;
        }
        int end = run.end();
        int last = Math.min(text.length(), end + REACH);
        while (end < last && !embedded.own(end - 1)) {
            end++;
        }
        return new Span(start, end);
    }

    /**
     * @param near index of a run in the window
     */
    private String written(Span window, int near) {
        String open = rightToLeft ? "\u2066" : "\u2067";
        StringBuilder written = new StringBuilder();
        int from = window.start();
        int first = near;
        while (first > 0 && runs.get(first - 1).start() >= from) {
            first--;
        }
        for (int i = first; i < runs.size() && runs.get(i).end() <= window.end(); i++) {
            Span run = runs.get(i);
            if (isolated[i] && run.start() >= from) {
                written.append(text, from, run.start()).append(open);
                written.append(text, run.start(), run.end()).append(PDI);
                from = run.end();
            }
        }
        return written.append(text, from, window.end()).toString();
    }

    /** Indexes of the characters in the order in which they are shown, controls left out. */
    private int[] shown(String written) {
        Bidi bidi = new Bidi();
        bidi.setPara(written, rightToLeft ? Bidi.RTL : Bidi.LTR, null);
        int[] index = new int[written.length()];
        int next = 0;
        for (int i = 0; i < written.length(); i++) {
            index[i] = control(written.charAt(i)) ? -1 : next++;
        }
        return Arrays.stream(bidi.getVisualMap())
                .map(logical -> index[logical])
                .filter(at -> at >= 0)
                .toArray();
    }

    private static boolean control(char sign) {
        return sign >= '\u2066' && sign <= '\u2069';
    }
}
