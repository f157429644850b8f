package org.dragoman.translation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * List markers, emoji and other symbols at the ends of a sentence stay where they are and are not
 * shown to the model. A dash that opens direct speech (“— Não sei — disse ele.”) is no marker.
 */
final class Edges implements Rewritten.Rule {
    private static final Pattern MARKER =
            Pattern.compile(
                    "(?:[-–*•‣▪●◦·]\\s+|—\\s+(?!.*\\s—)|\\(?\\p{N}{1,3}[.)]\\s+|\\(?\\p{L}\\)\\s+)"
                            + "(?=\\S)",
                    Pattern.DOTALL);

    private final Symbols symbols;

    Edges(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public Rewritten rewrite(String text) {
        int start = symbols.runEnd(text, 0);
        Matcher marker = MARKER.matcher(text).region(start, text.length());
        if (marker.lookingAt()) {
            start = symbols.runEnd(text, marker.end());
        }
        int end = Math.max(start, symbols.lastRun(text));
        String before = text.substring(0, start);
        String after = text.substring(end);
        return new Rewritten(text.substring(start, end), answer -> before + answer + after);
    }
}
