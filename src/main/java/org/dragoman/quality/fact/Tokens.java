package org.dragoman.quality.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Parts a text into words and numbers in digits or Chinese numerals. Immutable. */
final class Tokens {
    /** Between words and numbers that belong together stand no more units. */
    private static final int LONGEST_LINK = 3;

    private final Locale locale;
    private final Figures figures;
    private final @Nullable HanNumerals han;
    private final boolean spaced;

    Tokens(LanguageTag language, boolean spaced) {
        this.locale = language.locale();
        this.figures = new Figures(language);
        this.han = HanNumerals.of(language, figures);
        this.spaced = spaced;
    }

    List<Token> in(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int last = tokens.isEmpty() ? -1 : tokens.get(tokens.size() - 1).end();
            Token token = at(text, at, last);
            if (token != null) {
                tokens.add(token);
            }
            at = token == null ? at + 1 : token.end();
        }
        return tokens;
    }

    private @Nullable Token at(String text, int at, int last) {
        boolean linked = last >= 0 && linked(text, last, at);
        if (han != null && han.startsAt(text, at)) {
            Figure figure = han.at(text, at);
            return new Token(figure.span(), "", linked, figure);
        }
        if (Character.isDigit(text.charAt(at))) {
            Figure figure = figures.at(text, at);
            return new Token(figure.span(), "", linked, figure);
        }
        int end = wordEnd(text, at);
        return end == at
                ? null
                : new Token(
                        new Span(at, end),
                        WordForm.of(text.substring(at, end), locale),
                        linked,
                        null);
    }

    /** In Chinese and Japanese a character is a word, as nothing parts it from a numeral. */
    private int wordEnd(String text, int at) {
        int end = WordForm.end(text, at);
        return end > at && han != null && !spaced && text.charAt(at) >= '\u2E80' ? at + 1 : end;
    }

    private static boolean linked(String text, int from, int to) {
        if (to - from > LONGEST_LINK) {
            return false;
        }
        for (int at = from; at < to; at++) {
            char unit = text.charAt(at);
            boolean hyphen = unit == '-' || unit == '\u2010' || unit == '\u2011';
            if (!hyphen && !Character.isSpaceChar(unit)) {
                return false;
            }
        }
        return true;
    }
}
