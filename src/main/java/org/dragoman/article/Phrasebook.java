package org.dragoman.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words and phrases that mark clutter, read from one resource per language; all languages are
 * looked up at once, as the language of a text is told only after it was cleaned. A resource has
 * sections in square brackets; a section whose name ends in {@code -words} is a set of words,
 * others are lists of {@link Phrase}s, one a line. Immutable.
 */
final class Phrasebook {
    private static final List<String> LANGUAGES = List.of("en", "pt");

    private final Map<String, Section> phrases = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    private Phrasebook() {}

    /** The phrases that come with the service. */
    static Phrasebook standard() {
        Phrasebook book = new Phrasebook();
        LANGUAGES.forEach(language -> book.read("clutter-" + language + ".txt"));
        return book;
    }

    private void read(String resource) {
        String section = "";
        for (String line : lines(resource)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("//")) {
                add(section, line);
            }
        }
    }

    private void add(String section, String line) {
        if (section.endsWith("-words")) {
            Set<String> set = words.computeIfAbsent(section, name -> new HashSet<>());
            set.addAll(List.of(line.strip().split(" +", -1)));
        } else {
            phrases.computeIfAbsent(section, name -> new Section()).add(Phrase.of(line));
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = Phrasebook.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the text fits a phrase of the section and nobody says it in the article: somebody
     * does where there is a verb of saying, or a whole sentence after a label in lower case.
     *
     * @param sentence whether the text ends as a sentence does
     */
    boolean fitsUnspoken(String section, List<Word> text, boolean sentence) {
        return section(section)
                .matching(text)
                .anyMatch(phrase -> !phrase.open() || !isSpoken(phrase, text, sentence));
    }

    private boolean isSpoken(Phrase phrase, List<Word> text, boolean sentence) {
        return phrase.labelled()
                ? sentence && goesOnLow(text)
                : text.stream().anyMatch(word -> has("speech-words", word));
    }

    private static boolean goesOnLow(List<Word> text) {
        for (int i = 0; i + 1 < text.size(); i++) {
            if (text.get(i).key().equals(":")) {
                return !text.get(i + 1).capital() && !text.get(i + 1).hasDigit();
            }
        }
        return false;
    }

    /** Whether all of the text fits a phrase of the section that leaves no words open. */
    boolean fitsClosed(String section, List<Word> text) {
        return section(section).matching(text).anyMatch(phrase -> !phrase.open());
    }

    /** Whether all of the text fits a phrase of the section. */
    boolean fits(String section, List<Word> text) {
        return section(section).matching(text).findAny().isPresent();
    }

    /** Whether the word is in the section's set. */
    boolean has(String section, Word word) {
        Set<String> set = words.get(section);
        if (set == null) {
            throw new IllegalArgumentException("No section " + section);
        }
        return set.contains(word.key());
    }

    private Section section(String name) {
        Section section = phrases.get(name);
        if (section == null) {
            throw new IllegalArgumentException("No section " + name);
        }
        return section;
    }
}
