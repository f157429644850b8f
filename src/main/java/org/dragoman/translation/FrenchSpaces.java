package org.dragoman.translation;

import java.util.regex.Pattern;
import org.dragoman.language.LanguageTag;

/**
 * Spaces of French punctuation, at which no line may break: inside guillemets and before a colon,
 * narrow ones before ; ! ? (Lexique des règles typographiques of the Imprimerie nationale). In
 * Canada ; ! ? stand without one, in Switzerland all spaces are narrow. Models write plain spaces
 * or none. A mark inside a name (Yahoo!) or an address gets none: only a space that is there is
 * changed, and one is put in only before a mark that ends the sentence or that a space follows.
 *
 * @param loud before ; ! ?
 * @param colon before : and inside guillemets
 */
record FrenchSpaces(String loud, String colon) {
    private static final String ANY = "[ \\u00A0\\u202F]*";
    private static final String FOLLOWED = "(?=[\\s\\u00A0\\u202F]|$)";
    private static final Pattern SEMICOLON =
            Pattern.compile("(?<=[\\p{L}\\p{N}»”\")])" + ANY + ";" + FOLLOWED);
    private static final Pattern COLON =
            Pattern.compile("(?<=[\\p{L}\\p{N}»”\")])" + ANY + ":" + FOLLOWED);
    private static final Pattern SPACED_LOUD =
            Pattern.compile("(?<=[\\p{L}\\p{N}»”\")])[ \\u00A0\\u202F]+([!?]+)(?=[\\s»”\")]|$)");
    private static final Pattern LAST_LOUD =
            Pattern.compile("(?<=[\\p{L}\\p{N}»”\")])([!?]+)(?=[\\s\\u00A0\\u202F»”\")]*$)");
    private static final Pattern OPENING = Pattern.compile("«" + ANY + "(?=\\S)");
    private static final Pattern CLOSING = Pattern.compile("(?<=\\S)" + ANY + "»");

    static FrenchSpaces of(LanguageTag language) {
        return switch (language.locale().getCountry()) {
            case "CA" -> new FrenchSpaces("", "\u00A0");
            case "CH" -> new FrenchSpaces("\u202F", "\u202F");
            default -> new FrenchSpaces("\u202F", "\u00A0");
        };
    }

    String set(String answer) {
        String set = SEMICOLON.matcher(answer).replaceAll(loud + ";");
        set = COLON.matcher(set).replaceAll(colon + ":");
        set = SPACED_LOUD.matcher(set).replaceAll(loud + "$1");
        set = LAST_LOUD.matcher(set).replaceAll(loud + "$1");
        set = OPENING.matcher(set).replaceAll("«" + colon);
        return CLOSING.matcher(set).replaceAll(colon + "»");
    }
}
