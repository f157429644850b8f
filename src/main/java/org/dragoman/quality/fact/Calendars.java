package org.dragoman.quality.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the weekdays and months a text names, by CLDR and lists of inflected forms. A name that is
 * also another word counts as weak evidence unless a figure stands beside it or, in a language that
 * writes it so, a capital inside the sentence. Immutable and thread-safe; what it knows of a
 * language is read once.
 */
public final class Calendars {
    private static final Map<LanguageTag, Calendars> READ = new ConcurrentHashMap<>();

    /** Between a month and the figure beside it: "de ", ". ". */
    private static final int BESIDE = 4;

    private final CalendarNames names;
    private final NumberedNames numbered;
    private final Tokens tokens;

    private Calendars(LanguageTag language) {
        names = new CalendarNames(language);
        numbered = new NumberedNames(language);
        tokens = new Tokens(language, true);
    }

    /** The weekdays and months of {@code text}, a text in {@code language}, in order. */
    public static List<CalendarDay> in(String text, LanguageTag language) {
        return READ.computeIfAbsent(language, Calendars::new).find(text);
    }

    private List<CalendarDay> find(String text) {
        List<CalendarDay> days = new ArrayList<>();
        List<Token> all = tokens.in(text);
        int at = 0;
        while (at < all.size()) {
            Phrases.Match<CalendarName> match =
                    all.get(at).figure() == null ? names.at(all, at) : null;
            if (match != null) {
                days.add(day(text, all, at, match));
            }
            at += match == null ? 1 : match.words();
        }
        days.addAll(numbered.in(text));
        return apart(days);
    }

    /** {@code days} in order, without one that begins inside the one before. */
    private static List<CalendarDay> apart(List<CalendarDay> days) {
        days.sort(Comparator.comparingInt(day -> day.span().start()));
        List<CalendarDay> apart = new ArrayList<>();
        int end = 0;
        for (CalendarDay day : days) {
            if (day.span().start() >= end) {
                apart.add(day);
                end = day.span().end();
            }
        }
        return List.copyOf(apart);
    }

    private CalendarDay day(
            String text, List<Token> all, int at, Phrases.Match<CalendarName> match) {
        int last = at + match.words() - 1;
        Span span = new Span(all.get(at).start(), all.get(last).end());
        CalendarName name = match.meaning();
        boolean near = beside(all, at, last);
        boolean sure =
                switch (name.certainty()) {
                    case ALONE -> names.capitals || !named(text, all, at);
                    case CAPITAL -> (near && written(text, span)) || capital(text, all, at);
                    case FIGURE -> near && shortened(text, span);
                };
        return new CalendarDay(span, name.kind(), name.number(), evidence(sure));
    }

    private static Evidence evidence(boolean sure) {
        return sure ? Evidence.WORDS : Evidence.WEAK;
    }

    /** Whether it has the capital its language asks for, if it asks for one. */
    private boolean written(String text, Span span) {
        return !names.capitals || Character.isUpperCase(text.charAt(span.start()));
    }

    /** Whether it is written as a shortened name: with its capital, or with a dot. */
    private boolean shortened(String text, Span span) {
        return names.capitals
                ? Character.isUpperCase(text.charAt(span.start()))
                : span.end() < text.length() && text.charAt(span.end()) == '.';
    }

    /** Whether it has a capital although its language writes it small: Santo Domingo. */
    private static boolean named(String text, List<Token> all, int at) {
        int start = all.get(at).start();
        return at > 0
                && all.get(at).linked()
                && Character.isUpperCase(text.charAt(start))
                && Character.isLowerCase(text.charAt(start + 1));
    }

    /** Whether it has a capital that is no sentence's first, nor one of a line in capitals. */
    private boolean capital(String text, List<Token> all, int at) {
        int start = all.get(at).start();
        return names.capitals
                && at > 0
                && all.get(at).linked()
                && Character.isUpperCase(text.charAt(start))
                && !Character.isUpperCase(text.charAt(start + 1))
                && small(text, all.get(at - 1));
    }

    private static boolean small(String text, Token before) {
        boolean preposition = before.form().length() <= 3;
        return preposition || !Character.isUpperCase(text.charAt(before.start()));
    }

    private static boolean beside(List<Token> all, int at, int last) {
        @Nullable Token before = at > 0 ? all.get(at - 1) : null;
        @Nullable Token after = last + 1 < all.size() ? all.get(last + 1) : null;
        int start = all.get(at).start();
        int end = all.get(last).end();
        boolean figureBefore =
                before != null && before.figure() != null && start - before.end() <= BESIDE;
        boolean figureAfter = after != null && after.figure() != null && after.start() - end <= 2;
        return figureBefore || figureAfter;
    }
}
