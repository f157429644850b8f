package org.dragoman.torch;

import ai.djl.sentencepiece.SpTokenizer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;

/**
 * Measures source words a second on a file, one sentence a line, and writes the translations.
 * Arguments: directory of a model, source, output, INT8 or FP32, rows of a batch, threads, and
 * "mixed" to batch lines as they come rather than by length. Not part of the gate.
 */
final class BergamotSpeed {

    private final BergamotModel model;
    private final SpTokenizer tokenizer;
    private final List<Prompt> prompts = new ArrayList<>();
    private final int[][] answers;

    /** Of the workers, so that a busy machine can be measured on as well. */
    private final AtomicLong processorNanos = new AtomicLong();

    private BergamotSpeed(BergamotModel model, SpTokenizer tokenizer, List<String> lines) {
        this.model = model;
        this.tokenizer = tokenizer;
        for (String line : lines) {
            int[] ids = tokenizer.getProcessor().encode(line);
            prompts.add(Prompt.of(Arrays.copyOf(ids, ids.length + 1)));
        }
        this.answers = new int[lines.size()][];
    }

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        List<String> lines = Files.readAllLines(Path.of(args[1]));
        Path lists = find(directory, "lex*.bin");
        MarianFile file = new MarianFile(find(directory, "model*.bin"));
        try (SpTokenizer tokenizer = new SpTokenizer(find(directory, "vocab*.spm"));
                BergamotModel model = BergamotModel.load(file, lists, Precision.valueOf(args[3]))) {
            BergamotSpeed speed = new BergamotSpeed(model, tokenizer, lines);
            int rows = Integer.parseInt(args[4]);
            int threads = Integer.parseInt(args[5]);
            boolean mixed = args.length > 6;
            long words = lines.stream().mapToLong(line -> line.split("\\s+", -1).length).sum();
            for (int run = 0; run < 3; run++) {
                double seconds = speed.run(rows, threads, mixed);
                System.out.printf(
                        "%s rows %d threads %d: %.0f words/s, %.2f ms a sentence,"
                                + " %.0f words a second of processor time%n",
                        args[3],
                        rows,
                        threads,
                        words / seconds,
                        seconds * 1000 / lines.size(),
                        words * 1e9 / speed.processorNanos.getAndSet(0));
            }
            System.out.println("native bytes " + model.limits().nativeBytes());
            Files.write(Path.of(args[2]), speed.texts());
        }
        System.out.println("open native handles " + NativeHandles.open());
    }

    private static Path find(Path directory, String pattern) throws IOException {
        try (var files = Files.newDirectoryStream(directory, pattern)) {
            return files.iterator().next();
        }
    }

    private double run(int rows, int threads, boolean mixed) throws InterruptedException {
        Comparator<Integer> order = Comparator.comparing(i -> prompts.get(i).source().length);
        int[] lines =
                IntStream.range(0, prompts.size())
                        .boxed()
                        .sorted(mixed ? Comparator.naturalOrder() : order)
                        .mapToInt(Integer::intValue)
                        .toArray();
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        for (int thread = 0; thread < threads; thread++) {
            workers.execute(
                    () -> {
                        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
                        long began = clock.getCurrentThreadCpuTime();
                        for (int at; (at = next.getAndAdd(rows)) < lines.length; ) {
                            translate(
                                    Arrays.copyOfRange(
                                            lines, at, Math.min(at + rows, lines.length)));
                        }
                        processorNanos.addAndGet(clock.getCurrentThreadCpuTime() - began);
                    });
        }
        workers.shutdown();
        if (!workers.awaitTermination(1, TimeUnit.HOURS)) {
            throw new IllegalStateException("Too slow");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void translate(int[] lines) {
        List<Prompt> rows = Arrays.stream(lines).mapToObj(prompts::get).toList();
        int[][] ids = GreedySearch.run(model, rows, 8);
        for (int i = 0; i < lines.length; i++) {
            answers[lines[i]] = ids[i];
        }
    }

    private List<String> texts() {
        return Arrays.stream(answers)
                .map(ids -> Arrays.stream(ids).filter(id -> id != 0).toArray())
                .map(ids -> tokenizer.getProcessor().decode(ids))
                .toList();
    }
}
