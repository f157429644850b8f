package org.dragoman.quality.segment;

import java.util.Map;

/** The word that negates a verb, by language. */
final class NegatingWords {
    static final Map<String, String> OF =
            Map.ofEntries(
                    Map.entry("en", "not"),
                    Map.entry("pt", "não"),
                    Map.entry("es", "no"),
                    Map.entry("fr", "pas"),
                    Map.entry("de", "nicht"),
                    Map.entry("it", "non"),
                    Map.entry("nl", "niet"),
                    Map.entry("pl", "nie"),
                    Map.entry("ru", "не"),
                    Map.entry("uk", "не"),
                    Map.entry("ar", "لا"),
                    Map.entry("zh", "不"));

    private NegatingWords() {}
}
