package org.dragoman.language;

import com.ibm.icu.lang.UScript;
import java.util.Set;

/**
 * What matters of a script for laying out text in it. Immutable.
 *
 * @param script ISO 15924; of a language its likeliest by CLDR: {@code Latn}, {@code Jpan}
 * @param spacedWords whether words stand apart by spaces: not in Chinese, Japanese, Thai, Lao,
 *     Khmer and Burmese
 * @param spacedSentences whether a space parts a sentence from the next: not in Chinese and
 *     Japanese, whose full stops bring their own
 * @param rightToLeft whether lines run from right to left: Arabic, Hebrew and their like
 * @param cased whether there are capitals: Latin, Greek, Cyrillic, Armenian and few more
 */
public record WritingSystem(
        String script,
        boolean spacedWords,
        boolean spacedSentences,
        boolean rightToLeft,
        boolean cased) {
    private static final Set<String> EAST_ASIAN = Set.of("Hans", "Hant", "Hani", "Jpan");
    private static final Set<String> UNSPACED = Set.of("Thai", "Laoo", "Khmr", "Mymr");

    /** The writing system of a language, by the script its tag names or CLDR's likely subtags. */
    public static WritingSystem of(LanguageTag language) {
        String script = language.script();
        int code = UScript.getCodeFromName(script);
        boolean eastAsian = EAST_ASIAN.contains(script);
        return new WritingSystem(
                script,
                !eastAsian && !UNSPACED.contains(script),
                !eastAsian,
                UScript.isRightToLeft(code),
                UScript.isCased(code));
    }

    /** Whether {@code letter}, a code point, is of this script; Japanese and Korean mix several. */
    public boolean writes(int letter) {
        int own = UScript.getScript(letter);
        return switch (script) {
            case "Jpan" -> own == UScript.HAN || own == UScript.HIRAGANA || own == UScript.KATAKANA;
            case "Kore" -> own == UScript.HANGUL || own == UScript.HAN;
            case "Hans", "Hant" -> own == UScript.HAN;
            default -> own == UScript.getCodeFromName(script);
        };
    }

    /**
     * Whether words in the script of {@code letter}, a code point, stand apart by spaces; true of
     * what belongs to no script, such as digits and marks.
     */
    public static boolean spacesWords(int letter) {
        return !UScript.breaksBetweenLetters(UScript.getScript(letter));
    }
}
