package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.dragoman.model.Prompt;

/** What transformers' encoder gave for a golden model's probe. */
@SuppressWarnings("ArrayRecordComponent")
record EncoderProbe(int[] input, float[] first, float[] last) {
    private static final Offset<Float> CLOSE = Offset.offset(1e-4f);

    static EncoderProbe of(Golden golden) {
        return new EncoderProbe(
                Golden.ints(golden.probe("input")),
                Golden.floats(golden.probe("encoder_first")),
                Golden.floats(golden.probe("encoder_last")));
    }

    /** Asserts that a script's encoder gives the same at the first and the last position. */
    void holdsFor(Encoding encoding, NativeCall call, int width) {
        PackedSources sources = PackedSources.of(List.of(Prompt.of(input)));
        IValue encoded = encoding.run(call, sources, () -> true).orElseThrow();
        float[] flat = call.floats(encoding.script().run(call, "leave", encoded, call.number(0L)));
        assertThat(Arrays.copyOf(flat, width)).containsExactly(first, CLOSE);
        assertThat(Arrays.copyOfRange(flat, flat.length - width, flat.length))
                .containsExactly(last, CLOSE);
    }
}
