package org.dragoman.quality.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;

/**
 * Finds the numbers a text states: digits of any script in the forms of its language, with scale
 * words (8.2bn, 3 mil, 5万), number words and ordinals as CLDR spells them, percent, money, times of
 * day. The digits of addresses, placeholders, and of days and months that are named by a number are
 * left out. Takes time in proportion to the text. Immutable and thread-safe; what it knows of a
 * language is read once.
 */
public final class Quantities {
    private static final Map<LanguageTag, Quantities> READ = new ConcurrentHashMap<>();

    private final LanguageTag language;
    private final Vocabulary vocabulary;
    private final Tokens tokens;

    private Quantities(LanguageTag language) {
        this.language = language;
        this.vocabulary = new Vocabulary(language);
        this.tokens = new Tokens(language, vocabulary.spaced);
    }

    /**
     * The quantities of {@code text}, a text in {@code language}, in order; they do not overlap.
     */
    public static List<Quantity> in(String text, LanguageTag language) {
        return READ.computeIfAbsent(language, Quantities::new).find(text);
    }

    private List<Quantity> find(String text) {
        BitSet others = new BitSet();
        Literals.in(text).forEach(literal -> mark(literal.span(), others));
        Calendars.in(text, language).stream()
                .filter(day -> day.evidence() != Evidence.WEAK)
                .forEach(day -> mark(day.span(), others));
        QuantityReader reader = new QuantityReader(text, tokens.in(text), vocabulary);
        List<Quantity> found = new ArrayList<>();
        for (Quantity quantity : reader.all()) {
            int next = others.nextSetBit(quantity.span().start());
            if (next < 0 || next >= quantity.span().end()) {
                found.add(quantity);
            }
        }
        return List.copyOf(found);
    }

    private static void mark(Span span, BitSet marked) {
        marked.set(span.start(), span.end());
    }
}
