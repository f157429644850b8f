package org.dragoman.torch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dragoman.generation.Decoding;
import org.dragoman.generation.Hypothesis;
import org.dragoman.generation.Watch;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Bans;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Lengths;
import org.dragoman.model.SearchOptions.Stopping;
import org.dragoman.model.SequenceModel;

/**
 * Our side of {@code engine.sh}: runs a model of random weights as the service runs a published
 * one. Reads {@code rows beams workers batches} from standard input and answers with the seconds
 * it took; {@code ids N} is answered with the ids of the first N rows, a row a line.
 */
public final class Engine {
    private static final int END = 0;
    private static final int PAD = 58100;
    private static final int LENGTH = 30;
    private static final Watch EVERYBODY_WAITS =
            new Watch() {
                @Override
                public boolean waits(int index) {
                    return true;
                }

                @Override
                public void crossing() {}
            };

    private final SequenceModel model;
    private final List<Prompt> prompts;
    private final Decoding decoding = new Decoding(Decoding.MOST_STEPS);

    private Engine(SequenceModel model, List<Prompt> prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    /** Arguments: the checkpoint, the rows (ids with spaces, a row a line), the precision. */
    public static void main(String[] arguments) throws Exception {
        List<Prompt> prompts =
                Files.readAllLines(Path.of(arguments[1])).stream().map(Engine::prompt).toList();
        Precision precision = Precision.valueOf(arguments[2]);
        try (SequenceModel model = TransformerModel.load(Path.of(arguments[0]), precision);
                BufferedReader asked =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            NativeMemory.loaded();
            Engine engine = new Engine(model, prompts);
            System.out.println("ready");
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                engine.answer(line.split(" "));
            }
        }
    }

    private static Prompt prompt(String line) {
        int[] ids = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
        return new Prompt(ids, new int[] {PAD}, new int[0]);
    }

    private void answer(String[] asked) throws Exception {
        if (asked[0].equals("ids")) {
            search(prompts.subList(0, Integer.parseInt(asked[1])), 1)
                    .forEach(found -> System.out.println(text(found.get(0).ids())));
            return;
        }
        int[] numbers = Arrays.stream(asked).mapToInt(Integer::parseInt).toArray();
        System.out.println(seconds(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    private static String text(int[] ids) {
        return Arrays.stream(ids).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    /** Each worker takes so many batches, of different rows. */
    private double seconds(int rows, int beams, int workers, int batches) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        long start = System.nanoTime();
        IntStream.range(0, workers)
                .mapToObj(worker -> pool.submit(() -> work(worker * batches, rows, beams, batches)))
                .toList();
        pool.shutdown();
        while (!pool.awaitTermination(1, java.util.concurrent.TimeUnit.HOURS)) {
            throw new IOException("It hangs");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void work(int first, int rows, int beams, int batches) {
        for (int batch = 0; batch < batches; batch++) {
            int from = (first + batch) * rows % (prompts.size() - rows + 1);
            search(prompts.subList(from, from + rows), beams)
                    .forEach(
                            found -> {
                                if (found.get(0).ids().length != LENGTH) {
                                    throw new IllegalStateException("Not " + LENGTH + " ids");
                                }
                            });
        }
    }

    private List<List<Hypothesis>> search(List<Prompt> batch, int beams) {
        SearchOptions greedy =
                SearchOptions.greedy(END, PAD)
                        .within(new Lengths(OptionalInt.of(LENGTH), OptionalInt.empty(), 0, 0))
                        .banning(new Bans(List.of(), List.of(END, PAD), List.of()));
        SearchOptions options =
                beams == 1
                        ? greedy
                        : greedy.searchedBy(new Beam(beams, 1, 1.0, Stopping.WHEN_UNLIKELY));
        return decoding.search(model, batch, options, EVERYBODY_WAITS);
    }
}
