package org.dragoman.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;

/** The lexicons of the languages that were asked for, each read at its first use. Thread-safe. */
final class Lexicons {
    /** Those with a file {@code /text/<tag>.txt}. */
    static final Set<String> LANGUAGES =
            Arrays.stream(
                            ("ar az be bg bn bs ca cs da de el en es et fa fi fr gu he hi hr hu id"
                                            + " is it ja kn ko lt lv ml ms mt nb nl nn pl pt ro ru"
                                            + " sk sl sq sr sr-Latn sv ta te th tr uk vi zh")
                                    .split(" "))
                    .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Lexicon> read = new ConcurrentHashMap<>();

    /**
     * The lexicon of the language in its script, in Chinese of either script; {@link Lexicon#NONE}
     * when there is none.
     */
    Lexicon of(LanguageTag language) {
        Stream<String> names = language.fallbacks().stream().map(LanguageTag::value);
        Stream<String> bare = language.language().equals("zh") ? Stream.of("zh") : Stream.empty();
        return Stream.concat(names, bare)
                .filter(LANGUAGES::contains)
                .findFirst()
                .map(name -> read.computeIfAbsent(name, Lexicon::read))
                .orElse(Lexicon.NONE);
    }
}
