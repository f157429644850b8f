package org.dragoman.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.dragoman.generation.ReversingModel;
import org.dragoman.model.Decoder;
import org.dragoman.model.Limits;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;

/**
 * The reversing model behind a gate: batches wait in it until the gate is open, so a test decides
 * what is waiting when. A source that starts with {@link #POISON} makes its batch fail.
 */
final class GatedModel implements SequenceModel {
    static final int POISON = 999;
    final ReversingModel model = new ReversingModel(1, 1 << 10, 2);

    /** One permit for each batch that started. */
    final Semaphore entered = new Semaphore(0);

    private final CountDownLatch gate = new CountDownLatch(1);
    private final Supplier<Error> failure;

    /** The sources of every batch, in the order they started. */
    final List<List<int[]>> batches = Collections.synchronizedList(new ArrayList<>());

    GatedModel() {
        this(AssertionError::new);
    }

    GatedModel(Supplier<Error> failure) {
        this.failure = failure;
    }

    void open() {
        gate.countDown();
    }

    @Override
    public Limits limits() {
        return model.limits();
    }

    @Override
    public Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn) {
        batches.add(rows.stream().map(Prompt::source).toList());
        entered.release();
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        if (rows.stream().anyMatch(row -> row.source()[0] == POISON)) {
            throw failure.get();
        }
        return model.start(rows, scoring, goesOn);
    }

    @Override
    public void close() {}
}
