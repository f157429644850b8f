package org.dragoman.quality.fact;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * The weekdays and months of a language: CLDR's names, wide and short, in a date and alone, and the
 * inflected and other forms of {@code /quality/calendar.txt}. Immutable once made.
 */
final class CalendarNames {
    private static final String RESOURCE = "/quality/calendar.txt";
    private static final int SHORTEST = 3;

    final boolean capitals;
    private final Phrases<CalendarName> names;
    private final Set<String> unsure;
    private final List<String> prefixes;

    CalendarNames(LanguageTag language) {
        Locale locale = language.locale();
        WordLists lists = WordLists.read(RESOURCE, language);
        names = new Phrases<>(locale);
        unsure = Set.copyOf(lists.words("unsure"));
        prefixes = lists.words("prefix");
        capitals = !lists.words("capitals").isEmpty();
        lists.pairs("weekday", (word, number) -> own(CalendarDay.Kind.WEEKDAY, word, number));
        lists.pairs("month", (word, number) -> own(CalendarDay.Kind.MONTH, word, number));
        symbols(DateFormatSymbols.getInstance(ULocale.forLocale(locale)));
    }

    private void own(CalendarDay.Kind kind, String word, String number) {
        names.put(word, new CalendarName(kind, Integer.parseInt(number), certainty(word)));
    }

    private CalendarName.Certainty certainty(String word) {
        return unsure.contains(word)
                ? CalendarName.Certainty.CAPITAL
                : CalendarName.Certainty.ALONE;
    }

    private void symbols(DateFormatSymbols symbols) {
        for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
            for (int width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
                boolean wide = width == DateFormatSymbols.WIDE;
                weekdays(symbols.getWeekdays(context, width), wide);
                months(symbols.getMonths(context, width), wide);
            }
        }
    }

    /** ICU counts from Sunday as 1. */
    private void weekdays(String[] days, boolean wide) {
        for (int day = 1; day < days.length; day++) {
            add(days[day], CalendarDay.Kind.WEEKDAY, (day + 5) % 7 + 1, wide);
        }
    }

    private void months(String[] months, boolean wide) {
        for (int month = 0; month < months.length; month++) {
            add(months[month], CalendarDay.Kind.MONTH, month + 1, wide);
        }
    }

    private void add(String name, CalendarDay.Kind kind, int number, boolean wide) {
        boolean digits = name.chars().anyMatch(Character::isDigit);
        String form = String.join(" ", names.forms(name));
        if (!digits && (wide || form.length() >= SHORTEST)) {
            CalendarName.Certainty certainty =
                    wide ? certainty(form) : CalendarName.Certainty.FIGURE;
            names.add(name, new CalendarName(kind, number, certainty));
        }
    }

    /** The name that begins with token {@code at}; null when none does. */
    Phrases.@Nullable Match<CalendarName> at(List<Token> tokens, int at) {
        Phrases.Match<CalendarName> match = names.at(tokens, at);
        if (match != null) {
            return match;
        }
        return names.atPrefixed(tokens, at, prefixes);
    }
}
