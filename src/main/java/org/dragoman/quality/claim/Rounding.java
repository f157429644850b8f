package org.dragoman.quality.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Amount;
import org.dragoman.quality.fact.Quantity;

/** Tells whether a number of a claim may be one of the article, exact, rounder or finer. */
final class Rounding {
    /** How far an estimate may lie from the number, as a share of it. */
    private static final double ESTIMATE = 0.12;

    /** Smaller numbers are not estimated. */
    private static final int LARGE = 10;

    /** How many words before a number may announce an estimate. */
    private static final int REACH = 3;

    private final Match match;

    Rounding(Match match) {
        this.match = match;
    }

    boolean same(Amount amount, Quantity stated) {
        boolean estimated = estimated(amount);
        return readings(amount.quantity())
                .anyMatch(told -> stated.agrees(told) || near(told, stated, estimated));
    }

    /** The quantity, and what it is when a torn number is mended. */
    private Stream<Quantity> readings(Quantity quantity) {
        return Stream.concat(
                Stream.of(quantity),
                match.facts().mended().stream().filter(other -> touch(quantity, other)));
    }

    private static boolean touch(Quantity one, Quantity other) {
        return one.span().start() <= other.span().end() && other.span().start() <= one.span().end();
    }

    private static boolean near(Quantity claim, Quantity stated, boolean estimated) {
        double told = claim.value().doubleValue();
        double exact = stated.value().doubleValue();
        return counts(claim)
                && counts(stated)
                && Math.abs(told - exact) <= ESTIMATE * exact
                && ((estimated && exact >= LARGE)
                        || rounds(claim.value(), stated.value())
                        || rounds(stated.value(), claim.value()));
    }

    /** Whether it says how much: years, hours and places in a row are not rounded. */
    private static boolean counts(Quantity quantity) {
        return switch (quantity.measure()) {
            case COUNT, PERCENT, MONEY -> true;
            case YEAR, TIME, ORDINAL, LABEL -> false;
        };
    }

    /** Whether {@code round} is {@code exact} with fewer digits, up, down or to the nearest. */
    private static boolean rounds(BigDecimal round, BigDecimal exact) {
        int digits = round.stripTrailingZeros().precision();
        return digits < exact.stripTrailingZeros().precision()
                && (rounded(exact, digits, RoundingMode.DOWN).compareTo(round) == 0
                        || rounded(exact, digits, RoundingMode.UP).compareTo(round) == 0);
    }

    private static BigDecimal rounded(BigDecimal value, int digits, RoundingMode mode) {
        return value.round(new MathContext(digits, mode));
    }

    private boolean estimated(Amount amount) {
        int from = Math.max(0, amount.from() - REACH);
        return match.claim().words().subList(from, amount.from()).stream()
                .anyMatch(word -> match.lexicon().lists(Kind.APPROXIMATION, word.form()));
    }
}
