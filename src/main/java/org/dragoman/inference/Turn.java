package org.dragoman.inference;

import java.util.Comparator;

/**
 * A row's place among those of its party.
 *
 * @param finish when its call's turn would be over if all calls shared evenly, in tokens
 * @param number in the order of arrival, no two alike
 */
record Turn(double finish, long number) {
    /** The order in which the rows of a party are served. */
    static final Comparator<Waiting<?, ?>> FIRST =
            Comparator.<Waiting<?, ?>>comparingDouble(row -> row.turn().finish())
                    .thenComparingLong(row -> row.turn().number());
}
