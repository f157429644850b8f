package org.dragoman.quality.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in Chinese numerals, alone or after digits, as Chinese, Japanese and Korean write them:
 * 二百三十, 二〇二四, 3億5000万, 5만. Immutable.
 */
final class HanNumerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Map<Character, Integer> OTHER_DIGITS =
            Map.of('零', 0, '两', 2, '兩', 2, '壱', 1, '弐', 2, '参', 3);
    private static final Map<Character, Integer> POWERS =
            Map.ofEntries(
                    Map.entry('十', 1),
                    Map.entry('百', 2),
                    Map.entry('千', 3),
                    Map.entry('万', 4),
                    Map.entry('萬', 4),
                    Map.entry('亿', 8),
                    Map.entry('億', 8),
                    Map.entry('兆', 12));
    private static final Map<Character, Integer> KOREAN_POWERS =
            Map.of('십', 1, '백', 2, '천', 3, '만', 4, '억', 8, '조', 12);
    private static final int LONGEST = 40;

    private final Figures figures;
    private final boolean korean;

    private HanNumerals(Figures figures, boolean korean) {
        this.figures = figures;
        this.korean = korean;
    }

    /** Those of {@code language}; null when it uses none. */
    static @Nullable HanNumerals of(LanguageTag language, Figures figures) {
        boolean korean = language.language().equals("ko");
        boolean han = Set.of("zh", "ja", "yue", "ko").contains(language.language());
        return han ? new HanNumerals(figures, korean) : null;
    }

    boolean startsAt(String text, int at) {
        char unit = text.charAt(at);
        return Character.isDigit(unit)
                || (!korean && (digit(unit) >= 0 || (unit != '兆' && POWERS.containsKey(unit))));
    }

    /** The number that begins at {@code start}, where {@link #startsAt} holds. */
    Figure at(String text, int start) {
        Sum sum = new Sum();
        int at = start;
        boolean digits = false;
        Figure figure = null;
        int limit = Math.min(text.length(), start + LONGEST);
        while (at < limit && goesOn(text, at, digits)) {
            if (text.charAt(at) == ' ') {
                at++;
            } else if (Character.isDigit(text.charAt(at))) {
                figure = figures.at(text, at);
                sum.number(figure.value());
                digits = true;
                at = figure.span().end();
            } else {
                sum.take(text.charAt(at), this);
                at++;
            }
        }
        Span span = new Span(start, at);
        if (figure != null && figure.span().equals(span)) {
            return figure;
        }
        Evidence evidence = digits ? Evidence.DIGITS : words(sum, span.length());
        return new Figure(span, List.of(sum.all()), false, evidence);
    }

    /** A single sign is often no number. */
    private static Evidence words(Sum sum, int length) {
        return length > 1 && sum.digits ? Evidence.WORDS : Evidence.WEAK;
    }

    private boolean goesOn(String text, int at, boolean afterDigits) {
        char unit = text.charAt(at);
        if (unit == ' ') {
            return spans(text, at);
        }
        if (afterDigits && kilo(text, at)) {
            return false;
        }
        boolean numeral = (digit(unit) >= 0 && !afterDigits) || power(unit) > 0;
        return Character.isDigit(unit) || numeral;
    }

    /** Whether 千 is the kilo of a unit. */
    private static boolean kilo(String text, int at) {
        return text.charAt(at) == '千'
                && at + 1 < text.length()
                && "米克瓦卡".indexOf(text.charAt(at + 1)) >= 0;
    }

    private boolean spans(String text, int space) {
        return space > 0
                && space + 1 < text.length()
                && spans(text.charAt(space - 1), text.charAt(space + 1));
    }

    /** Whether a number goes on after a space: 5 万, 3만 5000. */
    private boolean spans(char before, char after) {
        boolean unit = Character.isDigit(before) && power(after) > 1;
        boolean section = korean && power(before) >= 4 && Character.isDigit(after);
        return unit || section;
    }

    private int digit(char unit) {
        int digit = DIGITS.indexOf(unit);
        return korean ? -1 : digit >= 0 ? digit : OTHER_DIGITS.getOrDefault(unit, -1);
    }

    private int power(char unit) {
        return (korean ? KOREAN_POWERS : POWERS).getOrDefault(unit, 0);
    }

    /** The number as far as it was read: sections of four digits, each with its unit. */
    private static final class Sum {
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal section = BigDecimal.ZERO;
        private @Nullable BigDecimal number;
        private boolean digits;

        void number(BigDecimal value) {
            number = value;
            digits = true;
        }

        void take(char unit, HanNumerals numerals) {
            int digit = numerals.digit(unit);
            if (digit >= 0) {
                BigDecimal before = number == null ? BigDecimal.ZERO : number;
                number(before.multiply(BigDecimal.TEN).add(BigDecimal.valueOf(digit)));
            } else {
                power(numerals.power(unit));
            }
        }

        private void power(int power) {
            if (power < 4) {
                BigDecimal factor = number == null ? BigDecimal.ONE : number;
                section = section.add(factor.scaleByPowerOfTen(power));
            } else if (number == null && section.signum() == 0) {
                total = (total.signum() == 0 ? BigDecimal.ONE : total).scaleByPowerOfTen(power);
            } else {
                total = total.add(rest().scaleByPowerOfTen(power));
                section = BigDecimal.ZERO;
            }
            number = null;
        }

        private BigDecimal rest() {
            return number == null ? section : section.add(number);
        }

        BigDecimal all() {
            return total.add(rest());
        }
    }
}
