package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Name;

/**
 * Tells which words of an article and its summary are names: by their capitals, and in texts that
 * lost them by lists and by how a name stands in a sentence. Immutable.
 */
final class Names {
    private final Lexicon lexicon;
    private final Capitals capitals;
    private final Bare bare;
    private final Places places;

    Names(List<Line> article, Lexicon lexicon, Places places) {
        this.lexicon = lexicon;
        this.capitals = new Capitals(article, lexicon);
        this.bare = new Bare(article, lexicon);
        this.places = places;
    }

    /** The names of a line, of the article or of a claim, in order. */
    List<Name> in(Line line) {
        boolean cased = line.words().stream().skip(1).anyMatch(Word::capital);
        List<Name> names = new ArrayList<>();
        int at = 0;
        while (at < line.size()) {
            int end = end(line, at, cased);
            if (end > at) {
                names.add(name(line, at, end));
            }
            at = Math.max(at + 1, end);
        }
        return names;
    }

    /** The end of the name that begins at {@code from}; {@code from} when none does. */
    private int end(Line line, int from, boolean cased) {
        int end = from;
        while (end < line.size() && at(line, end, cased) && (end == from || !parted(line, end))) {
            end++;
        }
        return end;
    }

    private static boolean parted(Line line, int index) {
        return line.word(index).apart() || line.word(index - 1).owner();
    }

    private static Name name(Line line, int from, int to) {
        Set<String> stems = new LinkedHashSet<>();
        line.words().subList(from, to).forEach(word -> stems.add(word.stem()));
        return new Name(from, to, stems);
    }

    private boolean at(Line line, int index, boolean cased) {
        if (cased && capitals.join(line, index)) {
            return true;
        }
        return !never(line.word(index)) && (cased ? cased(line, index) : uncased(line, index));
    }

    private boolean never(Word word) {
        return !word.content()
                || word.figure()
                || word.address()
                || lexicon.lists(Kind.OFFICE, word.form())
                || lexicon.lists(Kind.TITLE, word.form());
    }

    private boolean cased(Line line, int index) {
        return lexicon.capitalisesNouns()
                ? byForm(line, index)
                : capitals.name(line, index) || (!capitals.kept() && byForm(line, index));
    }

    private boolean uncased(Line line, int index) {
        return capitals.kept() ? capitals.always(line.word(index)) : byForm(line, index);
    }

    private boolean byForm(Line line, int index) {
        String form = line.word(index).form();
        String before = index == 0 ? "" : line.word(index - 1).form();
        return lexicon.lists(Kind.GIVEN, form)
                || lexicon.lists(Kind.PLACE, form)
                || lexicon.kin(form).size() > 1
                || places.have(form)
                || bare.names(form)
                || (lexicon.lists(Kind.GIVEN, before) && bare.plain(line.word(index)));
    }
}
