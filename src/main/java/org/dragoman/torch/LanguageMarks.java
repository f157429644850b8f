package org.dragoman.torch;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;

/**
 * The items by which a vocabulary marks languages. A tag finds the mark that was made for it, else
 * the first one for its language in its script: pt-PT finds the mark of pt, zh-TW that of zh-Hant,
 * and sr-Latn none where Serbian is marked in Cyrillic only. Immutable and thread-safe.
 */
final class LanguageMarks {
    private final Map<LanguageTag, LanguageMark> exact = new HashMap<>();
    private final Map<String, LanguageMark> written = new HashMap<>();
    private final Map<String, LanguageMark> spoken = new HashMap<>();
    private final Set<LanguageTag> tags = new LinkedHashSet<>();

    /**
     * @param codes the languages that may be marked, the more important first
     * @param item what marks the language with a code
     * @param id of an item in the vocabulary, empty when it is not there
     */
    LanguageMarks(
            Iterable<LanguageCode> codes,
            UnaryOperator<String> item,
            Function<String, OptionalInt> id) {
        for (LanguageCode code : codes) {
            String mark = item.apply(code.code());
            id.apply(mark).ifPresent(found -> add(code.tag(), new LanguageMark(mark, found)));
        }
    }

    private void add(LanguageTag tag, LanguageMark mark) {
        LanguageTag plain = plain(tag);
        exact.putIfAbsent(tag, mark);
        if (tag.locale().getCountry().isEmpty()) {
            exact.putIfAbsent(plain, mark);
        }
        written.putIfAbsent(written(tag), mark);
        spoken.putIfAbsent(language(tag), mark);
        tags.add(plain);
    }

    boolean isEmpty() {
        return tags.isEmpty();
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
    LanguageMark of(LanguageTag tag) {
        return Optional.ofNullable(exact.get(tag))
                .or(() -> Optional.ofNullable(written.get(written(tag))))
                .or(() -> bare(tag) ? Optional.ofNullable(spoken.get(language(tag))) : none())
                .orElseThrow(
                        () ->
                                new DragomanException(
                                        ErrorCode.LANGUAGE_UNSUPPORTED,
                                        "The model has no mark for the language " + tag));
    }

    private static Optional<LanguageMark> none() {
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
