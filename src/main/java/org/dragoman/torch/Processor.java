package org.dragoman.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this machine's processor can do. Immutable. */
final class Processor {

    private static final String VNNI = "avx512_vnni";
    private static final boolean WIDE = wide(Path.of("/proc/cpuinfo"));

    private Processor() {}

    /**
     * Whether int8 products are added in 32 bits. Older processors add pairs in 16 bits
     * (VPMADDUBSW), which overflow when the input uses all eight bits.
     */
    static boolean addsProductsWide() {
        return WIDE;
    }

    /** The same, by a description in the form of Linux's; without one, the careful answer. */
    static boolean wide(Path description) {
        try {
            List<String> lines =
                    Files.exists(description) ? Files.readAllLines(description) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> List.of(line.split("\\s+", -1)))
                    .filter(flags -> flags.contains(VNNI))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
