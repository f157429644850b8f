package org.dragoman.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dragoman.language.LanguageTag;

/**
 * A family's own name for a language. Immutable.
 *
 * @param code as the vocabulary has it: {@code pt_XX}, {@code por_Latn}
 */
record LanguageCode(String code, LanguageTag tag) {
    /** A region that says nothing, in mBART's codes. */
    private static final String ANY_REGION = "_XX";

    /** The codes listed in {@code /torch/languages/FAMILY.txt}, in the order of their ids. */
    static List<LanguageCode> of(HubFamily family) {
        String name = "/torch/languages/" + family.name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = LanguageCode.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(LanguageCode::listed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code that follows ISO 639, with a script or a region after an underscore. */
    static Optional<LanguageCode> parse(String code) {
        return LanguageTag.parse(code.replace(ANY_REGION, "").replace('_', '-'))
                .map(tag -> new LanguageCode(code, tag));
    }

    private static LanguageCode listed(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? parse(line).orElseThrow()
                : new LanguageCode(
                        line.substring(0, space), new LanguageTag(line.substring(space + 1)));
    }
}
