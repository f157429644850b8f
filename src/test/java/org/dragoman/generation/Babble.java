package org.dragoman.generation;

import java.util.Arrays;
import java.util.Random;

/**
 * A language whose every next id depends on the source and the last two ids, at random but always
 * the same. Ends are likelier than other ids, so that targets end.
 */
final class Babble implements ToyModel.Language {
    private final long seed;
    private final int vocabulary;
    private final int[] ends;

    Babble(long seed, int vocabulary, int... ends) {
        this.seed = seed;
        this.vocabulary = vocabulary;
        this.ends = ends;
    }

    @Override
    public float[] logits(int[] source, int[] target) {
        int[] last = Arrays.copyOfRange(target, Math.max(0, target.length - 2), target.length);
        long mixed = 31L * (31L * seed + Arrays.hashCode(source)) + Arrays.hashCode(last);
        Random random = new Random(mixed * 0x9E3779B97F4A7C15L);
        random.nextInt();
        float[] logits = new float[vocabulary];
        for (int id = 0; id < vocabulary; id++) {
            logits[id] = (float) (2 * random.nextGaussian());
        }
        for (int end : ends) {
            logits[end] += 1;
        }
        return logits;
    }
}
