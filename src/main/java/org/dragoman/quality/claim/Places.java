package org.dragoman.quality.claim;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dragoman.language.LanguageTag;

/**
 * Countries and the cities that time zones are named by, in a language, of CLDR: they give away
 * names in texts that lost their capitals. Immutable.
 */
final class Places {
    private static final Map<String, Places> READ = new ConcurrentHashMap<>();

    private final Set<String> names;

    private Places(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    static Places of(LanguageTag language) {
        return READ.computeIfAbsent(language.language(), Places::read);
    }

    private static Places read(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        LocaleDisplayNames display = LocaleDisplayNames.getInstance(locale);
        Set<String> names = new HashSet<>();
        for (String region : ULocale.getISOCountries()) {
            addSingle(names, display.regionDisplayName(region));
        }
        TimeZoneNames zones = TimeZoneNames.getInstance(locale);
        for (String zone : TimeZone.getAvailableIDs()) {
            String city = zones.getExemplarLocationName(zone);
            if (city != null) {
                addSingle(names, city);
            }
        }
        return new Places(names);
    }

    /** Names of one word alone: a part of another may be any word (New of New York). */
    private static void addSingle(Set<String> names, String name) {
        if (name.codePoints().allMatch(Character::isLetter)) {
            names.add(UCharacter.foldCase(name, true));
        }
    }

    /** Whether {@code form}, in lower case, is one. */
    boolean have(String form) {
        return names.contains(form);
    }
}
