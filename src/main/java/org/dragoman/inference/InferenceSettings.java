package org.dragoman.inference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How work is queued and batched. Lengths are counted in tokens; a row of beam search counts once
 * for each beam, in the queue and in a batch.
 */
@ConfigMapping(prefix = "dragoman.inference")
public interface InferenceSettings {
    /** Threads that run models; one a core when absent, since each runs PyTorch on one thread. */
    OptionalInt workers();

    /** Tokens that may wait; a call that finds the queue empty is taken whatever its size. */
    @WithDefault("100000")
    @Min(1)
    int queueTokens();

    /** Bound on a batch's longest row × its rows; a single row may be longer. */
    @WithDefault("4096")
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

    /** Decoding steps between two looks at who still waits. */
    @WithDefault("8")
    @Min(1)
    @Max(8)
    int steps();

    /** How long work that was taken may go on when the service stops. */
    @WithDefault("20s")
    Duration grace();
}
