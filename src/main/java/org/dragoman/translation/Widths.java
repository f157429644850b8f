package org.dragoman.translation;

import java.util.regex.Pattern;

/**
 * Full-width letters and figures of East Asian text (ＮＨＫ, １２３), which no model was trained on as
 * such, are read as plain ones, and so are written.
 */
final class Widths implements Rewritten.Rule {
    private static final Pattern WIDE = Pattern.compile("[０-９Ａ-Ｚａ-ｚ]");

    /** From a full-width form to the ASCII character it is a form of. */
    private static final int SHIFT = 'Ａ' - 'A';

    @Override
    public Rewritten rewrite(String text) {
        return Rewritten.unchanged(plain(text));
    }

    static String plain(String text) {
        return WIDE.matcher(text)
                .replaceAll(wide -> Character.toString(wide.group().charAt(0) - SHIFT));
    }
}
