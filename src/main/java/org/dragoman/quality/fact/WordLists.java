package org.dragoman.quality.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.dragoman.language.LanguageTag;

/**
 * The lists of one language in a resource: a section for each language ({@code [pt]}), in it lines
 * of a kind and words ({@code scale: mil=1e3 mi=1e6}), a low line for a space. Immutable.
 */
public final class WordLists {
    private final Map<String, List<String>> lists;

    private WordLists(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    /** The lists of {@code language} in {@code resource}; none when it has no section there. */
    public static WordLists read(String resource, LanguageTag language) {
        Map<String, Map<String, List<String>>> all = parse(resource);
        return language.fallbacks().stream()
                .map(LanguageTag::value)
                .filter(all::containsKey)
                .findFirst()
                .or(() -> Optional.of(language.language()))
                .map(tag -> new WordLists(all.getOrDefault(tag, Map.of())))
                .orElseThrow();
    }

    private static Map<String, Map<String, List<String>>> parse(String resource) {
        Map<String, Map<String, List<String>>> all = new HashMap<>();
        Map<String, List<String>> section = new HashMap<>();
        for (String line : text(resource).lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section = new HashMap<>();
                all.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                String words = line.substring(colon + 2).replace('_', '\u00A0');
                section.put(line.substring(0, colon), List.of(words.split(" +")));
            }
        }
        return all;
    }

    private static String text(String resource) {
        try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> words(String kind) {
        return lists.getOrDefault(kind, List.of());
    }

    /** Hands on each word of {@code kind} with what stands after its sign of equality. */
    public void pairs(String kind, BiConsumer<String, String> taker) {
        for (String pair : words(kind)) {
            int sign = pair.indexOf('=');
            taker.accept(pair.substring(0, sign), pair.substring(sign + 1));
        }
    }
}
