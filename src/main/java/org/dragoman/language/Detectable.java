package org.dragoman.language;

import com.github.pemistahl.lingua.api.Language;
import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A language that can be detected, and how much more often it is met than the rarest.
 *
 * @param lingua what the detection library calls it; null when it does not know it
 * @param weight at least 1
 */
record Detectable(LanguageTag tag, @Nullable Language lingua, double weight) {
    /** Those listed in {@code /language/detectable.txt}. */
    static List<Detectable> all() {
        try (InputStream in = Detectable.class.getResourceAsStream("/language/detectable.txt")) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Detectable::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Detectable of(String line) {
        int space = line.indexOf(' ');
        String code = line.substring(0, space);
        return new Detectable(
                new LanguageTag(code),
                known(code.toUpperCase(Locale.ROOT)),
                Double.parseDouble(line.substring(space + 1)));
    }

    private static @Nullable Language known(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.getIsoCode639_1().name().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is written in the script of the first letter of {@code text}. */
    boolean sharesScript(String text) {
        int letter = text.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
        int script = UScript.getScript(letter);
        int[] scripts = UScript.getCode(tag.icu());
        return scripts != null && Arrays.stream(scripts).anyMatch(own -> own == script);
    }
}
