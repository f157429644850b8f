package org.dragoman.quality.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.support.Phrases;

/**
 * Reads lexicons from {@code /quality/claim/<language>.txt}: sections of words, of pairs of
 * opposites, of kin, and of words for percentages. A language without a file knows given names, and
 * the words that only build sentences where they are listed. For one lexicon.
 */
final class Lexicons {
    private static final String FOLDER = "/quality/claim/";
    private static final Set<String> NOUNS = Set.of("de", "lb", "nds", "gsw");
    private static final Map<String, Lexicon> READ = new ConcurrentHashMap<>();

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
    private final Map<String, Set<String>> opposites = new HashMap<>();
    private final Map<String, Set<String>> alike = new HashMap<>();
    private final Map<String, Set<String>> kin = new HashMap<>();

    private final Map<String, Set<String>> shares = new HashMap<>();

    private Lexicons() {}

    static Lexicon of(LanguageTag language) {
        return READ.computeIfAbsent(language.language(), key -> new Lexicons().read(language));
    }

    private Lexicon read(LanguageTag language) {
        Set<String> function = Phrases.read("/quality/function-words.txt").of(language);
        words.put(Kind.FUNCTION, new HashSet<>(function));
        String own = FOLDER + language.language() + ".txt";
        try (InputStream given = Lexicons.class.getResourceAsStream(FOLDER + "given-names.txt");
                InputStream in = Lexicons.class.getResourceAsStream(own)) {
            parse(text(Objects.requireNonNull(given)));
            if (in != null) {
                words.put(Kind.FUNCTION, new HashSet<>());
                parse(text(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lexicon(
                words, opposites, alike, kin, shares, NOUNS.contains(language.language()));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private void parse(String file) {
        String section = "";
        for (String line : file.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                add(section, Arrays.asList(line.split(" +")));
            }
        }
    }

    private void add(String section, List<String> entries) {
        switch (section) {
            case "opposite" -> oppose(forms(entries.get(0)), forms(entries.get(1)));
            case "kin" -> entries.forEach(entry -> relate(kin, forms(entry), forms(entry)));
            case "share" ->
                    relate(shares, forms(entries.get(0)), entries.subList(1, entries.size()));
            default ->
                    words.computeIfAbsent(
                                    Kind.valueOf(section.toUpperCase(Locale.ROOT)),
                                    kind -> new HashSet<>())
                            .addAll(entries);
        }
    }

    private static List<String> forms(String entry) {
        return List.of(entry.split("/"));
    }

    private void oppose(List<String> one, List<String> other) {
        relate(opposites, one, other);
        relate(opposites, other, one);
        relate(alike, one, one);
        relate(alike, other, other);
    }

    private static void relate(Map<String, Set<String>> to, List<String> one, List<String> other) {
        one.forEach(word -> to.computeIfAbsent(word, key -> new HashSet<>()).addAll(other));
    }
}
