package org.dragoman.language;

import com.ibm.icu.util.IllformedLocaleException;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;

/**
 * A BCP 47 language tag in the canonical form of CLDR ({@code en}, {@code pt-BR}, {@code zh-Hant};
 * {@code he} for {@code iw}). Immutable.
 *
 * @param value the tag as it is written on the wire
 */
public record LanguageTag(String value) {
    public static final LanguageTag ENGLISH = new LanguageTag("en");
    public static final LanguageTag PORTUGUESE = new LanguageTag("pt");

    public LanguageTag {
        value = canonical(value);
    }

    /** The tag, or nothing when {@code value} is not a well-formed tag with a language. */
    public static Optional<LanguageTag> parse(String value) {
        try {
            return Optional.of(new LanguageTag(value));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String canonical(String value) {
        try {
            ULocale locale = new ULocale.Builder().setLanguageTag(value).build();
            if (locale.getLanguage().isEmpty() || locale.getLanguage().equals("und")) {
                throw new IllegalArgumentException("Not a language tag");
            }
            return ULocale.createCanonical(locale).toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            throw new IllegalArgumentException("Not a language tag", malformed);
        }
    }

    /** The language alone: {@code pt} of {@code pt-BR}. */
    public String language() {
        return icu().getLanguage();
    }

    /** The script it is written in by CLDR's likely subtags, ISO 15924: {@code Latn} of pt. */
    public String script() {
        return ULocale.addLikelySubtags(icu()).getScript();
    }

    /**
     * Whether both are one language in one script, so that there is nothing to translate: true for
     * pt and pt-BR, false for zh-Hans and zh-Hant.
     */
    public boolean sameLanguage(LanguageTag other) {
        return language().equals(other.language()) && script().equals(other.script());
    }

    /** The language's name as a reader of {@code reader} writes it; the tag when CLDR has none. */
    public String name(Locale reader) {
        return icu().getDisplayNameWithDialect(ULocale.forLocale(reader));
    }

    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    @Override
    public String toString() {
        return value;
    }

    ULocale icu() {
        return ULocale.forLanguageTag(value);
    }
}
