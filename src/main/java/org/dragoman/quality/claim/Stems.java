package org.dragoman.quality.claim;

/**
 * Cuts a word to what its inflected forms share. Languages that inflect at the end agree on the
 * first letters; little is cut from short words, so that they stay apart. Two words of one stem are
 * taken for one word.
 */
final class Stems {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 7;
    private static final String[] ENDINGS = {"ies", "ied", "ing", "ed", "es", "s", "e", "y"};

    private Stems() {}

    /** The stem of {@code form}, in lower case; a figure comes back as it is. */
    static String of(String form) {
        if (form.length() <= SHORTEST || Character.isDigit(form.charAt(0))) {
            return form;
        }
        String stem = form.length() == SHORTEST + 1 ? singular(form) : withoutEnding(form);
        int end = Math.min(stem.length(), LONGEST);
        boolean cuts = end < stem.length() && Character.isHighSurrogate(stem.charAt(end - 1));
        return stem.substring(0, cuts ? end - 1 : end);
    }

    private static String singular(String form) {
        return form.endsWith("s") && !form.endsWith("ss")
                ? form.substring(0, form.length() - 1)
                : form;
    }

    private static String withoutEnding(String form) {
        for (String ending : ENDINGS) {
            int length = form.length() - ending.length();
            if (length >= SHORTEST && form.endsWith(ending)) {
                return form.substring(0, length);
            }
        }
        return form;
    }
}
