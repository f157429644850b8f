package org.dragoman.quality.segment;

import java.util.List;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.language.WritingSystem;
import org.dragoman.quality.fact.WordLists;

/**
 * What rules know of a language. Immutable.
 *
 * @param length how many letters it takes to say what English says in one
 * @param dual whether a form of the noun says one or two
 * @param verbLast whether sentences end with their verb
 */
record Tongue(
        LanguageTag language,
        WritingSystem writing,
        double length,
        boolean dual,
        boolean verbLast,
        Negations negations) {
    private static final double USUAL_LENGTH = 1.05;

    /** Languages that write many words alike. */
    private static final List<Set<String>> KIN =
            List.of(
                    Set.of("pt", "es", "ca", "gl", "it"),
                    Set.of("nb", "nn", "da", "sv", "no"),
                    Set.of("hr", "bs", "sr", "sl"),
                    Set.of("cs", "sk"),
                    Set.of("ru", "uk", "be", "bg"),
                    Set.of("id", "ms"),
                    Set.of("tr", "az"));

    static Tongue of(LanguageTag language) {
        WordLists lists = WordLists.read("/quality/segments.txt", language);
        List<String> length = lists.words("length");
        return new Tongue(
                language,
                WritingSystem.of(language),
                length.isEmpty() ? USUAL_LENGTH : Double.parseDouble(length.get(0)),
                !lists.words("dual").isEmpty(),
                !lists.words("verb-last").isEmpty(),
                Negations.of(lists));
    }

    /** Whether the two write many words alike. */
    boolean kin(Tongue other) {
        String own = language.language();
        String theirs = other.language.language();
        return own.equals(theirs)
                || KIN.stream().anyMatch(some -> some.contains(own) && some.contains(theirs));
    }

    boolean sameScript(Tongue other) {
        return writing.script().equals(other.writing.script());
    }
}
