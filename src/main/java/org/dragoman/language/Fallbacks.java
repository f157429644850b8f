package org.dragoman.language;

import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the tags that name a language in a script, from the closest to the plainest. */
final class Fallbacks {
    private final LanguageTag tag;
    private final String language;
    private final String script;
    private final Set<LanguageTag> found = new LinkedHashSet<>();

    private Fallbacks(LanguageTag tag) {
        this.tag = tag;
        this.language = tag.language();
        this.script = tag.script();
    }

    static List<LanguageTag> of(LanguageTag tag) {
        Fallbacks fallbacks = new Fallbacks(tag);
        fallbacks.collect();
        return List.copyOf(fallbacks.found);
    }

    private void collect() {
        ULocale icu = tag.icu();
        found.add(tag);
        add(language, icu.getScript(), icu.getCountry());
        if (!icu.getCountry().isEmpty()) {
            add(language, "", icu.getCountry());
            add(language, script, icu.getCountry());
        }
        addPlain(language);
        Kin.others(language).forEach(this::addPlain);
    }

    private void addPlain(String code) {
        add(code, "", "");
        add(code, script, "");
    }

    /** Adds the tag unless it is written in another script. */
    private void add(String code, String written, String region) {
        ULocale locale =
                new ULocale.Builder()
                        .setLanguage(code)
                        .setScript(written)
                        .setRegion(region)
                        .build();
        LanguageTag.parse(locale.toLanguageTag())
                .filter(fallback -> fallback.script().equals(script))
                .ifPresent(found::add);
    }
}
