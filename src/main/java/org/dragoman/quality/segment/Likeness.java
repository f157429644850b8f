package org.dragoman.quality.segment;

import java.util.List;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/** Languages that are told apart by few letters. */
final class Likeness {
    private static final List<Set<String>> ALIKE =
            List.of(
                    Set.of("nb", "nn", "no", "da"),
                    Set.of("hr", "bs", "sr", "sh"),
                    Set.of("id", "ms"),
                    Set.of("zh", "yue"),
                    Set.of("tr", "az"),
                    Set.of("cs", "sk"));

    private Likeness() {}

    static boolean alike(LanguageTag one, LanguageTag other) {
        String a = one.language();
        String b = other.language();
        return a.equals(b) || ALIKE.stream().anyMatch(some -> some.contains(a) && some.contains(b));
    }
}
