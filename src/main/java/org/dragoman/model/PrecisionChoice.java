package org.dragoman.model;

import java.util.Objects;

/**
 * How a model is held.
 *
 * @param reason why so, for an operator: {@code dragoman.models.precision says so}
 */
public record PrecisionChoice(Precision precision, String reason) {
    public PrecisionChoice {
        Objects.requireNonNull(precision);
        Objects.requireNonNull(reason);
    }
}
