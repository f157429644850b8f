package org.dragoman.translation;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.List;

/**
 * Spaces between sentences, and between pieces of one: Chinese and Japanese put none after a full
 * stop, which has its own width of white; all other languages put one. Where source and target
 * agree, what was between sentences stays.
 */
final class Spacing {
    /** More than this was no space between sentences: a column, or a blank to fill in. */
    private static final int LONGEST = 2;

    private static final String CLOSING = "”’»›\"')]";
    private static final String AS_WIDE = "…—";

    /** For a text that is not translated. */
    static final Spacing AS_IT_IS = new Spacing(true, true);

    private final boolean source;
    private final boolean target;

    private Spacing(boolean source, boolean target) {
        this.source = source;
        this.target = target;
    }

    static Spacing of(Pair pair) {
        return new Spacing(pair.from().spacedSentences(), pair.to().spacedSentences());
    }

    /**
     * What stands between two sentences of the target.
     *
     * @param gap what stood between those of the source; line breaks and tabs are never touched
     */
    String between(String gap, String before) {
        if (source == target || !gap.chars().allMatch(Spacing::space)) {
            return gap;
        }
        if (target) {
            return gap.isEmpty() || gap.indexOf('\u3000') >= 0 ? " " : gap;
        }
        return gap.length() <= LONGEST && endsWide(before) ? "" : gap;
    }

    /** The pieces of a sentence in the target as one. */
    String join(List<String> pieces) {
        StringBuilder joined = new StringBuilder();
        for (String piece : pieces) {
            boolean apart =
                    target
                            || !(endsWide(joined.toString())
                                    || (!piece.isEmpty() && wide(piece, 0)));
            joined.append(joined.isEmpty() || piece.isEmpty() || !apart ? "" : " ").append(piece);
        }
        return joined.toString();
    }

    private static boolean space(int sign) {
        return Character.getType(sign) == Character.SPACE_SEPARATOR;
    }

    /** Whether the text ends in a character as wide as high, closing marks aside. */
    private static boolean endsWide(String text) {
        int end = text.length();
        while (end > 0 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && wide(text, text.offsetByCodePoints(end, -1));
    }

    /** Unicode Standard Annex 11. */
    private static boolean wide(String text, int at) {
        int sign = text.codePointAt(at);
        int width = UCharacter.getIntPropertyValue(sign, UProperty.EAST_ASIAN_WIDTH);
        return width == EastAsianWidth.WIDE
                || width == EastAsianWidth.FULLWIDTH
                || AS_WIDE.indexOf(sign) >= 0;
    }
}
