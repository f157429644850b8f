package org.dragoman.quality.claim;

import org.dragoman.quality.claim.Lexicon.Kind;

/** Finds verbs by word lists and endings; there is no grammar behind it. Immutable. */
final class Verbs {
    private static final int SHORTEST_REGULAR = 5;

    private final Lexicon lexicon;

    Verbs(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Index of the first verb of the line that follows another word; -1 without one. */
    int first(Line line) {
        for (int i = 1; i < line.size(); i++) {
            if (at(line, i)) {
                return i;
            }
        }
        return -1;
    }

    boolean at(Line line, int index) {
        String form = line.word(index).form();
        return lexicon.lists(Kind.AUXILIARY, form)
                || lexicon.lists(Kind.VERB, form)
                || (form.length() >= SHORTEST_REGULAR
                        && lexicon.all(Kind.ENDING).stream().anyMatch(form::endsWith));
    }

    /** Whether it says what happened, rather than helping another verb to. */
    boolean tells(Line line, int index) {
        return line.word(index).content() && at(line, index);
    }
}
