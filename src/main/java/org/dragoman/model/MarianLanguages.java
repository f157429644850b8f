package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;

/**
 * The pair of an OPUS-MT model: {@code source_lang} and {@code target_lang} of its {@code
 * tokenizer_config.json}, else the end of its name, {@code opus-mt-en-de}. Both use ISO 639-1 or
 * 639-3, and codes of groups of languages ({@code ROMANCE}, {@code gmw}), which tell no language.
 *
 * @param from empty where it is not told
 * @param to empty where it is not told, as for a model of several targets
 */
record MarianLanguages(Set<LanguageTag> from, Set<LanguageTag> to) {
    private static final Pattern NAME =
            Pattern.compile("opus-mt(?:-.*)?-([A-Za-z_]{2,12})-([A-Za-z_]{2,12})");

    static MarianLanguages of(JsonNode settings, String name) {
        Matcher matcher = NAME.matcher(name);
        boolean named = matcher.find();
        return new MarianLanguages(
                language(settings.path("source_lang").asText(named ? matcher.group(1) : "")),
                language(settings.path("target_lang").asText(named ? matcher.group(2) : "")));
    }

    /** One language; CLDR knows in which script each is written, and of a group it cannot. */
    private static Set<LanguageTag> language(String code) {
        Optional<LanguageTag> tag =
                LanguageTag.parse(code.replace('_', '-'))
                        .filter(parsed -> parsed.language().length() <= 3)
                        .filter(parsed -> !parsed.script().isEmpty());
        return tag.map(Set::of).orElse(Set.of());
    }
}
