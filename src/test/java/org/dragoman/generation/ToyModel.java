package org.dragoman.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.Limits;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.dragoman.model.Steps;

/**
 * A model that is a function from a source and a target so far to logits, with the decoder's
 * contract to the letter: rows fork and leave by their parents, edits apply in order, an ended row
 * is gone. It counts its decoders and the rows in them. For one thread.
 */
public final class ToyModel implements SequenceModel {
    /** Logits for the next id. */
    @FunctionalInterface
    public interface Language {
        float[] logits(int[] source, int[] target);
    }

    private final Language language;
    private final Limits limits;
    final List<Integer> rowsOfCrossings = new ArrayList<>();
    int opened;
    int closed;
    int steps;
    int advances;

    public ToyModel(Language language, int vocabulary, int longestTarget) {
        this.language = language;
        this.limits = new Limits(vocabulary, 1 << 10, longestTarget, Double.POSITIVE_INFINITY, 0);
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn) {
        opened++;
        return Optional.of(new Toy(rows, scoring));
    }

    @Override
    public void close() {}

    @SuppressWarnings("ArrayRecordComponent")
    private record State(int[] source, int[] target, boolean gone) {
        State and(int id, boolean ends) {
            int[] more = Arrays.copyOf(target, target.length + 1);
            more[target.length] = id;
            return new State(source, more, ends);
        }
    }

    private final class Toy implements Decoder {
        private final Scoring scoring;
        private List<State> rows;
        private boolean begun;
        private boolean open = true;

        Toy(List<Prompt> prompts, Scoring scoring) {
            this.scoring = scoring;
            rows = prompts.stream().map(p -> new State(p.source(), p.target(), false)).toList();
        }

        @Override
        public Step step(StepRequest request) {
            steps++;
            follow(request.parents(), request.tokens());
            float[][] scores = new float[rows.size()][];
            float[] normalisers = new float[rows.size()];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = logits(rows.get(row));
                normalisers[row] = logSumExp(scores[row]);
                if (scoring.logSoftmax()) {
                    subtract(scores[row], normalisers[row]);
                }
                suppress(scores[row]);
            }
            edit(scores, request.edits());
            if (scoring.renormalise()) {
                Arrays.stream(scores).forEach(row -> subtract(row, logSumExp(row)));
            }
            return best(scores, normalisers, request.best());
        }

        private Step best(float[][] scores, float[] normalisers, int best) {
            int[][] ids = new int[scores.length][];
            float[][] top = new float[scores.length][best];
            for (int row = 0; row < scores.length; row++) {
                float[] all = scores[row];
                ids[row] = descending(all).limit(best).toArray();
                top[row] = new float[ids[row].length];
                for (int i = 0; i < top[row].length; i++) {
                    top[row][i] = all[ids[row][i]];
                }
            }
            float[][] attention =
                    rows.stream()
                            .map(row -> new float[] {row.target.length, row.source[0]})
                            .toArray(float[][]::new);
            return new Step(ids, top, normalisers, scoring.attention() ? attention : null);
        }

        @Override
        public Steps advance(int[] parents, int[] tokens, int count) {
            advances++;
            follow(parents, tokens);
            int[][] chosen = new int[rows.size()][];
            float[][] known = new float[rows.size()][count];
            List<State> next = new ArrayList<>();
            for (int row = 0; row < chosen.length; row++) {
                State state = rows.get(row);
                int begin = state.target.length;
                while (!state.gone && state.target.length < begin + count) {
                    float[] scores = logits(state);
                    suppress(scores);
                    int id = descending(scores).findFirst().orElseThrow();
                    known[row][state.target.length - begin] = scores[id] - logSumExp(scores);
                    state = state.and(id, contains(scoring.ends(), id));
                }
                chosen[row] = Arrays.copyOfRange(state.target, begin, state.target.length);
                // The last one it chose is told again with the next crossing.
                int told = state.gone ? state.target.length : state.target.length - 1;
                next.add(new State(state.source, Arrays.copyOf(state.target, told), state.gone));
            }
            rows = next;
            return new Steps(chosen, scoring.renormalise() ? known : null);
        }

        private void follow(int[] parents, int[] tokens) {
            if (!open || tokens.length != (begun ? parents.length : 0) || parents.length == 0) {
                throw new IllegalArgumentException("Not how a decoder is asked");
            }
            rowsOfCrossings.add(parents.length);
            List<State> next = new ArrayList<>();
            for (int i = 0; i < parents.length; i++) {
                State parent = rows.get(parents[i]);
                if (parent.gone) {
                    throw new IllegalArgumentException("A row that has ended cannot go on");
                }
                next.add(begun ? parent.and(tokens[i], false) : parent);
            }
            rows = next;
            begun = true;
        }

        private float[] logits(State row) {
            return language.logits(row.source, row.target).clone();
        }

        private void suppress(float[] scores) {
            Arrays.stream(scoring.suppressed()).forEach(id -> scores[id] = Float.NEGATIVE_INFINITY);
        }

        @Override
        public void close() {
            open = false;
            closed++;
        }
    }

    static void edit(float[][] scores, Edits edits) {
        for (int i = 0; i < edits.rows().length; i++) {
            float[] row = scores[edits.rows()[i]];
            int id = edits.tokens()[i];
            float value = edits.values()[i];
            switch (edits.operations()[i]) {
                case Edits.SET -> row[id] = value;
                case Edits.PENALISE -> row[id] = row[id] < 0 ? row[id] * value : row[id] / value;
                default -> {
                    Arrays.fill(row, Float.NEGATIVE_INFINITY);
                    row[id] = 0;
                }
            }
        }
    }

    static IntStream descending(float[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing((Integer id) -> -scores[id]))
                .mapToInt(Integer::intValue);
    }

    static boolean contains(int[] ids, int id) {
        return Arrays.stream(ids).anyMatch(any -> any == id);
    }

    static float logSumExp(float[] scores) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            greatest = Math.max(greatest, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - greatest);
        }
        return (float) (greatest + Math.log(sum));
    }

    static void subtract(float[] scores, float value) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= value;
        }
    }
}
