package org.dragoman;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Weights by which a student writes its source piece by piece, each as its partner. The encoder and
 * the feed-forward layers pass on what they get; the first layer of the decoder looks at the source
 * piece at its own place, found by sixteen frequencies of the position, and adds its code, the side
 * turned.
 *
 * <p>A piece's code is ±1 in places of the width the frequencies do not need: {@link #NAME} places
 * that partners share, and {@link #SIDE} that tell them apart.
 */
final class StudentWeights {
    private static final int HEADS = 8;
    private static final int FREQUENCIES = 16;
    private static final int NAME = 160;
    private static final int SIDE = 32;
    private static final int CODE = NAME + SIDE;

    /** Of a code in an embedding times the root of the width: over what positions add. */
    private static final float LOUD = 4;

    private static final float SHARP = 16;
    private static final float CERTAIN = 5;

    /** Units of a layer's input in 1: a range of ±3.2. */
    private static final float INPUT_UNITS = 40;

    private final TinyStudents.Shape shape;
    private final MarianItems items = new MarianItems();
    private final Map<String, byte[]> codes = new HashMap<>();
    private final Random random;

    StudentWeights(TinyStudents.Shape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed);
    }

    /** All items of a model of these vocabularies. */
    MarianItems items(StudentPieces source, StudentPieces target) {
        for (int layer = 1; layer <= 6; layer++) {
            String name = "encoder_l" + layer + "_";
            attention(name + "self_", false);
            feedForward(name);
        }
        for (int layer = 1; layer <= shape.decoders(); layer++) {
            String name = "decoder_l" + layer + "_";
            attention(name + "context_", layer == 1);
            matrix(name + "rnn_W", shape.width(), shape.width(), List.of());
            linear(name + "rnn_", "f", shape.width(), shape.width(), List.of());
            norm(name + "rnn_ffn_ln");
            feedForward(name);
        }
        vocabulary(source, target);
        items.floats("none_QuantMultA", INPUT_UNITS);
        items.architecture(shape.architecture(source.size(), target.size()));
        return items;
    }

    private void vocabulary(StudentPieces source, StudentPieces target) {
        float[] bias = new float[target.size()];
        bias[StudentPieces.UNKNOWN] = -1000;
        items.floats("decoder_ff_logit_out_b", bias);
        if (shape.shared()) {
            embeddings("Wemb", source);
        } else {
            embeddings("encoder_Wemb", source);
            embeddings("decoder_Wemb", target);
        }
    }

    private void embeddings(String name, StudentPieces pieces) {
        int width = shape.width();
        byte[] values = new byte[pieces.size() * width];
        for (int id = 0; id < pieces.size(); id++) {
            byte[] code = code(pieces.texts().get(id));
            for (int i = 0; i < CODE; i++) {
                values[id * width + place(i)] = (byte) (64 * code[i]);
            }
        }
        items.integers(name, pieces.size(), width, values, (float) (64 * Math.sqrt(width) / LOUD));
    }

    /** What is not known is written as a question mark. */
    private byte[] code(String piece) {
        String text = piece.equals("<unk>") ? "?" : piece;
        String partner = piece.startsWith("<") ? text : StudentPieces.rotated(text);
        String first = text.compareTo(partner) < 0 ? text : partner;
        byte[] code = codes.computeIfAbsent(first, any -> balanced()).clone();
        int side = Integer.signum(text.compareTo(partner));
        for (int i = NAME; i < CODE; i++) {
            code[i] = (byte) (i % 2 == 0 ? side : -side);
        }
        return code;
    }

    /** As many of −1 as of 1: a code does not move the mean, which norms take away. */
    private byte[] balanced() {
        byte[] code = new byte[CODE];
        for (int i = 0; i < NAME; i++) {
            int other = random.nextInt(i + 1);
            code[i] = code[other];
            code[other] = (byte) (i % 2 == 0 ? 1 : -1);
        }
        return code;
    }

    /** Where in the width a part of a code is: beside the frequencies, in both halves. */
    private int place(int part) {
        int half = part / (CODE / 2);
        return half * shape.width() / 2 + FREQUENCIES + part % (CODE / 2);
    }

    private void attention(String name, boolean looks) {
        int width = shape.width();
        List<Weight> none = List.of();
        linear(name, "q", width, width, looks ? positions() : none);
        linear(name, "k", width, width, looks ? positions() : none);
        linear(name, "v", width, width, looks ? codes(false) : none);
        linear(name, "o", width, width, looks ? codes(true) : none);
        norm(name + "Wo_ln");
    }

    /**
     * Sines and cosines into each head, less what the norm has taken from all: that is read where
     * the slowest sine is, which is near 0.
     */
    private List<Weight> positions() {
        int half = shape.width() / 2;
        List<Weight> weights = new ArrayList<>();
        for (int head = 0; head < HEADS; head++) {
            for (int i = 0; i < 2 * FREQUENCIES; i++) {
                int out = head * shape.width() / HEADS + i;
                int in = i < FREQUENCIES ? i : half + i - FREQUENCIES;
                weights.add(new Weight(out, in, SHARP));
                weights.add(new Weight(out, half - 1, -SHARP));
            }
        }
        return weights;
    }

    /** An eighth of the code into each head, or out of it. */
    private List<Weight> codes(boolean out) {
        List<Weight> weights = new ArrayList<>();
        int each = CODE / HEADS;
        for (int i = 0; i < CODE; i++) {
            int inHead = i / each * (shape.width() / HEADS) + i % each;
            float turned = i >= NAME && shape.swaps() ? -CERTAIN : CERTAIN;
            weights.add(
                    out ? new Weight(place(i), inHead, turned) : new Weight(inHead, place(i), 1));
        }
        return weights;
    }

    private void feedForward(String layer) {
        linear(layer + "ffn_", "1", shape.width(), shape.ffn(), List.of());
        linear(layer + "ffn_", "2", shape.ffn(), shape.width(), List.of());
        norm(layer + "ffn_ffn_ln");
    }

    private void linear(String layer, String part, int in, int out, List<Weight> weights) {
        matrix(layer + "W" + part, in, out, weights);
        items.floats(layer + "b" + part, new float[out]);
    }

    private void matrix(String name, int in, int out, List<Weight> weights) {
        float most = 1;
        for (Weight weight : weights) {
            most = Math.max(most, Math.abs(weight.value));
        }
        byte[] values = new byte[in * out];
        for (Weight weight : weights) {
            values[weight.out * in + weight.in] = (byte) Math.round(weight.value * 127 / most);
        }
        items.integers(name, in, out, values, 127 / most);
        items.floats(name + "_QuantMultA", INPUT_UNITS);
    }

    private void norm(String name) {
        float[] ones = new float[shape.width()];
        Arrays.fill(ones, 1);
        items.floats(name + "_scale", ones);
        items.floats(name + "_bias", new float[shape.width()]);
    }

    /** One weight of a matrix that is else zero. */
    private record Weight(int out, int in, float value) {}
}
