package org.dragoman.quality.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of one text, without what they measure. */
final class NumberReader {
    private final String text;
    private final List<Token> tokens;
    private final Vocabulary vocabulary;

    NumberReader(String text, List<Token> tokens, Vocabulary vocabulary) {
        this.text = text;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /** The number that begins with token {@code at}; null when none does. */
    @Nullable Found at(int at) {
        Figure figure = tokens.get(at).figure();
        return figure == null ? words(at) : figure(at, figure);
    }

    private Found figure(int at, Figure figure) {
        Found found =
                new Found(
                        figure.span(),
                        figure.readings(),
                        BigDecimal.ONE,
                        figure.evidence(),
                        at + 1);
        Found scaled = scale(found);
        while (scaled != null) {
            found = scaled;
            scaled = scale(found);
        }
        return found;
    }

    /** {@code found} with the scale word that follows it; null when none does. */
    private @Nullable Found scale(Found found) {
        Token token = linked(found.next());
        if (token == null) {
            return null;
        }
        boolean apart = token.start() != found.span().end();
        if (apart && scaledAlready(found)) {
            return null;
        }
        Phrases.Match<Term> match = vocabulary.number(tokens, found.next());
        if (match != null && match.meaning().scale()) {
            int next = found.next() + match.words();
            return times(found, match.meaning().value(), tokens.get(next - 1).end(), next);
        }
        return attached(found, token, apart);
    }

    /** With a scale that is a letter, or the beginning of a word without spaces. */
    private @Nullable Found attached(Found found, Token token, boolean apart) {
        Found lettered = apart ? null : lettered(found, token);
        return lettered == null && !vocabulary.spaced ? unspaced(found, token) : lettered;
    }

    private @Nullable Found lettered(Found found, Token token) {
        BigDecimal letter = letter(token, found);
        return letter == null ? null : times(found, letter, token.end(), found.next() + 1);
    }

    private @Nullable Token linked(int at) {
        return at < tokens.size() && tokens.get(at).linked() ? tokens.get(at) : null;
    }

    /** Where words are written without spaces a second scale stands close to the first. */
    private boolean scaledAlready(Found found) {
        return !vocabulary.spaced && found.scale().compareTo(BigDecimal.ONE) > 0;
    }

    private @Nullable Found unspaced(Found found, Token token) {
        for (int length = Math.min(token.form().length(), 8); length > 1; length--) {
            Term term = vocabulary.leadingScale(token.form(), length);
            if (term != null) {
                return times(found, term.value(), token.start() + length, found.next() + 1);
            }
        }
        return null;
    }

    /** The scale of a single letter: 5K, 3M, and $3m, but not 3m. */
    private @Nullable BigDecimal letter(Token token, Found found) {
        String letter = token.span().in(text);
        boolean money =
                found.span().start() > 0 && Money.sign(text.charAt(found.span().start() - 1));
        return switch (money ? letter.toUpperCase(Locale.ROOT) : letter) {
            case "K", "k" -> BigDecimal.valueOf(1_000);
            case "M" -> BigDecimal.valueOf(1_000_000);
            case "B" -> BigDecimal.valueOf(1_000_000_000);
            default -> null;
        };
    }

    private static Found times(Found found, BigDecimal by, int end, int next) {
        List<BigDecimal> readings = found.readings().stream().map(by::multiply).toList();
        Span span = new Span(found.span().start(), end);
        return new Found(span, readings, found.scale().multiply(by), found.evidence(), next);
    }

    private @Nullable Found words(int at) {
        Phrases.Match<Term> first = vocabulary.number(tokens, at);
        if (first == null) {
            return compound(at);
        }
        Counting counting = new Counting();
        counting.take(first.meaning());
        Term last = first.meaning();
        boolean weak = last.weak() || last.scale();
        BigDecimal scale = scale(last, BigDecimal.ONE);
        int next = at + first.words();
        Phrases.Match<Term> more = last.ordinal() ? null : following(next, counting);
        while (more != null) {
            next = skipJoin(next) + more.words();
            weak &= more.meaning().scale();
            scale = scale(more.meaning(), scale);
            more = more.meaning().ordinal() ? null : following(next, counting);
        }
        Span span = new Span(tokens.get(at).start(), tokens.get(next - 1).end());
        Evidence evidence = weak ? Evidence.WEAK : Evidence.WORDS;
        return new Found(span, List.of(counting.value()), scale, evidence, next);
    }

    private static BigDecimal scale(Term term, BigDecimal otherwise) {
        return term.scale() ? term.value() : otherwise;
    }

    /** The words at {@code next} if they go on the number; they are taken then. */
    private Phrases.@Nullable Match<Term> following(int next, Counting counting) {
        int at = skipJoin(next);
        if (at >= tokens.size() || !tokens.get(at).linked()) {
            return null;
        }
        Phrases.Match<Term> match = vocabulary.number(tokens, at);
        return match != null && fits(match.meaning(), at > next) && counting.take(match.meaning())
                ? match
                : null;
    }

    /** Half and quarter are not added, and after "and" comes no scale: dez e milhares. */
    private static boolean fits(Term term, boolean joined) {
        return term.value().scale() <= 0
                && !(joined && term.scale() && term.value().intValue() != 1_000);
    }

    private int skipJoin(int next) {
        boolean join =
                next + 1 < tokens.size()
                        && tokens.get(next).linked()
                        && vocabulary.joins(tokens.get(next).form());
        return join ? next + 1 : next;
    }

    private @Nullable Found compound(int at) {
        List<Term> parts = vocabulary.compound(tokens.get(at).form());
        Counting counting = new Counting();
        for (Term part : parts) {
            if (!counting.take(part)) {
                return null;
            }
        }
        return parts.isEmpty()
                ? null
                : new Found(
                        tokens.get(at).span(),
                        List.of(counting.value()),
                        BigDecimal.ONE,
                        Evidence.WORDS,
                        at + 1);
    }
}
