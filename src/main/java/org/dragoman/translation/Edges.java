package org.dragoman.translation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * List markers, emoji and other symbols at the ends of a sentence stay where they are and are not
 * shown to the model. A dash that opens direct speech (“— Não sei — disse ele.”) is no marker.
 * Markers of Chinese and Japanese (一、 （一） ・) are written as others are where the target is neither.
 */
final class Edges implements Rewritten.Rule {
    private static final Pattern MARKER =
            Pattern.compile(
                    "(?:[-–*•‣▪●◦·]\\s+|・\\s*|—\\s+(?!.*\\s—)"
                            + "|\\(?\\p{N}{1,3}[.)]\\s+|\\(?\\p{L}\\)\\s+"
                            + "|[①-⑳㉑-㉟❶-❿➀-➓]\\s*|(?:\\p{Nd}{1,3}|[一二三四五六七八九十]{1,3})、"
                            + "|（(?:\\p{Nd}{1,3}|[一二三四五六七八九十]{1,3})）\\s*)"
                            + "(?=\\S)",
                    Pattern.DOTALL);

    private static final String DIGITS = "一二三四五六七八九";
    private static final Pattern ENUMERATED = Pattern.compile("(（?)([\\p{Nd}一二三四五六七八九十]+)[、）]\\s*");

    private final Symbols symbols;
    private final Pair pair;

    Edges(Symbols symbols, Pair pair) {
        this.symbols = symbols;
        this.pair = pair;
    }

    @Override
    public Rewritten rewrite(String text) {
        int start = symbols.runEnd(text, 0);
        Matcher marker = MARKER.matcher(text).region(start, text.length());
        if (marker.lookingAt()) {
            start = symbols.runEnd(text, marker.end());
        }
        int end = Math.max(start, symbols.lastRun(text));
        String before = marker(text.substring(0, start));
        String after = text.substring(end);
        return new Rewritten(text.substring(start, end), answer -> before + answer + after);
    }

    private String marker(String before) {
        if (!pair.to().spacedSentences()) {
            return before;
        }
        String listed = before.replaceAll("・\\s*", "• ");
        Matcher number = ENUMERATED.matcher(listed);
        return number.matches()
                ? number.group(1).isEmpty()
                        ? figures(number.group(2)) + ". "
                        : "(" + figures(number.group(2)) + ") "
                : listed;
    }

    /** A number below a hundred in figures: 十二 is 12. */
    private static String figures(String number) {
        int ten = number.indexOf('十');
        if (ten < 0) {
            int digit = DIGITS.indexOf(number);
            return digit < 0 ? number : Integer.toString(digit + 1);
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(number.charAt(0)) + 1;
        String ones = number.substring(ten + 1);
        return Integer.toString(10 * tens + (ones.isEmpty() ? 0 : DIGITS.indexOf(ones) + 1));
    }
}
