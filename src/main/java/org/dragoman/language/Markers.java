package org.dragoman.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Words, and parts of words, that speak for a language, from {@code /language/<name>.txt}: a line
 * holds a section in brackets or words; {@code -ije-} is found within a word, {@code il-} at the
 * start of one, the rest are whole words. Immutable.
 */
final class Markers {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}'’-]+");
    private static final Pattern SPACES = Pattern.compile(" +");

    private final Map<String, List<String>> sections = new HashMap<>();

    Markers(String name) {
        String path = "/language/" + name + ".txt";
        try (InputStream in = Markers.class.getResourceAsStream(path)) {
            byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
            read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String file) {
        List<String> section = new ArrayList<>();
        for (String line : file.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else {
                section.addAll(List.of(SPACES.split(line)));
            }
        }
    }

    /** How many words of {@code sample} a section speaks of. */
    long count(String section, String sample) {
        List<String> markers = sections.getOrDefault(section, List.of());
        return BETWEEN.splitAsStream(sample.toLowerCase(Locale.ROOT))
                .map(word -> word.replace('’', '\''))
                .filter(word -> markers.stream().anyMatch(marker -> speaks(marker, word)))
                .count();
    }

    /** How many words a sample has. */
    static long words(String sample) {
        return BETWEEN.splitAsStream(sample).filter(word -> !word.isEmpty()).count();
    }

    private static boolean speaks(String marker, String word) {
        boolean start = marker.startsWith("-");
        boolean end = marker.endsWith("-");
        if (start && end) {
            return word.contains(marker.substring(1, marker.length() - 1));
        }
        return end
                ? word.startsWith(marker) && word.length() > marker.length()
                : word.equals(marker);
    }
}
