package org.dragoman.quality.fact;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;
import org.dragoman.language.WritingSystem;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Weekdays and months in languages that number them or write without spaces: 星期三, 5月, 수요일, thứ tư,
 * วันพุธ. Immutable.
 */
final class NumberedNames {
    private record Rule(
            CalendarDay.Kind kind,
            Pattern pattern,
            Map<String, Integer> numbers,
            Evidence evidence) {}

    private final List<Rule> rules = new ArrayList<>();

    /** Those of {@code language}; without any for most languages. */
    NumberedNames(LanguageTag language) {
        WordLists lists = WordLists.read("/quality/calendar.txt", language);
        add(lists, CalendarDay.Kind.WEEKDAY, "weekday");
        add(lists, CalendarDay.Kind.MONTH, "month");
        if (!WritingSystem.of(language).spacedWords()) {
            DateFormatSymbols symbols =
                    DateFormatSymbols.getInstance(ULocale.forLocale(language.locale()));
            whole(CalendarDay.Kind.WEEKDAY, symbols.getWeekdays(), 5, 7);
            whole(CalendarDay.Kind.MONTH, symbols.getMonths(), 0, 12);
        }
    }

    private void add(WordLists lists, CalendarDay.Kind kind, String name) {
        Map<String, Integer> numbers = new HashMap<>();
        lists.pairs(name + "-number", (word, number) -> numbers.put(word, Integer.valueOf(number)));
        if (numbers.isEmpty()) {
            return;
        }
        String number = alternatives(numbers.keySet().stream().toList());
        String before = alternatives(lists.words(name + "-before"));
        String after = alternatives(lists.words(name + "-after"));
        Pattern pattern = Pattern.compile("(?<![\\p{Nd}一二三四五六七八九十两])" + before + number + after);
        Evidence evidence = lists.words("unsure").contains(name) ? Evidence.WEAK : Evidence.WORDS;
        rules.add(new Rule(kind, pattern, numbers, evidence));
    }

    private void whole(CalendarDay.Kind kind, String[] names, int shift, int count) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int at = 0; at < names.length; at++) {
            if (names[at].length() > 3) {
                numbers.put(names[at], (at + shift) % count + 1);
            }
        }
        if (!numbers.isEmpty()) {
            Pattern pattern = Pattern.compile(alternatives(numbers.keySet().stream().toList()));
            rules.add(new Rule(kind, pattern, numbers, Evidence.WORDS));
        }
    }

    /** The longest first, so that 11 is not read as 1. */
    private static String alternatives(List<String> words) {
        List<String> quoted =
                words.stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(word -> Pattern.quote(word).replace("\u00A0", "\\E\\h\\Q"))
                        .toList();
        return quoted.isEmpty() ? "" : "(" + String.join("|", quoted) + ")";
    }

    /** Those in {@code text}. */
    List<CalendarDay> in(String text) {
        List<CalendarDay> days = new ArrayList<>();
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                Integer number = number(matcher, rule.numbers());
                if (number != null) {
                    Span span = new Span(matcher.start(), matcher.end());
                    days.add(new CalendarDay(span, rule.kind(), number, evidence(rule, matcher)));
                }
            }
        }
        return days;
    }

    /** A capital makes sure: Thứ Ba is Tuesday, thứ ba often "third". */
    private static Evidence evidence(Rule rule, Matcher matcher) {
        boolean capital = Character.isUpperCase(matcher.group().charAt(0));
        return capital ? Evidence.WORDS : rule.evidence();
    }

    private static @Nullable Integer number(Matcher matcher, Map<String, Integer> numbers) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            Integer number = numbers.get(matcher.group(group));
            if (number != null) {
                return number;
            }
        }
        return null;
    }
}
