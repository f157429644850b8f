package org.dragoman.quality.segment;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Calendars;
import org.dragoman.quality.fact.Literal;
import org.dragoman.quality.fact.Literals;
import org.dragoman.quality.fact.Quantities;
import org.dragoman.quality.fact.Quantity;
import org.dragoman.quality.fact.QuantityIndex;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/**
 * One of the two texts with what it states, read once for all rules. Immutable.
 *
 * @param letters how many of it are letters, in those of its language
 */
record Side(
        String text,
        Tongue tongue,
        Facts facts,
        List<Words.Word> words,
        List<Span> sentences,
        double letters) {
    private static final String ENDS = ".!?…。！？؟।۔;\n";

    /** Languages that take fewer letters write words in one or two. */
    private static final double WORDY = 0.55;

    /** CJK radicals, then all of Chinese and Japanese; Hangul begins at U+1100. */
    private static final int FIRST_WORDY = 0x1100;

    private static final SentenceSplitter SENTENCES = new SentenceSplitter();

    /**
     * What a text states in a form that can be compared.
     *
     * @param named the first of each weekday and month
     */
    record Facts(
            List<Quantity> quantities,
            QuantityIndex index,
            List<CalendarDay> days,
            List<CalendarDay> named,
            List<Literal> literals) {
        static Facts of(String text, LanguageTag language) {
            List<Quantity> quantities = Quantities.in(text, language);
            List<CalendarDay> days = Calendars.in(text, language);
            return new Facts(
                    quantities, QuantityIndex.of(quantities), days, named(days), Literals.in(text));
        }

        private static List<CalendarDay> named(List<CalendarDay> days) {
            List<CalendarDay> named = new ArrayList<>();
            for (CalendarDay day : days) {
                if (named.stream().noneMatch(day::same)) {
                    named.add(day);
                }
            }
            return named;
        }

        /** A literal that ends after {@code start} and begins before {@code end}. */
        boolean literalBetween(int start, int end) {
            int first = 0;
            int last = literals.size();
            while (first < last) {
                int middle = (first + last) / 2;
                boolean before = literals.get(middle).span().end() <= start;
                first = before ? middle + 1 : first;
                last = before ? last : middle;
            }
            return first < literals.size() && literals.get(first).span().start() < end;
        }
    }

    static Side of(String text, Tongue tongue) {
        Facts facts = Facts.of(text, tongue.language());
        return new Side(
                text,
                tongue,
                facts,
                words(text, tongue, facts),
                sentences(text, tongue),
                letters(text, tongue));
    }

    /** The words outside literals. */
    private static List<Words.Word> words(String text, Tongue tongue, Facts facts) {
        List<Words.Word> words = Words.in(text, tongue.language().locale());
        return facts.literals().isEmpty()
                ? words
                : words.stream().filter(word -> outside(word.span(), facts)).toList();
    }

    private static boolean outside(Span span, Facts facts) {
        return !facts.literalBetween(span.start(), span.end());
    }

    /** A Latin letter says less than one of Chinese or Japanese. */
    private static double letters(String text, Tongue tongue) {
        double foreign = tongue.length() < WORDY ? tongue.length() : 1;
        double letters = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            letters += !Character.isLetter(point) ? 0 : point < FIRST_WORDY ? foreign : 1;
        }
        return letters;
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

    /** Whether it names the same weekday or month. */
    boolean names(CalendarDay day) {
        return facts.named().stream().anyMatch(day::same);
    }

    /** What it states that agrees with {@code number}; the first of what is stated twice. */
    List<Quantity> agreeing(Quantity number) {
        return facts.index().agreeing(number);
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
        return facts.literalBetween(at, at + 1);
    }
}
