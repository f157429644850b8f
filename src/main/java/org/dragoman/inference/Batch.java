package org.dragoman.inference;

import java.util.List;
import org.dragoman.telemetry.Trace;

/** Rows of one model that run together, at least one. Immutable. */
record Batch<I, O>(Work<I, O> work, List<Waiting<I, O>> rows) {
    Batch {
        rows = List.copyOf(rows);
    }

    /** The rows somebody still waits for; perhaps none. */
    Batch<I, O> live() {
        return new Batch<>(work, rows.stream().filter(Waiting::live).toList());
    }

    /** A span of the callers that are traced, with what the batch is like. */
    Trace trace() {
        if (!traced()) {
            return Trace.NONE;
        }
        Trace trace =
                Trace.joined(
                        "inference",
                        rows.stream().map(row -> row.call().deadline().trace()).toList());
        trace.set("dragoman.model", work.model());
        trace.set("dragoman.batch.rows", rows.size());
        trace.set("dragoman.batch.tokens", tokens());
        trace.set("dragoman.batch.area", area());
        return trace;
    }

    private boolean traced() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).call().deadline().trace() != Trace.NONE) {
                return true;
            }
        }
        return false;
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
