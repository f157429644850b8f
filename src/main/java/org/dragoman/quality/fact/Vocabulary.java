package org.dragoman.quality.fact;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.language.WritingSystem;
import org.jspecify.annotations.Nullable;

/** The words with which a language states numbers. Immutable once made. */
final class Vocabulary {
    private static final String RESOURCE = "/quality/quantities.txt";

    /** A shorter word is no compound of two numbers. */
    private static final int SHORTEST_COMPOUND = 6;

    final Phrases<Term> numbers;
    final Phrases<Boolean> percent;
    final Phrases<Boolean> percentBefore;
    final Phrases<String> currencies;
    final Set<String> ordinals;
    final Set<String> hours;
    final boolean spaced;
    private final Set<String> joins;
    private final List<String> prefixes;
    private final boolean compounds;

    Vocabulary(LanguageTag language) {
        Locale locale = language.locale();
        WordLists lists = WordLists.read(RESOURCE, language);
        numbers = new Phrases<>(locale);
        percent = phrases(lists, "percent", locale);
        percentBefore = phrases(lists, "percent-before", locale);
        currencies = new Phrases<>(locale);
        ordinals = Set.copyOf(lists.words("ordinal"));
        hours = Set.copyOf(lists.words("hour"));
        joins = Set.copyOf(lists.words("join"));
        prefixes = lists.words("prefix");
        spaced = WritingSystem.of(language).spacedWords();
        SpelledNumbers.add(language, numbers);
        lists.pairs("currency", currencies::put);
        own(lists);
        compounds = compounds(locale);
    }

    private static Phrases<Boolean> phrases(WordLists lists, String kind, Locale locale) {
        Phrases<Boolean> phrases = new Phrases<>(locale);
        lists.words(kind).forEach(word -> phrases.put(word, true));
        return phrases;
    }

    private void own(WordLists lists) {
        lists.pairs("number", (word, value) -> numbers.put(word, term(value, false)));
        lists.pairs("weakly", (word, value) -> numbers.put(word, term(value, true)));
        lists.pairs("scale", (word, by) -> numbers.put(word, Term.scale(new BigDecimal(by))));
        for (String word : lists.words("weak")) {
            Term term = numbers.meaning(word);
            if (term != null) {
                numbers.put(word, term.weakened());
            }
        }
    }

    private static Term term(String value, boolean weak) {
        return new Term(new BigDecimal(value), false, false, weak);
    }

    private static boolean compounds(Locale locale) {
        return !new RuleBasedNumberFormat(ULocale.forLocale(locale), RuleBasedNumberFormat.SPELLOUT)
                .format(34)
                .contains(" ");
    }

    boolean joins(String form) {
        return joins.contains(form);
    }

    /** What the tokens from {@code at} on say of a number; null when they say nothing. */
    Phrases.@Nullable Match<Term> number(List<Token> tokens, int at) {
        Phrases.Match<Term> match = numbers.at(tokens, at);
        Phrases.Match<Term> prefixed = numbers.atPrefixed(tokens, at, prefixes);
        boolean longer = prefixed != null && (match == null || prefixed.words() > match.words());
        return longer ? prefixed : match;
    }

    /** The scale a word in a script without spaces begins with: ล้าน of ล้านคน. */
    @Nullable Term leadingScale(String form, int length) {
        Term term = numbers.meaning(form.substring(0, length));
        return term != null && term.scale() ? term : null;
    }

    /** The numbers {@code form} is put together of: zweihundertfünf; empty when of none. */
    List<Term> compound(String form) {
        List<Term> parts = new ArrayList<>();
        int at = 0;
        while (compounds && form.length() >= SHORTEST_COMPOUND && at < form.length()) {
            int end = partEnd(form, at);
            if (end < 0) {
                return List.of();
            }
            Term term = numbers.meaning(form.substring(at, end));
            if (term != null) {
                parts.add(term);
            }
            at = end;
        }
        return parts.size() < 2 ? List.of() : parts;
    }

    private int partEnd(String form, int at) {
        for (int end = form.length(); end > at; end--) {
            String part = form.substring(at, end);
            boolean number = end - at > 1 && numbers.meaning(part) != null;
            if (number || (at > 0 && joins.contains(part))) {
                return end;
            }
        }
        return -1;
    }
}
