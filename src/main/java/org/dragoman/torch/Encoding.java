package org.dragoman.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dragoman.model.Pace;

/**
 * Takes sources through the encoder of a script, as many layers in a crossing as its {@link Pace}
 * allows: a batch of long sources can be left, and passed, in the middle. The layers compute the
 * same however they are divided. Immutable and thread-safe.
 *
 * @param layers of the encoder
 */
record Encoding(TorchScript script, int layers) {

    /**
     * Encodes.
     *
     * @param goesOn asked after each crossing
     * @return [tokens, width] from the last layer, of {@code call}; nothing when it was given up
     */
    Optional<IValue> run(NativeCall call, PackedSources sources, BooleanSupplier goesOn) {
        IValue sizes = sources.sizes(call);
        IValue times = sources.times(call);
        IValue x = script.run(call, "enter_source", sources.ids(call), sources.places(call));
        Pace pace = new Pace(1);
        int layer = 0;
        while (layer < layers) {
            int count = (int) Math.max(1, Math.min(layers - layer, pace.most()));
            long start = System.nanoTime();
            IValue y =
                    script.run(
                            call,
                            "encode",
                            x,
                            sizes,
                            times,
                            call.number((long) layer),
                            call.number((long) count));
            pace.took(count, System.nanoTime() - start);
            NativeCall.release(call.keep(x));
            x = y;
            layer += count;
            if (!goesOn.getAsBoolean()) {
                return Optional.empty();
            }
        }
        return Optional.of(x);
    }
}
