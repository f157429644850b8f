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
        CONJUNCTION,
        /** Takes up a quotation that ended without a space: と of 「…。」と言った. */
        PARTICLE,
        /** Written together before a word: و of وأ. */
        PREFIX,
        /** What is written with a dot after its figures: "ordinal" (3. Mai), "year" (2010. god). */
        DOTTED,
        /** What ends sentences here and not elsewhere: the Greek ";", and "space" in Thai. */
        TERMINATOR
    }

    static final Lexicon NONE = new Lexicon(new EnumMap<>(Kind.class), Locale.ROOT);

    private final Map<Kind, Set<String>> words;
    private final Locale locale;

    private Lexicon(Map<Kind, Set<String>> words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** The lexicon in the resource for {@code language}, a tag. */
    static Lexicon read(String language) {
        String name = "/text/" + language + ".txt";
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return parse(
                    new String(bytes, StandardCharsets.UTF_8), Locale.forLanguageTag(language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lexicon parse(String file, Locale locale) {
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
        return new Lexicon(words, locale);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether {@code word} is listed: as it is, or in lower case. */
    boolean lists(Kind kind, String word) {
        Set<String> listed = all(kind);
        return listed.contains(word) || listed.contains(word.toLowerCase(locale));
    }

    /** Whether {@code word} ends in what is listed after a hyphen: Goethestr in -str. */
    boolean listsEnd(Kind kind, String word) {
        return all(kind).stream()
                .anyMatch(end -> end.startsWith("-") && word.endsWith(end.substring(1)));
    }

    /** Whether any section lists {@code word}. */
    boolean knows(String word) {
        return words.keySet().stream().anyMatch(kind -> lists(kind, word));
    }

    /** What {@code kind} lists. */
    Set<String> all(Kind kind) {
        return words.getOrDefault(kind, Set.of());
    }

    /** Whether a particle, and no longer word that starts sentences, stands at {@code index}. */
    boolean takesUp(String text, int index) {
        return all(Kind.PARTICLE).stream().anyMatch(word -> text.startsWith(word, index))
                && all(Kind.STARTER).stream().noneMatch(word -> text.startsWith(word, index));
    }
}
