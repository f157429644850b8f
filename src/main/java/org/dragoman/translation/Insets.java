package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * Line breaks, tabs and symbols within a sentence: the model is given a plain space, and each comes
 * back, exactly as it was, in place of the space nearest to where it stood in proportion.
 */
final class Insets implements Rewritten.Rule {
    private final Symbols symbols;

    Insets(Symbols symbols) {
        this.symbols = symbols;
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
            if (!plainSpace(text.substring(at, end))) {
                insets.add(new Inset(text.substring(at, end), (double) at / text.length()));
            }
            plain.append(' ');
            at = end;
        }
        return new Rewritten(plain.toString(), answer -> restore(answer, insets));
    }

    private static boolean plainSpace(String run) {
        return run.length() == 1 && Character.isSpaceChar(run.charAt(0)) && run.charAt(0) < 0x2028;
    }

    private static String restore(String answer, List<Inset> insets) {
        StringBuilder restored = new StringBuilder();
        int from = 0;
        for (int i = 0; i < insets.size(); i++) {
            Inset inset = insets.get(i);
            int space = nearestSpace(answer, from, (int) (inset.place() * answer.length()));
            int until = space < 0 ? answer.length() : space;
            restored.append(answer, from, until).append(inset.run());
            from = space < 0 ? until : space + 1;
        }
        return restored.append(answer, from, answer.length()).toString();
    }

    /** Index of a space at or after {@code from}, as near to {@code place} as can be; or -1. */
    private static int nearestSpace(String text, int from, int place) {
        int before = text.lastIndexOf(' ', place);
        int after = text.indexOf(' ', Math.max(place, from));
        if (before < from) {
            return after;
        }
        return after >= 0 && after - place < place - before ? after : before;
    }

    /**
     * Something that stood between two words.
     *
     * @param place where, 0 to 1
     */
    private record Inset(String run, double place) {}
}
