package org.dragoman.quality.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.quality.claim.Lexicon.Kind;

/** What the capitals of an article tell of its names. Immutable. */
final class Capitals {
    /** Share of words inside sentences; a text with fewer capitals lost them. */
    private static final double KEPT = 0.02;

    private final Lexicon lexicon;
    private final Set<String> proper = new HashSet<>();
    private final Set<String> common = new HashSet<>();
    private final boolean kept;

    Capitals(List<Line> article, Lexicon lexicon) {
        this.lexicon = lexicon;
        int inside = 0;
        int capitals = 0;
        for (Line line : article) {
            for (int i = 1; i < line.size(); i++) {
                inside++;
                capitals += line.word(i).capital() ? 1 : 0;
                sort(line.word(i));
            }
        }
        kept = capitals > KEPT * inside;
    }

    private void sort(Word word) {
        if (!word.capital()) {
            common.add(word.form());
        } else if (!word.apart()) {
            proper.add(word.form());
        }
    }

    /** Whether the article has capitals inside its sentences. */
    boolean kept() {
        return kept;
    }

    /** Whether the article writes the word with a capital inside sentences, and never without. */
    boolean always(Word word) {
        return proper.contains(word.form()) && !common.contains(word.form());
    }

    /**
     * Whether a word that tells something is a name by its capital. At the start of a sentence any
     * word has one: there it must be one elsewhere too, or have another beside it.
     */
    boolean name(Line line, int index) {
        Word word = line.word(index);
        if (!word.capital() || word.form().length() < 2) {
            return false;
        }
        boolean inside = index > 0 && !word.apart();
        boolean beside = goesOn(line, index + 1) || join(line, index + 1);
        return inside || proper.contains(word.form()) || (beside && !common.contains(word.form()));
    }

    /** Whether a word in small letters joins two parts of a name: van, dos. */
    boolean join(Line line, int index) {
        return index > 0
                && index + 1 < line.size()
                && line.word(index - 1).capital()
                && lexicon.lists(Kind.PARTICLE, line.word(index).form())
                && goesOn(line, index + 1);
    }

    private static boolean goesOn(Line line, int index) {
        return index < line.size() && line.word(index).capital() && !line.word(index).apart();
    }
}
