package org.dragoman.quality.segment;

import java.math.BigDecimal;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Evidence;
import org.dragoman.quality.fact.Quantity;

/** Whether one text states a number of the other in any form. Immutable. */
final class Answer {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int SHORTEST_RUN = 3;

    private final Side asking;
    private final Side side;

    private Answer(Side asking, Side side) {
        this.asking = asking;
        this.side = side;
    }

    /** What {@code side} answers to numbers of {@code asking}. */
    static Answer of(Side asking, Side side) {
        return new Answer(asking, side);
    }

    boolean to(Quantity number) {
        return side.quantities().stream().anyMatch(number::agrees)
                || month(number.value())
                || half(number.value())
                || (number.evidence() == Evidence.DIGITS && written(number.value()));
    }

    /** One and a half may stand for 1.5. */
    private boolean half(BigDecimal value) {
        return value.remainder(BigDecimal.ONE).compareTo(HALF) == 0
                && side.quantities().stream()
                        .anyMatch(quantity -> quantity.value().compareTo(HALF) == 0);
    }

    /** 12/05 in one language is 12 May in the other. */
    private boolean month(BigDecimal value) {
        return side.days().stream()
                .filter(day -> day.kind() == CalendarDay.Kind.MONTH)
                .filter(day -> BigDecimal.valueOf(day.number()).compareTo(value) == 0)
                .anyMatch(day -> asking.days().stream().noneMatch(day::same));
    }

    /** Whether the same digits stand there in a row, parted in another way: 0230 and 02:30. */
    private boolean written(BigDecimal value) {
        String digits = value.unscaledValue().toString();
        return digits.length() >= SHORTEST_RUN && Digits.of(side.text()).contains(digits);
    }
}
