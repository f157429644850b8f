package org.dragoman.inference;

import java.util.List;

/** Rows of one model that run together, at least one. Immutable. */
record Batch<I, O>(Work<I, O> work, List<Waiting<I, O>> rows) {
    Batch {
        rows = List.copyOf(rows);
    }

    /** The rows somebody still waits for; perhaps none. */
    Batch<I, O> live() {
        return new Batch<>(work, rows.stream().filter(Waiting::live).toList());
    }

    List<I> inputs() {
        return rows.stream().map(Waiting::input).toList();
    }

    /** Tokens of its rows. */
    long tokens() {
        return rows.stream().mapToLong(Waiting::length).sum();
    }

    /** Tokens of its rows, each once for every beam. */
    long cost() {
        return rows.stream().mapToLong(Waiting::cost).sum();
    }

    /** Tokens of its rows with their padding. */
    long area() {
        return rows.stream().mapToLong(Waiting::length).max().orElse(0) * rows.size();
    }
}
