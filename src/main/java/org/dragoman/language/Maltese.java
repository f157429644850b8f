package org.dragoman.language;

import java.util.Map;

/**
 * Finds Maltese, which the detection library does not know, by its letters and articles: ħ and għ,
 * ġ and ċ stand in no other language told here, and no other writes il- and tal- with a hyphen.
 * Immutable.
 */
final class Maltese implements Evidence {
    private static final LanguageTag MALTESE = new LanguageTag("mt");

    /** Nats for a word with a sign of its own; a foreign name may hold one. */
    private static final double SIGN = 4;

    /** Nats for a word that other languages have too. */
    private static final double HINT = 1.5;

    /** Nats a text must earn before it is as likely Maltese as what it looks like else. */
    private static final double RARE = 4.5;

    /** Nats lost with each word: Maltese has a sign in every few, other texts one by chance. */
    private static final double WORD = 0.1;

    private final Markers markers = new Markers("maltese");

    @Override
    public void weigh(String sample, Map<LanguageTag, Double> masses) {
        long signs = markers.count("signs", sample);
        if (signs > 0) {
            double evidence =
                    SIGN * signs
                            + HINT * markers.count("hints", sample)
                            - WORD * Markers.words(sample)
                            - RARE;
            double best = masses.values().stream().mapToDouble(mass -> mass).max().orElse(0);
            masses.put(MALTESE, best * Math.exp(Math.min(60, evidence)));
        }
    }
}
