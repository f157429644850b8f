package org.dragoman.quality.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/** Phrases in lower case by language, read from a resource. Immutable. */
public final class Phrases {
    private final Map<String, Set<String>> byLanguage;

    private Phrases(Map<String, Set<String>> byLanguage) {
        this.byLanguage = Map.copyOf(byLanguage);
    }

    /** The lists in a resource, whose name begins with a slash. */
    public static Phrases read(String resource) {
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrases parse(String file) {
        Map<String, Set<String>> byLanguage = new HashMap<>();
        Set<String> section = new HashSet<>();
        for (String line : file.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section = new HashSet<>();
                byLanguage.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.addAll(Arrays.asList(line.split(",\\s*", -1)));
            }
        }
        return new Phrases(byLanguage);
    }

    /** The phrases that only this one of the listed languages has. */
    public Set<String> onlyIn(LanguageTag language) {
        Set<String> only = new HashSet<>(of(language));
        byLanguage.forEach(
                (other, phrases) -> {
                    if (!other.equals(language.language())) {
                        only.removeAll(phrases);
                    }
                });
        return Set.copyOf(only);
    }

    /** The phrases of the other listed languages that this one does not have. */
    public Set<String> notIn(LanguageTag language) {
        Set<String> others = new HashSet<>();
        byLanguage.values().forEach(others::addAll);
        others.removeAll(of(language));
        return Set.copyOf(others);
    }

    /** The phrases of a language; none when it is not listed. */
    public Set<String> of(LanguageTag language) {
        return byLanguage.getOrDefault(language.language(), Set.of());
    }
}
