package org.dragoman.quality.segment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words, and beginnings and ends of words. Filled once, then only read. */
final class Affixes {
    private final Set<String> words = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> ends = new HashSet<>();
    private int longest;

    private Affixes() {}

    /** Of words, some with a star for any end or any beginning. */
    static Affixes of(List<String> patterns) {
        Affixes affixes = new Affixes();
        for (String pattern : patterns) {
            if (pattern.endsWith("*")) {
                affixes.beginnings.add(pattern.substring(0, pattern.length() - 1));
            } else if (pattern.startsWith("*")) {
                affixes.ends.add(pattern.substring(1));
            } else {
                affixes.words.add(pattern);
            }
            affixes.longest = Math.max(affixes.longest, pattern.length());
        }
        return affixes;
    }

    boolean isEmpty() {
        return words.isEmpty() && beginnings.isEmpty() && ends.isEmpty();
    }

    /**
     * Whether {@code form} is one of the words or has one of the affixes; one of a letter or two
     * only with two letters more.
     */
    boolean matches(String form) {
        if (words.contains(form)) {
            return true;
        }
        for (int length = 1; length <= Math.min(longest, form.length()); length++) {
            boolean enough = length > 2 || form.length() > length + 1;
            boolean begins = enough && beginnings.contains(form.substring(0, length));
            if (begins || ends.contains(form.substring(form.length() - length))) {
                return true;
            }
        }
        return false;
    }
}
