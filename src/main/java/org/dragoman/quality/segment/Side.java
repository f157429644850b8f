package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Calendars;
import org.dragoman.quality.fact.Literal;
import org.dragoman.quality.fact.Literals;
import org.dragoman.quality.fact.Quantities;
import org.dragoman.quality.fact.Quantity;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/**
 * One of the two texts with what it states, read once for all rules. Immutable.
 *
 * @param letters how many code points of it are letters
 */
record Side(
        String text,
        Tongue tongue,
        Facts facts,
        List<Words.Word> words,
        List<Span> sentences,
        int letters) {
    private static final String ENDS = ".!?…。！？؟।۔;\n";
    private static final SentenceSplitter SENTENCES = new SentenceSplitter();

    /** What a text states in a form that can be compared. */
    record Facts(List<Quantity> quantities, List<CalendarDay> days, List<Literal> literals) {}

    static Side of(String text, Tongue tongue) {
        Facts facts =
                new Facts(
                        Quantities.in(text, tongue.language()),
                        Calendars.in(text, tongue.language()),
                        Literals.in(text));
        return new Side(
                text,
                tongue,
                facts,
                Words.in(text, tongue.language().locale()),
                sentences(text, tongue),
                (int) text.codePoints().filter(Character::isLetter).count());
    }

    /** Most segments are one sentence; only where a mark stands inside is it worth a look. */
    private static List<Span> sentences(String text, Tongue tongue) {
        int last = text.length() - 2;
        for (int at = 0; at < last; at++) {
            if (ENDS.indexOf(text.charAt(at)) >= 0) {
                return SENTENCES.split(text, tongue.language());
            }
        }
        return List.of(new Span(0, text.length()));
    }

    List<Quantity> quantities() {
        return facts.quantities();
    }

    List<CalendarDay> days() {
        return facts.days();
    }

    List<Literal> literals() {
        return facts.literals();
    }

    /** All of it. */
    Span whole() {
        return new Span(0, text.length());
    }

    /** Whether {@code at} stands in a literal. */
    boolean inLiteral(int at) {
        return literals().stream()
                .anyMatch(literal -> literal.span().start() <= at && at < literal.span().end());
    }
}
