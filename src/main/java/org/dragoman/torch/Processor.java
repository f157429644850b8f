package org.dragoman.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dragoman.model.Precision;
import org.dragoman.model.PrecisionChoice;

/** What this machine's processor can do. Immutable. */
final class Processor {

    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    private static final boolean WIDE = wide(DESCRIPTION);
    private static final boolean AVX512 =
            has(DESCRIPTION, List.of("avx512bw", "avx512vl", "avx512dq"));

    private Processor() {}

    /**
     * Whether int8 products are added in 32 bits. Older processors add pairs in 16 bits
     * (VPMADDUBSW), which overflow when the input uses all eight bits.
     */
    static boolean addsProductsWide() {
        return WIDE;
    }

    /** How the weights of a model that writes are held unless somebody says otherwise. */
    static PrecisionChoice usual() {
        return new PrecisionChoice(
                Precision.INT8,
                WIDE
                        ? "this processor adds int8 products in 32 bits"
                        : "the least memory; this processor takes seven bits of each input");
    }

    /**
     * Whether oneDNN multiplies weights of a precision in its own order of them: bf16 takes AVX-512
     * for that.
     */
    static boolean blocks(Precision precision) {
        return precision != Precision.BF16 || AVX512;
    }

    /**
     * Whether oneDNN's kernels for float32 give a row the same numbers however many rows there are,
     * to the last bit. On processors without AVX-512 they were seen to differ by 2e-7.
     */
    static boolean sameInAnyBatch() {
        return AVX512;
    }

    /** {@link #addsProductsWide}, by a description in the form of Linux's. */
    static boolean wide(Path description) {
        return has(description, List.of("avx512_vnni"));
    }

    /** Whether all these flags are there; without a description, the careful answer. */
    private static boolean has(Path description, List<String> wanted) {
        try {
            List<String> lines =
                    Files.exists(description) ? Files.readAllLines(description) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> List.of(line.split("\\s+", -1)))
                    .filter(flags -> flags.containsAll(wanted))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
