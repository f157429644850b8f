package org.dragoman.translation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dragoman.translation.SourceMarks.Mark;

/**
 * Typographic quotation marks are given to the model as straight ones, the only ones the default
 * models can spell and the commonest in what all were trained on, and come back in the form CLDR
 * has for the target. Of 60 quoted sentences of FLORES 16 keep their marks when the model gets “ ”,
 * 59 with straight ones. Chinese and Japanese are read with their own where the vocabulary has
 * them. Marks of any form that the model writes are the same to it. Straight marks of the source
 * stay straight, save into Chinese and Japanese, which have none; so do inch marks.
 */
final class Quotation implements Rewritten.Rule {
    private static final String AFTER_CLOSE = ".,;:!?)]}…，。、；：！？）";
    private static final String BEFORE_OPEN = "([{-–—/（";

    private final Pair pair;
    private final Repertoire repertoire;
    private final boolean straight;
    private final int open;

    /**
     * @param open quotations that are open where the sentence begins
     */
    Quotation(Pair pair, Repertoire repertoire, Layout.Open open) {
        this.pair = pair;
        this.repertoire = repertoire;
        this.straight = !pair.to().spacedSentences();
        this.open = straight ? open.all() : open.typographic();
    }

    @Override
    public Rewritten rewrite(String text) {
        List<Mark> found = SourceMarks.of(text, open, straight);
        if (found.isEmpty()) {
            return Rewritten.unchanged(text);
        }
        String given = spelled(text, found) ? text : straightened(text, found);
        boolean inches = text.matches("(?s).*\\p{N}\".*");
        Lost lost = Lost.of(text, found);
        return new Rewritten(given, answer -> restore(lost.replace(answer), inches));
    }

    /** Whether a Chinese or Japanese model knows the marks of its language as they are. */
    private boolean spelled(String text, List<Mark> found) {
        return !pair.from().spacedSentences()
                && found.stream()
                        .flatMapToInt(mark -> text.substring(mark.start(), mark.end()).codePoints())
                        .allMatch(repertoire::knows);
    }

    private static String straightened(String text, List<Mark> found) {
        StringBuilder straight = new StringBuilder();
        int from = 0;
        for (Mark mark : found) {
            straight.append(text, from, mark.start()).append('"');
            from = mark.end();
        }
        return straight.append(text, from, text.length()).toString();
    }

    private String restore(String answer, boolean inches) {
        Map<Integer, Mark> typographic =
                SourceMarks.of(answer).stream()
                        .collect(Collectors.toMap(Mark::start, Function.identity()));
        Writing writing = new Writing(open);
        int at = 0;
        while (at < answer.length()) {
            Mark mark = typographic.get(at);
            if (mark == null && straightMark(answer, at, inches)) {
                mark = new Mark(at, at + 1, writing.opens(answer, at));
            }
            if (mark == null) {
                writing.text(answer.charAt(at++));
            } else {
                writing.mark(mark.opens());
                at = mark.end();
            }
        }
        return writing.written.toString();
    }

    private static boolean straightMark(String answer, int at, boolean inches) {
        boolean inch = inches && at > 0 && Character.isDigit(answer.charAt(at - 1));
        return answer.charAt(at) == '"' && !inch && !Gershayim.at(answer, at);
    }

    private static boolean boundary(char sign, String others) {
        return Symbols.white(sign) || others.indexOf(sign) >= 0;
    }

    /** The answer with the target's marks, as far as it is written. */
    private final class Writing {
        private final StringBuilder written = new StringBuilder();
        private int depth;
        private boolean opened;

        Writing(int depth) {
            this.depth = depth;
        }

        /** Whether the straight mark opens: by what stands around it, else in turn. */
        boolean opens(String answer, int at) {
            boolean end = at + 1 == answer.length();
            boolean canOpen = at == 0 || opened || boundary(answer.charAt(at - 1), BEFORE_OPEN);
            boolean canClose = end || boundary(answer.charAt(at + 1), AFTER_CLOSE);
            return canOpen == canClose ? depth == 0 : canOpen;
        }

        void text(char sign) {
            boolean doubled = opened && sign == ' ' && endsInSpace();
            if (!doubled) {
                written.append(sign);
            }
            opened = false;
        }

        void mark(boolean opens) {
            depth = opens ? depth : Math.max(0, depth - 1);
            String sign = sign(opens);
            if (sign.length() > 1 && !opens && written.toString().endsWith(" ")) {
                written.setLength(written.length() - 1);
            }
            written.append(sign);
            depth = opens ? depth + 1 : depth;
            opened = opens;
        }

        /** Whether the mark just written brought its space, as in French. */
        private boolean endsInSpace() {
            return Character.isSpaceChar(written.charAt(written.length() - 1));
        }

        private String sign(boolean opens) {
            if (depth % 2 == 0) {
                return opens ? pair.marks().start() : pair.marks().end();
            }
            return opens ? pair.marks().alternateStart() : pair.marks().alternateEnd();
        }
    }

    /**
     * Marks that may be set again where the model lost them: only those at the very ends of a
     * sentence that is quoted as a whole, or in which a longer quotation begins or ends.
     */
    private record Lost(int count, boolean start, boolean end) {
        private static final String ANY = "\"“”„«»‹›‘’「」『』";

        static Lost of(String text, List<Mark> marks) {
            Mark last = marks.get(marks.size() - 1);
            boolean starts = marks.get(0).opens() && marks.get(0).start() == 0;
            boolean ends = !last.opens() && last.end() == text.length();
            boolean sure = marks.size() == 1 || (marks.size() == 2 && starts && ends);
            return new Lost(marks.size(), sure && starts, sure && ends);
        }

        String replace(String answer) {
            long marks = answer.chars().filter(sign -> sign == '"').count();
            if (answer.isEmpty() || marks + SourceMarks.of(answer).size() >= count) {
                return answer;
            }
            String begun = start && ANY.indexOf(answer.charAt(0)) < 0 ? "\"" + answer : answer;
            boolean ended = !end || begun.matches("(?s).*.[" + ANY + "]\\p{Po}?");
            return ended ? begun : begun + "\"";
        }
    }
}
