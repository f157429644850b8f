package org.dragoman.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dragoman.TestModels;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelLoader;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;

/**
 * Loads and closes models in a process of its own, whose heap takes the same memory all the time,
 * and writes what the process held resident, as Linux counts it.
 */
final class LoadsElsewhere {
    static final List<ModelLoader> LOADERS =
            List.of(new BergamotLoader(), new SentenceTransformerLoader(), new HubLoader());

    private static final long BUDGET = 1L << 30;
    private static final int ROUNDS = 3;
    static final int COPIES = 4;
    private static final String GROWN = "grown";

    private LoadsElsewhere() {}

    /**
     * Runs as the launcher runs the service, with the directory of the model's store; gives what
     * was written, line by line.
     */
    static List<String> run(Path models) throws IOException, InterruptedException {
        Path log = Files.createTempFile("loads", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    "-Xms256m",
                                    "-Xmx256m",
                                    "-XX:+UseSerialGC",
                                    "-XX:+AlwaysPreTouch",
                                    "-Ddragoman.models.directory=" + TestModels.directory(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    LoadsElsewhere.class.getName(),
                                    models.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .redirectOutput(log.toFile());
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            Process process = builder.start();
            if (process.waitFor() != 0) {
                throw new IOException("The process that loads models failed");
            }
            return Files.readAllLines(log);
        } finally {
            Files.delete(log);
        }
    }

    /** Growth in each precision, then what there was before and after models came and went. */
    public static void main(String[] arguments) throws IOException {
        ModelStore store =
                new ModelStore(new Catalogue(List.of()), Path.of(arguments[0]), false, "");
        StringBuilder lines = new StringBuilder();
        for (Precision precision : Precision.values()) {
            growth(store, precision, lines);
        }
        Precisions usual = new Precisions(Map.of(), Optional.empty());
        ModelStore defaults = TestModels.store();
        cycle(defaults, usual);
        cycle(store, usual);
        lines.append("BEFORE ").append(resident()).append('\n');
        for (int round = 0; round < ROUNDS; round++) {
            cycle(defaults, usual);
            cycle(store, usual);
        }
        lines.append("AFTER ").append(resident()).append('\n');
        Files.writeString(Path.of("/dev/stdout"), lines);
    }

    /** Several copies at once: what else moves in a process is small beside them. */
    private static void growth(ModelStore store, Precision precision, StringBuilder lines)
            throws IOException {
        Precisions wish = Precisions.of(precision);
        // What a first load leaves for all later ones is not the model's.
        cycle(store, wish);
        long before = resident();
        List<ModelPool> pools =
                IntStream.range(0, COPIES).mapToObj(copy -> pool(store, wish)).toList();
        pools.forEach(pool -> pool.lease(GROWN).close());
        long said = pools.stream().mapToLong(ModelPool::nativeBytes).sum();
        lines.append(precision).append(' ').append(resident() - before);
        lines.append(' ').append(said).append('\n');
        pools.forEach(ModelPool::close);
    }

    /** Loads every model that is to be had and closes them all. */
    private static void cycle(ModelStore store, Precisions precisions) {
        try (ModelPool pool = pool(store, precisions)) {
            store.cards().stream()
                    .filter(store::reachable)
                    .forEach(card -> pool.lease(card.name()).close());
        }
    }

    private static ModelPool pool(ModelStore store, Precisions precisions) {
        return new ModelPool(store, LOADERS, precisions, BUDGET, Duration.ZERO);
    }

    /** Without the pages of mapped files, which the system takes back by itself. */
    private static long resident() throws IOException {
        System.gc();
        NativeMemory.closed();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
