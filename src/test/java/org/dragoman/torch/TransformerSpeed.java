package org.dragoman.torch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;

/**
 * Measures target tokens a second of one thread, from random sources of 30 tokens to targets of 30.
 * Arguments: a model's folder, precision, rows, beams (1 is greedy search), seconds, and "mixed"
 * for sources of 15 to 45 tokens. Not part of the gate.
 */
final class TransformerSpeed {

    private static final int LENGTH = 30;

    private final SequenceModel model;
    private final int end;
    private final int start;

    private TransformerSpeed(SequenceModel model, ConfigFile config) {
        this.model = model;
        this.end = config.id("eos_token_id", 0);
        this.start = config.id("decoder_start_token_id", 0);
    }

    public static void main(String[] args) {
        Path directory = Path.of(args[0]);
        Precision precision = Precision.valueOf(args[1]);
        int beams = Integer.parseInt(args[3]);
        double seconds = Double.parseDouble(args[4]);
        try (SequenceModel model = TransformerModel.load(directory, precision)) {
            TransformerSpeed speed =
                    new TransformerSpeed(model, ConfigFile.read(directory.resolve("config.json")));
            List<Prompt> prompts = speed.prompts(Integer.parseInt(args[2]), args.length > 5);
            int[] answers = speed.run(prompts, beams);
            speed.measure(prompts, beams, seconds);
            System.out.printf(
                    "%s rows %d beams %d: %d MB; ids %08x%n",
                    precision,
                    prompts.size(),
                    beams,
                    model.limits().nativeBytes() >> 20,
                    Arrays.hashCode(answers));
        }
    }

    private void measure(List<Prompt> prompts, int beams, double seconds) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double wall = 0;
        double processor = 0;
        long until = System.nanoTime() + (long) (seconds * 1e9);
        for (int run = 0; run < 3 || System.nanoTime() < until; run++) {
            long began = System.nanoTime();
            long used = clock.getCurrentThreadCpuTime();
            run(prompts, beams);
            double tokens = prompts.size() * LENGTH * 1e9;
            wall = Math.max(wall, tokens / (System.nanoTime() - began));
            processor = Math.max(processor, tokens / (clock.getCurrentThreadCpuTime() - used));
        }
        System.out.printf(
                "best of its runs: %.0f tokens/s, by processor time %.0f%n", wall, processor);
    }

    private List<Prompt> prompts(int rows, boolean mixed) {
        Random random = new Random(3);
        return IntStream.range(0, rows)
                .map(i -> mixed ? 15 + random.nextInt(31) : LENGTH)
                .mapToObj(n -> random.ints(n, 1, model.limits().vocabulary()).toArray())
                .map(source -> new Prompt(source, new int[] {start}, new int[0]))
                .toList();
    }

    private int[] run(List<Prompt> prompts, int beams) {
        return beams == 1 ? greedy(prompts) : search(prompts, beams);
    }

    private int[] greedy(List<Prompt> prompts) {
        int[] parents = IntStream.range(0, prompts.size()).toArray();
        int[] tokens = {};
        List<int[]> all = new ArrayList<>();
        Scoring scoring = new Scoring(false, false, new int[] {end}, new int[] {end}, false);
        try (Decoder decoder = model.start(prompts, scoring)) {
            for (int left = LENGTH; left > 0; left -= 8) {
                int[][] more = decoder.advance(parents, tokens, Math.min(8, left)).tokens();
                tokens = Arrays.stream(more).mapToInt(ids -> ids[ids.length - 1]).toArray();
                all.addAll(List.of(more));
            }
        }
        return all.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private int[] search(List<Prompt> prompts, int beams) {
        int[] parents = IntStream.range(0, prompts.size()).toArray();
        int[] tokens = {};
        double[] sums = new double[prompts.size()];
        Scoring scoring = new Scoring(true, false, new int[] {end}, new int[] {end}, false);
        try (Decoder decoder = model.start(prompts, scoring)) {
            for (int i = 0; i < LENGTH; i++) {
                StepRequest request = new StepRequest(parents, tokens, Edits.NONE, 2 * beams);
                Step step = decoder.step(request);
                int each = parents.length / prompts.size();
                int[] nextParents = new int[prompts.size() * beams];
                int[] nextTokens = new int[nextParents.length];
                double[] nextSums = new double[nextParents.length];
                for (int row = 0; row < prompts.size(); row++) {
                    best(step, sums, row * each, each, beams)
                            .forEach(new Best(nextParents, nextTokens, nextSums, row * beams)::add);
                }
                parents = nextParents;
                tokens = nextTokens;
                sums = nextSums;
            }
        }
        return tokens;
    }

    private record Candidate(int parent, int token, double sum) {}

    private static List<Candidate> best(Step step, double[] sums, int from, int each, int beams) {
        List<Candidate> all = new ArrayList<>();
        for (int row = from; row < from + each; row++) {
            for (int i = 0; i < step.tokens()[row].length; i++) {
                all.add(
                        new Candidate(
                                row, step.tokens()[row][i], sums[row] + step.scores()[row][i]));
            }
        }
        all.sort((a, b) -> Double.compare(b.sum, a.sum));
        return all.subList(0, beams);
    }

    private static final class Best {
        private final int[] parents;
        private final int[] tokens;
        private final double[] sums;
        private int next;

        Best(int[] parents, int[] tokens, double[] sums, int next) {
            this.parents = parents;
            this.tokens = tokens;
            this.sums = sums;
            this.next = next;
        }

        void add(Candidate candidate) {
            parents[next] = candidate.parent;
            tokens[next] = candidate.token;
            sums[next] = candidate.sum;
            next++;
        }
    }
}
