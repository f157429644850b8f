package org.dragoman.translation;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.language.WritingSystem;
import org.dragoman.model.Stage;
import org.dragoman.model.Tokenizer;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.Span;

/** Cuts what is too long for a model at its clauses, or where it must between words. */
final class Pieces {
    /** Tokens below which a piece tells too little to be translated alone. */
    private static final int SHORTEST = 8;

    private final Tokenizer tokenizer;
    private final ClauseSplitter clauses;
    private final int longest;

    /**
     * @param longest tokens of a piece at most, the end included
     */
    Pieces(Tokenizer tokenizer, ClauseSplitter clauses, int longest) {
        this.tokenizer = tokenizer;
        this.clauses = clauses;
        this.longest = longest;
    }

    /**
     * The text in as few pieces as clause marks allow, one when it fits; none when it has a word
     * that is too long, since half a word is no word.
     */
    List<String> of(String text, LanguageTag language) {
        return of(text, language, longest);
    }

    /**
     * The same in pieces of at most two thirds of the text; one where it is too short to be cut.
     */
    List<String> smaller(String text, LanguageTag language) {
        int most = Math.max(SHORTEST, (tokens(text) * 2 + 2) / 3);
        return of(text, language, Math.min(most, longest));
    }

    private List<String> of(String text, LanguageTag language, int most) {
        List<Span> spans =
                clauses.split(
                        text,
                        new Span(0, text.length()),
                        language,
                        span -> tokens(span.in(text)) <= most);
        boolean torn =
                spans.stream()
                        .anyMatch(
                                span -> inWord(text, span.start()) || tokens(span.in(text)) > most);
        return torn ? List.of() : spans.stream().map(span -> span.in(text).strip()).toList();
    }

    private int tokens(String piece) {
        return Stage.TOKENISE
                .time(() -> tokenizer.encode(piece, Tokenizer.Direction.SOURCE))
                .length();
    }

    private static boolean inWord(String text, int at) {
        return at > 0
                && letter(text.codePointBefore(at))
                && at < text.length()
                && letter(text.codePointAt(at));
    }

    private static boolean letter(int sign) {
        return Character.isLetterOrDigit(sign) && WritingSystem.spacesWords(sign);
    }
}
