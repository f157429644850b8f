package org.dragoman.quality.fact;

import com.ibm.icu.text.CompactDecimalFormat;
import com.ibm.icu.text.CompactDecimalFormat.CompactStyle;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.dragoman.language.LanguageTag;

/**
 * The number words of a language as CLDR spells them, in every case and gender it knows: what ICU
 * writes for numbers is taken apart into the words of a {@link Phrases}.
 */
final class SpelledNumbers {
    private static final List<Long> SCALES =
            List.of(1_000L, 100_000L, 1_000_000L, 10_000_000L, 1_000_000_000L, 1_000_000_000_000L);

    /** Numbers that ask for each plural form. */
    private static final long[] COUNTS = {1, 2, 3, 5, 11, 21};

    private final RuleBasedNumberFormat format;
    private final Phrases<Term> phrases;
    private final ULocale locale;

    private SpelledNumbers(LanguageTag language, Phrases<Term> phrases) {
        this.locale = ULocale.forLocale(language.locale());
        this.format = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        this.phrases = phrases;
    }

    /** Adds to {@code phrases} the number words of {@code language}. */
    static void add(LanguageTag language, Phrases<Term> phrases) {
        SpelledNumbers numbers = new SpelledNumbers(language, phrases);
        List<String> rules = Arrays.asList(numbers.format.getRuleSetNames());
        rules.stream().filter(rule -> !ordinal(rule)).forEach(numbers::cardinals);
        rules.stream().filter(SpelledNumbers::ordinal).forEach(numbers::ordinals);
        numbers.compact(CompactStyle.LONG);
        numbers.compact(CompactStyle.SHORT);
    }

    private static boolean ordinal(String rule) {
        return rule.contains("ordinal");
    }

    private void cardinals(String rule) {
        if (rule.contains("year") || rule.contains("financial") || rule.contains("days")) {
            return;
        }
        for (long value = 0; value <= 99; value++) {
            phrases.add(write(value, rule), Term.number(value, value < 2));
        }
        for (long value = 100; value <= 900; value += 100) {
            hundreds(value, rule);
        }
        scaleWord(100, 1, rule);
        for (long scale : SCALES) {
            for (long count : COUNTS) {
                scaleWord(scale, count, rule);
            }
        }
    }

    /** Several languages write hundreds before a smaller number in another way: cem, cento. */
    private void hundreds(long value, String rule) {
        String one = write(1, rule);
        String more = write(value + 1, rule);
        phrases.add(write(value, rule), Term.number(value, false));
        if (more.endsWith(one)) {
            String rest = more.substring(0, more.length() - one.length()).strip();
            List<String> forms = phrases.forms(rest);
            if (forms.size() == 1) {
                phrases.add(rest, Term.number(value, false));
            }
        }
    }

    /** What stands after {@code count} in so many thousands or millions. */
    private void scaleWord(long scale, long count, String rule) {
        List<String> all = phrases.forms(write(scale * count, rule));
        List<String> before = phrases.forms(write(count, rule));
        int size = all.size();
        if (size == before.size() + 1 && number(all.subList(0, size - 1), count)) {
            phrases.add(all.get(size - 1), Term.scale(BigDecimal.valueOf(scale)));
        } else if (size == 1 && count == 1) {
            phrases.put(all.get(0), Term.scale(BigDecimal.valueOf(scale)));
        } else if (size == 1 && all.get(0).startsWith(before.get(0))) {
            String rest = all.get(0).substring(String.join("", before).length());
            addScale(rest, scale);
        }
    }

    private boolean number(List<String> forms, long count) {
        Term term = phrases.meaning(String.join(" ", forms));
        return count > 1 || (term != null && term.value().longValue() == count);
    }

    private void addScale(String word, long scale) {
        if (word.length() > 1) {
            phrases.add(word, Term.scale(BigDecimal.valueOf(scale)));
        }
    }

    private void ordinals(String rule) {
        for (long value = 1; value <= 100; value += value < 31 ? 1 : 10 - value % 10) {
            boolean weak = value <= 10;
            Term term = new Term(BigDecimal.valueOf(value), false, true, weak);
            phrases.add(write(value, rule), term);
        }
    }

    /** The short forms after digits: 5 mil, 5 Mio., 5 тыс. Single letters are not taken. */
    private void compact(CompactStyle style) {
        CompactDecimalFormat compact = CompactDecimalFormat.getInstance(locale, style);
        for (long scale : SCALES) {
            for (long count : COUNTS) {
                String written = compact.format(scale * count);
                String digits = compact.format(count);
                if (written.replaceAll("[^\\p{Nd}]", "").equals(digits)) {
                    List<String> forms = phrases.forms(written.replaceAll("\\p{Nd}", ""));
                    if (String.join("", forms).length() > 1) {
                        phrases.add(String.join(" ", forms), Term.scale(BigDecimal.valueOf(scale)));
                    }
                }
            }
        }
    }

    private String write(long value, String rule) {
        return format.format(value, rule);
    }
}
