package org.dragoman.translation;

import java.util.regex.Pattern;

/**
 * What the default models add of their own: a bracket after a single word, sentences run together.
 */
final class Strays implements Rewritten.Rule {
    private static final Pattern BRACKET = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]?$");
    private static final Pattern JOINED = Pattern.compile("(?<=\\p{Ll}[.!?])(?=\\p{Lu}\\p{L})");

    @Override
    public Rewritten rewrite(String text) {
        boolean brackets = text.chars().anyMatch(sign -> "([（［【〔".indexOf(sign) >= 0);
        boolean joined = JOINED.matcher(text).find();
        return new Rewritten(
                text,
                answer -> {
                    String closed = brackets ? answer : BRACKET.matcher(answer).replaceAll("");
                    return joined ? closed : JOINED.matcher(closed).replaceAll(" ");
                });
    }
}
