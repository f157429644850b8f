package org.dragoman.quality.fact;

import java.math.BigDecimal;
import java.util.List;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Reads times of day: 15:30, 15h30, 3pm, 3.30 p.m., 15 Uhr. */
final class Clock {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    /**
     * @param end after what was read
     * @param next the first token after it
     */
    private record Read(BigDecimal minutes, int end, int next) {}

    private final String text;
    private final List<Token> tokens;
    private final Vocabulary vocabulary;

    Clock(String text, List<Token> tokens, Vocabulary vocabulary) {
        this.text = text;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /** The time that begins with token {@code at}; null when none does. */
    @Nullable Found at(int at) {
        Figure figure = tokens.get(at).figure();
        if (figure == null
                || figure.evidence() != Evidence.DIGITS
                || figure.value().compareTo(BigDecimal.valueOf(24)) > 0) {
            return null;
        }
        Read clock = colon(at, figure);
        Read half = half(clock == null ? bare(at, figure) : clock);
        Read read = half != null ? half : clock != null ? clock : hour(at, figure);
        if (read == null) {
            return null;
        }
        Span span = new Span(figure.span().start(), read.end());
        return new Found(
                span, List.of(read.minutes()), BigDecimal.ONE, Evidence.DIGITS, read.next());
    }

    private @Nullable Read colon(int at, Figure hour) {
        Figure minute = minute(at + 1, hour.span().end(), ":：");
        return hour.small(2, 24) && minute != null
                ? new Read(minutes(hour, minute), minute.span().end(), at + 2)
                : null;
    }

    /** Two digits below 60 as token {@code at}, one of {@code marks} after {@code end}. */
    private @Nullable Figure minute(int at, int end, String marks) {
        Figure minute = at < tokens.size() ? tokens.get(at).figure() : null;
        if (minute == null || minute.span().start() != end + 1) {
            return null;
        }
        boolean marked = marks.indexOf(text.charAt(end)) >= 0;
        return marked && minute.span().length() == 2 && minute.small(2, 59) ? minute : null;
    }

    private static BigDecimal minutes(Figure hour, Figure minute) {
        return hour.value().multiply(HOUR).add(minute.value());
    }

    /** 3 or 3.30 as it is without a word for the hour. */
    private static Read bare(int at, Figure figure) {
        BigDecimal[] parts = figure.value().divideAndRemainder(BigDecimal.ONE);
        BigDecimal minutes = parts[1].movePointRight(2);
        return new Read(parts[0].multiply(HOUR).add(minutes), figure.span().end(), at + 1);
    }

    /** {@code read} with am or pm after it; null when neither is there. */
    private @Nullable Read half(Read read) {
        int at = skip(read.end());
        int m = meridiem(at);
        if (m < 0) {
            return null;
        }
        boolean dotted =
                text.charAt(at + 1) == '.' && m + 1 < text.length() && text.charAt(m + 1) == '.';
        boolean afternoon = "pP".indexOf(text.charAt(at)) >= 0;
        BigDecimal twelve = BigDecimal.valueOf(12L * 60);
        BigDecimal minutes = read.minutes().remainder(twelve);
        int next = read.next();
        while (next < tokens.size() && tokens.get(next).start() <= m) {
            next++;
        }
        return new Read(afternoon ? minutes.add(twelve) : minutes, dotted ? m + 2 : m + 1, next);
    }

    /** Where the m of am or pm, or of a. m., stands that begins at {@code at}; -1 without one. */
    private int meridiem(int at) {
        if (at + 1 >= text.length() || "aApP".indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        int m = text.charAt(at + 1) == '.' ? skip(at + 2) : at + 1;
        boolean there = m < text.length() && "mM".indexOf(text.charAt(m)) >= 0 && !letterAt(m + 1);
        return there ? m : -1;
    }

    /** 15h, 15h30, 15.30 Uhr. */
    private @Nullable Read hour(int at, Figure figure) {
        Token word = token(at + 1);
        if (word == null || !word.linked() || !vocabulary.hours.contains(word.form())) {
            return null;
        }
        Figure minute = at + 2 < tokens.size() ? tokens.get(at + 2).figure() : null;
        if (minute == null || skip(word.end()) != minute.span().start() || !minute.small(2, 59)) {
            Read bare = bare(at, figure);
            return new Read(bare.minutes(), word.end(), at + 2);
        }
        return new Read(minutes(figure, minute), minute.span().end(), at + 3);
    }

    private @Nullable Token token(int at) {
        return at < tokens.size() ? tokens.get(at) : null;
    }

    private int skip(int at) {
        return at < text.length() && Character.isSpaceChar(text.charAt(at)) ? at + 1 : at;
    }

    private boolean letterAt(int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }
}
