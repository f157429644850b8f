package org.dragoman.quality.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Reads the quantities of one text: its numbers and what they measure. For one thread. */
final class QuantityReader {
    private static final Set<String> ORDINAL_GAPS = Set.of("", "-", ".", "'", "’");
    private static final String PERCENT = "%٪％﹪";

    /** Between two numbers of a range stands no more: "5 to 10 million". */
    private static final int RANGE = 8;

    private final String text;
    private final List<Token> tokens;
    private final Vocabulary vocabulary;
    private final NumberReader numbers;
    private final Clock clock;
    private final Money money;

    /** The first token that no quantity has taken yet. */
    private int next;

    QuantityReader(String text, List<Token> tokens, Vocabulary vocabulary) {
        this.text = text;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.numbers = new NumberReader(text, tokens, vocabulary);
        this.clock = new Clock(text, tokens, vocabulary);
        this.money = new Money(text, tokens);
    }

    List<Quantity> all() {
        List<Quantity> quantities = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Found time = clock.at(at);
            Found found = time == null ? numbers.at(at) : time;
            next = found == null ? at + 1 : found.next();
            if (found == null) {
                roman(tokens.get(at), quantities);
            } else if (!exponent(found.span())) {
                quantities.add(
                        time == null ? measured(at, ranged(found)) : time.as(Measure.TIME, null));
            }
            at = next;
        }
        return quantities;
    }

    /** Whether it is the 2 of km2. */
    private boolean exponent(Span span) {
        int start = span.start();
        boolean metre = span.length() == 1 && start > 0 && text.charAt(start - 1) == 'm';
        boolean prefixed = metre && start > 1 && Character.isLetter(text.charAt(start - 2));
        int before = prefixed ? start - 3 : start - 2;
        return metre && (before < 0 || !Character.isLetter(text.charAt(before)));
    }

    /** 5 of "5-10 million" may be five million. */
    private Found ranged(Found found) {
        int other = found.scale().compareTo(BigDecimal.ONE) == 0 ? rangeEnd(found) : -1;
        Found upper = other < 0 ? null : numbers.at(other);
        if (upper == null || upper.scale().compareTo(BigDecimal.ONE) == 0) {
            return found;
        }
        return found.orTimes(upper.scale());
    }

    /** The token after a dash or one short word; -1 when no range can follow. */
    private int rangeEnd(Found found) {
        int end = found.span().end();
        boolean word = littleNext();
        int other = word ? next + 1 : next;
        if (other >= tokens.size() || tokens.get(other).start() - end > RANGE) {
            return -1;
        }
        String gap = text.substring(end, tokens.get(other).start());
        boolean plain = gap.chars().allMatch(QuantityReader::inRange);
        return plain && (word || !gap.isBlank()) ? other : -1;
    }

    private boolean littleNext() {
        return next < tokens.size() && vocabulary.spaced && little(tokens.get(next));
    }

    private static boolean little(Token token) {
        return token.figure() == null && token.form().length() <= 3;
    }

    private static boolean inRange(int unit) {
        return Character.isLetter(unit)
                || Character.isSpaceChar(unit)
                || "-–—~～".indexOf(unit) >= 0;
    }

    private Quantity measured(int at, Found found) {
        Found percent = percent(found, at);
        if (percent != null) {
            next = percent.next();
            return percent.as(Measure.PERCENT, null);
        }
        Money.Amount amount = money.around(found.span());
        if (amount != null) {
            return new Found(amount.span(), found.readings(), found.scale(), found.evidence(), next)
                    .as(Measure.MONEY, amount.code());
        }
        Phrases.Match<String> currency = currency();
        if (currency != null) {
            Found whole = found.to(tokens.get(next + currency.words() - 1).end(), next);
            next += currency.words();
            return whole.as(Measure.MONEY, currency.meaning());
        }
        return ordinal(at, found);
    }

    /** The words of a currency, as in "8 million euros" and "8 milhões de euros". */
    private Phrases.@Nullable Match<String> currency() {
        boolean of =
                next + 1 < tokens.size()
                        && tokens.get(next).form().length() == 2
                        && tokens.get(next).linked();
        int at = of ? next + 1 : next;
        boolean follows = at < tokens.size() && tokens.get(at).linked();
        Phrases.Match<String> match = follows ? vocabulary.currencies.at(tokens, at) : null;
        return match == null || at == next
                ? match
                : new Phrases.Match<>(match.words() + 1, match.meaning());
    }

    private @Nullable Found percent(Found found, int at) {
        int sign = percentSign(found.span().end());
        if (sign >= 0) {
            return found.to(sign + 1, found.next());
        }
        if (found.next() < tokens.size() && tokens.get(found.next()).linked()) {
            Phrases.Match<Boolean> word = vocabulary.percent.at(tokens, found.next());
            if (word != null) {
                int following = found.next() + word.words();
                return found.to(tokens.get(following - 1).end(), following);
            }
        }
        return percentBefore(found.span(), at) ? found : null;
    }

    /** Where a percent sign stands at {@code end} or after a space there; -1 when none does. */
    private int percentSign(int end) {
        int sign = end < text.length() && Character.isSpaceChar(text.charAt(end)) ? end + 1 : end;
        return sign < text.length() && PERCENT.indexOf(text.charAt(sign)) >= 0 ? sign : -1;
    }

    private boolean percentBefore(Span span, int at) {
        int start = span.start();
        boolean sign = start > 0 && PERCENT.indexOf(text.charAt(start - 1)) >= 0;
        boolean word =
                at > 0
                        && tokens.get(at).linked()
                        && vocabulary.percentBefore.at(tokens, at - 1) != null;
        return sign || word || text.startsWith("百分之", start - 3);
    }

    /** Whether the letters of an ordinal follow: 1st, 1-st, 1.º. */
    private boolean ordinalEnding(int end) {
        return next < tokens.size()
                && vocabulary.ordinals.contains(tokens.get(next).form())
                && ORDINAL_GAPS.contains(text.substring(end, tokens.get(next).start()));
    }

    private Quantity ordinal(int at, Found found) {
        Figure figure = tokens.get(at).figure();
        if (figure == null) {
            return found.as(spelledOrdinal(at) ? Measure.ORDINAL : Measure.COUNT, null);
        }
        if (label(found.span().start())) {
            return found.as(Measure.LABEL, null);
        }
        if (century(found.span().end())) {
            return new Quantity(
                    found.span(), found.readings(), Measure.ORDINAL, null, Evidence.WEAK);
        }
        if (ordinalEnding(found.span().end())) {
            Found whole = found.to(tokens.get(next).end(), next + 1);
            next++;
            return whole.as(Measure.ORDINAL, null);
        }
        return found.as(year(figure, found) ? Measure.YEAR : Measure.COUNT, null);
    }

    /** 20 in 20 世纪 70 年代, the 1970s. */
    private boolean century(int end) {
        int at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        return text.startsWith("世纪", at)
                && text.startsWith("年代", Math.min(text.length(), decade(at + 2)));
    }

    private int decade(int start) {
        int at = start;
        while (at < text.length()
                && at - start < 4
                && " 0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean spelledOrdinal(int at) {
        Phrases.Match<Term> match = vocabulary.number(tokens, next - 1 >= at ? next - 1 : at);
        return match != null && match.meaning().ordinal();
    }

    private static boolean year(Figure figure, Found found) {
        return figure.plain()
                && figure.span().length() == 4
                && found.scale().compareTo(BigDecimal.ONE) == 0
                && found.readings().get(0).compareTo(BigDecimal.valueOf(1000)) >= 0
                && found.readings().get(0).compareTo(BigDecimal.valueOf(2100)) < 0;
    }

    /** Whether the figure at {@code start} hangs on a name: G20, COVID-19. */
    private boolean label(int start) {
        boolean hyphen = start > 1 && text.charAt(start - 1) == '-';
        int end = hyphen ? start - 1 : start;
        int at = end;
        boolean capital = false;
        while (at > 0 && end - at < 20 && Character.isLetter(text.charAt(at - 1))) {
            at--;
            capital |= Character.isUpperCase(text.charAt(at));
        }
        return end > at && capital;
    }

    private void roman(Token token, List<Quantity> quantities) {
        int value = Roman.value(token.span().in(text));
        if (value > 0) {
            quantities.add(
                    new Quantity(
                            token.span(),
                            List.of(BigDecimal.valueOf(value)),
                            Measure.ORDINAL,
                            null,
                            Evidence.WEAK));
        }
    }
}
