package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.model.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A student model by its formulas, in doubles, one row at a time: what the runtime is compared
 * with. It joins nothing and packs nothing; in int8 it rounds the inputs of matrices as the file's
 * scales say.
 */
final class PlainBergamot {

    private static final int HEADS = 8;

    private final MarianFile file;
    private final int width;
    private final int decoders;
    private final boolean rounded;
    private final boolean narrow = !Processor.addsProductsWide();
    private final Map<String, byte[]> integers = new HashMap<>();

    PlainBergamot(MarianFile file, int width, int decoders, Precision precision) {
        this.file = file;
        this.width = width;
        this.decoders = decoders;
        this.rounded = precision == Precision.INT8;
    }

    /** The logits of every id after the source and each beginning of these ids. */
    List<double[]> logits(int[] source, int[] ids) {
        List<double[]> encoded = encode(source);
        double[][] cells = new double[decoders][width];
        List<double[]> logits = new ArrayList<>();
        double[] input = new double[width];
        for (int place = 0; place < ids.length; place++) {
            double[] x = sum(input, position(place));
            for (int layer = 1; layer <= decoders; layer++) {
                x = decode(x, "decoder_l" + layer + "_", cells[layer - 1], encoded);
            }
            logits.add(logits(x));
            input = embedding(ids[place], 1);
        }
        return logits;
    }

    private List<double[]> encode(int[] source) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < source.length; i++) {
            rows.add(sum(embedding(source[i], 0), position(i)));
        }
        for (int layer = 1; layer <= 6; layer++) {
            String name = "encoder_l" + layer + "_";
            List<double[]> before = rows;
            rows = new ArrayList<>();
            for (double[] x : before) {
                double[] y = sum(x, attend(x, before, name + "self_"));
                rows.add(feedForward(norm(y, name + "self_Wo_ln"), name));
            }
        }
        return rows;
    }

    private double[] decode(double[] x, String name, double[] cell, List<double[]> encoded) {
        double[] forget = linear(x, name + "rnn_", "f");
        double[] fresh = multiply(x, name + "rnn_W");
        double[] shown = new double[width];
        for (int i = 0; i < width; i++) {
            double f = 1 / (1 + Math.exp(-forget[i]));
            cell[i] = f * cell[i] + (1 - f) * fresh[i];
            shown[i] = Math.max(0, cell[i]);
        }
        double[] y = norm(sum(x, shown), name + "rnn_ffn_ln");
        double[] z = sum(y, attend(y, encoded, name + "context_"));
        return feedForward(norm(z, name + "context_Wo_ln"), name);
    }

    private double[] attend(double[] x, List<double[]> over, String name) {
        double[] query = linear(x, name, "q");
        List<double[]> keys = over.stream().map(row -> linear(row, name, "k")).toList();
        List<double[]> values = over.stream().map(row -> linear(row, name, "v")).toList();
        double[] result = new double[width];
        int depth = width / HEADS;
        for (int from = 0; from < width; from += depth) {
            double[] weights = new double[over.size()];
            for (int t = 0; t < weights.length; t++) {
                for (int i = from; i < from + depth; i++) {
                    weights[t] += query[i] * keys.get(t)[i] / Math.sqrt(depth);
                }
            }
            softmax(weights);
            for (int t = 0; t < weights.length; t++) {
                for (int i = from; i < from + depth; i++) {
                    result[i] += weights[t] * values.get(t)[i];
                }
            }
        }
        return linear(result, name, "o");
    }

    private static void softmax(double[] x) {
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.exp(x[i]);
            total += x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= total;
        }
    }

    private double[] feedForward(double[] x, String name) {
        double[] inner = linear(x, name + "ffn_", "1");
        for (int i = 0; i < inner.length; i++) {
            inner[i] = Math.max(0, inner[i]);
        }
        return norm(sum(x, linear(inner, name + "ffn_", "2")), name + "ffn_ffn_ln");
    }

    private double[] norm(double[] x, String name) {
        double mean = 0;
        double variance = 0;
        for (double value : x) {
            mean += value / width;
        }
        for (double value : x) {
            variance += (value - mean) * (value - mean) / width;
        }
        float[] scale = file.item(name + "_scale").floats();
        float[] bias = file.item(name + "_bias").floats();
        double[] y = new double[width];
        for (int i = 0; i < width; i++) {
            y[i] = (x[i] - mean) / Math.sqrt(variance + 1e-6) * scale[i] + bias[i];
        }
        return y;
    }

    private double[] linear(double[] x, String name, String part) {
        double[] y = multiply(x, name + "W" + part);
        float[] bias = file.item(name + "b" + part).floats();
        for (int i = 0; i < y.length; i++) {
            y[i] += bias[i];
        }
        return y;
    }

    private double[] multiply(double[] x, String name) {
        return multiply(round(x, name), file.item(name), file.item(name).shape()[1]);
    }

    /** A matrix is stored by output: [out, in]. */
    private double[] multiply(double[] x, MarianItem matrix, int out) {
        byte[] weights = integers.computeIfAbsent(matrix.name(), any -> bytes(matrix));
        double[] y = new double[out];
        for (int o = 0; o < out; o++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * weights[o * x.length + i];
            }
            y[o] = sum / matrix.multiplier();
        }
        return y;
    }

    private static byte[] bytes(MarianItem matrix) {
        ByteBuffer weights = matrix.integers();
        byte[] bytes = new byte[weights.remaining()];
        weights.get(bytes);
        return bytes;
    }

    private double[] round(double[] x, String name) {
        if (!rounded) {
            return x;
        }
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        @Nullable MarianItem units = file.find(name + "_QuantMultA");
        double unit = units == null ? largest / 127 : 1 / units.scalar();
        int lowest = name.endsWith("ffn_W2") && units != null ? 0 : -128;
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double exact = x[i] / unit;
            y[i] = unit * (narrow ? sevenBits(exact, lowest) : eightBits(exact, lowest));
        }
        return y;
    }

    private static double eightBits(double exact, int lowest) {
        return Math.max(lowest, Math.min(lowest + 255, Math.rint(exact)));
    }

    /** Processors whose products may overflow in eight bits are given every other step. */
    private static double sevenBits(double exact, int lowest) {
        return 2 * Math.rint(Math.max(lowest, Math.min(lowest + 254, exact)) / 2);
    }

    private double[] logits(double[] x) {
        @Nullable MarianItem own = file.find("decoder_ff_logit_out_W");
        MarianItem table = file.item(BergamotArchitecture.embeddings(file).get(1));
        double[] logits =
                own == null
                        ? multiply(round(x, "none"), table, table.shape()[0])
                        : multiply(x, own.name());
        float[] bias = file.item("decoder_ff_logit_out_b").floats();
        for (int i = 0; i < logits.length; i++) {
            logits[i] += bias[i];
        }
        return logits;
    }

    private double[] embedding(int id, int side) {
        MarianItem table = file.item(BergamotArchitecture.embeddings(file).get(side));
        double[] x = new double[width];
        for (int i = 0; i < width; i++) {
            x[i] = table.integers().get(id * width + i) * Math.sqrt(width) / table.multiplier();
        }
        return x;
    }

    private double[] position(int place) {
        int half = width / 2;
        double[] x = new double[width];
        for (int i = 0; i < half; i++) {
            double angle = place * Math.exp(-i * Math.log(10000) / (half - 1));
            x[i] = Math.sin(angle);
            x[half + i] = Math.cos(angle);
        }
        return x;
    }

    private static double[] sum(double[] x, double[] y) {
        double[] z = x.clone();
        for (int i = 0; i < z.length; i++) {
            z[i] += y[i];
        }
        return z;
    }
}
