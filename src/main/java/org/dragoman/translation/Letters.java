package org.dragoman.translation;

import java.lang.Character.UnicodeScript;

/** What stands before a mark: closing marks and brackets do not count. */
final class Letters {
    private static final String CLOSING = "\"'”’»›)]」』）】〉》";

    private Letters() {}

    /** The character before {@code at}, closing marks left out; a space when there is none. */
    static int before(CharSequence text, int at) {
        int index = at;
        while (index > 0 && CLOSING.indexOf(text.charAt(index - 1)) >= 0) {
            index--;
        }
        return index == 0 ? ' ' : Character.codePointBefore(text, index);
    }

    /** The character at {@code at}, one plain space left out; a space when there is none. */
    static int after(CharSequence text, int at) {
        int index = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
        return index >= text.length() ? ' ' : Character.codePointAt(text, index);
    }

    /** Whether only closing marks follow. */
    static boolean last(CharSequence text, int at) {
        int index = at;
        while (index < text.length() && CLOSING.indexOf(text.charAt(index)) >= 0) {
            index++;
        }
        return index == text.length();
    }

    /** Han, Kana, and the punctuation that is set as wide. */
    static boolean wide(int sign) {
        return switch (UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> sign == 'ー' || (sign >= 0x3001 && sign <= 0x303F) || fullWidth(sign);
        };
    }

    private static boolean fullWidth(int sign) {
        return sign >= 0xFF01 && sign <= 0xFF60;
    }
}
