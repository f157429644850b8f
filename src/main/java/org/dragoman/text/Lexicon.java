package org.dragoman.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The words of a language that tell where its sentences end, read from {@code
 * /text/<language>.txt}. Immutable.
 */
final class Lexicon {
    /** What a word is listed as; the file's sections bear these names in lower case. */
    enum Kind {
        /** Shortened, and never the end of a sentence: Mr, e.g. */
        TITLE,
        /** Shortened, and not the end before a number: No, art. */
        NUMBER,
        /** Shortened, and the end only before a word that starts sentences: Inc, U.S. */
        NAME,
        /** Shortened, and the end unless the next word is an AFTER: p.m, etc. */
        CLOSING,
        /** Goes on after a CLOSING: Monday, GMT. */
        AFTER,
        /** Starts sentences and no names: The, He. */
        STARTER,
        /** Says who spoke: said. */
        REPORTING,
        /** Leaves a phrase open at the end of a line: the, of. */
        DANGLING,
        /** A name that ends in an exclamation mark: Yahoo. */
        EXCLAIMED,
        /** A single capital letter that is a word. */
        LETTER,
        /** Joins clauses: and, but. */
        CONJUNCTION
    }

    static final Lexicon NONE = new Lexicon(new EnumMap<>(Kind.class));

    private final Map<Kind, Set<String>> words;

    private Lexicon(Map<Kind, Set<String>> words) {
        this.words = words;
    }

    /** The lexicon in the resource for {@code language}. */
    static Lexicon read(String language) {
        String name = "/text/" + language + ".txt";
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lexicon parse(String file) {
        Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
        Set<String> section = new HashSet<>();
        for (String line : file.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                String name = line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT);
                section = words.computeIfAbsent(Kind.valueOf(name), kind -> new HashSet<>());
            } else if (!line.startsWith("#") && !line.isEmpty()) {
                section.addAll(Arrays.asList(line.split(" +")));
            }
        }
        return new Lexicon(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether {@code word} is listed: as it is, or in lower case. */
    boolean lists(Kind kind, String word) {
        Set<String> listed = words.getOrDefault(kind, Set.of());
        return listed.contains(word) || listed.contains(word.toLowerCase(Locale.ROOT));
    }
}
