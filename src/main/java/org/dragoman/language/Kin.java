package org.dragoman.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Codes that ISO 639-3 gives to what another code usually means, where CLDR keeps the two apart:
 * Norwegian is written as Bokmål unless Nynorsk is said, and models name South Azerbaijani,
 * Ayacucho Quechua, Nigerian Fulfulde, Southern Pashto and South Levantine Arabic by codes of their
 * own.
 */
final class Kin {
    private static final Map<String, String> USUAL =
            Map.of("no", "nb", "azb", "az", "quy", "qu", "fuv", "ff", "pbt", "ps", "ajp", "apc");

    private Kin() {}

    /** The code all codes for {@code language} have in common. */
    static String usual(String language) {
        return USUAL.getOrDefault(language, language);
    }

    /** The other codes for {@code language}, ascending. */
    static List<String> others(String language) {
        String usual = usual(language);
        List<String> others = new ArrayList<>(List.of(usual));
        USUAL.forEach(
                (code, meant) -> {
                    if (meant.equals(usual)) {
                        others.add(code);
                    }
                });
        others.remove(language);
        return others.stream().sorted().toList();
    }
}
