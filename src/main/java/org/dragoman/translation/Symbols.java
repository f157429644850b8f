package org.dragoman.translation;

/** Emoji, bullets, arrows: signs that are no part of a sentence and that a model cannot spell. */
final class Symbols {
    private static final String SPELLED_OTHERWISE = "−×@\\#′״׳，、。；：！？％＆（）،؛؟۔।¿¡";
    private static final int JOINER = 0x200D;
    private static final int EMOJI_VARIATION = 0xFE0F;

    private final Repertoire repertoire;

    Symbols(Repertoire repertoire) {
        this.repertoire = repertoire;
    }

    /**
     * Where the run of white space and symbols that begins at {@code start} ends; {@code start}
     * when there is none.
     */
    int runEnd(String text, int start) {
        int end = start;
        boolean symbol = false;
        while (end < text.length()) {
            int sign = text.codePointAt(end);
            boolean joins = symbol && (sign == JOINER || sign == EMOJI_VARIATION);
            symbol = joins || symbol(sign);
            if (!symbol && !white(sign)) {
                break;
            }
            end += Character.charCount(sign);
        }
        return end;
    }

    /** Where the run that ends with the text begins. */
    int lastRun(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = runEnd(text, at);
            if (end == text.length()) {
                return at;
            }
            at = end > at ? end : at + Character.charCount(text.codePointAt(at));
        }
        return text.length();
    }

    static boolean white(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == 0x85;
    }

    private boolean symbol(int sign) {
        if (SPELLED_OTHERWISE.indexOf(sign) >= 0) {
            return false;
        }
        return switch (Character.getType(sign)) {
            case Character.OTHER_SYMBOL,
                    Character.MATH_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.OTHER_PUNCTUATION,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.CONTROL,
                    Character.ENCLOSING_MARK ->
                    !repertoire.knows(sign);
            default -> false;
        };
    }
}
