package org.dragoman.language;

import com.ibm.icu.util.IllformedLocaleException;
import com.ibm.icu.util.ULocale;
import java.util.List;
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
     * pt and pt-BR, no and nb; false for zh-Hans and zh-Hant, nb and nn, hr and bs.
     */
    public boolean sameLanguage(LanguageTag other) {
        return Kin.usual(language()).equals(Kin.usual(other.language()))
                && script().equals(other.script());
    }

    /**
     * This tag and those that name the same language in the same script less and less closely, as
     * lookup tries them (RFC 4647, 3.4, with CLDR's likely subtags): pt-BR, pt; zh-TW, zh-Hant-TW,
     * zh-Hant; nb, no. The first is this tag; never empty.
     */
    public List<LanguageTag> fallbacks() {
        return Fallbacks.of(this);
    }

    /**
     * The language's name as a reader of {@code reader} writes it, in English for a reader whose
     * language CLDR does not know; the tag when CLDR has no name for it.
     */
    public String name(Locale reader) {
        return Names.of(this, reader);
    }

    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Whether its region is the one its language in its script suggests, or it has none. */
    boolean likely() {
        ULocale own = icu();
        ULocale suggested =
                ULocale.addLikelySubtags(
                        new ULocale.Builder().setLanguage(language()).setScript(script()).build());
        return own.getCountry().isEmpty() || own.getCountry().equals(suggested.getCountry());
    }

    ULocale icu() {
        return ULocale.forLanguageTag(value);
    }
}
