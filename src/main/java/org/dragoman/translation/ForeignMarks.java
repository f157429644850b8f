package org.dragoman.translation;

import java.lang.Character.UnicodeScript;

/**
 * Punctuation that comes through from a source in another script, in the form of the target's:
 * full-width marks of Chinese and Japanese, commas and question marks of Arabic, dandas of India,
 * the question mark of Greek. Marks after a letter of their own script, in words left as they were,
 * stay.
 */
final class ForeignMarks {
    private static final String WIDE = "，、；：。！？（）％．～";
    private static final String PLAIN = ",,;:.!?()%.~";
    private static final String ARABIC = "،؛؟۔";
    private static final String PLAIN_ARABIC = ",;?.";
    private static final String DANDAS = "।॥";
    private static final String SPACED_AFTER = "，、；：。！？）،؛؟۔।॥";

    private final Pair pair;

    ForeignMarks(Pair pair) {
        this.pair = pair;
    }

    String replace(String answer) {
        String given = Widths.plain(answer);
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < given.length(); i++) {
            char sign = given.charAt(i);
            char plain = sign < 0x80 ? sign : plain(given, i);
            if (sign == plain) {
                written.append(sign);
                continue;
            }
            written.append(sign == '（' && wordAt(given, i - 1) ? " " : "").append(plain);
            written.append(SPACED_AFTER.indexOf(sign) >= 0 && wordAt(given, i + 1) ? " " : "");
        }
        return greek(written.toString());
    }

    private char plain(String text, int at) {
        char sign = text.charAt(at);
        // An opening bracket belongs to what it opens.
        int letter = sign == '（' ? Letters.after(text, at + 1) : Letters.before(text, at);
        int wide = Letters.wide(letter) ? -1 : WIDE.indexOf(sign);
        if (wide >= 0) {
            return PLAIN.charAt(wide);
        }
        return UnicodeScript.of(letter) == UnicodeScript.ARABIC ? sign : plain(sign, letter);
    }

    /** Marks of Arabic after other letters than its own, and dandas after Latin ones. */
    private char plain(char sign, int letter) {
        int arabic = pair.to().script().equals("Arab") ? -1 : ARABIC.indexOf(sign);
        if (arabic >= 0) {
            return PLAIN_ARABIC.charAt(arabic);
        }
        boolean latin = UnicodeScript.of(letter) == UnicodeScript.LATIN;
        return latin && DANDAS.indexOf(sign) >= 0 ? '.' : sign;
    }

    private static boolean wordAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.codePointAt(at));
    }

    /** A Greek question ends in what elsewhere is a semicolon, with which no sentence ends. */
    private String greek(String answer) {
        boolean asks = pair.from().script().equals("Grek") && !pair.to().script().equals("Grek");
        return asks && answer.endsWith(";")
                ? answer.substring(0, answer.length() - 1) + '?'
                : answer;
    }
}
