package org.dragoman.quality.segment;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.language.Detected;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.support.Phrases;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;

/** A target that is in another language than it should be, as far as its letters tell. */
final class RightLanguage implements Rule {
    /** Fewer letters and spaces tell too little. */
    private static final int FEWEST = 40;

    private static final double SURE = 0.9;
    private static final double UNLIKELY = 0.05;

    /** Words of its own by which a language is known; a detector takes a hundred times as long. */
    private static final int ENOUGH = 2;

    /** Words, one of them its own, by which it is known where none is of another language alone. */
    private static final int ENOUGH_ALONE = 3;

    private static final Phrases FUNCTION_WORDS = Phrases.read("/quality/function-words.txt");

    private final LanguageDetector detector;
    private final Set<String> words;
    private final Set<String> own;
    private final Set<String> foreign;

    /**
     * @param target the language it should be
     */
    RightLanguage(LanguageDetector detector, LanguageTag target) {
        this.detector = detector;
        this.words = FUNCTION_WORDS.of(target);
        this.own = FUNCTION_WORDS.onlyIn(target);
        this.foreign = FUNCTION_WORDS.notIn(target);
    }

    @Override
    public List<Finding> check(Side source, Side target) {
        String sample = sample(target);
        if (sample.length() < FEWEST * Math.min(1, target.tongue().length()) || known(target)) {
            return List.of();
        }
        List<Detected> languages = detector.detect(sample);
        boolean sure = !languages.isEmpty() && languages.get(0).confidence() >= SURE;
        return sure && share(languages, target.tongue()) < UNLIKELY
                ? List.of(
                        new Finding(
                                Kind.WRONG_LANGUAGE,
                                Severity.SEVERE,
                                source.whole(),
                                target.whole()))
                : List.of();
    }

    private boolean known(Side target) {
        Set<String> forms =
                target.words().stream().map(Words.Word::form).collect(Collectors.toSet());
        long its = forms.stream().filter(own::contains).count();
        return its >= ENOUGH
                || (its > 0
                        && forms.stream().filter(words::contains).count() >= ENOUGH_ALONE
                        && Collections.disjoint(forms, foreign));
    }

    /** The text without names and figures, which are the same in many languages. */
    private static String sample(Side side) {
        if (!side.tongue().writing().cased()) {
            return side.text();
        }
        StringBuilder sample = new StringBuilder();
        for (Words.Word word : side.words()) {
            boolean letters = Character.isLetter(word.form().codePointAt(0));
            sample.append(letters && !word.capital() ? word.form() + ' ' : "");
        }
        return sample.toString();
    }

    /** How likely it is the language it should be, or one of those that are much like it. */
    private static double share(List<Detected> languages, Tongue tongue) {
        return languages.stream()
                .filter(detected -> Likeness.alike(detected.language(), tongue.language()))
                .mapToDouble(Detected::confidence)
                .sum();
    }
}
