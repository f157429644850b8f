package org.dragoman.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by its script and letter trigrams (Lingua in its low-accuracy mode,
 * whose tables take a fraction of the memory), and by signs of their own the languages that Lingua
 * does not know: Kannada, Malayalam, Maltese, Serbian in Latin script, and Chinese in traditional
 * characters (zh-Hant). Letters of another script than most of the text do not count. The tables
 * are read at the first use. Reads no more than about 750 units of a text, whatever its length.
 * Thread-safe.
 */
@ApplicationScoped
public class LanguageDetector {
    /** The confidence from which {@link #best} commits itself: right more often than wrong. */
    public static final double DETERMINED = 0.5;

    /** Less is no answer worth giving. */
    private static final double NEGLIGIBLE = 0.01;

    /**
     * What a trigram counts for, in nats. The trigrams of a word overlap, so each says less than
     * its own probability; with this value confidence and hit rate agree on whole sentences, five
     * words, two and one.
     */
    private static final double EVIDENCE = 1.2;

    private final List<Detectable> languages = Detectable.all();
    private final List<Evidence> further =
            List.of(new Cyrillic(), new Maltese(), new SouthSlavic(), new Traditional());
    private com.github.pemistahl.lingua.api.@Nullable LanguageDetector lingua;

    /**
     * The languages {@code text} may be in, the likeliest first, each with a confidence of at least
     * 0.01; together at most 1. Empty when there is no letter in it or its script belongs to none
     * of the languages known.
     */
    public List<Detected> detect(String text) {
        String sample = MainScript.of(Sample.of(text));
        if (sample.codePoints().noneMatch(Character::isLetter)) {
            return List.of();
        }
        Map<Language, Double> closeness = lingua().computeLanguageConfidenceValues(sample);
        Map<LanguageTag, Double> masses =
                closeness.isEmpty() ? byScript(sample) : byLetters(sample, closeness);
        if (!masses.isEmpty()) {
            further.forEach(evidence -> evidence.weigh(sample, masses));
        }
        return normalised(masses);
    }

    /** The likeliest language if its confidence is at least {@link #DETERMINED}. */
    public Optional<Detected> best(String text) {
        return detect(text).stream()
                .findFirst()
                .filter(detected -> detected.confidence() >= DETERMINED);
    }

    /** Too short for a trigram, or a script of its own: all that is known is what is common. */
    private Map<LanguageTag, Double> byScript(String sample) {
        Map<LanguageTag, Double> masses = new HashMap<>();
        for (Detectable language : languages) {
            if (language.sharesScript(sample)) {
                masses.put(language.tag(), language.weight());
            }
        }
        return masses;
    }

    /**
     * Lingua's values are the winner's log-likelihood over each language's own. With the number of
     * trigrams that gives likelihood ratios, and with the weights probabilities.
     */
    private Map<LanguageTag, Double> byLetters(String sample, Map<Language, Double> closeness) {
        int trigrams = Math.max(1, Sample.trigrams(sample));
        Map<LanguageTag, Double> masses = new HashMap<>();
        for (Detectable language : languages) {
            Language lingua = language.lingua();
            double close = lingua == null ? 0 : closeness.getOrDefault(lingua, 0.0);
            double behind = 1 / close - 1;
            masses.put(language.tag(), language.weight() * Math.exp(-EVIDENCE * trigrams * behind));
        }
        return masses;
    }

    private static List<Detected> normalised(Map<LanguageTag, Double> masses) {
        double total = masses.values().stream().mapToDouble(Double::doubleValue).sum();
        return masses.entrySet().stream()
                .map(mass -> new Detected(mass.getKey(), mass.getValue() / total))
                .filter(detected -> detected.confidence() >= NEGLIGIBLE)
                .sorted(
                        Comparator.comparingDouble(Detected::confidence)
                                .reversed()
                                .thenComparing(detected -> detected.language().value()))
                .toList();
    }

    private synchronized com.github.pemistahl.lingua.api.LanguageDetector lingua() {
        if (lingua == null) {
            lingua =
                    LanguageDetectorBuilder.fromLanguages(
                                    languages.stream()
                                            .map(Detectable::lingua)
                                            .filter(Objects::nonNull)
                                            .toArray(Language[]::new))
                            .withLowAccuracyMode()
                            .build();
        }
        return lingua;
    }
}
