package org.dragoman.torch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.dragoman.MarianItems;

/**
 * Writes student models of random weights in the published formats: real layers, a vocabulary of a
 * few ids.
 *
 * @param scaled whether the file knows the scales of the layers' inputs
 */
record TinyBergamot(int width, int ffn, int decoders, Tables tables, boolean scaled) {

    /** Which tables of ids there are; Marian's options for them in brackets. */
    enum Tables {
        /** One for the source, the target and the output (tied-embeddings-all). */
        ONE(true, true),
        /** One for the source, one for the target and the output (tied-embeddings). */
        TWO(false, true),
        /** One for the source and the target, one for the output (tied-embeddings-src). */
        SOURCE_AND_TARGET(true, false),
        /** One for each. */
        THREE(false, false);

        private final boolean shared;
        private final boolean tied;

        Tables(boolean shared, boolean tied) {
            this.shared = shared;
            this.tied = tied;
        }
    }

    /** Chosen so that no best id is nearly tied with the next: rounding may not decide. */
    private static final long SEED = 10;

    static final int SOURCE_IDS = 64;
    static final int TARGET_IDS = 96;

    /** Units of a layer's input in 1: a range of ±5.3. */
    static final float INPUT_UNITS = 24;

    TinyBergamot(int width, int ffn, int decoders, boolean shared, boolean scaled) {
        this(width, ffn, decoders, shared ? Tables.ONE : Tables.TWO, scaled);
    }

    int targetIds() {
        return tables.shared ? SOURCE_IDS : TARGET_IDS;
    }

    /** Writes the model file. */
    Path write(Path file) throws IOException {
        MarianItems items = new MarianItems();
        Random random = new Random(SEED + width + 31L * decoders + ffn);
        for (int layer = 1; layer <= 6; layer++) {
            encoder(items, "encoder_l" + layer + "_", random);
        }
        for (int layer = 1; layer <= decoders; layer++) {
            decoder(items, "decoder_l" + layer + "_", random);
        }
        embeddings(items, random);
        vector(items, "decoder_ff_logit_out_b", targetIds(), 0, random);
        units(items, "none");
        items.architecture(architecture());
        return items.write(file);
    }

    /** Writes a shortlist: the first four ids, and five of each source id's own. */
    Path writeShortlist(Path file) throws IOException {
        int each = 5;
        int size = 6 * 8 + (SOURCE_IDS + 1) * 8 + SOURCE_IDS * each * 4;
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(0xF11A48D5013417F5L).putLong(0).putLong(4).putLong(each);
        out.putLong(SOURCE_IDS + 1).putLong((long) SOURCE_IDS * each);
        for (int i = 0; i <= SOURCE_IDS; i++) {
            out.putLong((long) i * each);
        }
        for (int i = 0; i < SOURCE_IDS * each; i++) {
            out.putInt(i * 7 % targetIds());
        }
        return Files.write(file, out.array());
    }

    String architecture() {
        return """
        dec-cell: ssru
        dec-depth: %d
        dim-emb: %d
        dim-vocabs:
          - %d
        enc-depth: 6
        transformer-decoder-autoreg: rnn
        transformer-dim-ffn: %d
        transformer-ffn-activation: relu
        transformer-heads: 8
        transformer-postprocess: dan
        transformer-preprocess: ""
        type: transformer
        """
                .formatted(decoders, width, SOURCE_IDS, ffn);
    }

    private void encoder(MarianItems items, String layer, Random random) {
        for (String part : new String[] {"q", "k", "v", "o"}) {
            linear(items, layer + "self_", part, new int[] {width, width}, random);
        }
        norm(items, layer + "self_Wo_ln", random);
        feedForward(items, layer, random);
    }

    private void decoder(MarianItems items, String layer, Random random) {
        for (String part : new String[] {"q", "k", "v", "o"}) {
            linear(items, layer + "context_", part, new int[] {width, width}, random);
        }
        linear(items, layer + "rnn_", "f", new int[] {width, width}, random);
        matrix(items, layer + "rnn_W", new int[] {width, width}, random);
        norm(items, layer + "rnn_ffn_ln", random);
        norm(items, layer + "context_Wo_ln", random);
        feedForward(items, layer, random);
    }

    private void feedForward(MarianItems items, String layer, Random random) {
        linear(items, layer + "ffn_", "1", new int[] {width, ffn}, random);
        linear(items, layer + "ffn_", "2", new int[] {ffn, width}, random);
        norm(items, layer + "ffn_ffn_ln", random);
    }

    private void embeddings(MarianItems items, Random random) {
        if (tables.shared) {
            integers(items, "Wemb", new int[] {SOURCE_IDS, width}, random);
        } else {
            integers(items, "encoder_Wemb", new int[] {SOURCE_IDS, width}, random);
            integers(items, "decoder_Wemb", new int[] {TARGET_IDS, width}, random);
        }
        if (!tables.tied) {
            matrix(items, "decoder_ff_logit_out_W", new int[] {width, targetIds()}, random);
        }
    }

    private void linear(MarianItems items, String layer, String part, int[] shape, Random random) {
        matrix(items, layer + "W" + part, shape, random);
        vector(items, layer + "b" + part, shape[1], 0, random);
    }

    private void matrix(MarianItems items, String name, int[] shape, Random random) {
        integers(items, name, shape, random);
        units(items, name);
    }

    private static void integers(MarianItems items, String name, int[] shape, Random random) {
        int rows = shape[0];
        int columns = shape[1];
        byte[] values = new byte[rows * columns];
        random.nextBytes(values);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.max(-127, values[i]);
        }
        float multiplier =
                (float) (name.endsWith("Wemb") ? 24 * Math.sqrt(columns) : 73 * Math.sqrt(rows));
        items.integers(name, rows, columns, values, multiplier);
    }

    private void units(MarianItems items, String name) {
        if (scaled) {
            items.floats(name + "_QuantMultA", INPUT_UNITS);
        }
    }

    private void norm(MarianItems items, String name, Random random) {
        vector(items, name + "_scale", width, 1, random);
        vector(items, name + "_bias", width, 0, random);
    }

    private static void vector(
            MarianItems items, String name, int length, float mean, Random random) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = mean + (float) random.nextGaussian() / 10;
        }
        items.floats(name, values);
    }
}
