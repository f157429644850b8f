package org.dragoman.translation;

import java.util.List;
import org.dragoman.language.QuotationMarks;

/**
 * Typographic quotation marks are given to the model as straight ones, the only ones the default
 * models can spell, and come back in the form of the target's language. Of 60 quoted sentences of
 * FLORES 16 keep their marks when the model gets “ ”, 59 with straight ones. Straight marks of the
 * source stay straight, and so do inch marks.
 */
final class Quotation implements Rewritten.Rule {
    private static final String AFTER_CLOSE = ".,;:!?)]}…";
    private static final String BEFORE_OPEN = "([{-–—/";

    private final QuotationMarks marks;
    private final int open;

    /**
     * @param marks of the target's language
     * @param open quotations that are open where the sentence begins
     */
    Quotation(QuotationMarks marks, int open) {
        this.marks = marks;
        this.open = open;
    }

    @Override
    public Rewritten rewrite(String text) {
        List<SourceMarks.Mark> found = SourceMarks.of(text);
        if (found.isEmpty()) {
            return Rewritten.unchanged(text);
        }
        StringBuilder straight = new StringBuilder();
        int from = 0;
        for (SourceMarks.Mark mark : found) {
            straight.append(text, from, mark.start()).append('"');
            from = mark.end();
        }
        straight.append(text, from, text.length());
        boolean inches = text.matches("(?s).*\\p{N}\".*");
        Lost lost = Lost.of(straight.toString(), found);
        return new Rewritten(straight.toString(), answer -> restore(lost.replace(answer), inches));
    }

    private String restore(String answer, boolean inches) {
        StringBuilder restored = new StringBuilder();
        int depth = open;
        boolean opened = false;
        for (int i = 0; i < answer.length(); i++) {
            char sign = answer.charAt(i);
            boolean inch = inches && i > 0 && Character.isDigit(answer.charAt(i - 1));
            if (sign != '"' || inch) {
                restored.append(sign);
                opened = false;
                continue;
            }
            opened = opens(answer, i, opened, depth);
            depth = opened ? depth : Math.max(0, depth - 1);
            restored.append(mark(opened, depth));
            depth = opened ? depth + 1 : depth;
        }
        return restored.toString();
    }

    private String mark(boolean opens, int depth) {
        if (depth % 2 == 0) {
            return opens ? marks.start() : marks.end();
        }
        return opens ? marks.alternateStart() : marks.alternateEnd();
    }

    private static boolean opens(String text, int at, boolean openedBefore, int depth) {
        boolean canOpen = at == 0 || openedBefore || boundary(text.charAt(at - 1), BEFORE_OPEN);
        boolean canClose = at + 1 == text.length() || boundary(text.charAt(at + 1), AFTER_CLOSE);
        return canOpen == canClose ? depth == 0 : canOpen;
    }

    private static boolean boundary(char sign, String others) {
        return Symbols.white(sign) || others.indexOf(sign) >= 0;
    }

    /**
     * Marks that may be set again where the model lost them: only those at the very ends of a
     * sentence that is quoted as a whole, or in which a longer quotation begins or ends.
     */
    private record Lost(int count, boolean start, boolean end) {
        static Lost of(String straight, List<SourceMarks.Mark> marks) {
            boolean starts = marks.get(0).opens() && straight.startsWith("\"");
            boolean ends = !marks.get(marks.size() - 1).opens() && straight.endsWith("\"");
            boolean sure = marks.size() == 1 || (marks.size() == 2 && starts && ends);
            return new Lost(marks.size(), sure && starts, sure && ends);
        }

        String replace(String answer) {
            if (answer.chars().filter(sign -> sign == '"').count() >= count) {
                return answer;
            }
            String begun = start && !answer.startsWith("\"") ? "\"" + answer : answer;
            boolean ended = !end || begun.matches("(?s).*.\"\\p{Po}?");
            return ended ? begun : begun + "\"";
        }
    }
}
