package org.dragoman.translation;

/**
 * Punctuation of Chinese and Japanese: full-width next to their letters. Published models into
 * Chinese write ASCII commas and brackets, having learnt from web text that was normalised so.
 * Marks in numbers, times, addresses and Latin names stay, and so do runs of dots. A full-width
 * mark has its own white: a space beside it goes.
 */
final class WideMarks {
    private static final String ASCII = ",.;:!?()";
    private static final String CHINESE = "，。；：！？（）";
    private static final String JAPANESE = "、。；：！？（）";
    private static final String HALF = "｡､｢｣";
    private static final String HALF_AS_WIDE = "。、「」";
    private static final String BEFORE_NO_SPACE = "。，、！？；：」』）";

    private final String wide;

    WideMarks(boolean japanese) {
        this.wide = japanese ? JAPANESE : CHINESE;
    }

    String replace(String answer) {
        if (answer.codePoints().noneMatch(Letters::wide)) {
            return answer;
        }
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < answer.length(); i++) {
            char sign = replace(answer, i);
            boolean changed = sign != answer.charAt(i);
            if (changed && sign == '（' && written.toString().endsWith(" ")) {
                written.setLength(written.length() - 1);
            }
            if (sign != ' ' || !follows(written)) {
                written.append(sign);
            }
        }
        return written.toString();
    }

    private char replace(String text, int at) {
        char sign = text.charAt(at);
        int half = HALF.indexOf(sign);
        if (half >= 0) {
            return HALF_AS_WIDE.charAt(half);
        }
        int mark = ASCII.indexOf(sign);
        return mark >= 0 && wide(text, at) ? wide.charAt(mark) : sign;
    }

    /** Whether a full-width mark was written last. */
    private static boolean follows(StringBuilder written) {
        return !written.isEmpty()
                && BEFORE_NO_SPACE.indexOf(written.charAt(written.length() - 1)) >= 0;
    }

    private static boolean wide(String text, int at) {
        boolean after = Letters.wide(Letters.before(text, at));
        return switch (text.charAt(at)) {
            case ',', ';' -> after || Letters.wide(Letters.after(text, at + 1));
            case ':' -> after;
            case '!', '?' -> after || Letters.last(text, at + 1);
            case '.' -> dot(text, at, after);
            default -> bracket(text, at);
        };
    }

    private static boolean dot(String text, int at, boolean after) {
        return !inRun(text, at) && (after ? !glued(text, at) : ends(text, at));
    }

    private static boolean inRun(String text, int at) {
        return (at > 0 && text.charAt(at - 1) == '.')
                || (at + 1 < text.length() && text.charAt(at + 1) == '.');
    }

    /** Whether a Latin letter or a figure follows at once, as in a name or number. */
    private static boolean glued(String text, int at) {
        if (at + 1 == text.length()) {
            return false;
        }
        int next = text.codePointAt(at + 1);
        return Character.isLetterOrDigit(next) && !Letters.wide(next);
    }

    /** Whether the dot ends the text after a word that is no abbreviation: iPhone. but not D.C. */
    private static boolean ends(String text, int at) {
        int space = text.lastIndexOf(' ', at - 1);
        String word = text.substring(space + 1, at);
        return Letters.last(text, at + 1) && word.length() > 1 && word.indexOf('.') < 0;
    }

    /** Brackets right after a wide letter, or with one in them. */
    private static boolean bracket(String text, int at) {
        boolean opens = text.charAt(at) == '(';
        int start = opens ? at : text.lastIndexOf('(', at);
        int end = opens ? text.indexOf(')', at) : at;
        if (start < 0 || end < 0) {
            return false;
        }
        String inside = text.substring(start + 1, end);
        boolean nested = inside.indexOf('(') >= 0 || inside.indexOf(')') >= 0;
        return !nested && (inside.codePoints().anyMatch(Letters::wide) || afterWide(text, start));
    }

    private static boolean afterWide(String text, int at) {
        int word = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        return Letters.wide(Letters.before(text, word));
    }
}
