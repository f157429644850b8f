package org.dragoman.inference;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;
import org.dragoman.settings.Range;

/**
 * How work is queued and batched. Lengths are counted in tokens; in the queue and among the rows of
 * a batch, a row of beam search counts once for each beam.
 */
@ConfigMapping(prefix = "dragoman.inference")
public interface InferenceSettings {
    /** Threads that run models; one a core when absent, since each runs PyTorch on one thread. */
    OptionalInt workers();

    /** Tokens that may wait; a call that finds the queue empty is taken whatever its size. */
    @WithDefault("100000")
    @WithConverter(Range.Positive.class)
    int queueTokens();

    /**
     * Bound on a batch's longest source × its rows; a single row may be longer. They are read in
     * one crossing, which nobody can leave: larger batches are hardly faster.
     */
    @WithDefault("512")
    @WithConverter(Range.Positive.class)
    int batchTokens();

    /** Rows of a batch at most. */
    @WithDefault("32")
    @WithConverter(Range.Positive.class)
    int batchRows();

    /** Share of a batch that may be padding: 0 batches equal lengths only, 1 anything. */
    @WithDefault("0.3")
    @WithConverter(Range.Share.class)
    double batchPadding();

    /**
     * Tokens of a call that are served before it is the turn of another one: a call of fewer is not
     * interrupted by calls of its size.
     */
    @WithDefault("2000")
    @WithConverter(Range.Positive.class)
    int turn();

    /** Decoding steps between two looks at who still waits. */
    @WithDefault("8")
    @WithConverter(Range.UpToEight.class)
    int steps();

    /**
     * How long a worker may be in the model without a sign of life. Then it is given up and another
     * one takes its place.
     */
    @WithDefault("30s")
    Duration hang();

    /**
     * How much the answers to segments that were translated before may take on the heap; 0 to keep
     * none.
     */
    @WithDefault("32M")
    MemorySize cache();

    /** How long work that was taken may go on when the service stops. */
    @WithDefault("20s")
    Duration grace();
}
