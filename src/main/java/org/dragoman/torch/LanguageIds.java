package org.dragoman.torch;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;

/**
 * The ids by which a vocabulary marks languages. A tag finds the mark that was made for it, else
 * the first one for its language in its script: pt-PT finds the mark of pt, zh-TW that of zh-Hant,
 * and sr-Latn none where Serbian is marked in Cyrillic only. Immutable and thread-safe.
 */
final class LanguageIds {
    private final Map<LanguageTag, Integer> exact = new HashMap<>();
    private final Map<String, Integer> written = new HashMap<>();
    private final Map<String, Integer> spoken = new HashMap<>();
    private final Set<LanguageTag> tags = new LinkedHashSet<>();

    /**
     * @param codes the marks' languages, the more important first
     * @param id of a code in the vocabulary, empty when it is not there
     */
    LanguageIds(Iterable<LanguageCode> codes, Function<String, OptionalInt> id) {
        for (LanguageCode code : codes) {
            id.apply(code.code()).ifPresent(found -> add(code.tag(), found));
        }
    }

    private void add(LanguageTag tag, int id) {
        LanguageTag plain = plain(tag);
        exact.putIfAbsent(tag, id);
        if (tag.locale().getCountry().isEmpty()) {
            exact.putIfAbsent(plain, id);
        }
        written.putIfAbsent(written(tag), id);
        spoken.putIfAbsent(language(tag), id);
        tags.add(plain);
    }

    /** The languages marked, without regions, and with the script where it is not the usual one. */
    Set<LanguageTag> tags() {
        return Set.copyOf(tags);
    }

    /**
     * The mark of a language.
     *
     * @throws DragomanException language-unsupported
     */
    int of(LanguageTag tag) {
        return Optional.ofNullable(exact.get(tag))
                .or(() -> Optional.ofNullable(written.get(written(tag))))
                .or(() -> bare(tag) ? Optional.ofNullable(spoken.get(language(tag))) : none())
                .orElseThrow(
                        () ->
                                new DragomanException(
                                        ErrorCode.LANGUAGE_UNSUPPORTED,
                                        "The model has no mark for the language " + tag));
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }

    /** Without a script of its own, so that any script the model knows will do. */
    private static boolean bare(LanguageTag tag) {
        return tag.locale().getScript().isEmpty();
    }

    private static LanguageTag plain(LanguageTag tag) {
        LanguageTag language = new LanguageTag(tag.language());
        return language.script().equals(tag.script())
                ? language
                : new LanguageTag(tag.language() + "-" + tag.script());
    }

    private static String written(LanguageTag tag) {
        return language(tag) + "-" + tag.script();
    }

    /** Norwegian without more is Bokmål. */
    private static String language(LanguageTag tag) {
        return tag.language().equals("no") ? "nb" : tag.language();
    }
}
