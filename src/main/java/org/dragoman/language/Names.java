package org.dragoman.language;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of languages in the languages of readers, from CLDR. */
final class Names {
    private static final Set<String> READERS =
            Arrays.stream(ULocale.getAvailableLocales())
                    .map(ULocale::getLanguage)
                    .collect(Collectors.toUnmodifiableSet());

    private Names() {}

    static String of(LanguageTag tag, Locale reader) {
        ULocale known = known(ULocale.forLocale(reader));
        boolean named = !tag.icu().getDisplayLanguage(known).equals(tag.language());
        return (named ? tag.icu() : usual(tag)).getDisplayNameWithDialect(known);
    }

    /** Without this, ICU would answer in the language of the machine. */
    private static ULocale known(ULocale reader) {
        ULocale canonical = ULocale.createCanonical(reader);
        return READERS.contains(canonical.getLanguage()) ? canonical : ULocale.ENGLISH;
    }

    /** The tag under the code that CLDR has a name for. */
    private static ULocale usual(LanguageTag tag) {
        String usual = Kin.usual(tag.language());
        return usual.equals(tag.language())
                ? tag.icu()
                : ULocale.forLanguageTag(usual + "-" + tag.script());
    }
}
