package org.dragoman.inference;

/**
 * Tokens that a text becomes, once for each thing that is done with it: a mean over the texts so
 * far, in which later ones weigh more. Thread-safe.
 */
final class Estimate {
    /** Units after which what was known before counts half. */
    private static final double MEMORY = 100_000;

    /** What European languages come to with subword vocabularies. */
    private static final double FIRST = 0.3;

    private double tokensPerUnit = FIRST;

    /** Whatever was seen, a text is not nothing. */
    private static final double LEAST = 0.05;

    synchronized long tokens(long units) {
        return Math.max(1, (long) Math.ceil(units * tokensPerUnit));
    }

    /** A text of so many units became so many tokens. */
    synchronized void learn(long units, long tokens) {
        double weight = units / (units + MEMORY);
        tokensPerUnit =
                Math.max(
                        LEAST, tokensPerUnit * (1 - weight) + weight * tokens / Math.max(1, units));
    }
}
