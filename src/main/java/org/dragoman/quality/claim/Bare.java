package org.dragoman.quality.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.quality.claim.Lexicon.Kind;

/**
 * Names of a text that lost its capitals, by how they stand: one thing that can be counted needs a
 * determiner, a name does not ("coquelin was drafted", "sukumaran's lawyer", "mr pass"). Immutable.
 */
final class Bare {
    private static final int SHORTEST = 3;

    private final Lexicon lexicon;
    private final Verbs verbs;
    private final Set<String> names = new HashSet<>();

    Bare(List<Line> article, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.verbs = new Verbs(lexicon);
        Set<String> determined = new HashSet<>();
        for (Line line : article) {
            for (int i = 0; i < line.size(); i++) {
                sort(line, i, determined);
            }
        }
        names.removeAll(determined);
    }

    private void sort(Line line, int index, Set<String> determined) {
        Word word = line.word(index);
        boolean starts = index == 0 || word.apart();
        String before = starts ? "" : line.word(index - 1).form();
        if (lexicon.lists(Kind.DETERMINER, before)) {
            determined.add(word.form());
        } else if (plain(word)
                && (titled(before) || subject(line, index, starts) || owner(line, index, starts))) {
            names.add(word.form());
        }
    }

    private boolean titled(String before) {
        return lexicon.lists(Kind.TITLE, before);
    }

    private boolean subject(Line line, int index, boolean starts) {
        return starts
                && singular(line.word(index))
                && index + 1 < line.size()
                && !line.word(index + 1).apart()
                && verbs.at(line, index + 1);
    }

    private static boolean owner(Line line, int index, boolean starts) {
        Word word = line.word(index);
        return word.owner() && singular(word) && (starts || !line.word(index - 1).content());
    }

    private static boolean singular(Word word) {
        return !word.form().endsWith("s");
    }

    /** Whether the word, in lower case, is a name here. */
    boolean names(String form) {
        return names.contains(form);
    }

    /** Whether nothing speaks against the word's being a name. */
    boolean plain(Word word) {
        String form = word.form();
        return word.content()
                && form.length() >= SHORTEST
                && !word.figure()
                && !lexicon.lists(Kind.VERB, form)
                && !lexicon.lists(Kind.TITLE, form)
                && !lexicon.lists(Kind.COMMON, form)
                && !lexicon.ends(form);
    }
}
