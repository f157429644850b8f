package org.dragoman.inference;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.dragoman.generation.ReversingModel;
import org.dragoman.model.Decoder;
import org.dragoman.model.Limits;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.dragoman.model.Steps;

/** The reversing model that stops before each crossing until it is let go on. */
final class SteppedModel implements SequenceModel {
    private final ReversingModel model = new ReversingModel(1, 1 << 10, 2);

    /** One permit for each crossing that it stands before. */
    final Semaphore reached = new Semaphore(0);

    /** A permit lets one crossing go on. */
    final Semaphore crossings = new Semaphore(0);

    @Override
    public Limits limits() {
        return model.limits();
    }

    @Override
    public Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn) {
        return model.start(rows, scoring, goesOn).map(Stepped::new);
    }

    private void stop() {
        reached.release();
        crossings.acquireUninterruptibly();
    }

    @Override
    public void close() {}

    private final class Stepped implements Decoder {
        private final Decoder decoder;

        Stepped(Decoder decoder) {
            this.decoder = decoder;
        }

        @Override
        public Step step(StepRequest request) {
            stop();
            return decoder.step(request);
        }

        @Override
        public Steps advance(int[] parents, int[] tokens, int steps) {
            stop();
            return decoder.advance(parents, tokens, steps);
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
