package org.dragoman.model;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;

/** From which language into which. Immutable. */
record Ends(LanguageTag from, LanguageTag to) {
    private static final Pattern WRITTEN =
            Pattern.compile("([^:]+):([^:]+)|(\\p{Alpha}{2,3})-(\\p{Alpha}{2,3})");

    Ends {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** {@code en-de}; with a colon where a tag has parts of its own: {@code pt-BR:zh-Hant}. */
    static Optional<Ends> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        int first = written.group(1) == null ? 3 : 1;
        return LanguageTag.parse(written.group(first))
                .flatMap(
                        from ->
                                LanguageTag.parse(written.group(first + 1))
                                        .map(to -> new Ends(from, to)));
    }

    @Override
    public String toString() {
        return from + ":" + to;
    }
}
