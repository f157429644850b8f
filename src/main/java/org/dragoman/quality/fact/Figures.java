package org.dragoman.quality.fact;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;

/**
 * Reads numbers in digits of any script, grouped and with decimals as languages write them: by
 * thousands with one mark all through, or as in India by thousands and hundreds. What one mark
 * before three digits means is told by the language, and the other meaning kept as an alternative.
 * Immutable.
 */
final class Figures {
    /** More digits than any number a text speaks of: a serial number, compared by its beginning. */
    private static final int LONGEST = 60;

    private static final String SPACES = " \u00A0\u2007\u2009\u202F";
    private static final String MARKS = ".,'’·٫٬،．，" + SPACES;
    private static final Pattern GROUPED =
            Pattern.compile("(\\d{1,3})([G])(\\d{3})((?:\\2\\d{3})*)".replace("G", MARKS));
    private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(?:,\\d{2})+,\\d{3}");

    private final char decimal;

    Figures(LanguageTag language) {
        ULocale locale = ULocale.forLocale(language.locale());
        char usual = DecimalFormatSymbols.getInstance(locale).getDecimalSeparatorString().charAt(0);
        decimal = usual == ',' ? ',' : '.';
    }

    /** The number whose first digit stands at {@code start}. */
    Figure at(String text, int start) {
        int end = runEnd(text, start);
        String run = western(text, start, end);
        Matcher indian = INDIAN.matcher(run);
        if (indian.lookingAt() && !digitAt(run, indian.end())) {
            return grouped(run, start, indian.end(), ',');
        }
        Matcher matcher = GROUPED.matcher(run);
        if (matcher.lookingAt() && !digitAt(run, matcher.end()) && run.charAt(0) != '0') {
            return grouped(run, start, matcher.end(), mark(matcher.group(2).charAt(0)));
        }
        return ungrouped(run, start);
    }

    private Figure grouped(String run, int start, int end, char mark) {
        BigDecimal whole = new BigDecimal(digits(run.substring(0, end)));
        int decimals = decimalsEnd(run, end, mark);
        if (decimals > end) {
            String value = digits(run.substring(0, end)) + '.' + run.substring(end + 1, decimals);
            return figure(start, decimals, List.of(new BigDecimal(value)), false);
        }
        List<BigDecimal> readings = new ArrayList<>(List.of(whole));
        boolean once = digits(run.substring(0, end)).length() == end - 1;
        if (once && (mark == '.' || mark == ',')) {
            BigDecimal fraction =
                    new BigDecimal(run.substring(0, end).replace(run.charAt(end - 4), '.'));
            readings.add(mark == decimal ? 0 : 1, fraction);
        }
        return figure(start, end, readings, false);
    }

    private Figure ungrouped(String run, int start) {
        int end = digitsEnd(run, 0);
        int decimals = decimalsEnd(run, end, ' ');
        if (decimals > end && !continues(run, decimals)) {
            String value = run.substring(0, end) + '.' + run.substring(end + 1, decimals);
            return figure(start, decimals, List.of(new BigDecimal(value)), false);
        }
        return figure(start, end, List.of(new BigDecimal(run.substring(0, end))), true);
    }

    private static Figure figure(int start, int end, List<BigDecimal> readings, boolean plain) {
        return new Figure(new Span(start, start + end), readings, plain, Evidence.DIGITS);
    }

    /** After the decimals that follow at {@code end}; {@code end} when there are none. */
    private static int decimalsEnd(String run, int end, char groupMark) {
        if (end + 1 >= run.length() || !digitAt(run, end + 1)) {
            return end;
        }
        char mark = mark(run.charAt(end));
        boolean decimal = (mark == '.' || mark == ',' || mark == '·') && mark != groupMark;
        return decimal ? digitsEnd(run, end + 1) : end;
    }

    /** Whether more of a date, an address or a list follows: 12.05.2020, 192.168.0.1, 1,2,3. */
    private static boolean continues(String run, int end) {
        return end + 1 < run.length()
                && digitAt(run, end + 1)
                && ".,".indexOf(mark(run.charAt(end))) >= 0;
    }

    private static char mark(char sign) {
        return switch (sign) {
            case '٫', '，', ',', '،' -> ',';
            case '．', '.' -> '.';
            case '٬', '’', '\'' -> '\'';
            case '·' -> '·';
            default -> ' ';
        };
    }

    private static int runEnd(String text, int start) {
        int at = start;
        int most = Math.min(text.length(), start + LONGEST);
        while (at < most && (Character.isDigit(text.charAt(at)) || joins(text, at))) {
            at++;
        }
        return at;
    }

    private static boolean joins(String text, int at) {
        return MARKS.indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean digitAt(String run, int at) {
        return at < run.length() && run.charAt(at) >= '0' && run.charAt(at) <= '9';
    }

    private static int digitsEnd(String run, int from) {
        int at = from;
        while (digitAt(run, at)) {
            at++;
        }
        return at;
    }

    private static String digits(String run) {
        StringBuilder digits = new StringBuilder();
        run.chars()
                .filter(unit -> unit >= '0' && unit <= '9')
                .forEach(unit -> digits.append((char) unit));
        return digits.toString();
    }

    private static String western(String text, int start, int end) {
        StringBuilder western = new StringBuilder();
        for (int at = start; at < end; at++) {
            int digit = Character.digit(text.charAt(at), 10);
            western.append(
                    Character.isDigit(text.charAt(at)) ? (char) ('0' + digit) : text.charAt(at));
        }
        return western.toString();
    }
}
