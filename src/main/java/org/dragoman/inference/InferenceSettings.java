package org.dragoman.inference;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;

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
    @Min(1)
    int queueTokens();

    /**
     * Bound on a batch's longest source × its rows; a single row may be longer. They are read in
     * one crossing, which nobody can leave: larger batches are hardly faster.
     */
    @WithDefault("512")
    @Min(1)
    int batchTokens();

    /** Rows of a batch at most. */
    @WithDefault("32")
    @Min(1)
    int batchRows();

    /** Share of a batch that may be padding: 0 batches equal lengths only, 1 anything. */
    @WithDefault("0.3")
    @DecimalMin("0")
    @DecimalMax("1")
    double batchPadding();

    /**
     * Tokens of a call that are served before it is the turn of another one: a call of fewer is not
     * interrupted by calls of its size.
     */
    @WithDefault("2000")
    @Min(1)
    int turn();

    /** Decoding steps between two looks at who still waits. */
    @WithDefault("8")
    @Min(1)
    @Max(8)
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
