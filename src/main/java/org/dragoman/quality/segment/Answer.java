package org.dragoman.quality.segment;

import java.math.BigDecimal;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Evidence;
import org.dragoman.quality.fact.Quantity;
import org.jspecify.annotations.Nullable;

/** Whether one text states a number of the other in any form. For one thread. */
final class Answer {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int SHORTEST_RUN = 3;

    private final Side asking;
    private final Side side;
    private @Nullable String digits;

    private Answer(Side asking, Side side) {
        this.asking = asking;
        this.side = side;
    }

    /** What {@code side} answers to numbers of {@code asking}. */
    static Answer of(Side asking, Side side) {
        return new Answer(asking, side);
    }

    boolean to(Quantity number) {
        return !side.agreeing(number).isEmpty()
                || month(number.value())
                || half(number.value())
                || (number.evidence() == Evidence.DIGITS && written(number.value()));
    }

    /** One and a half may stand for 1.5. */
    private boolean half(BigDecimal value) {
        return value.scale() > 0
                && value.remainder(BigDecimal.ONE).compareTo(HALF) == 0
                && !side.facts().index().of(HALF).isEmpty();
    }

    /** 12/05 in one language is 12 May in the other. */
    private boolean month(BigDecimal value) {
        return side.facts().named().stream()
                .filter(day -> day.kind() == CalendarDay.Kind.MONTH)
                .filter(day -> BigDecimal.valueOf(day.number()).compareTo(value) == 0)
                .anyMatch(day -> !asking.names(day));
    }

    /** Whether the same digits stand there in a row, parted in another way: 0230 and 02:30. */
    private boolean written(BigDecimal value) {
        String run = value.unscaledValue().toString();
        return run.length() >= SHORTEST_RUN && digits().contains(run);
    }

    private String digits() {
        String known = digits;
        if (known == null) {
            known = Digits.of(side.text());
            digits = known;
        }
        return known;
    }
}
