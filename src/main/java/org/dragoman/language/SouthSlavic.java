package org.dragoman.language;

import java.util.Map;

/**
 * Shares what speaks for Croatian or Bosnian among Croatian, Bosnian and Serbian in Latin script,
 * which the detection library does not know: by the reflex of yat (reka, rijeka) and by words that
 * one of the three prefers. Where nothing tells, none of them is sure. Immutable.
 */
final class SouthSlavic implements Evidence {
    private static final LanguageTag BOSNIAN = new LanguageTag("bs");
    private static final LanguageTag CROATIAN = new LanguageTag("hr");
    private static final LanguageTag SERBIAN = new LanguageTag("sr-Latn");

    /** How much rarer Serbian news in Latin script is than the other two where no word tells. */
    private static final double RARER = 0.6;

    /** Nats a word is worth. */
    private static final double TELLING = 1.6;

    /** What is left of the library's choice between two languages that it hardly knows apart. */
    private static final double TRUST = 0.3;

    private final Markers markers = new Markers("south-slavic");

    @Override
    public void weigh(String sample, Map<LanguageTag, Double> masses) {
        double bosnian = masses.getOrDefault(BOSNIAN, 0.0);
        double croatian = masses.getOrDefault(CROATIAN, 0.0);
        double all = bosnian + croatian;
        if (all == 0) {
            return;
        }
        double jat =
                TELLING * (markers.count("ijekavian", sample) - markers.count("ekavian", sample));
        double west = TELLING * markers.count("croatian", sample);
        double east = TELLING * markers.count("eastern", sample);
        double own = TELLING * markers.count("bosnian", sample);
        double hr = Math.pow(croatian / all, TRUST) * Math.exp(limit(jat + west - east));
        double bs = Math.pow(bosnian / all, TRUST) * Math.exp(limit(jat + own - west / 2));
        double sr = RARER * Math.exp(limit(east - jat - west - own));
        double share = all / (hr + bs + sr);
        masses.put(CROATIAN, hr * share);
        masses.put(BOSNIAN, bs * share);
        masses.put(SERBIAN, sr * share);
    }

    private static double limit(double nats) {
        return Math.max(-60, Math.min(60, nats));
    }
}
